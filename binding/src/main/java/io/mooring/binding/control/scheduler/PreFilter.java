package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.EphemeralClaims;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.AccessMode;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What is asked of a pod before any node is looked at. Models the {@code PreFilter} of the plug-ins {@code nodeaffinity},
 * {@code volumerestrictions}, {@code volumebinding} and {@code volumezone}.
 */
record PreFilter(Cluster cluster, Pod pod) {

    /** What comes of it. */
    sealed interface Result {
        /** Answers by the case for this result. */
        <R> R accept(Cases<R> cases);

        /** One case for each kind of result. */
        interface Cases<R> {
            R rejected(Rejected result);

            R passed(Passed result);
        }

        /** No node needs to be looked at. */
        record Rejected(PodRejection rejection) implements Result {
            @Override
            public <R> R accept(Cases<R> cases) {
                return cases.rejected(this);
            }
        }

        /** It depends on the nodes. */
        record Passed(PodClaims claims) implements Result {
            @Override
            public <R> R accept(Cases<R> cases) {
                return cases.passed(this);
            }
        }
    }

    /** A volume of the pod that stands on a claim. */
    private record ClaimUse(Ref<PersistentVolumeClaim> claim, boolean isEphemeral) {}

    Result run() {
        List<ClaimUse> uses = uses();
        for (Function<List<ClaimUse>, List<PodRejection>> rule : rules()) {
            List<PodRejection> rejections = rule.apply(uses);
            if (!rejections.isEmpty()) {
                return new Result.Rejected(rejections.get(0));
            }
        }
        return new Result.Passed(claims(uses));
    }

    /** All that speaks against every node, in the order in which upstream asks. */
    List<PodRejection> unmet() {
        List<ClaimUse> uses = uses();
        return rules().stream()
                .flatMap(rule -> rule.apply(uses).stream())
                .distinct()
                .toList();
    }

    /** What each of the plug-ins has against every node, in the order in which upstream asks. */
    private List<Function<List<ClaimUse>, List<PodRejection>>> rules() {
        return List.of(
                uses -> nodeAffinity(),
                this::volumeRestrictions,
                this::podClaims,
                this::volumeBinding,
                this::volumeZone);
    }

    private List<ClaimUse> uses() {
        List<ClaimUse> uses = new ArrayList<>();
        for (PodVolume volume : pod.spec().volumes()) {
            Optional<String> name = pod.claimName(volume);
            if (name.isPresent()) {
                Ref<PersistentVolumeClaim> claim =
                        PersistentVolumeClaim.ref(pod.metadata().namespace(), name.get());
                uses.add(new ClaimUse(claim, volume.persistentVolumeClaim().isEmpty()));
            }
        }
        return uses;
    }

    private List<PodRejection> nodeAffinity() {
        return NodeNames.of(pod).filter(Set::isEmpty).isPresent()
                ? List.of(new PodRejection.ContradictoryAffinity())
                : List.of();
    }

    /** Ephemeral volumes are not looked at. */
    private List<PodRejection> volumeRestrictions(List<ClaimUse> uses) {
        List<PodRejection> rejections = new ArrayList<>();
        for (ClaimUse use : uses) {
            if (!use.isEphemeral() && cluster.get(use.claim()).isEmpty()) {
                rejections.add(new PodRejection.ClaimNotFound(use.claim()));
            }
        }
        return rejections;
    }

    /** Models {@code VolumeBinding.podHasPVCs}; of claims that are missing it has been told already, unless they are ephemeral. */
    private List<PodRejection> podClaims(List<ClaimUse> uses) {
        List<PodRejection> rejections = new ArrayList<>();
        for (ClaimUse use : uses) {
            if (use.isEphemeral() || cluster.get(use.claim()).isPresent()) {
                podClaim(use).ifPresent(rejections::add);
            }
        }
        return rejections;
    }

    private Optional<PodRejection> podClaim(ClaimUse use) {
        Optional<PersistentVolumeClaim> found = cluster.get(use.claim());
        if (found.isEmpty()) {
            return Optional.of(new PodRejection.EphemeralClaimNotFound(use.claim()));
        }
        PersistentVolumeClaim claim = found.get();
        if (claim.isIn(ClaimPhase.LOST)) {
            return Optional.of(new PodRejection.ClaimLost(use.claim(), namedVolume(claim)));
        }
        if (claim.metadata().isBeingDeleted() && !Scheduler.isBindingVolumes(pod)) {
            return Optional.of(new PodRejection.ClaimBeingDeleted(use.claim()));
        }
        return use.isEphemeral() && !EphemeralClaims.isFor(pod, claim)
                ? Optional.of(new PodRejection.EphemeralClaimOfAnother(use.claim()))
                : Optional.empty();
    }

    /** Models {@code GetPodVolumeClaims}. */
    private List<PodRejection> volumeBinding(List<ClaimUse> uses) {
        List<Ref<PersistentVolumeClaim>> unbound = new ArrayList<>();
        for (PersistentVolumeClaim claim : claimsOf(uses)) {
            if (!isFullyBound(claim) && !waitsForNode(claim)) {
                unbound.add(claim.ref());
            }
        }
        return unbound.isEmpty() ? List.of() : List.of(new PodRejection.UnboundImmediateClaims(unbound));
    }

    private List<PodRejection> volumeZone(List<ClaimUse> uses) {
        List<PodRejection> rejections = new ArrayList<>();
        for (PersistentVolumeClaim claim : claimsOf(uses)) {
            if (isFullyBound(claim) && cluster.get(namedVolume(claim)).isEmpty()) {
                rejections.add(new PodRejection.VolumeNotFound(claim.ref(), namedVolume(claim)));
            }
        }
        return rejections;
    }

    private List<PersistentVolumeClaim> claimsOf(List<ClaimUse> uses) {
        List<PersistentVolumeClaim> claims = new ArrayList<>();
        for (ClaimUse use : uses) {
            cluster.get(use.claim()).ifPresent(claims::add);
        }
        return claims;
    }

    private PodClaims claims(List<ClaimUse> uses) {
        List<PersistentVolumeClaim> bound = new ArrayList<>();
        List<PersistentVolumeClaim> waiting = new ArrayList<>();
        for (PersistentVolumeClaim claim : claimsOf(uses)) {
            (isFullyBound(claim) ? bound : waiting).add(claim);
        }
        return new PodClaims(bound, waiting, inUse(uses));
    }

    /** The volume that the claim names; of a lost claim that names none Kubernetes speaks as of a volume without a name. */
    private static Ref<PersistentVolume> namedVolume(PersistentVolumeClaim claim) {
        return PersistentVolume.ref(claim.spec().volumeName());
    }

    /** Models {@code isPVCFullyBound}. */
    private static boolean isFullyBound(PersistentVolumeClaim claim) {
        return claim.volume().isPresent() && claim.wasBound();
    }

    /** A claim that names its volume itself is the binder's, whatever its class. */
    private boolean waitsForNode(PersistentVolumeClaim claim) {
        return claim.volume().isEmpty() && StorageClasses.waitsForFirstConsumer(cluster, claim);
    }

    /** Part of {@code volumerestrictions}; whether the node is another makes no difference. */
    private List<NodeRejection.ClaimInUse> inUse(List<ClaimUse> uses) {
        List<NodeRejection.ClaimInUse> inUse = new ArrayList<>();
        for (ClaimUse use : uses) {
            Optional<PersistentVolumeClaim> claim = use.isEphemeral() ? Optional.empty() : cluster.get(use.claim());
            if (claim.isPresent() && claim.get().spec().accessModes().contains(AccessMode.READ_WRITE_ONCE_POD)) {
                List<Ref<Pod>> others = otherUsers(claim.get());
                if (!others.isEmpty()) {
                    inUse.add(new NodeRejection.ClaimInUse(use.claim(), others));
                }
            }
        }
        return inUse;
    }

    private List<Ref<Pod>> otherUsers(PersistentVolumeClaim claim) {
        return VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, claim.ref())
                .filter(NodeLoads::takesRoom)
                .map(Pod::ref)
                .filter(other -> !other.equals(pod.ref()))
                .toList();
    }
}
