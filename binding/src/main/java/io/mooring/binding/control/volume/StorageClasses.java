package io.mooring.binding.control.volume;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the controllers ask of storage classes. */
public final class StorageClasses {
    private static final Comparator<StorageClass> NEWEST_FIRST = Comparator.comparing(
                    (StorageClass each) -> each.metadata().creationTimestamp().orElse(Instant.EPOCH))
            .reversed()
            .thenComparing(each -> each.metadata().name());

    /** The classes that are marked as the default. */
    public static final Index<StorageClass, Boolean> DEFAULTS = Index.of(
            StorageClass.KIND, storageClass -> storageClass, storageClass -> List.of(storageClass.isDefault()));

    private StorageClasses() {}

    /** Models {@code GetDefaultClass}. */
    public static Optional<StorageClass> newestDefault(Cluster world) {
        return DEFAULTS.find(world, true).min(NEWEST_FIRST);
    }

    public static boolean delaysBinding(StorageClass storageClass) {
        return storageClass
                .volumeBindingMode()
                .filter(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER::equals)
                .isPresent();
    }

    /** Models {@code IsDelayBindingMode}: a class that does not exist delays nothing. */
    public static boolean delaysBinding(Cluster world, PersistentVolumeClaim claim) {
        return delaysBinding(world, claim.className().orElse(""));
    }

    public static boolean delaysBinding(Cluster world, String className) {
        return world.storageClass(className)
                .filter(StorageClasses::delaysBinding)
                .isPresent();
    }
}
