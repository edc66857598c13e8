package io.mooring.binding.control.binder;

import io.mooring.binding.control.volume.ClaimDraft;
import io.mooring.binding.control.volume.ClaimEventByFinding;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.VolumeDraft;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.lifecycle.ClaimAction;
import io.mooring.binding.lifecycle.ClaimState;
import io.mooring.binding.lifecycle.Lifecycle;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormatException;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.StorageClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Syncs a claim: makes a finding of it, looks up in the lifecycle what follows, and does that. */
final class ClaimSync {
    private ClaimSync() {}

    /** Models {@code syncClaim}. */
    static List<Write> sync(Cluster cluster, PersistentVolumeClaim claim) {
        Optional<PersistentVolumeClaim> corrected = CsiMigration.corrected(claim);
        if (corrected.isPresent()) {
            return List.of(new Write.Update(corrected.get()));
        }
        return follow(cluster, claim, ClaimFindings.of(cluster, claim));
    }

    /** Everything that {@link #sync} may write: where several volumes are equally good, upstream takes any. */
    static List<List<Write>> choices(Cluster cluster, PersistentVolumeClaim claim) {
        boolean isSearched = CsiMigration.corrected(claim).isEmpty()
                && ClaimFindings.of(cluster, claim) instanceof ClaimBindingFinding.VolumeFound found
                && found.way() != ClaimBindingFinding.FoundBy.NAME;
        return isSearched
                ? VolumeSearch.choices(cluster, claim).stream()
                        .map(volume -> bind(cluster, claim, volume))
                        .toList()
                : List.of(sync(cluster, claim));
    }

    /** Binds the claim to a volume that was found for it. */
    static List<Write> bind(Cluster cluster, PersistentVolumeClaim claim, PersistentVolume volume) {
        return follow(cluster, claim, ClaimFindings.found(claim, volume));
    }

    private static List<Write> follow(Cluster cluster, PersistentVolumeClaim claim, ClaimBindingFinding finding) {
        ClaimDraft draft = new ClaimDraft(claim);
        for (ClaimAction action : Lifecycle.next(ClaimState.of(claim), ClaimEventByFinding.of(finding))
                .actions()) {
            perform(cluster, draft, finding, action);
        }
        return draft.writes();
    }

    private static void perform(Cluster cluster, ClaimDraft draft, ClaimBindingFinding finding, ClaimAction action) {
        switch (action) {
            case BIND ->
                bind(
                        cluster,
                        draft,
                        finding.volumeToBind().flatMap(cluster::get).orElseThrow());
            case PHASE_PENDING -> draft.status(withoutVolume(draft.claim(), ClaimPhase.PENDING));
            case PHASE_LOST -> lose(draft, finding);
            case ASSIGN_DEFAULT_CLASS ->
                draft.update(ofClass(draft.claim(), finding.classToAssign().orElseThrow()));
            case ASK_PROVISIONER -> {
                draft.update(asking(draft.claim(), finding.provisionerToAsk().orElseThrow()));
                draft.emit(ClaimEventTexts.of(finding).orElseThrow());
            }
            case REPORT -> draft.emit(ClaimEventTexts.of(finding).orElseThrow());
            default -> throw new IllegalArgumentException("not an action of the binder: " + action);
        }
    }

    /** Models {@code bind}: the volume first, since its claimRef is what reserves it. */
    private static void bind(Cluster cluster, ClaimDraft draft, PersistentVolume found) {
        VolumeDraft volumeDraft = VolumeSync.bind(cluster, found, draft.claim());
        draft.add(volumeDraft.writes());
        PersistentVolume volume = volumeDraft.volume();
        draft.update(bound(draft.claim(), volume.metadata().name()));
        draft.status(withVolume(draft.claim(), volume));
    }

    /** Models {@code bindClaimToVolume}. */
    private static PersistentVolumeClaim bound(PersistentVolumeClaim claim, String volumeName) {
        ObjectMeta metadata = claim.spec().volumeName().equals(volumeName)
                ? claim.metadata()
                : claim.metadata().withAnnotationIfAbsent(PersistentVolumeClaim.BOUND_BY_CONTROLLER_ANNOTATION, "yes");
        return claim.withSpec(claim.spec().withVolumeName(volumeName))
                .withMetadata(metadata.withAnnotationIfAbsent(PersistentVolumeClaim.BIND_COMPLETED_ANNOTATION, "yes"));
    }

    private static PersistentVolumeClaim ofClass(PersistentVolumeClaim claim, Ref<StorageClass> storageClass) {
        return claim.withSpec(claim.spec().withStorageClassName(storageClass.name()));
    }

    /** The claim with the provisioner in its annotations. Models {@code setClaimProvisioner}. */
    private static PersistentVolumeClaim asking(PersistentVolumeClaim claim, String provisioner) {
        ObjectMeta metadata = claim.metadata();
        boolean isAsked = metadata.annotation(PersistentVolumeClaim.PROVISIONER_ANNOTATION)
                .filter(provisioner::equals)
                .isPresent();
        return isAsked
                ? claim
                : claim.withMetadata(
                        metadata.withAnnotation(PersistentVolumeClaim.PROVISIONER_BETA_ANNOTATION, provisioner)
                                .withAnnotation(PersistentVolumeClaim.PROVISIONER_ANNOTATION, provisioner));
    }

    /** Models {@code updateClaimStatusWithEvent}: the event comes with the change of the phase only. */
    private static void lose(ClaimDraft draft, ClaimBindingFinding finding) {
        if (!draft.claim().isIn(ClaimPhase.LOST)) {
            draft.status(withoutVolume(draft.claim(), ClaimPhase.LOST));
            draft.emit(ClaimEventTexts.of(finding).orElseThrow());
        }
    }

    /** Models {@code updateClaimStatus} without a volume. */
    private static PersistentVolumeClaimStatus withoutVolume(PersistentVolumeClaim claim, ClaimPhase phase) {
        return claim.status()
                .withPhase(phase)
                .withAccessModes(List.of())
                .withCapacity(Map.of())
                .withCurrentVolumeAttributesClassName(Optional.empty());
    }

    /**
     * Models {@code updateClaimStatus} with a volume: the capacity is taken over when the claim becomes Bound and not
     * later, when a resize may be under way.
     */
    private static PersistentVolumeClaimStatus withVolume(PersistentVolumeClaim claim, PersistentVolume volume) {
        PersistentVolumeClaimStatus status =
                claim.status().withAccessModes(volume.spec().accessModes());
        if (claim.isBound()) {
            return status;
        }
        return status.withPhase(ClaimPhase.BOUND)
                .withCapacity(capacity(status, volume))
                .withCurrentVolumeAttributesClassName(volume.spec().volumeAttributesClassName());
    }

    private static Map<String, Quantity> capacity(PersistentVolumeClaimStatus status, PersistentVolume volume) {
        Optional<String> beforeResize = volume.metadata().annotation(PersistentVolume.PRE_RESIZE_CAPACITY_ANNOTATION);
        if (beforeResize.isEmpty()) {
            return volume.spec().capacity();
        }
        Map<String, Quantity> capacity = new LinkedHashMap<>(status.capacity());
        capacity.put("storage", parsed(beforeResize.get(), volume));
        return capacity;
    }

    /** Upstream takes the volume's capacity where the annotation is unreadable. */
    private static Quantity parsed(String text, PersistentVolume volume) {
        try {
            return Quantity.parse(text);
        } catch (QuantityFormatException unreadable) {
            return volume.storageCapacity();
        }
    }
}
