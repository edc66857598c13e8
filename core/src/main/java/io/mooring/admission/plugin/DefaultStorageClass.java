package io.mooring.admission.plugin;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.policy.Plugin;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.Optional;

/**
 * Gives a claim that names no class the default one. Models the plug-in DefaultStorageClass.
 */
public final class DefaultStorageClass implements Plugin<PersistentVolumeClaim> {
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
    public static Optional<StorageClass> of(AdmissionWorld world) {
        return StorageClass.defaultOf(world.list(StorageClass.KIND, "").stream());
    }

    private static boolean namesClass(PersistentVolumeClaim claim) {
        return claim.spec().storageClassName().isPresent()
                || claim.metadata().annotations().containsKey(StorageClass.BETA_ANNOTATION);
    }
}
