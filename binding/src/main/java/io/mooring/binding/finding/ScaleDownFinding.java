package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.workload.Pod;

/** How things stand with a pod that is more than its StatefulSet wants. Models {@code processCondemned}. */
public sealed interface ScaleDownFinding {

    /** The pod. */
    Ref<Pod> pod();

    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of finding. */
    interface Cases<R> {
        R condemned(Condemned finding);

        R terminating(Terminating finding);

        R heldBack(HeldBack finding);
    }

    /** It is deleted now. */
    record Condemned(Ref<Pod> pod) implements ScaleDownFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.condemned(this);
        }
    }

    /** It is being deleted; under OrderedReady the next one waits for it. */
    record Terminating(Ref<Pod> pod) implements ScaleDownFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.terminating(this);
        }
    }

    /**
     * It is not available, and may go only when no other one that is to go is so too (OrderedReady).
     *
     * @param by the other one
     */
    record HeldBack(Ref<Pod> pod, Ref<Pod> by) implements ScaleDownFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.heldBack(this);
        }
    }
}
