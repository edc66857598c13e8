package io.mooring.binding.control.workload;

import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.meta.OwnerReference;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.PodTemplateSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One state of a pod template, kept as an object. Kubernetes: {@code apps/v1 ControllerRevision}. */
public record Revision(OtherObject object) {
    /** Mooring has no type for it: it is carried along as a tree. */
    public static final ObjectKind<OtherObject> KIND = OtherObject.kindOf("apps/v1", "ControllerRevision");

    /** The label that carries the hash. Kubernetes: {@code ControllerRevisionHashLabel}. */
    public static final String HASH_LABEL = "controller.kubernetes.io/hash";

    private static final String NUMBER = "revision";
    private static final String[] TEMPLATE = {"data", "spec", "template"};

    /** The template as a revision keeps it: a strategic merge patch that replaces it whole. */
    public static JsonObject data(PodTemplateSpec template) {
        JsonObject tree = Objects.write(template);
        JsonObject patch =
                JsonObject.builder().put("$patch", "replace").putAll(tree).build();
        return JsonObject.of("spec", JsonObject.of("template", patch));
    }

    /**
     * Models {@code NewControllerRevision}.
     *
     * @param labels the template's
     * @param collisions how often a name was taken
     */
    public static Revision make(
            KubernetesObject owner, Map<String, String> labels, JsonObject data, long number, int collisions) {
        return make(owner, labels, HASH_LABEL, RevisionHash.of(data, collisions), data, number);
    }

    /**
     * One that is named by a hash of its owner's choice.
     *
     * @param labels the template's
     * @param hashLabel the label that carries the hash
     */
    public static Revision make(
            KubernetesObject owner,
            Map<String, String> labels,
            String hashLabel,
            String hash,
            JsonObject data,
            long number) {
        Map<String, String> withHash = new LinkedHashMap<>(labels);
        withHash.put(hashLabel, hash);
        ObjectMeta metadata = ObjectMeta.builder()
                .name(owner.metadata().name() + "-" + hash)
                .namespace(owner.metadata().namespace())
                .labels(withHash)
                .annotations(owner.metadata().annotations())
                .addOwnerReferences(OwnerReference.toController(owner.kind(), owner.metadata()))
                .build();
        JsonObject content = JsonObject.builder()
                .put("data", data)
                .put(NUMBER, JsonNumber.of(number))
                .build();
        return new Revision(new OtherObject(KIND, metadata, content));
    }

    /** Its name. */
    public String name() {
        return object.metadata().name();
    }

    /** Its place in the history. */
    public long number() {
        Optional<JsonValue> number = object.content().get(NUMBER);
        return number.isPresent() && number.get() instanceof JsonNumber whole
                ? whole.toLong().orElse(0)
                : 0;
    }

    /** Whether it keeps this. */
    public boolean isOf(JsonObject data) {
        return object.content().get("data").filter(data::equals).isPresent();
    }

    /** The same at another place in the history. */
    public Revision withNumber(long number) {
        return new Revision(object.withContent(object.content().with(NUMBER, JsonNumber.of(number))));
    }

    /** The same, taken in by this owner. */
    public Revision ownedBy(KubernetesObject owner) {
        OwnerReference reference = OwnerReference.toController(owner.kind(), owner.metadata());
        return new Revision(object.withMetadata(object.metadata().withOwner(reference)));
    }

    /** The template that it keeps; empty if it keeps none that can be read. */
    public Optional<PodTemplateSpec> template() {
        JsonValue template = object.content().at(TEMPLATE).orElse(JsonObject.EMPTY);
        JsonValue plain = template instanceof JsonObject tree ? tree.without("$patch") : new JsonString("");
        return Objects.readTemplate(plain);
    }
}
