package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.Report;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.lifecycle.VolumeEvent;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeMode;
import java.util.List;
import java.util.Optional;

/**
 * What was observed of a volume, and what is needed to act on it.
 *
 * @param claim the claim that it is about, where there is one
 * @param first what was written on the way to the observation
 * @param report what to say, should the transition ask for it
 */
record VolumeSighting(
        VolumeEvent event, Optional<PersistentVolumeClaim> claim, List<Write> first, Optional<Report> report) {

    private static final Report UNKNOWN_POLICY =
            Report.warning("VolumeUnknownReclaimPolicy", "Volume has unrecognized PersistentVolumeReclaimPolicy");

    static VolumeSighting of(VolumeEvent event) {
        return new VolumeSighting(event, Optional.empty(), List.of(), Optional.empty());
    }

    static VolumeSighting of(VolumeEvent event, Report report) {
        return new VolumeSighting(event, Optional.empty(), List.of(), Optional.of(report));
    }

    static VolumeSighting of(VolumeEvent event, PersistentVolumeClaim claim) {
        return new VolumeSighting(event, Optional.of(claim), List.of(), Optional.empty());
    }

    VolumeSighting after(List<Write> writes) {
        return new VolumeSighting(event, claim, writes, report);
    }

    /** Models the branches of {@code syncVolume}. */
    static VolumeSighting of(Cluster world, PersistentVolume volume) {
        Optional<ObjectReference> claimRef = volume.spec().claimRef();
        if (claimRef.isEmpty()) {
            return of(VolumeEvent.UNCLAIMED);
        }
        if (claimRef.get().uid().isEmpty()) {
            return of(VolumeEvent.RESERVED);
        }
        Optional<PersistentVolumeClaim> claim = world.claim(
                        claimRef.get().namespace(), claimRef.get().name())
                .filter(found -> found.metadata().uid().equals(claimRef.get().uid()));
        return claim.map(found -> tied(volume, found)).orElseGet(() -> abandoned(volume));
    }

    private static VolumeSighting tied(PersistentVolume volume, PersistentVolumeClaim claim) {
        String volumeName = claim.spec().volumeName();
        if (volumeName.isEmpty()) {
            return of(
                    haveSameMode(volume, claim) ? VolumeEvent.CLAIM_NOT_BOUND_YET : VolumeEvent.CLAIM_OF_OTHER_MODE,
                    claim);
        }
        if (volumeName.equals(volume.metadata().name())) {
            return of(VolumeEvent.CLAIM_HOLDS_IT, claim);
        }
        boolean isProvisioned = volume.metadata().annotations().containsKey(VolumeAnnotations.PROVISIONED_BY);
        return of(
                isProvisioned && has(volume, ReclaimPolicy.DELETE)
                        ? VolumeEvent.PROVISIONED_IN_VAIN
                        : VolumeEvent.CLAIM_ELSEWHERE,
                claim);
    }

    /** Models the {@code switch} of {@code reclaimVolume}. */
    private static VolumeSighting abandoned(PersistentVolume volume) {
        if (has(volume, ReclaimPolicy.RETAIN)) {
            return of(VolumeEvent.CLAIM_GONE_RETAIN);
        }
        if (has(volume, ReclaimPolicy.DELETE)) {
            return of(VolumeEvent.CLAIM_GONE_DELETE);
        }
        if (has(volume, ReclaimPolicy.RECYCLE)) {
            return of(VolumeEvent.CLAIM_GONE_RECYCLE);
        }
        return of(VolumeEvent.CLAIM_GONE_OTHER_POLICY, UNKNOWN_POLICY);
    }

    private static boolean has(PersistentVolume volume, ReclaimPolicy policy) {
        return volume.spec()
                .persistentVolumeReclaimPolicy()
                .filter(policy::equals)
                .isPresent();
    }

    static boolean haveSameMode(PersistentVolume volume, PersistentVolumeClaim claim) {
        return volume.spec()
                .volumeMode()
                .orElse(VolumeMode.FILESYSTEM)
                .equals(claim.spec().volumeMode().orElse(VolumeMode.FILESYSTEM));
    }
}
