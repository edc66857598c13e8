package io.mooring.testkit.assertj;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.workload.StatefulSet;

/**
 * On a StatefulSet.
 *
 * <pre>{@code
 * assertThat(cluster).statefulSet("web").hasReadyReplicas(3);
 * }</pre>
 */
public final class StatefulSetAssert extends AbstractObjectAssert<StatefulSetAssert, StatefulSet> {
    StatefulSetAssert(Cluster cluster, Ref<StatefulSet> set) {
        super(cluster, set, StatefulSetAssert.class);
    }

    /** All replicas that it wants are ready. */
    public StatefulSetAssert isReady() {
        return hasReadyReplicas(object().spec().replicas().orElse(1));
    }

    /** So many replicas are ready. */
    public StatefulSetAssert hasReadyReplicas(int count) {
        int ready = object().status().readyReplicas();
        return ready == count ? this : broken("to have " + count + " ready replicas", ready + " are ready");
    }
}
