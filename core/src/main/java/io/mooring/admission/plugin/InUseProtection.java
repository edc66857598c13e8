package io.mooring.admission.plugin;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.policy.Plugin;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The plug-in StorageObjectInUseProtection: a new object gets the finalizer that keeps it while it is in use.
 *
 * @param with the kind's {@code withMetadata}
 */
public record InUseProtection<T extends KubernetesObject>(String finalizer, BiFunction<T, ObjectMeta, T> with)
        implements Plugin<T> {
    @Override
    public T change(T created, AdmissionWorld world) {
        ObjectMeta metadata = created.metadata();
        if (metadata.finalizers().contains(finalizer)) {
            return created;
        }
        List<String> finalizers = new ArrayList<>(metadata.finalizers());
        finalizers.add(finalizer);
        return with.apply(created, metadata.withFinalizers(finalizers));
    }
}
