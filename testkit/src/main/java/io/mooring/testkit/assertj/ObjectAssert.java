package io.mooring.testkit.assertj;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;

/**
 * On an object of any kind.
 *
 * <pre>{@code
 * assertThat(cluster).object(StorageClass.ref("fast")).exists();
 * }</pre>
 */
public final class ObjectAssert<T extends KubernetesObject> extends AbstractObjectAssert<ObjectAssert<T>, T> {
    @SuppressWarnings({"unchecked", "rawtypes"}) // The class of any kind's assertions.
    ObjectAssert(Cluster cluster, Ref<T> object) {
        super(cluster, object, (Class) ObjectAssert.class);
    }
}
