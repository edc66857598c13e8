package io.mooring.binding.control.set;

import io.mooring.admission.Verdict;
import io.mooring.binding.claims.ClaimOutcome;
import io.mooring.binding.claims.ClaimRefusal;
import io.mooring.binding.claims.Expansion;
import io.mooring.binding.claims.OwnedClaim;
import io.mooring.binding.claims.Ownership;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claims of one replica: made before its pod, given their owners with it. */
record MemberClaims(SetView view, ObjectMeta pod, List<OwnedClaim> claims) {

    /** @param pod its metadata; its uid only if it exists */
    static MemberClaims of(SetView view, int ordinal, ObjectMeta pod) {
        return new MemberClaims(view, pod, Expansion.claims(view.set(), ordinal, view.existing()));
    }

    /** Whether a claim still goes with an earlier pod of the same name. Models {@code PodClaimIsStale}. */
    boolean isStale() {
        return claims.stream()
                .anyMatch(claim -> claim.outcome() instanceof ClaimOutcome.Refused refused
                        && refused.reason() instanceof ClaimRefusal.OfEarlierPod);
    }

    boolean isMissingAny() {
        return claims.stream().anyMatch(claim -> claim.outcome() instanceof ClaimOutcome.Made);
    }

    /**
     * Makes those that are missing and tells of them. Models {@code createPersistentVolumeClaims}.
     *
     * @return what stands in the way of the pod
     */
    Optional<String> make(Work work) {
        List<String> errors = new ArrayList<>();
        for (OwnedClaim claim : claims) {
            if (claim.outcome() instanceof ClaimOutcome.Refused) {
                errors.add("pvc " + claim.name() + " is being deleted");
            } else if (claim.outcome() instanceof ClaimOutcome.Made made) {
                make(made.claim(), work).ifPresent(errors::add);
            }
        }
        return switch (errors.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(errors.get(0));
            default -> Optional.of("[" + String.join(", ", errors) + "]");
        };
    }

    private Optional<String> make(PersistentVolumeClaim claim, Work work) {
        String name = claim.metadata().name();
        Verdict verdict = view.world().verdictOn(claim);
        if (verdict instanceof Verdict.Refused refused) {
            work.add(work.events().claimFailed(name, pod.name(), refused.message()));
            work.addHopeless(new Write.Create(claim));
            return Optional.of("failed to create PVC " + name + ": " + refused.message());
        }
        work.add(new Write.CreateAdmitted((Verdict.Admitted) verdict));
        work.add(work.events().claimMade(name, pod.name()));
        return Optional.empty();
    }

    /** Whether all have the owners that the retention policy gives them. Models {@code ClaimsMatchRetentionPolicy}. */
    boolean haveOwners() {
        return existing().stream().noneMatch(claim -> ownership(claim) instanceof Ownership.Changed);
    }

    /** Gives them those owners. Models {@code UpdatePodClaimForRetentionPolicy}. */
    void giveOwners(Work work) {
        for (PersistentVolumeClaim claim : existing()) {
            Expansion.conflictingController(view.set(), pod, claim)
                    .ifPresent(conflicting -> work.add(
                            work.events().conflictingController(claim.metadata().name())));
            if (ownership(claim) instanceof Ownership.Changed changed) {
                work.add(new Write.Update(
                        claim.withMetadata(claim.metadata().withOwnerReferences(changed.references()))));
            }
        }
    }

    private Ownership ownership(PersistentVolumeClaim claim) {
        return Expansion.ownership(view.set(), pod, claim);
    }

    private List<PersistentVolumeClaim> existing() {
        return claims.stream()
                .filter(claim -> !(claim.outcome() instanceof ClaimOutcome.Made))
                .map(claim -> claim.outcome().claim())
                .toList();
    }
}
