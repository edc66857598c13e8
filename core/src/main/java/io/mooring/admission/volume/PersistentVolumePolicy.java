package io.mooring.admission.volume;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.plugin.InUseProtection;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.Plugin;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeStatus;
import io.mooring.storage.VolumePhase;
import java.util.List;
import java.util.Optional;

/** PersistentVolumes: {@code SetDefaults_PersistentVolume}, the registry's strategy, and the protection of volumes in use. */
public final class PersistentVolumePolicy implements KindPolicy<PersistentVolume> {
    public static final PersistentVolumePolicy POLICY = new PersistentVolumePolicy();

    private static final List<Plugin<PersistentVolume>> PLUGINS =
            List.of(new InUseProtection<>("kubernetes.io/pv-protection", PersistentVolume::withMetadata));

    private PersistentVolumePolicy() {}

    @Override
    public ObjectKind<PersistentVolume> kind() {
        return PersistentVolume.KIND;
    }

    @Override
    public Type<PersistentVolume> type() {
        return PersistentVolumeSchema.VOLUME;
    }

    /** Models {@code DropDisabledSpecFields} of {@code pkg/api/persistentvolume}. */
    @Override
    public PersistentVolume withoutDisabled(
            Semantics semantics, PersistentVolume sent, Optional<PersistentVolume> stored) {
        boolean isKept = semantics.has(Behaviour.VOLUME_ATTRIBUTES_CLASSES)
                || sent.spec().volumeAttributesClassName().isEmpty()
                || stored.flatMap(volume -> volume.spec().volumeAttributesClassName())
                        .isPresent();
        return isKept ? sent : sent.withSpec(sent.spec().withVolumeAttributesClassName(Optional.empty()));
    }

    /** A new volume is Pending, from now on. */
    @Override
    public PersistentVolume prepareForCreate(PersistentVolume created, AdmissionWorld world) {
        return created.withStatus(PersistentVolumeStatus.builder()
                .phase(VolumePhase.PENDING)
                .lastPhaseTransitionTime(world.now())
                .build());
    }

    @Override
    public PersistentVolume prepareForUpdate(Update<PersistentVolume> update, AdmissionWorld world) {
        return update.updated().withStatus(update.stored().status());
    }

    @Override
    public Check<Update<PersistentVolume>> updated() {
        return PersistentVolumeUpdate::check;
    }

    @Override
    public List<Plugin<PersistentVolume>> plugins() {
        return PLUGINS;
    }

    @Override
    public List<String> warnings(PersistentVolume volume, Semantics semantics) {
        return PersistentVolumeWarnings.of(volume);
    }
}
