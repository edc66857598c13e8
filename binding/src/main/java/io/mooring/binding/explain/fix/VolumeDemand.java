package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Fix;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a volume must have to serve a claim.
 *
 * @param className empty for none
 * @param attributesClass empty for none
 */
public record VolumeDemand(
        Ref<PersistentVolumeClaim> claim,
        String className,
        Quantity size,
        List<AccessMode> accessModes,
        Optional<VolumeMode> volumeMode,
        Optional<LabelMatcher> labels,
        String attributesClass) {
    static final String HOSTNAME = "kubernetes.io/hostname";

    /** Nobody holds less. */
    private static final Quantity LEAST = Quantity.parse("1");

    public static VolumeDemand of(PersistentVolumeClaim claim) {
        return new VolumeDemand(
                claim.ref(),
                claim.className().orElse(""),
                claim.requestedStorage(),
                claim.spec().accessModes(),
                claim.spec().volumeMode(),
                claim.spec().selector().map(LabelMatcher::of),
                claim.attributesClassName());
    }

    /** {@code of class "manual" with at least 1Gi and ReadWriteOnce}. */
    public String text() {
        String ofClass = className.isEmpty() ? "without a class" : "of class \"" + className + "\"";
        String ofSize = size.equals(Quantity.ZERO) ? "any size" : "at least " + size;
        String modes = accessModes.stream().map(AccessMode::value).collect(Collectors.joining(", "));
        String block = volumeMode.filter(VolumeMode.BLOCK::equals).isPresent() ? ", volumeMode Block" : "";
        String labelled =
                labels.map(matcher -> ", labels that match " + matcher).orElse("");
        String attributes = attributesClass.isEmpty() ? "" : ", attributes class \"" + attributesClass + "\"";
        return ofClass + " with " + ofSize + " and " + modes + block + labelled + attributes;
    }

    /** A volume that has it, of a driver that nobody has. */
    JsonObject example(String name) {
        JsonObject named = JsonObject.of("name", new JsonString(name));
        JsonObject metadata = exampleLabels().isEmpty() ? named : named.with("labels", labelTree());
        return JsonObject.builder()
                .put("apiVersion", PersistentVolume.KIND.apiVersion())
                .put("kind", PersistentVolume.KIND.name())
                .put("metadata", metadata)
                .put("spec", exampleSpec(name))
                .build();
    }

    private JsonObject exampleSpec(String name) {
        Quantity held = size.equals(Quantity.ZERO) ? LEAST : size;
        JsonObject.Builder spec = JsonObject.builder()
                .put(
                        "capacity",
                        JsonObject.builder().put("storage", held.toString()).build())
                .put(
                        "accessModes",
                        new JsonArray(accessModes.stream()
                                .<JsonValue>map(mode -> new JsonString(mode.value()))
                                .toList()))
                .put("storageClassName", className)
                .put(
                        "csi",
                        JsonObject.builder()
                                .put("driver", Fix.STAND_IN_DRIVER)
                                .put("volumeHandle", name)
                                .build());
        volumeMode.filter(VolumeMode.BLOCK::equals).ifPresent(mode -> spec.put("volumeMode", mode.value()));
        if (!attributesClass.isEmpty()) {
            spec.put("volumeAttributesClassName", attributesClass);
        }
        return spec.build();
    }

    private JsonObject labelTree() {
        JsonObject.Builder builder = JsonObject.builder();
        exampleLabels().forEach(builder::put);
        return builder.build();
    }

    /** Labels that meet the selector, as far as any do. */
    public Map<String, String> exampleLabels() {
        return labels.map(ExampleLabels::of).map(ExampleLabels::labels).orElse(Map.of());
    }

    /** What of the selector no labels can meet at once; empty if some can, or if the selector cannot be read. */
    public Optional<LabelMatcher> contradiction() {
        return labels.flatMap(matcher -> ExampleLabels.of(matcher).contradiction());
    }

    /** The same volume, kept for this claim. */
    JsonObject reserved(JsonObject volume) {
        JsonObject claimRef = JsonObject.builder()
                .put("apiVersion", PersistentVolumeClaim.KIND.apiVersion())
                .put("kind", PersistentVolumeClaim.KIND.name())
                .put("namespace", claim.namespace())
                .put("name", claim.name())
                .build();
        return withSpec(volume, "claimRef", claimRef);
    }

    /** The same volume, for one node to reach. */
    static JsonObject reachedFrom(Node node, JsonObject volume) {
        JsonObject here = JsonObject.builder()
                .put("key", HOSTNAME)
                .put("operator", "In")
                .put(
                        "values",
                        JsonArray.of(new JsonString(node.metadata().labels().getOrDefault(HOSTNAME, ""))))
                .build();
        JsonObject term = JsonObject.of("matchExpressions", JsonArray.of(here));
        JsonObject required = JsonObject.of("nodeSelectorTerms", JsonArray.of(term));
        return withSpec(volume, "nodeAffinity", JsonObject.of("required", required));
    }

    private static JsonObject withSpec(JsonObject volume, String field, JsonValue value) {
        JsonObject spec = (JsonObject) volume.get("spec").orElseThrow();
        return volume.with("spec", spec.with(field, value));
    }
}
