package io.mooring.binding.control.volume;

import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Index;
import io.mooring.binding.world.View;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttachment;
import io.mooring.workload.Pod;
import java.util.List;

/** What several controllers of volumes look up; each brings those that it asks. */
public final class VolumeIndexes {
    /** What claims that say nothing of a class are found by; no class has this name. */
    public static final String NO_CLASS = "\0";

    /** All volumes, so that a claim is matched without walking them. */
    public static final View<VolumePool> POOL = View.of(PersistentVolume.KIND, VolumePool.EMPTY, VolumeIndexes::after);

    /** The claims by their {@code volumeName}. */
    public static final Index<PersistentVolumeClaim, String> CLAIMS_BY_VOLUME = Index.of(
            PersistentVolumeClaim.KIND,
            PersistentVolumeClaim::spec,
            claim -> claim.volume().map(volume -> List.of(volume.name())).orElse(List.of()));

    /** The volumes by the claim that their {@code claimRef} names, with whatever uid. */
    public static final Index<PersistentVolume, Ref<PersistentVolumeClaim>> VOLUMES_BY_CLAIM = Index.of(
            PersistentVolume.KIND,
            PersistentVolume::spec,
            volume -> volume.claim().map(List::of).orElse(List.of()));

    /** The pods by the claims that they use, their ephemeral volumes' included, whatever their phase. */
    public static final Index<Pod, Ref<PersistentVolumeClaim>> PODS_BY_CLAIM =
            Index.of(Pod.KIND, Pod::spec, VolumeIndexes::claimsOf);

    /** The pods that use claims, by the node that they are on, whatever their phase. */
    public static final Index<Pod, String> PODS_WITH_CLAIMS_BY_NODE = Index.of(
            Pod.KIND,
            Pod::spec,
            pod -> pod.isPlaced() && pod.usesClaims() ? List.of(pod.spec().nodeName()) : List.of());

    /** The attachments of volumes to a node. */
    public static final Index<VolumeAttachment, String> ATTACHMENTS_BY_NODE = Index.of(
            VolumeAttachment.KIND,
            VolumeAttachment::spec,
            attachment -> List.of(attachment.spec().nodeName()));

    private VolumeIndexes() {}

    private static List<Ref<PersistentVolumeClaim>> claimsOf(Pod pod) {
        List<Ref<PersistentVolumeClaim>> claims = pod.claims();
        return claims.size() < 2 ? claims : claims.stream().distinct().toList();
    }

    private static VolumePool after(VolumePool pool, Change<PersistentVolume> change) {
        return change.after()
                .map(pool::with)
                .orElseGet(() -> pool.without(change.ref().name()));
    }
}
