package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttributesClass;

/** How far the change of a claim's volume to another class of attributes is, as external-resizer sees it. */
public sealed interface ModificationFinding extends ClaimFinding {
    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of finding. */
    interface Cases<R> {
        R requested(Requested finding);

        R classMissing(ClassMissing finding);

        R inProgress(InProgress finding);

        R failing(Failing finding);

        R infeasible(Infeasible finding);

        R notKnown(NotKnown finding);
    }

    /** The claim names another class than its volume has, and nobody has begun. */
    record Requested(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, Ref<VolumeAttributesClass> target)
            implements ModificationFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.requested(this);
        }
    }

    /** The class that the claim names does not exist. */
    record ClassMissing(
            Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, Ref<VolumeAttributesClass> target)
            implements ModificationFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.classMissing(this);
        }
    }

    /** The driver is at it. */
    record InProgress(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, Ref<VolumeAttributesClass> target)
            implements ModificationFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.inProgress(this);
        }
    }

    /** The driver failed; the resizer tries again. */
    record Failing(
            Ref<PersistentVolumeClaim> about,
            Ref<PersistentVolume> volume,
            Ref<VolumeAttributesClass> target,
            String message)
            implements ModificationFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.failing(this);
        }
    }

    /** The driver can never give the volume these attributes; the claim has to name another class. */
    record Infeasible(
            Ref<PersistentVolumeClaim> about,
            Ref<PersistentVolume> volume,
            Ref<VolumeAttributesClass> target,
            String message)
            implements ModificationFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.infeasible(this);
        }
    }

    /** Whether the class exists is not known, since the cluster was opened without such classes. */
    record NotKnown(Ref<PersistentVolumeClaim> about, Ref<PersistentVolume> volume, Ref<VolumeAttributesClass> target)
            implements ModificationFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.notKnown(this);
        }
    }
}
