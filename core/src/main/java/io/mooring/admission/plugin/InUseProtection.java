package io.mooring.admission.plugin;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.policy.Plugin;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.release.Semantics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * The plug-in StorageObjectInUseProtection: a new object gets the finalizer that keeps it while it is in use.
 *
 * @param with the kind's {@code withMetadata}
 * @param isKnown in which Kubernetes
 */
public record InUseProtection<T extends KubernetesObject>(
        String finalizer, BiFunction<T, ObjectMeta, T> with, Predicate<Semantics> isKnown) implements Plugin<T> {
    /** In every release. */
    public InUseProtection(String finalizer, BiFunction<T, ObjectMeta, T> with) {
        this(finalizer, with, semantics -> true);
    }

    @Override
    public T change(T created, AdmissionWorld world) {
        ObjectMeta metadata = created.metadata();
        if (!isKnown.test(world.semantics()) || metadata.finalizers().contains(finalizer)) {
            return created;
        }
        List<String> finalizers = new ArrayList<>(metadata.finalizers());
        finalizers.add(finalizer);
        return with.apply(created, metadata.withFinalizers(finalizers));
    }
}
