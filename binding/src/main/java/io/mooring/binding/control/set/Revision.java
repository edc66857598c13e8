package io.mooring.binding.control.set;

import io.mooring.admission.object.Objects;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.meta.OwnerReference;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.StatefulSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One state of a set's pod template, kept as an object. Kubernetes: {@code apps/v1 ControllerRevision}. */
record Revision(OtherObject object) {
    /** Mooring has no type for it: it is carried along as a tree. */
    static final ObjectKind<OtherObject> KIND = OtherObject.kindOf("apps/v1", "ControllerRevision");

    private static final String HASH_LABEL = "controller.kubernetes.io/hash";
    private static final String NUMBER = "revision";
    private static final String[] TEMPLATE = {"data", "spec", "template"};

    /** The template as a revision keeps it: a strategic merge patch that replaces it whole. */
    static JsonObject data(PodTemplateSpec template) {
        JsonObject tree = Objects.write(template);
        JsonObject patch =
                JsonObject.builder().put("$patch", "replace").putAll(tree).build();
        return JsonObject.of("spec", JsonObject.of("template", patch));
    }

    /** Models {@code NewControllerRevision}. */
    static Revision make(StatefulSet set, JsonObject data, long number) {
        String hash = RevisionHash.of(data, set.status().collisionCount().orElse(0));
        Map<String, String> labels =
                new LinkedHashMap<>(set.spec().template().metadata().labels());
        labels.put(HASH_LABEL, hash);
        ObjectMeta metadata = ObjectMeta.builder()
                .name(set.metadata().name() + "-" + hash)
                .namespace(set.metadata().namespace())
                .labels(labels)
                .annotations(set.metadata().annotations())
                .addOwnerReferences(OwnerReference.toController(StatefulSet.KIND, set.metadata()))
                .build();
        JsonObject content = JsonObject.builder()
                .put("data", data)
                .put(NUMBER, JsonNumber.of(number))
                .build();
        return new Revision(new OtherObject(KIND, metadata, content));
    }

    String name() {
        return object.metadata().name();
    }

    long number() {
        Optional<JsonValue> number = object.content().get(NUMBER);
        return number.isPresent() && number.get() instanceof JsonNumber whole
                ? whole.toLong().orElse(0)
                : 0;
    }

    boolean isOf(JsonObject data) {
        return object.content().get("data").filter(data::equals).isPresent();
    }

    Revision withNumber(long number) {
        return new Revision(object.withContent(object.content().with(NUMBER, JsonNumber.of(number))));
    }

    Revision ownedBy(StatefulSet set) {
        OwnerReference owner = OwnerReference.toController(StatefulSet.KIND, set.metadata());
        return new Revision(object.withMetadata(object.metadata().withOwner(owner)));
    }

    /** The set as this revision has it. Models {@code ApplyRevision}. */
    StatefulSet applied(StatefulSet set) {
        JsonValue template = object.content().at(TEMPLATE).orElse(JsonObject.EMPTY);
        JsonValue plain = template instanceof JsonObject tree ? tree.without("$patch") : new JsonString("");
        return Objects.readTemplate(plain)
                .map(read -> set.withSpec(set.spec().withTemplate(read)))
                .orElse(set);
    }
}
