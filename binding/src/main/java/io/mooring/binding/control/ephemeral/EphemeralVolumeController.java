package io.mooring.binding.control.ephemeral;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.EphemeralClaims;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Creates the claims of pods' ephemeral volumes. A claim of the right name that is not the pod's own is left alone, with an
 * event on the pod. Models {@code pkg/controller/volume/ephemeral}.
 */
public final class EphemeralVolumeController implements PlaneController<Ref<Pod>> {
    private static final Watches<Ref<Pod>> WATCHES = Watches.<Pod, Ref<Pod>>of(
                    Pod.KIND, Watches.Handler.ofItself(EphemeralVolumeController::hasEphemeralVolumes, Pod::ref))
            .and(
                    PersistentVolumeClaim.KIND,
                    (change, cluster) -> change.isRemoval()
                            ? VolumeIndexes.PODS_BY_CLAIM
                                    .find(cluster, change.ref())
                                    .filter(EphemeralVolumeController::hasEphemeralVolumes)
                                    .map(pod -> Wake.now(pod.ref()))
                                    .toList()
                            : List.of());

    public EphemeralVolumeController() {}

    @Override
    public String name() {
        return "ephemeral-volume-controller";
    }

    @Override
    public List<View<?>> views() {
        return List.of(VolumeIndexes.PODS_BY_CLAIM);
    }

    @Override
    public Watches<Ref<Pod>> watches() {
        return WATCHES;
    }

    private static boolean hasEphemeralVolumes(Pod pod) {
        for (PodVolume volume : pod.spec().volumes()) {
            if (volume.ephemeral().isPresent()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<Pod> item) {
        return cluster.get(item)
                .filter(pod -> !pod.metadata().isBeingDeleted())
                .map(pod -> reconcile(cluster, pod))
                .orElse(List.of());
    }

    /** A claim that cannot be made keeps those of the volumes after it from being made. */
    private static List<Write> reconcile(Cluster cluster, Pod pod) {
        List<Write> writes = new ArrayList<>();
        for (PodVolume volume : pod.spec().volumes()) {
            Optional<PersistentVolumeClaim> claim = volume.ephemeral()
                    .flatMap(EphemeralVolumeSource::volumeClaimTemplate)
                    .map(template -> EphemeralClaims.make(pod, volume, template));
            if (claim.isEmpty()) {
                continue;
            }
            Optional<ClaimProblem> problem = handleVolume(cluster, pod, claim.get(), writes);
            if (problem.isPresent()) {
                String message = "ephemeral volume " + volume.name() + ": "
                        + problem.get().text();
                writes.add(0, Write.warning(pod, "FailedBinding", message));
                return writes;
            }
        }
        return writes;
    }

    private static Optional<ClaimProblem> handleVolume(
            Cluster cluster, Pod pod, PersistentVolumeClaim claim, List<Write> writes) {
        Optional<PersistentVolumeClaim> existing = cluster.get(claim.ref());
        if (existing.isPresent()) {
            return EphemeralClaims.isFor(pod, existing.get())
                    ? Optional.empty()
                    : Optional.of(new ClaimProblem.OfAnother(pod.ref(), claim.ref()));
        }
        writes.add(new Write.Create(claim));
        return cluster.verdictOn(claim)
                .refused()
                .map(refused -> new ClaimProblem.Refused(claim.ref(), refused.message()));
    }
}
