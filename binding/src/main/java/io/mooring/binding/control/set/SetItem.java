package io.mooring.binding.control.set;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;

/** What the StatefulSet controller reconciles: pods that a set may adopt, then sets; each by name. */
public sealed interface SetItem extends Comparable<SetItem> {
    /** What the controller writes about it. */
    List<Write> reconcile(Cluster cluster);

    /** The object whose name it goes by. */
    Ref<?> object();

    @Override
    default int compareTo(SetItem other) {
        return object().compareTo(other.object());
    }

    /** A pod without an owner. */
    record OfPod(Ref<Pod> object) implements SetItem {
        @Override
        public List<Write> reconcile(Cluster cluster) {
            return cluster.get(object).map(pod -> Adoption.writes(cluster, pod)).orElse(List.of());
        }

        @Override
        public String toString() {
            return object.toString();
        }
    }

    /** A set. */
    record OfSet(Ref<StatefulSet> object) implements SetItem {
        @Override
        public List<Write> reconcile(Cluster cluster) {
            return cluster.get(object)
                    .map(set -> StatefulSetController.sync(SetView.of(cluster, set)))
                    .orElse(List.of());
        }

        @Override
        public String toString() {
            return object.toString();
        }
    }
}
