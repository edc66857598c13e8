package io.mooring.binding.finding;

import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeMode;
import java.util.Optional;

/** What the volume binder finds of a volume: whose it is. Models the branches of {@code syncVolume}. */
public sealed interface VolumeBindingFinding extends VolumeFinding {
    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** The claim that is to be synced, warned, or tied to the volume. */
    default Optional<Ref<PersistentVolumeClaim>> claimToServe() {
        return Optional.empty();
    }

    /** One case for each kind of finding. */
    interface Cases<R> {
        R unclaimed(Unclaimed finding);

        R reserved(Reserved finding);

        R reservedAhead(ReservedAhead finding);

        R chosen(Chosen finding);

        R heldBy(HeldBy finding);

        R claimNotBound(ClaimNotBound finding);

        R claimOfOtherMode(ClaimOfOtherMode finding);

        R claimElsewhere(ClaimElsewhere finding);

        R provisionedInVain(ProvisionedInVain finding);

        R retained(Retained finding);

        R toBeDeleted(ToBeDeleted finding);

        R toBeRecycled(ToBeRecycled finding);

        R policyUnknown(PolicyUnknown finding);

        R notKnown(NotKnown finding);
    }

    /** It has no claimRef: it never had one, or somebody cleared it. */
    record Unclaimed(Ref<PersistentVolume> about) implements VolumeBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unclaimed(this);
        }
    }

    /** Its claimRef names a claim without a uid, and there is a claim of that name. */
    record Reserved(Ref<PersistentVolume> about, Ref<PersistentVolumeClaim> claim) implements VolumeBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.reserved(this);
        }
    }

    /** Its claimRef names a claim without a uid, and there is no such claim yet. */
    record ReservedAhead(Ref<PersistentVolume> about, Ref<PersistentVolumeClaim> claim)
            implements VolumeBindingFinding {
        /** Whom the claimRef names. */
        public VolumeHolder holder() {
            return new VolumeHolder(claim, "");
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.reservedAhead(this);
        }
    }

    /** The binder chose it for a claim. */
    record Chosen(Ref<PersistentVolume> about, Ref<PersistentVolumeClaim> claim) implements VolumeBindingFinding {
        @Override
        public Optional<Ref<PersistentVolumeClaim>> claimToServe() {
            return Optional.of(claim);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.chosen(this);
        }
    }

    /** The claim of its claimRef names it in turn. */
    record HeldBy(Ref<PersistentVolume> about, Ref<PersistentVolumeClaim> claim) implements VolumeBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.heldBy(this);
        }
    }

    /** The claim of its claimRef has no volume yet. */
    record ClaimNotBound(Ref<PersistentVolume> about, Ref<PersistentVolumeClaim> claim)
            implements VolumeBindingFinding {
        @Override
        public Optional<Ref<PersistentVolumeClaim>> claimToServe() {
            return Optional.of(claim);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.claimNotBound(this);
        }
    }

    /** The claim of its claimRef has no volume yet and asks for another volume mode. */
    record ClaimOfOtherMode(
            Ref<PersistentVolume> about, Ref<PersistentVolumeClaim> claim, VolumeMode requested, VolumeMode offered)
            implements VolumeBindingFinding {
        @Override
        public Optional<Ref<PersistentVolumeClaim>> claimToServe() {
            return Optional.of(claim);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.claimOfOtherMode(this);
        }
    }

    /** The claim of its claimRef names another volume. */
    record ClaimElsewhere(Ref<PersistentVolume> about, Ref<PersistentVolumeClaim> claim, Ref<PersistentVolume> other)
            implements VolumeBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.claimElsewhere(this);
        }
    }

    /** Provisioned under Delete for a claim that names another volume. */
    record ProvisionedInVain(Ref<PersistentVolume> about, Ref<PersistentVolumeClaim> claim, Ref<PersistentVolume> other)
            implements VolumeBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.provisionedInVain(this);
        }
    }

    /** The claim that held it is gone, the reclaim policy is Retain. */
    record Retained(Ref<PersistentVolume> about, VolumeHolder holder) implements VolumeBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.retained(this);
        }
    }

    /** The claim that held it is gone, the reclaim policy is Delete. */
    record ToBeDeleted(Ref<PersistentVolume> about, VolumeHolder holder) implements VolumeBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.toBeDeleted(this);
        }
    }

    /** The claim that held it is gone, the reclaim policy is Recycle. */
    record ToBeRecycled(Ref<PersistentVolume> about, VolumeHolder holder) implements VolumeBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.toBeRecycled(this);
        }
    }

    /** The claim that held it is gone, the reclaim policy is none that Kubernetes knows. */
    record PolicyUnknown(Ref<PersistentVolume> about, VolumeHolder holder, Optional<ReclaimPolicy> policy)
            implements VolumeBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.policyUnknown(this);
        }
    }

    /**
     * Whether it was released depends on a kind of which nothing is known, since the cluster was opened without it.
     *
     * @param kind claims; or pods, where its policy is Recycle
     */
    record NotKnown(Ref<PersistentVolume> about, VolumeHolder holder, ObjectKind<?> kind)
            implements VolumeBindingFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notKnown(this);
        }
    }
}
