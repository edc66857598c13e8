package io.mooring.binding.control.protection;

import io.mooring.binding.control.volume.ClaimConditions;
import io.mooring.binding.control.volume.ClaimDraft;
import io.mooring.binding.control.volume.Finalizers;
import io.mooring.binding.control.volume.PodChanges;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.lifecycle.ClaimAction;
import io.mooring.binding.lifecycle.ClaimEvent;
import io.mooring.binding.lifecycle.ClaimState;
import io.mooring.binding.lifecycle.Lifecycle;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimCondition;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds a claim that is being deleted while a scheduled pod uses it, and tells of a bound claim whether a pod refers to
 * it. Models {@code pvc_protection_controller}.
 */
public final class ClaimProtection implements Controller<Ref<PersistentVolumeClaim>> {
    private static final String UNUSED = "Unused";

    @Override
    public String name() {
        return "persistentvolumeclaim-protection-controller";
    }

    @Override
    public List<View<?>> views() {
        return List.of(VolumeIndexes.PODS_BY_CLAIM);
    }

    @Override
    public List<Wake<Ref<PersistentVolumeClaim>>> wakes(Change change, Cluster world) {
        KubernetesObject object = change.object();
        if (object instanceof PersistentVolumeClaim claim) {
            return change.isRemoval() ? List.of() : List.of(Wake.now(claim.ref()));
        }
        if (!(object instanceof Pod) || !PodChanges.isNews(change)) {
            return List.of();
        }
        return Stream.concat(change.before().stream(), change.after().stream())
                .flatMap(pod -> ((Pod) pod).claims())
                .distinct()
                .map(Wake::now)
                .toList();
    }

    @Override
    public List<Write> reconcile(Cluster world, Ref<PersistentVolumeClaim> item) {
        return world.get(item).map(claim -> reconcile(world, claim)).orElse(List.of());
    }

    private static List<Write> reconcile(Cluster world, PersistentVolumeClaim claim) {
        ClaimDraft draft = new ClaimDraft(claim);
        follow(world, draft, protectionOf(world, claim));
        follow(world, draft, useOf(world, claim));
        return draft.writes();
    }

    private static ClaimEvent protectionOf(Cluster world, PersistentVolumeClaim claim) {
        boolean isProtected = claim.metadata().finalizers().contains(Finalizers.CLAIM_PROTECTION);
        if (!isProtected) {
            return ClaimEvent.UNPROTECTED;
        }
        return pods(world, claim).anyMatch(pod -> holds(pod, claim))
                ? ClaimEvent.POD_HOLDS_IT
                : ClaimEvent.LAST_POD_GONE;
    }

    private static ClaimEvent useOf(Cluster world, PersistentVolumeClaim claim) {
        return pods(world, claim).anyMatch(pod -> !pod.hasEnded() && refersTo(pod, claim))
                ? ClaimEvent.POD_REFERS_TO_IT
                : ClaimEvent.NO_POD_REFERS_TO_IT;
    }

    private static Stream<Pod> pods(Cluster world, PersistentVolumeClaim claim) {
        return VolumeIndexes.PODS_BY_CLAIM.find(world, claim.ref());
    }

    /** Models {@code podUsesPVC}: a pod without a node counts for nothing, one that is shut down not for its own claim. */
    private static boolean holds(Pod pod, PersistentVolumeClaim claim) {
        return pod.isPlaced()
                && pod.spec().volumes().stream()
                        .anyMatch(volume -> names(pod, volume, claim)
                                && (volume.persistentVolumeClaim().isPresent()
                                        || (!isShutDown(pod) && isOwner(pod, claim))));
    }

    private static boolean refersTo(Pod pod, PersistentVolumeClaim claim) {
        return pod.spec().volumes().stream()
                .anyMatch(volume -> names(pod, volume, claim)
                        && (volume.persistentVolumeClaim().isPresent() || isOwner(pod, claim)));
    }

    private static boolean names(Pod pod, PodVolume volume, PersistentVolumeClaim claim) {
        return pod.claimName(volume).filter(claim.metadata().name()::equals).isPresent();
    }

    /** Models {@code podIsShutDown}. */
    private static boolean isShutDown(Pod pod) {
        return pod.metadata().isBeingDeleted()
                && pod.metadata()
                        .deletionGracePeriodSeconds()
                        .filter(seconds -> seconds == 0)
                        .isPresent();
    }

    /** Models {@code ephemeral.VolumeIsForPod}. */
    private static boolean isOwner(Pod pod, PersistentVolumeClaim claim) {
        return claim.metadata().ownerReferences().stream()
                .filter(reference -> reference.controller().orElse(false))
                .map(OwnerReference::uid)
                .anyMatch(pod.metadata().uid()::equals);
    }

    private static void follow(Cluster world, ClaimDraft draft, ClaimEvent event) {
        PersistentVolumeClaim claim = draft.claim();
        for (ClaimAction action : Lifecycle.next(ClaimState.of(claim), event).actions()) {
            switch (action) {
                case ADD_PROTECTION ->
                    draft.update(claim.withMetadata(Finalizers.with(claim.metadata(), Finalizers.CLAIM_PROTECTION)));
                case REMOVE_PROTECTION ->
                    draft.update(claim.withMetadata(Finalizers.without(claim.metadata(), Finalizers.CLAIM_PROTECTION)));
                case MARK_USED -> mark(world, draft, "False", "PodUsingPVC", "A pod is currently referencing this PVC");
                case MARK_UNUSED ->
                    mark(world, draft, "True", "NoPodsUsingPVC", "No pods are currently referencing this PVC");
                default -> throw new IllegalArgumentException("not an action of pvc-protection: " + action);
            }
        }
    }

    /** Its time is that of the last change of the status, so that it tells since when the claim is unused. */
    private static void mark(Cluster world, ClaimDraft draft, String status, String reason, String message) {
        List<PersistentVolumeClaimCondition> conditions = draft.claim().status().conditions();
        boolean isMarked = conditions.stream()
                .anyMatch(each -> each.type().equals(UNUSED) && each.status().equals(status));
        if (!isMarked) {
            PersistentVolumeClaimCondition condition = PersistentVolumeClaimCondition.builder()
                    .type(UNUSED)
                    .status(status)
                    .lastTransitionTime(world.now())
                    .reason(reason)
                    .message(message)
                    .build();
            draft.status(draft.claim().status().withConditions(ClaimConditions.with(conditions, condition)));
        }
    }
}
