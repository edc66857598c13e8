package io.mooring.conformance;

import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;

/** Volumes and claims of which there can be many, each of one size. */
final class SizedObjects {
    private SizedObjects() {}

    static PersistentVolume volume(String name, String size) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(PersistentVolumeSpec.builder()
                        .putCapacity("storage", Quantity.parse(size))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName("manual")
                        .addSources(VolumeSource.csi("csi.example.com", name))
                        .build())
                .build();
    }

    static PersistentVolumeClaim claim(String name, String size, String className) {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().namespace("default").name(name).build())
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName(className)
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse(size))
                                .build())
                        .build())
                .build();
    }
}
