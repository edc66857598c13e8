package io.mooring.binding.control.protection;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.ClaimConditions;
import io.mooring.binding.control.volume.ClaimDraft;
import io.mooring.binding.control.volume.ClaimEventByFinding;
import io.mooring.binding.control.volume.PodChanges;
import io.mooring.binding.control.volume.StorageFinalizers;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.ClaimUseFinding;
import io.mooring.binding.lifecycle.ClaimAction;
import io.mooring.binding.lifecycle.ClaimState;
import io.mooring.binding.lifecycle.Lifecycle;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Kinds;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.release.Behaviour;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimCondition;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a claim that is being deleted while a scheduled pod uses it, and tells of a bound claim whether a pod refers to
 * it. Models {@code pvc_protection_controller}.
 */
public final class ClaimProtection implements PlaneController<Ref<PersistentVolumeClaim>> {
    private static final Watches<Ref<PersistentVolumeClaim>> WATCHES =
            Watches.<PersistentVolumeClaim, Ref<PersistentVolumeClaim>>of(
                            PersistentVolumeClaim.KIND, Watches.Handler.ofItself(PersistentVolumeClaim::ref))
                    .and(Pod.KIND, (change, cluster) -> claimsOf(change));

    private static final String UNUSED = "Unused";

    @Override
    public String name() {
        return "persistentvolumeclaim-protection-controller";
    }

    @Override
    public List<View<?>> views() {
        return List.of(VolumeIndexes.PODS_BY_CLAIM);
    }

    /** Before it lets a claim go it lists the pods. Models {@code askAPIServer}. */
    @Override
    public Kinds asksTheServer(Ref<PersistentVolumeClaim> item) {
        return Kinds.of(Pod.KIND);
    }

    @Override
    public Watches<Ref<PersistentVolumeClaim>> watches() {
        return WATCHES;
    }

    /** Of a claim that a pod uses it can tell without knowing all pods. */
    @Override
    public Kinds needs() {
        return Kinds.of();
    }

    /** One that the pod used before and uses still comes twice: it is queued once. */
    private static List<Wake<Ref<PersistentVolumeClaim>>> claimsOf(Change<Pod> change) {
        if (!PodChanges.matterToVolumes(change)) {
            return List.of();
        }
        List<Wake<Ref<PersistentVolumeClaim>>> wakes = new ArrayList<>();
        change.before().ifPresent(pod -> pod.claims().forEach(claim -> wakes.add(Wake.now(claim))));
        change.after().ifPresent(pod -> pod.claims().forEach(claim -> wakes.add(Wake.now(claim))));
        return wakes;
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<PersistentVolumeClaim> item) {
        return cluster.get(item).map(claim -> reconcile(cluster, claim)).orElse(List.of());
    }

    private static List<Write> reconcile(Cluster cluster, PersistentVolumeClaim claim) {
        ClaimDraft draft = new ClaimDraft(claim);
        follow(cluster, draft, ClaimUseFindings.protection(cluster, claim));
        if (cluster.semantics().has(Behaviour.CLAIM_TELLS_WHETHER_IT_IS_USED)) {
            follow(cluster, draft, ClaimUseFindings.use(cluster, claim));
        }
        return draft.writes();
    }

    private static void follow(Cluster cluster, ClaimDraft draft, ClaimUseFinding finding) {
        PersistentVolumeClaim claim = draft.claim();
        for (ClaimAction action : Lifecycle.next(ClaimState.of(claim), ClaimEventByFinding.of(finding))
                .actions()) {
            switch (action) {
                case ADD_PROTECTION ->
                    draft.update(
                            claim.withMetadata(claim.metadata().withFinalizer(StorageFinalizers.CLAIM_PROTECTION)));
                case REMOVE_PROTECTION ->
                    draft.update(
                            claim.withMetadata(claim.metadata().withoutFinalizer(StorageFinalizers.CLAIM_PROTECTION)));
                case MARK_USED ->
                    mark(cluster, draft, "False", "PodUsingPVC", "A pod is currently referencing this PVC");
                case MARK_UNUSED ->
                    mark(cluster, draft, "True", "NoPodsUsingPVC", "No pods are currently referencing this PVC");
                default -> throw new IllegalArgumentException("not an action of pvc-protection: " + action);
            }
        }
    }

    /** Its time is that of the last change of the status, so that it tells since when the claim is unused. */
    private static void mark(Cluster cluster, ClaimDraft draft, String status, String reason, String message) {
        List<PersistentVolumeClaimCondition> conditions = draft.claim().status().conditions();
        boolean isMarked = conditions.stream()
                .anyMatch(each -> each.type().equals(UNUSED) && each.status().equals(status));
        if (!isMarked) {
            PersistentVolumeClaimCondition condition = PersistentVolumeClaimCondition.builder()
                    .type(UNUSED)
                    .status(status)
                    .lastTransitionTime(cluster.now())
                    .reason(reason)
                    .message(message)
                    .build();
            draft.status(draft.claim().status().withConditions(ClaimConditions.with(conditions, condition)));
        }
    }
}
