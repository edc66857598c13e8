package io.mooring.admission.volume;

import io.mooring.admission.node.NodeSelectors;
import io.mooring.admission.storage.VolumeModes;
import io.mooring.release.Behaviour;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.SourceType;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumeSource;
import java.util.List;
import java.util.Optional;

/** What may change in a PersistentVolume. Models {@code ValidatePersistentVolumeUpdate} of {@code core/validation}. */
final class PersistentVolumeUpdate {
    static final String CREATE_ANEW = "it stays as it is; delete the volume and create it anew";

    private static final Check<Update<PersistentVolume>> VOLUME_MODE =
            Updates.<PersistentVolume, Optional<VolumeMode>>immutable(
                            "volumeMode", volume -> volume.spec().volumeMode(), VolumeModes::printed)
                    .advise(CREATE_ANEW);

    private PersistentVolumeUpdate() {}

    static void check(Update<PersistentVolume> update, ErrorsAt at) {
        PersistentVolumeSchema.VOLUME.check(
                update.updated(), at.with(NodeSelectors.ANY_VALUES, hasInvalidValues(update.stored())));
        sameSource(update, at);
        VOLUME_MODE.check(update, at);
        if (!at.has(Behaviour.VOLUME_NODE_AFFINITY_MAY_CHANGE)) {
            NodeAffinityUpdate.check(update, at);
        }
        attributesClassStays(update, at.child("spec", "volumeAttributesClassName"));
    }

    private static boolean hasInvalidValues(PersistentVolume volume) {
        return volume.spec()
                .nodeAffinity()
                .flatMap(VolumeNodeAffinity::required)
                .filter(NodeSelectors::hasInvalidValues)
                .isPresent();
    }

    private static void sameSource(Update<PersistentVolume> update, ErrorsAt at) {
        List<VolumeSource> stored = update.stored().spec().sources();
        List<VolumeSource> updated = update.updated().spec().sources();
        if (!updated.equals(stored) && !withoutExpandSecret(updated).equals(stored)) {
            at.child("spec", "persistentvolumesource")
                    .advising(CREATE_ANEW)
                    .forbidden("spec.persistentvolumesource is immutable after creation");
        }
    }

    /** A secret for expansion may be given to a CSI volume that had none. */
    private static List<VolumeSource> withoutExpandSecret(List<VolumeSource> sources) {
        return sources.stream()
                .map(source -> source.type() == SourceType.CSI
                        ? source.withContent(source.content().without("controllerExpandSecretRef"))
                        : source)
                .toList();
    }

    private static void attributesClassStays(Update<PersistentVolume> update, ErrorsAt at) {
        Optional<String> stored = update.stored().spec().volumeAttributesClassName();
        Optional<String> updated = update.updated().spec().volumeAttributesClassName();
        if (!updated.equals(stored) && !at.has(Behaviour.VOLUME_ATTRIBUTES_CLASSES)) {
            at.forbidden("update is forbidden when the VolumeAttributesClass feature gate is disabled");
        }
        if (stored.isPresent() && updated.isEmpty()) {
            at.forbidden("update from non-nil value to nil is forbidden");
        }
    }
}
