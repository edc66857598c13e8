package io.mooring.binding.table;

import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which of several default classes is shown as the default. Models {@code getEffectiveDefaultStorageClass}. */
final class DefaultClasses {
    private static final String METADATA = "metadata";
    private static final String ANNOTATIONS = "annotations";
    private static final List<String> MARKS =
            List.of(StorageClass.DEFAULT_ANNOTATION, StorageClass.DEFAULT_BETA_ANNOTATION);

    private static final Comparator<Printed> NEWEST_FIRST =
            Comparator.comparing(DefaultClasses::created).reversed().thenComparing(each -> each.text(METADATA, "name"));

    private DefaultClasses() {}

    static boolean isMarked(Printed storageClass) {
        return MARKS.stream()
                .anyMatch(mark -> storageClass.text(METADATA, ANNOTATIONS, mark).equals("true"));
    }

    /** The classes; the newest of those that are marked keeps its mark. */
    static List<JsonObject> onlyEffective(Collection<JsonObject> classes) {
        Optional<JsonObject> effective = classes.stream()
                .map(Printed::of)
                .filter(DefaultClasses::isMarked)
                .min(NEWEST_FIRST)
                .map(Printed::tree);
        return classes.stream()
                .map(each -> effective.filter(kept -> kept == each).isPresent() ? each : unmarked(each))
                .toList();
    }

    private static Instant created(Printed storageClass) {
        return storageClass.time(METADATA, "creationTimestamp").orElse(Instant.MIN);
    }

    private static JsonObject unmarked(JsonObject storageClass) {
        return storageClass
                .at(METADATA, ANNOTATIONS)
                .filter(JsonObject.class::isInstance)
                .map(annotations -> withAnnotations(storageClass, (JsonObject) annotations))
                .orElse(storageClass);
    }

    private static JsonObject withAnnotations(JsonObject storageClass, JsonObject annotations) {
        JsonObject kept = annotations;
        for (String mark : MARKS) {
            kept = kept.without(mark);
        }
        JsonObject metadata = (JsonObject) storageClass.get(METADATA).orElseThrow();
        return storageClass.with(METADATA, metadata.with(ANNOTATIONS, kept));
    }
}
