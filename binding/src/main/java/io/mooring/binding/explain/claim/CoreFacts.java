package io.mooring.binding.explain.claim;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeMode;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonString;
import java.util.List;
import java.util.Optional;

/**
 * The demands of a core in words: one that rules out every volume by itself, or several of which each names how many volumes
 * meet it.
 */
record CoreFacts(PersistentVolumeClaim claim, Surveyed surveyed) {

    static List<Fact> of(PersistentVolumeClaim claim, Surveyed surveyed) {
        CoreFacts facts = new CoreFacts(claim, surveyed);
        return surveyed.core().size() == 1
                ? List.of(facts.alone(surveyed.core().get(0)))
                : surveyed.core().stream().map(facts::together).toList();
    }

    private Fact alone(Demand demand) {
        return fact(demand, demanded(demand) + ": " + nobody(demand));
    }

    private Fact together(Demand demand) {
        int meeting = surveyed.meeting().getOrDefault(demand, 0);
        return fact(
                demand,
                demanded(demand) + ", which " + meeting + " of " + surveyed.volumes() + " volumes "
                        + (meeting == 1 ? "meets" : "meet"));
    }

    private Fact fact(Demand demand, String text) {
        Fact fact = Fact.of(code(demand.kind()), claim.ref(), field(demand.kind()), text);
        return value(demand).map(value -> fact.having(new JsonString(value))).orElse(fact);
    }

    private static FactCode code(Demand.Kind kind) {
        return switch (kind) {
            case READABLE_SELECTOR, LABEL -> FactCode.CLAIM_SELECTOR;
            case CLASS -> FactCode.CLAIM_CLASS;
            case CAPACITY -> FactCode.CLAIM_CAPACITY;
            case ACCESS_MODE -> FactCode.CLAIM_ACCESS_MODES;
            case VOLUME_MODE -> FactCode.CLAIM_VOLUME_MODE;
            case ATTRIBUTES_CLASS -> FactCode.CLAIM_ATTRIBUTES_CLASS;
            case REACH -> FactCode.CLAIM_REACH;
            case FREE -> FactCode.CLAIM_FREE_VOLUME;
        };
    }

    private FieldPath field(Demand.Kind kind) {
        return switch (kind) {
            case READABLE_SELECTOR, LABEL -> FieldPath.of("spec", "selector");
            case CLASS -> classField(claim);
            case CAPACITY -> FieldPath.of("spec", "resources", "requests", "storage");
            case ACCESS_MODE -> FieldPath.of("spec", "accessModes");
            case VOLUME_MODE -> FieldPath.of("spec", "volumeMode");
            case ATTRIBUTES_CLASS -> FieldPath.of("spec", "volumeAttributesClassName");
            case REACH, FREE -> FieldPath.ROOT;
        };
    }

    /** Where the claim's class is said, or would be. */
    static FieldPath classField(PersistentVolumeClaim claim) {
        return claim.metadata().hasAnnotation(StorageClass.BETA_ANNOTATION)
                ? FieldPath.of("metadata", "annotations").key(StorageClass.BETA_ANNOTATION)
                : FieldPath.of("spec", "storageClassName");
    }

    private Optional<String> value(Demand demand) {
        return switch (demand.kind()) {
            case CLASS -> claim.className();
            case CAPACITY -> Optional.of(claim.requestedStorage().toString());
            case ACCESS_MODE, LABEL -> Optional.of(demand.detail());
            case VOLUME_MODE -> Optional.of(claim.volumeMode().value());
            case ATTRIBUTES_CLASS -> Optional.of(claim.attributesClassName());
            case READABLE_SELECTOR, REACH, FREE -> Optional.empty();
        };
    }

    private String demanded(Demand demand) {
        return switch (demand.kind()) {
            case READABLE_SELECTOR -> "has a selector that cannot be read";
            case CLASS ->
                isClassless() ? "asks for a volume without a class" : "asks for class \"" + className() + "\"";
            case CAPACITY -> "asks for " + claim.requestedStorage();
            case ACCESS_MODE -> "asks for " + demand.detail();
            case VOLUME_MODE -> "asks for a " + (isBlock() ? "block device" : "file system");
            case ATTRIBUTES_CLASS ->
                claim.attributesClassName().isEmpty()
                        ? "asks for no attributes class"
                        : "asks for attributes class \"" + claim.attributesClassName() + "\"";
            case LABEL -> "asks for labels that match " + demand.detail();
            case REACH -> "needs a volume that a node reaches";
            case FREE -> "needs a volume that is free";
        };
    }

    private String nobody(Demand demand) {
        return switch (demand.kind()) {
            case READABLE_SELECTOR -> "no volume matches it";
            case CLASS -> isClassless() ? none("is without one", "has one") : none("is of it", "is not of it");
            case CAPACITY ->
                surveyed.only().isPresent()
                        ? "the only volume, " + only() + ", holds " + largest()
                        : "the largest of the " + surveyed.volumes() + " volumes holds " + largest();
            case ACCESS_MODE -> none("offers it", "does not offer it");
            case VOLUME_MODE -> none("is one", "is none");
            case ATTRIBUTES_CLASS ->
                claim.attributesClassName().isEmpty()
                        ? none("is without one", "has one")
                        : none("has it", "does not have it");
            case LABEL -> none("has such", "has none such");
            case REACH -> none("can be reached", "cannot be reached");
            case FREE -> none("is", "is not");
        };
    }

    private String none(String that, String not) {
        return surveyed.only().isPresent()
                ? "the only volume, " + only() + ", " + not
                : "none of the " + surveyed.volumes() + " volumes " + that;
    }

    private String only() {
        return surveyed.only().orElseThrow().name();
    }

    private Quantity largest() {
        return surveyed.largest();
    }

    private String className() {
        return claim.className().orElse("");
    }

    private boolean isClassless() {
        return className().isEmpty();
    }

    private boolean isBlock() {
        return claim.volumeMode().equals(VolumeMode.BLOCK);
    }
}
