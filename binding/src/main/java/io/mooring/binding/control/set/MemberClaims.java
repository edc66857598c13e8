package io.mooring.binding.control.set;

import io.mooring.admission.Verdict;
import io.mooring.binding.claims.ClaimOutcome;
import io.mooring.binding.claims.ClaimRefusal;
import io.mooring.binding.claims.Expansion;
import io.mooring.binding.claims.OwnedClaim;
import io.mooring.binding.claims.Ownership;
import io.mooring.binding.finding.ClaimObstacle;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The claims of one replica: made before its pod, given their owners with it.
 *
 * @param missing those that are to be made
 * @param obstacles what stands in the way of the pod, in the claims' order
 */
record MemberClaims(
        SetView view, ObjectMeta pod, List<OwnedClaim> claims, List<NewClaim> missing, List<ClaimObstacle> obstacles) {

    /** A claim to be made, and what the API says to it. */
    record NewClaim(PersistentVolumeClaim claim, Verdict verdict) {}

    /** @param pod its metadata; its uid only if it exists */
    static MemberClaims of(SetView view, int ordinal, ObjectMeta pod) {
        List<OwnedClaim> claims = Expansion.claims(view.set(), ordinal, view.existing());
        List<NewClaim> missing = new ArrayList<>();
        List<ClaimObstacle> obstacles = new ArrayList<>();
        for (OwnedClaim claim : claims) {
            if (claim.outcome() instanceof ClaimOutcome.Refused refused) {
                obstacles.add(new ClaimObstacle.BeingDeleted(refused.claim().ref()));
            } else if (claim.outcome() instanceof ClaimOutcome.Made made) {
                Verdict verdict = view.world().verdictOn(made.claim());
                missing.add(new NewClaim(made.claim(), verdict));
                if (verdict instanceof Verdict.Refused refused) {
                    obstacles.add(new ClaimObstacle.Refused(made.claim().ref(), refused.message()));
                }
            }
        }
        return new MemberClaims(view, pod, claims, missing, obstacles);
    }

    /** The claim that still goes with an earlier pod of the same name. Models {@code PodClaimIsStale}. */
    Optional<Ref<PersistentVolumeClaim>> stale() {
        return claims.stream()
                .filter(claim -> claim.outcome() instanceof ClaimOutcome.Refused refused
                        && refused.reason() instanceof ClaimRefusal.OfEarlierPod)
                .map(claim -> claim.outcome().claim().ref())
                .findFirst();
    }

    /** Those that are to be made. */
    List<Ref<PersistentVolumeClaim>> missingRefs() {
        return missing.stream().map(each -> each.claim().ref()).toList();
    }

    /** Makes those that are missing and tells of them. Models {@code createPersistentVolumeClaims}. */
    void make(Work work) {
        for (NewClaim each : missing) {
            String name = each.claim().metadata().name();
            if (each.verdict() instanceof Verdict.Refused refused) {
                work.add(work.events().claimFailed(name, pod.name(), refused.message()));
                work.addHopeless(new Write.Create(each.claim()));
            } else {
                work.add(new Write.CreateAdmitted((Verdict.Admitted) each.verdict()));
                work.add(work.events().claimMade(name, pod.name()));
            }
        }
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
