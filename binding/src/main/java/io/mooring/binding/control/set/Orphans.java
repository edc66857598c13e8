package io.mooring.binding.control.set;

import io.mooring.binding.control.workload.Revision;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.View;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.stream.Stream;

/** The pods and the revisions that nobody controls, by the set that their name begins with. */
final class Orphans {
    private static final Index<Pod, Ref<StatefulSet>> PODS = Index.of(Pod.KIND, Orphans::owners, Orphans::named);
    private static final Index<OtherObject, Ref<StatefulSet>> REVISIONS =
            Index.of(Revision.KIND, Orphans::owners, Orphans::named);
    static final List<View<?>> VIEWS = List.of(PODS, REVISIONS);

    private Orphans() {}

    static Stream<Pod> pods(Cluster cluster, StatefulSet set) {
        return PODS.find(cluster, set.ref());
    }

    static Stream<Revision> revisions(Cluster cluster, StatefulSet set) {
        return REVISIONS.find(cluster, set.ref()).map(Revision::new);
    }

    private static List<OwnerReference> owners(KubernetesObject object) {
        return object.metadata().ownerReferences();
    }

    private static List<Ref<StatefulSet>> named(KubernetesObject object) {
        ObjectMeta metadata = object.metadata();
        int dash = metadata.name().lastIndexOf('-');
        return dash < 0 || metadata.controller().isPresent()
                ? List.of()
                : List.of(StatefulSet.ref(metadata.namespace(), metadata.name().substring(0, dash)));
    }
}
