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
import java.util.function.Supplier;
import java.util.stream.Stream;

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
        Optional<PodRejection> first = rejections(uses).findFirst();
        return first.isPresent() ? new Result.Rejected(first.get()) : new Result.Passed(claims(uses));
    }

    /** All that speaks against every node, in the order in which upstream asks. */
    List<PodRejection> unmet() {
        return rejections(uses()).distinct().toList();
    }

    private Stream<PodRejection> rejections(List<ClaimUse> uses) {
        return Stream.<Supplier<Stream<PodRejection>>>of(
                        this::nodeAffinity,
                        () -> volumeRestrictions(uses),
                        () -> podClaims(uses),
                        () -> volumeBinding(uses),
                        () -> volumeZone(uses))
                .flatMap(Supplier::get);
    }

    private List<ClaimUse> uses() {
        List<ClaimUse> uses = new ArrayList<>();
        for (PodVolume volume : pod.spec().volumes()) {
            pod.claimName(volume).ifPresent(name -> {
                Ref<PersistentVolumeClaim> claim =
                        PersistentVolumeClaim.ref(pod.metadata().namespace(), name);
                uses.add(new ClaimUse(claim, volume.persistentVolumeClaim().isEmpty()));
            });
        }
        return uses;
    }

    private Stream<PodRejection> nodeAffinity() {
        return NodeNames.of(pod).filter(Set::isEmpty).stream().map(none -> new PodRejection.ContradictoryAffinity());
    }

    /** Ephemeral volumes are not looked at. */
    private Stream<PodRejection> volumeRestrictions(List<ClaimUse> uses) {
        return uses.stream()
                .filter(use -> !use.isEphemeral())
                .map(ClaimUse::claim)
                .filter(claim -> cluster.get(claim).isEmpty())
                .map(PodRejection.ClaimNotFound::new);
    }

    /** Models {@code VolumeBinding.podHasPVCs}; of claims that are missing it has been told already, unless they are ephemeral. */
    private Stream<PodRejection> podClaims(List<ClaimUse> uses) {
        return uses.stream()
                .filter(use -> use.isEphemeral() || cluster.get(use.claim()).isPresent())
                .flatMap(use -> podClaim(use).stream());
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
    private Stream<PodRejection> volumeBinding(List<ClaimUse> uses) {
        List<Ref<PersistentVolumeClaim>> unbound = claimsOf(uses)
                .filter(claim -> !isFullyBound(claim) && !waitsForNode(claim))
                .map(PersistentVolumeClaim::ref)
                .toList();
        return unbound.isEmpty() ? Stream.empty() : Stream.of(new PodRejection.UnboundImmediateClaims(unbound));
    }

    private Stream<PodRejection> volumeZone(List<ClaimUse> uses) {
        return claimsOf(uses)
                .filter(PreFilter::isFullyBound)
                .filter(claim -> cluster.get(namedVolume(claim)).isEmpty())
                .map(claim -> new PodRejection.VolumeNotFound(claim.ref(), namedVolume(claim)));
    }

    private Stream<PersistentVolumeClaim> claimsOf(List<ClaimUse> uses) {
        return uses.stream().flatMap(use -> cluster.get(use.claim()).stream());
    }

    private PodClaims claims(List<ClaimUse> uses) {
        return new PodClaims(
                claimsOf(uses).filter(PreFilter::isFullyBound).toList(),
                claimsOf(uses).filter(claim -> !isFullyBound(claim)).toList(),
                inUse(uses));
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
        return uses.stream()
                .filter(use -> !use.isEphemeral())
                .flatMap(use -> cluster.get(use.claim()).stream())
                .filter(claim -> claim.spec().accessModes().contains(AccessMode.READ_WRITE_ONCE_POD))
                .map(claim -> new NodeRejection.ClaimInUse(claim.ref(), otherUsers(claim)))
                .filter(claim -> !claim.pods().isEmpty())
                .toList();
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
