package io.mooring.binding.control.volume;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import java.util.List;
import java.util.Optional;

/** What the controllers ask of a cluster's storage classes. */
public final class StorageClasses {
    /** The classes by whether they are marked as the default. */
    public static final Index<StorageClass, Boolean> BY_DEFAULT = Index.of(
            StorageClass.KIND, storageClass -> storageClass, storageClass -> List.of(storageClass.isDefault()));

    private StorageClasses() {}

    /** The class for claims that name none. */
    public static Optional<StorageClass> defaultClass(Cluster cluster) {
        return StorageClass.defaultOf(BY_DEFAULT.find(cluster, true));
    }

    /** The claim's class, if it names one that exists. */
    public static Optional<StorageClass> of(Cluster cluster, PersistentVolumeClaim claim) {
        return claim.className().flatMap(cluster::storageClass);
    }

    /** When the claim is bound: as its class says, at once if there is none. Models {@code IsDelayBindingMode}. */
    public static VolumeBindingMode bindingMode(Cluster cluster, PersistentVolumeClaim claim) {
        return of(cluster, claim).flatMap(StorageClass::volumeBindingMode).orElse(VolumeBindingMode.IMMEDIATE);
    }

    /** Whether the claim waits for its first consumer; under a class that does not exist it does not. */
    public static boolean waitsForFirstConsumer(Cluster cluster, PersistentVolumeClaim claim) {
        return of(cluster, claim).filter(StorageClass::waitsForFirstConsumer).isPresent();
    }
}
