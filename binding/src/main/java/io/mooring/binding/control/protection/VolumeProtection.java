package io.mooring.binding.control.protection;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.StorageFinalizers;
import io.mooring.binding.control.volume.VolumeDraft;
import io.mooring.binding.control.volume.VolumeEventByFinding;
import io.mooring.binding.finding.VolumeUseFinding;
import io.mooring.binding.lifecycle.Lifecycle;
import io.mooring.binding.lifecycle.VolumeAction;
import io.mooring.binding.lifecycle.VolumeState;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import java.util.List;

/**
 * Holds a volume that is being deleted while it is Bound. Models {@code pv_protection_controller}, which looks at the
 * phase only: a claim that names the volume does not count.
 */
public final class VolumeProtection implements PlaneController<Ref<PersistentVolume>> {
    private static final Watches<Ref<PersistentVolume>> WATCHES = Watches.of(
            PersistentVolume.KIND, Watches.Handler.ofItself(VolumeProtection::isConcerned, PersistentVolume::ref));

    @Override
    public String name() {
        return "persistentvolume-protection-controller";
    }

    @Override
    public Watches<Ref<PersistentVolume>> watches() {
        return WATCHES;
    }

    /** Being deleted and protected, or neither. */
    private static boolean isConcerned(PersistentVolume volume) {
        return volume.metadata().isBeingDeleted()
                == volume.metadata().hasFinalizer(StorageFinalizers.VOLUME_PROTECTION);
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<PersistentVolume> item) {
        return cluster.get(item)
                .filter(VolumeProtection::isConcerned)
                .map(VolumeProtection::protect)
                .orElse(List.of());
    }

    private static List<Write> protect(PersistentVolume volume) {
        VolumeDraft draft = new VolumeDraft(volume);
        for (VolumeAction action : Lifecycle.next(VolumeState.of(volume), VolumeEventByFinding.of(finding(volume)))
                .actions()) {
            switch (action) {
                case ADD_PROTECTION ->
                    draft.update(
                            volume.withMetadata(volume.metadata().withFinalizer(StorageFinalizers.VOLUME_PROTECTION)));
                case REMOVE_PROTECTION ->
                    draft.update(volume.withMetadata(
                            volume.metadata().withoutFinalizer(StorageFinalizers.VOLUME_PROTECTION)));
                default -> throw new IllegalArgumentException("not an action of pv-protection: " + action);
            }
        }
        return draft.writes();
    }

    /** What holds the volume, whether it is being deleted or not. */
    public static VolumeUseFinding finding(PersistentVolume volume) {
        if (!volume.metadata().hasFinalizer(StorageFinalizers.VOLUME_PROTECTION)) {
            return new VolumeUseFinding.Unprotected(volume.ref());
        }
        return volume.isBound()
                ? new VolumeUseFinding.HeldWhileBound(volume.ref())
                : new VolumeUseFinding.HeldByNobody(volume.ref());
    }
}
