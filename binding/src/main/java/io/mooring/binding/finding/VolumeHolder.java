package io.mooring.binding.finding;

import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;

/**
 * Whom a volume's {@code claimRef} names.
 *
 * @param uid of the one claim that holds the volume, even after it is gone; empty where the volume is only reserved for
 *     whichever claim has the name
 */
public record VolumeHolder(Ref<PersistentVolumeClaim> claim, String uid) {

    public static VolumeHolder of(ObjectReference claimRef) {
        return new VolumeHolder(PersistentVolumeClaim.ref(claimRef), claimRef.uid());
    }

    /** Whether the volume waits for a claim of this name, and no claim has it yet. */
    public boolean isReservation() {
        return uid.isEmpty();
    }

    /** Whether no claim can be the one that is named: each has a name and a namespace. */
    public boolean isNobody() {
        return claim.name().isEmpty() || claim.namespace().isEmpty();
    }

    /** Whether the other is the same claim, or a claim of the name that this reservation is for. */
    public boolean includes(VolumeHolder other) {
        return claim.equals(other.claim) && (isReservation() || uid.equals(other.uid));
    }
}
