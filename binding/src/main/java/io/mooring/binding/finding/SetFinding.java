package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.workload.StatefulSet;
import java.util.List;

/** How things stand with a StatefulSet, as its controller sees it. */
public sealed interface SetFinding extends Finding {

    @Override
    Ref<StatefulSet> about();

    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of finding. */
    interface Cases<R> {
        R beingDeleted(BeingDeleted finding);

        R settled(Settled finding);

        R unsettled(Unsettled finding);
    }

    /** It is being deleted: its pods are left to the garbage collector. */
    record BeingDeleted(Ref<StatefulSet> about) implements SetFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.beingDeleted(this);
        }
    }

    /**
     * It has the pods that it wants, and waits for nothing.
     *
     * @param update what of them is of an earlier revision, and stays so
     */
    record Settled(Ref<StatefulSet> about, UpdateFinding update) implements SetFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.settled(this);
        }
    }

    /**
     * It is on its way. The three steps of a sync come one after the other, and what holds up one keeps those after it from
     * being taken.
     *
     * @param replicas the replicas that are not as they should be, upwards: under OrderedReady up to the first that holds up
     *     the others
     * @param scaleDown the pods that are more than the set wants, downwards: under OrderedReady the first
     * @param update how far the pods are of the set's template
     */
    record Unsettled(
            Ref<StatefulSet> about,
            List<ReplicaFinding> replicas,
            List<ScaleDownFinding> scaleDown,
            UpdateFinding update)
            implements SetFinding {
        public Unsettled {
            replicas = List.copyOf(replicas);
            scaleDown = List.copyOf(scaleDown);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unsettled(this);
        }
    }
}
