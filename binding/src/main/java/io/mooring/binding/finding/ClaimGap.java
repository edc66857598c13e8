package io.mooring.binding.finding;

import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;

/** What would have to be known of a claim to judge it, in a cluster that was opened without a kind. */
public sealed interface ClaimGap {
    /** The kind of which nothing is known. */
    ObjectKind<?> kind();

    /** Answers by the case for this gap. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of gap. */
    interface Cases<R> {
        R itsVolume(ItsVolume gap);

        R namedVolume(NamedVolume gap);

        R volumes(Volumes gap);

        R itsClass(ItsClass gap);

        R defaultClass(DefaultClass gap);

        R consumers(Consumers gap);
    }

    /** Whether the volume that it was bound to is still there, and its own. */
    record ItsVolume(Ref<PersistentVolume> volume) implements ClaimGap {
        @Override
        public ObjectKind<?> kind() {
            return PersistentVolume.KIND;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.itsVolume(this);
        }
    }

    /** Whether the volume that it names is there, and free. */
    record NamedVolume(Ref<PersistentVolume> volume) implements ClaimGap {
        @Override
        public ObjectKind<?> kind() {
            return PersistentVolume.KIND;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.namedVolume(this);
        }
    }

    /** Whether a volume fits. */
    record Volumes() implements ClaimGap {
        @Override
        public ObjectKind<?> kind() {
            return PersistentVolume.KIND;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.volumes(this);
        }
    }

    /** Whether its class exists, waits for the first consumer, and has somebody who makes volumes. */
    record ItsClass(Ref<StorageClass> storageClass) implements ClaimGap {
        @Override
        public ObjectKind<?> kind() {
            return StorageClass.KIND;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.itsClass(this);
        }
    }

    /** Whether there is a default class. */
    record DefaultClass() implements ClaimGap {
        @Override
        public ObjectKind<?> kind() {
            return StorageClass.KIND;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.defaultClass(this);
        }
    }

    /** Whether a pod uses it, for which its class waits. */
    record Consumers(Ref<StorageClass> storageClass) implements ClaimGap {
        @Override
        public ObjectKind<?> kind() {
            return Pod.KIND;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.consumers(this);
        }
    }
}
