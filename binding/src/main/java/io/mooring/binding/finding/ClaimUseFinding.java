package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;

/**
 * Who uses a claim, as pvc-protection finds it: whether the finalizer {@code kubernetes.io/pvc-protection} holds a claim that
 * is being deleted, and whether a bound claim is in use.
 */
public sealed interface ClaimUseFinding extends ClaimFinding {
    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of finding. */
    interface Cases<R> {
        R unprotected(Unprotected finding);

        R heldByPod(HeldByPod finding);

        R heldByNobody(HeldByNobody finding);

        R namedByPod(NamedByPod finding);

        R namedByNobody(NamedByNobody finding);

        R notKnown(NotKnown finding);
    }

    /** It lacks the finalizer. */
    record Unprotected(Ref<PersistentVolumeClaim> about) implements ClaimUseFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unprotected(this);
        }
    }

    /** A scheduled pod uses it; of several the first by namespace and name. */
    record HeldByPod(Ref<PersistentVolumeClaim> about, Ref<Pod> pod) implements ClaimUseFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.heldByPod(this);
        }
    }

    /** No scheduled pod uses it. */
    record HeldByNobody(Ref<PersistentVolumeClaim> about) implements ClaimUseFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.heldByNobody(this);
        }
    }

    /** A pod that has not ended names it, scheduled or not; of several the first by namespace and name. */
    record NamedByPod(Ref<PersistentVolumeClaim> about, Ref<Pod> pod) implements ClaimUseFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.namedByPod(this);
        }
    }

    /** No pod that has not ended names it. */
    record NamedByNobody(Ref<PersistentVolumeClaim> about) implements ClaimUseFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.namedByNobody(this);
        }
    }

    /** Nothing is known of pods, since the cluster was opened without them. */
    record NotKnown(Ref<PersistentVolumeClaim> about) implements ClaimUseFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notKnown(this);
        }
    }
}
