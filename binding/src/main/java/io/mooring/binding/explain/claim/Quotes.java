package io.mooring.binding.explain.claim;

import io.mooring.binding.control.binder.ClaimEventTexts;
import io.mooring.binding.explain.Quote;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimBindingFinding.AwaitsProvisioner;
import io.mooring.binding.finding.ClaimBindingFinding.ConsumersNotScheduled;
import io.mooring.binding.finding.ProvisioningFinding;
import io.mooring.binding.world.Event;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.Optional;

/** The event to quote for a finding: one that was recorded about the claim, and that still holds. */
record Quotes(Evidence evidence, PersistentVolumeClaim claim) {

    /** What the provisioner that the claim waits for warned of last; else the binder's event of the finding. */
    Optional<Quote> of(ClaimBindingFinding finding) {
        return provisioner(finding)
                .flatMap(this::lastWarning)
                .or(() -> ClaimEventTexts.of(finding)
                        .map(text -> new Quote(text.reason(), text.message()))
                        .filter(this::wasRecorded));
    }

    /** A claim whose node a provisioner refused waits for its pod again. */
    private Optional<String> provisioner(ClaimBindingFinding finding) {
        if (finding instanceof AwaitsProvisioner waiting) {
            return Optional.of(waiting.provisioner());
        }
        boolean wasRefused = evidence.cluster()
                .finding(claim.ref())
                .filter(ProvisioningFinding.NodesRefused.class::isInstance)
                .isPresent();
        return finding instanceof ConsumersNotScheduled waiting && wasRefused
                ? evidence.cluster().get(waiting.storageClass()).map(StorageClass::provisioner)
                : Optional.empty();
    }

    Optional<Quote> lastWarning(String provisioner) {
        return evidence.lastWarning(claim, event -> isFrom(provisioner, event));
    }

    /** A provisioner may add to its name which of its replicas it is: {@code ebs.csi.aws.com_ebs-csi-controller-0_...}. */
    private static boolean isFrom(String provisioner, Event event) {
        return event.source().equals(provisioner) || event.source().startsWith(provisioner + "_");
    }

    private boolean wasRecorded(Quote quote) {
        return evidence.eventsOf(claim).stream()
                .anyMatch(event ->
                        event.reason().equals(quote.reason()) && event.message().equals(quote.message()));
    }
}
