package io.mooring.binding.control.attach;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttachment;
import java.util.List;

/**
 * Lets a volume go that is being deleted, once it is attached nowhere. Models {@code SyncNewOrUpdatedPersistentVolume} of
 * external-attacher.
 */
final class AttachedVolumes implements PlaneController<Ref<PersistentVolume>> {
    private final Attacher attacher;

    AttachedVolumes(Attacher attacher) {
        this.attacher = attacher;
    }

    /** What holds a driver's volumes and attachments. Models {@code GetFinalizerName}. */
    static String finalizer(Attacher attacher) {
        return "external-attacher/" + attacher.name().replace('.', '-');
    }

    @Override
    public String name() {
        return "external-attacher " + attacher.name() + " volumes";
    }

    @Override
    public List<View<?>> views() {
        return List.of(AttachmentIndexes.BY_VOLUME);
    }

    @Override
    public Watches<Ref<PersistentVolume>> watches() {
        return Watches.<PersistentVolume, Ref<PersistentVolume>>of(
                        PersistentVolume.KIND, Watches.Handler.ofItself(this::isToLetGo, PersistentVolume::ref))
                .and(
                        VolumeAttachment.KIND,
                        (change, cluster) -> change.isRemoval()
                                ? change.object().volume().stream()
                                        .map(Wake::now)
                                        .toList()
                                : List.of());
    }

    private boolean isToLetGo(PersistentVolume volume) {
        return volume.metadata().isBeingDeleted() && volume.metadata().hasFinalizer(finalizer(attacher));
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<PersistentVolume> item) {
        return cluster.get(item)
                .filter(this::isToLetGo)
                .filter(volume -> AttachmentIndexes.BY_VOLUME.count(cluster, item) == 0)
                .<List<Write>>map(volume -> List.of(
                        new Write.Update(volume.withMetadata(volume.metadata().withoutFinalizer(finalizer(attacher))))))
                .orElse(List.of());
    }
}
