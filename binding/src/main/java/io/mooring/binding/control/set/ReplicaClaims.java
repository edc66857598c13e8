package io.mooring.binding.control.set;

import io.mooring.admission.Verdict;
import io.mooring.binding.claims.ClaimDecision;
import io.mooring.binding.claims.ReplicaClaim;
import io.mooring.binding.claims.VolumeClaimTemplates;
import io.mooring.binding.finding.ClaimObstacle;
import io.mooring.binding.world.Cluster;
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
 * @param pod its metadata; its uid only if it exists
 * @param existing those that there are, whether the set can use them or not
 * @param missing those that are to be made
 * @param obstacles what stands in the way of the pod, in the claims' order
 * @param stale the one that still goes with an earlier pod of the same name
 */
record ReplicaClaims(
        SetView view,
        ObjectMeta pod,
        List<PersistentVolumeClaim> existing,
        List<NewClaim> missing,
        List<ClaimObstacle> obstacles,
        Optional<Ref<PersistentVolumeClaim>> stale) {

    /** A claim to be made, and what the API says to it. */
    record NewClaim(PersistentVolumeClaim claim, Verdict verdict) {}

    /** @param pod its metadata; its uid only if it exists */
    static ReplicaClaims of(SetView view, int ordinal, ObjectMeta pod) {
        Sorting sorting = new Sorting(view.cluster());
        for (ReplicaClaim claim : VolumeClaimTemplates.claims(view.set(), ordinal, view.existing())) {
            claim.decision().accept(sorting);
        }
        return new ReplicaClaims(view, pod, sorting.existing, sorting.missing, sorting.obstacles, sorting.stale);
    }

    /** Sorts the claims by what the set decides on each. */
    private static final class Sorting implements ClaimDecision.Cases<Sorting> {
        private final Cluster cluster;
        private final List<PersistentVolumeClaim> existing = new ArrayList<>();
        private final List<NewClaim> missing = new ArrayList<>();
        private final List<ClaimObstacle> obstacles = new ArrayList<>();
        private Optional<Ref<PersistentVolumeClaim>> stale = Optional.empty();

        Sorting(Cluster cluster) {
            this.cluster = cluster;
        }

        @Override
        public Sorting create(ClaimDecision.Create decision) {
            PersistentVolumeClaim claim = decision.claim();
            Verdict verdict = cluster.verdictOn(claim);
            missing.add(new NewClaim(claim, verdict));
            verdict.refused()
                    .ifPresent(refused ->
                            obstacles.add(new ClaimObstacle.Refused(claim.ref(), refused.message(), refused.by())));
            return this;
        }

        @Override
        public Sorting use(ClaimDecision.Use decision) {
            existing.add(decision.claim());
            return this;
        }

        @Override
        public Sorting refuse(ClaimDecision.Refuse decision) {
            Ref<PersistentVolumeClaim> claim = decision.claim().ref();
            existing.add(decision.claim());
            obstacles.add(new ClaimObstacle.BeingDeleted(claim));
            if (stale.isEmpty() && decision.reason().isOfEarlierPod()) {
                stale = Optional.of(claim);
            }
            return this;
        }
    }

    /** Those that are to be made. */
    List<Ref<PersistentVolumeClaim>> missingRefs() {
        return missing.stream().map(each -> each.claim().ref()).toList();
    }

    /** Creates those that are missing, with an event each. Models {@code createPersistentVolumeClaims}. */
    void create(SetWrites writes) {
        missing.forEach(each -> each.verdict().accept(new ClaimCreation(writes, each.claim(), pod.name())));
    }

    private record ClaimCreation(SetWrites writes, PersistentVolumeClaim claim, String pod)
            implements Verdict.Cases<SetWrites> {
        @Override
        public SetWrites admitted(Verdict.Admitted verdict) {
            writes.add(new Write.CreateAdmitted(verdict));
            writes.add(writes.events().claimCreated(claim.metadata().name(), pod));
            return writes;
        }

        @Override
        public SetWrites refused(Verdict.Refused verdict) {
            writes.add(writes.events().claimFailed(claim.metadata().name(), pod, verdict.message()));
            writes.addRefused(new Write.Create(claim));
            return writes;
        }
    }

    /** Whether all have the owners that the retention policy gives them. Models {@code ClaimsMatchRetentionPolicy}. */
    boolean haveOwners() {
        return existing.stream()
                .allMatch(claim -> VolumeClaimTemplates.ownerReferences(view.set(), pod, claim)
                        .change()
                        .isEmpty());
    }

    /** Gives them those owners. Models {@code UpdatePodClaimForRetentionPolicy}. */
    void giveOwners(SetWrites writes) {
        for (PersistentVolumeClaim claim : existing) {
            VolumeClaimTemplates.unexpectedController(view.set(), pod, claim)
                    .ifPresent(conflicting -> writes.add(writes.events()
                            .conflictingController(claim.metadata().name())));
            VolumeClaimTemplates.ownerReferences(view.set(), pod, claim)
                    .change()
                    .map(references -> claim.metadata().withOwnerReferences(references))
                    .ifPresent(metadata -> writes.add(new Write.Update(claim.withMetadata(metadata))));
        }
    }
}
