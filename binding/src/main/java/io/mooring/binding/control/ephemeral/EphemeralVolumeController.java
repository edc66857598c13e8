package io.mooring.binding.control.ephemeral;

import io.mooring.admission.Verdict;
import io.mooring.binding.control.volume.EphemeralClaims;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the claims of pods' ephemeral volumes. A claim of the right name that is not the pod's own is left alone and told
 * of. Models {@code pkg/controller/volume/ephemeral}.
 */
public final class EphemeralVolumeController implements Controller<Ref<Pod>> {

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
    public List<Wake<Ref<Pod>>> wakes(Change change, Cluster world) {
        if (change.object() instanceof Pod pod) {
            return !change.isRemoval() && hasEphemeralVolumes(pod) ? List.of(Wake.now(pod.ref())) : List.of();
        }
        if (change.object() instanceof PersistentVolumeClaim claim && change.isRemoval()) {
            return VolumeIndexes.PODS_BY_CLAIM
                    .find(world, claim.ref())
                    .filter(EphemeralVolumeController::hasEphemeralVolumes)
                    .map(pod -> Wake.now(pod.ref()))
                    .toList();
        }
        return List.of();
    }

    private static boolean hasEphemeralVolumes(Pod pod) {
        return pod.spec().volumes().stream()
                .anyMatch(volume -> volume.ephemeral().isPresent());
    }

    @Override
    public List<Write> reconcile(Cluster world, Ref<Pod> item) {
        return world.get(item)
                .filter(pod -> !pod.metadata().isBeingDeleted())
                .map(pod -> reconcile(world, pod))
                .orElse(List.of());
    }

    private static List<Write> reconcile(Cluster world, Pod pod) {
        List<Write> writes = new ArrayList<>();
        for (PodVolume volume : pod.spec().volumes()) {
            Optional<String> problem = volume.ephemeral()
                    .flatMap(EphemeralVolumeSource::volumeClaimTemplate)
                    .flatMap(template -> make(world, pod, volume, template, writes));
            if (problem.isPresent()) {
                String message = "ephemeral volume " + volume.name() + ": " + problem.get();
                writes.add(0, Write.warning(pod, "FailedBinding", message));
                return writes;
            }
        }
        return writes;
    }

    /** What stands in the way of the claim; what follows is not looked at then. Models {@code handleVolume}. */
    private static Optional<String> make(
            Cluster world, Pod pod, PodVolume volume, EphemeralClaimTemplate template, List<Write> writes) {
        Optional<PersistentVolumeClaim> existing =
                world.claim(pod.metadata().namespace(), pod.ephemeralClaimName(volume));
        if (existing.isPresent()) {
            return EphemeralClaims.refusal(pod, existing.get());
        }
        PersistentVolumeClaim claim = EphemeralClaims.make(pod, volume, template);
        writes.add(new Write.Create(claim));
        return world.verdictOn(claim) instanceof Verdict.Refused refused
                ? Optional.of("create PVC " + claim.metadata().name() + ": " + refused.message())
                : Optional.empty();
    }
}
