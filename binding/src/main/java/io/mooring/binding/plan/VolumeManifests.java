package io.mooring.binding.plan;

import io.mooring.binding.explain.Fix;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeSource;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The volumes of a {@link VolumePlan} as objects. */
final class VolumeManifests {
    private VolumeManifests() {}

    static Stream<PersistentVolume> open(VolumeGroup group) {
        return group.volumes().stream().map(volume -> volume(group, volume, Optional.empty()));
    }

    static Stream<PersistentVolume> reserved(VolumeGroup group) {
        return IntStream.range(0, group.count())
                .mapToObj(i -> volume(
                        group,
                        group.volumes().get(i),
                        i < group.claims().size() ? Optional.of(group.claims().get(i)) : Optional.empty()));
    }

    private static PersistentVolume volume(
            VolumeGroup group, Ref<PersistentVolume> volume, Optional<Ref<PersistentVolumeClaim>> claim) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder()
                        .name(volume.name())
                        .labels(group.labels())
                        .build())
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", group.capacity())
                        .accessModes(group.accessModes())
                        .volumeMode(
                                group.volumeMode().equals(VolumeMode.FILESYSTEM)
                                        ? Optional.empty()
                                        : Optional.of(group.volumeMode()))
                        .storageClassName(group.className())
                        .volumeAttributesClassName(
                                group.attributesClass().isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(group.attributesClass()))
                        .claimRef(claim.map(VolumeManifests::reference))
                        .addSources(VolumeSource.csi(Fix.STAND_IN_DRIVER, volume.name()))
                        .build())
                .build();
    }

    private static ObjectReference reference(Ref<PersistentVolumeClaim> claim) {
        return ObjectReference.builder()
                .apiVersion(PersistentVolumeClaim.KIND.apiVersion())
                .kind(PersistentVolumeClaim.KIND.name())
                .namespace(claim.namespace())
                .name(claim.name())
                .build();
    }
}
