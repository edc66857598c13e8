package io.mooring.binding.explain.claim;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.StorageClass;
import io.mooring.tree.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a claim's class came from, and what the other reading of a class that is empty or absent would have done. */
record ClassFacts(Cluster cluster, PersistentVolumeClaim claim) {

    /** Of a claim that has no volume. */
    List<Fact> context() {
        List<Fact> facts = new ArrayList<>();
        annotated().ifPresent(facts::add);
        defaultClass().ifPresent(facts::add);
        otherReading().ifPresent(facts::add);
        return facts;
    }

    private Optional<Fact> annotated() {
        return claim.metadata()
                .annotation(StorageClass.BETA_ANNOTATION)
                .map(name -> Fact.of(
                                FactCode.CLASS_ANNOTATED,
                                claim.ref(),
                                CoreFacts.classField(claim),
                                "has its class \"" + name + "\" from the annotation " + StorageClass.BETA_ANNOTATION
                                        + claim.spec()
                                                .storageClassName()
                                                .map(field -> ", which goes before storageClassName \"" + field + "\"")
                                                .orElse(""))
                        .having(name));
    }

    /** Worth a word where the claim's own class is not there, or where it asked for none. */
    private Optional<Fact> defaultClass() {
        boolean isMissing = claim.className()
                .filter(name -> cluster.storageClass(name).isEmpty())
                .isPresent();
        return isMissing
                ? StorageClasses.defaultClass(cluster)
                        .map(found -> Fact.of(
                                FactCode.CLASS_DEFAULT,
                                found.ref(),
                                FieldPath.of("metadata", "annotations").key(StorageClass.DEFAULT_ANNOTATION),
                                "is the default class, which claims get that leave storageClassName out"))
                : Optional.empty();
    }

    /** What the binder would find now, had the claim the other of the two; only where that gets it further. */
    private Optional<Fact> otherReading() {
        if (claim.metadata().hasAnnotation(StorageClass.BETA_ANNOTATION)) {
            return Optional.empty();
        }
        Optional<String> named = claim.spec().storageClassName();
        Optional<StorageClass> defaultClass = StorageClasses.defaultClass(cluster);
        boolean isDefault = defaultClass
                .filter(found -> named.equals(Optional.of(found.metadata().name())))
                .isPresent();
        if (isDefault) {
            return gettingFurther("", "if storageClassName were \"\"");
        }
        return named.equals(Optional.of("")) && defaultClass.isPresent()
                ? gettingFurther(defaultClass.get().metadata().name(), "if storageClassName were left out")
                : Optional.empty();
    }

    private Optional<Fact> gettingFurther(String className, String condition) {
        PersistentVolumeClaimSpec spec = claim.spec().withStorageClassName(className);
        ClaimBindingFinding found = ClaimFindings.of(cluster, claim.withSpec(spec));
        return further(found, className)
                .map(what -> Fact.of(
                        FactCode.CLASS_OTHER_READING,
                        claim.ref(),
                        CoreFacts.classField(claim),
                        what + " " + condition));
    }

    private static Optional<String> further(ClaimBindingFinding found, String className) {
        if (found instanceof ClaimBindingFinding.VolumeFound bound) {
            return Optional.of("would be bound to " + bound.volume().name());
        }
        if (found instanceof ClaimBindingFinding.AwaitsProvisioner waiting) {
            return Optional.of("would get the default class \"" + className + "\", and " + waiting.provisioner()
                    + " would be asked for a volume,");
        }
        return found instanceof ClaimBindingFinding.NoConsumer
                        || found instanceof ClaimBindingFinding.ConsumersNotScheduled
                ? Optional.of("would get the default class \"" + className + "\", which binds when a pod is scheduled,")
                : Optional.empty();
    }
}
