package io.mooring.binding.control.set;

import io.mooring.admission.Verdict;
import io.mooring.binding.claims.ClaimDecision;
import io.mooring.binding.claims.OwnerReferenceUpdate;
import io.mooring.binding.claims.ReplicaClaim;
import io.mooring.binding.claims.VolumeClaimTemplates;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The claims of one replica: made before its pod, given their owners with it. */
record MemberClaims(SetView view, ObjectMeta pod, List<ReplicaClaim> claims) {

    /** @param pod its metadata; its uid only if it exists */
    static MemberClaims of(SetView view, int ordinal, ObjectMeta pod) {
        return new MemberClaims(view, pod, VolumeClaimTemplates.claims(view.set(), ordinal, view.existing()));
    }

    /** Whether a claim still goes with an earlier pod of the same name. Models {@code PodClaimIsStale}. */
    boolean isStale() {
        return claims.stream()
                .anyMatch(claim -> claim.decision() instanceof ClaimDecision.Refuse refuse
                        && refuse.reason().isOfEarlierPod());
    }

    boolean isMissingAny() {
        return claims.stream().anyMatch(claim -> claim.decision() instanceof ClaimDecision.Create);
    }

    /**
     * Makes those that are missing and tells of them. Models {@code createPersistentVolumeClaims}.
     *
     * @return what stands in the way of the pod
     */
    Optional<String> make(Work work) {
        List<String> errors = new ArrayList<>();
        Maker maker = new Maker(work);
        for (ReplicaClaim claim : claims) {
            claim.decision().accept(maker).ifPresent(errors::add);
        }
        return switch (errors.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(errors.get(0));
            default -> Optional.of("[" + String.join(", ", errors) + "]");
        };
    }

    /** For each claim what stands in the way of the pod. */
    private final class Maker implements ClaimDecision.Visitor<Optional<String>> {
        private final Work work;

        Maker(Work work) {
            this.work = work;
        }

        @Override
        public Optional<String> visit(ClaimDecision.Create decision) {
            return make(decision.claim(), work);
        }

        @Override
        public Optional<String> visit(ClaimDecision.Use decision) {
            return Optional.empty();
        }

        @Override
        public Optional<String> visit(ClaimDecision.Refuse decision) {
            return Optional.of("pvc " + decision.claim().metadata().name() + " is being deleted");
        }
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
        return existing().stream()
                .allMatch(claim -> ownerReferences(claim).change().isEmpty());
    }

    /** Gives them those owners. Models {@code UpdatePodClaimForRetentionPolicy}. */
    void giveOwners(Work work) {
        for (PersistentVolumeClaim claim : existing()) {
            VolumeClaimTemplates.unexpectedController(view.set(), pod, claim)
                    .ifPresent(conflicting -> work.add(
                            work.events().conflictingController(claim.metadata().name())));
            ownerReferences(claim)
                    .change()
                    .map(references -> claim.metadata().withOwnerReferences(references))
                    .ifPresent(metadata -> work.add(new Write.Update(claim.withMetadata(metadata))));
        }
    }

    private OwnerReferenceUpdate ownerReferences(PersistentVolumeClaim claim) {
        return VolumeClaimTemplates.ownerReferences(view.set(), pod, claim);
    }

    private List<PersistentVolumeClaim> existing() {
        return claims.stream()
                .filter(claim -> !(claim.decision() instanceof ClaimDecision.Create))
                .map(claim -> claim.decision().claim())
                .toList();
    }
}
