package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.volume.EventText;
import io.mooring.binding.control.volume.StorageFinalizers;
import io.mooring.binding.control.volume.VolumeDraft;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolume;
import java.util.List;
import java.util.Optional;

/** A volume whose storage is the provisioner's to delete. Models {@code syncVolume}. */
record ProvisionedVolume(Provisioner provisioner, PersistentVolume volume) {

    List<Write> writes() {
        VolumeDraft draft = new VolumeDraft(volume);
        draft.update(volume.withMetadata(finalized(draft)));
        if (isToBeDeleted(draft)) {
            delete(draft);
        }
        return draft.writes();
    }

    /** Models {@code handleProtectionFinalizer}. */
    private static ObjectMeta finalized(VolumeDraft draft) {
        ObjectMeta metadata = draft.volume().metadata();
        return switch (StorageFate.of(draft.volume())) {
            case LEFT -> metadata.withoutFinalizer(StorageFinalizers.EXTERNAL_PROVISIONER);
            case KEPT_WHILE_BOUND ->
                metadata.isBeingDeleted() ? metadata : metadata.withFinalizer(StorageFinalizers.EXTERNAL_PROVISIONER);
            case KEPT_UNTIL_RELEASED, DELETED -> metadata;
        };
    }

    /** Models {@code shouldDelete}. */
    private static boolean isToBeDeleted(VolumeDraft draft) {
        PersistentVolume volume = draft.volume();
        ObjectMeta metadata = volume.metadata();
        boolean isDone = metadata.isBeingDeleted() && !metadata.hasFinalizer(StorageFinalizers.EXTERNAL_PROVISIONER);
        return !isDone && StorageFate.of(volume) == StorageFate.DELETED;
    }

    /** Models {@code deleteVolumeOperation}: first the deletion is asked for, then the finalizer goes. */
    private void delete(VolumeDraft draft) {
        PersistentVolume released = draft.volume();
        Optional<String> failure = provisioner.delete(released).failure();
        if (failure.isPresent()) {
            draft.emit(EventText.warning("VolumeFailedDelete", failure.get()));
            draft.add(List.of(new Write.LookAgain(ExternalProvisioner.RETRY)));
            return;
        }
        draft.add(List.of(new Write.Note(new VolumeReclaimFinding.StorageDeleted(released.ref()))));
        if (released.metadata().isBeingDeleted()) {
            draft.update(released.withMetadata(
                    released.metadata().withoutFinalizer(StorageFinalizers.EXTERNAL_PROVISIONER)));
        } else {
            draft.add(List.of(Write.delete(released.ref())));
        }
    }
}
