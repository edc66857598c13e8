package io.mooring.admission;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Gives a claim that names no class the default one: of several the newest, of several equally new the first by name.
 * Models the plug-in DefaultStorageClass over {@code GetDefaultClass} of {@code pkg/volume/util/storageclass.go}.
 */
final class DefaultStorageClass implements Plugin<PersistentVolumeClaim> {
    private static final Comparator<ObjectMeta> NEWEST_THEN_BY_NAME = Comparator.comparing(
                    (ObjectMeta metadata) -> metadata.creationTimestamp().orElse(Instant.MIN),
                    Comparator.reverseOrder())
            .thenComparing(ObjectMeta::name);

    @Override
    public PersistentVolumeClaim change(PersistentVolumeClaim created, AdmissionWorld world) {
        if (namesClass(created)) {
            return created;
        }
        return of(world)
                .map(each -> created.withSpec(
                        created.spec().withStorageClassName(each.metadata().name())))
                .orElse(created);
    }

    /** The class for claims that name none. */
    static Optional<StorageClass> of(AdmissionWorld world) {
        return world.list(StorageClass.KIND, "").stream()
                .filter(StorageClass::isDefault)
                .min(Comparator.comparing(StorageClass::metadata, NEWEST_THEN_BY_NAME));
    }

    private static boolean namesClass(PersistentVolumeClaim claim) {
        return claim.spec().storageClassName().isPresent()
                || claim.metadata().annotations().containsKey(StorageClass.BETA_ANNOTATION);
    }
}
