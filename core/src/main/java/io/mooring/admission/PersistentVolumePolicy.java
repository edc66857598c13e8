package io.mooring.admission;

import io.mooring.meta.ObjectKind;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.PersistentVolumeStatus;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumePhase;
import java.util.List;

/** Models {@code SetDefaults_PersistentVolume}, the registry's strategy, and the protection of volumes in use. */
final class PersistentVolumePolicy implements KindPolicy<PersistentVolume> {
    private static final List<Plugin<PersistentVolume>> PLUGINS =
            List.of(new InUseProtection<>("kubernetes.io/pv-protection", PersistentVolume::withMetadata));

    @Override
    public ObjectKind<PersistentVolume> kind() {
        return PersistentVolume.KIND;
    }

    @Override
    public PersistentVolume withDefaults(PersistentVolume read) {
        PersistentVolumeSpec spec = read.spec();
        PersistentVolumeSpec defaulted = spec.withCapacity(Defaults.rounded(spec.capacity()))
                .withSources(
                        spec.sources().stream().map(VolumeSourceDefaults::of).toList())
                .withPersistentVolumeReclaimPolicy(
                        spec.persistentVolumeReclaimPolicy().orElse(ReclaimPolicy.RETAIN))
                .withVolumeMode(spec.volumeMode().orElse(VolumeMode.FILESYSTEM));
        return read.withSpec(defaulted);
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
    public PersistentVolume prepareForUpdate(Change<PersistentVolume> change, AdmissionWorld world) {
        return change.updated().withStatus(change.stored().status());
    }

    @Override
    public Rule<PersistentVolume> created() {
        return PersistentVolumeRules.CREATED;
    }

    @Override
    public Rule<Change<PersistentVolume>> updated() {
        return PersistentVolumeRules.UPDATED;
    }

    @Override
    public List<Plugin<PersistentVolume>> plugins() {
        return PLUGINS;
    }

    @Override
    public List<String> warnings(PersistentVolume volume) {
        return PersistentVolumeWarnings.of(volume);
    }
}
