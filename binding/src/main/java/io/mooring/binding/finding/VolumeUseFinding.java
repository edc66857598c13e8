package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;

/** Whether the finalizer {@code kubernetes.io/pv-protection} holds a volume that is being deleted, as pv-protection finds it. */
public sealed interface VolumeUseFinding extends VolumeFinding {
    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of finding. */
    interface Cases<R> {
        R unprotected(Unprotected finding);

        R heldWhileBound(HeldWhileBound finding);

        R heldByNobody(HeldByNobody finding);
    }

    /** It lacks the finalizer. */
    record Unprotected(Ref<PersistentVolume> about) implements VolumeUseFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unprotected(this);
        }
    }

    /** Its phase is Bound; that alone counts, whoever uses it. */
    record HeldWhileBound(Ref<PersistentVolume> about) implements VolumeUseFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.heldWhileBound(this);
        }
    }

    /** Its phase is not Bound. */
    record HeldByNobody(Ref<PersistentVolume> about) implements VolumeUseFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.heldByNobody(this);
        }
    }
}
