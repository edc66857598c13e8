package io.mooring.binding.explain.fix;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.finding.ClaimBindingFinding.AwaitsProvisioner;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/**
 * What waits for a provisioner that does not run here, as in a cluster that was opened: it has all that it needs of others,
 * unless the provisioner has said that it fails.
 */
final class Awaited {
    private static final String FAILED = "ProvisioningFailed";

    private Awaited() {}

    /** The provisioner that the claim is left to; empty if it waits for something else, or the provisioner runs here. */
    static Optional<String> outside(Cluster settled, PersistentVolumeClaim claim) {
        return Optional.of(ClaimFindings.of(settled, claim))
                .filter(AwaitsProvisioner.class::isInstance)
                .map(finding -> ((AwaitsProvisioner) finding).provisioner())
                .filter(name -> claim.spec().selector().isEmpty())
                .filter(name -> !runsHere(settled, name) && !hasFailed(settled, claim));
    }

    private static boolean runsHere(Cluster settled, String provisioner) {
        String driver = CsiMigration.driverOf(provisioner).orElse(provisioner);
        return settled.controllers().all().stream()
                .anyMatch(controller -> controller.name().equals(driver));
    }

    private static boolean hasFailed(Cluster settled, PersistentVolumeClaim claim) {
        return settled.eventsOf(claim).stream()
                .anyMatch(event ->
                        event.type() == Event.Type.WARNING && event.reason().equals(FAILED));
    }

    /** Whether all that the pod waits for are such claims. */
    static boolean isAll(Cluster settled, Pod pod) {
        PodFinding finding = PodFindings.of(settled, pod);
        if (finding instanceof PodFinding.BindingVolumes binding) {
            return !binding.provisions().isEmpty() && areOutside(settled, binding.provisions());
        }
        return finding instanceof PodFinding.RejectedByPreFilter rejected
                && rejected.rejection() instanceof PodRejection.UnboundImmediateClaims unbound
                && areOutside(settled, unbound.claims());
    }

    private static boolean areOutside(Cluster settled, List<Ref<PersistentVolumeClaim>> claims) {
        return claims.stream()
                .allMatch(ref -> settled.get(ref)
                        .flatMap(claim -> outside(settled, claim))
                        .isPresent());
    }
}
