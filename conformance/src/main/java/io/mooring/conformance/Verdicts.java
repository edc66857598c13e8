package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The answer of admission as it is recorded. */
final class Verdicts {
    private static final String TIME = "2006-01-02T15:04:05Z";
    private static final Set<String> TIMES = Set.of("lastPhaseTransitionTime", "deletionTimestamp");
    private static final List<String> LEFT_OUT =
            List.of("resourceVersion", "generation", "managedFields", "creationTimestamp");

    private Verdicts() {}

    /** The recorded world: nothing in it. */
    static AdmissionWorld world(Semantics semantics) {
        return new AdmissionWorld() {
            @Override
            public <T extends KubernetesObject> Collection<T> list(ObjectKind<T> kind, String namespace) {
                return List.of();
            }

            @Override
            public Instant now() {
                return Instant.parse(TIME);
            }

            @Override
            public Semantics semantics() {
                return semantics;
            }
        };
    }

    /** All of the recorded answer, except for the texts of Go's JSON decoder about types. */
    static Optional<Difference> compare(JsonNode record, Verdict verdict) {
        ObjectNode expected = JsonNodeFactory.instance.objectNode();
        List.of("ok", "out", "code", "reason", "message", "causes", "warnings").forEach(field -> {
            if (record.has(field)) {
                expected.set(field, record.get(field));
            }
        });
        ObjectNode actual = verdict.accept(Verdict.Cases.of(Verdicts::recorded, Verdicts::recorded));
        if (record.path("message").asText().contains("json: cannot unmarshal")) {
            List.of(expected, actual).forEach(answer -> answer.retain("ok", "code"));
        }
        return Difference.between(expected, actual);
    }

    /** A recorded object with a time that can be read. */
    static JsonNode withTimes(JsonNode node) {
        return replaceTimes(node, "T", TIME);
    }

    private static JsonNode replaceTimes(JsonNode node, String from, String to) {
        if (node.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> items.add(replaceTimes(item, from, to)));
            return items;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            boolean time =
                    TIMES.contains(field.getKey()) && field.getValue().asText().equals(from);
            fields.set(
                    field.getKey(),
                    time ? JsonNodeFactory.instance.textNode(to) : replaceTimes(field.getValue(), from, to));
        });
        return fields;
    }

    private static ObjectNode recorded(Verdict.Admitted admitted) {
        ObjectNode recorded = JsonNodeFactory.instance.objectNode().put("ok", true);
        recorded.set("out", out(admitted.object()));
        if (!admitted.warnings().isEmpty()) {
            admitted.warnings().forEach(recorded.putArray("warnings")::add);
        }
        return recorded;
    }

    private static ObjectNode recorded(Verdict.Refused refused) {
        ObjectNode recorded = JsonNodeFactory.instance
                .objectNode()
                .put("ok", false)
                .put("code", refused.code())
                .put("reason", refused.reason())
                .put("message", refused.message());
        ArrayNode causes = recorded.putArray("causes");
        if (refused.code() == 422) {
            refused.causes()
                    .forEach(cause -> causes.addObject()
                            .put("reason", cause.kind().reason())
                            .put("message", cause.message())
                            .put("field", cause.field().toString()));
        }
        return recorded;
    }

    private static JsonNode out(KubernetesObject object) {
        JsonNode out = replaceTimes(Trees.toNode(Objects.write(object)), TIME, "T");
        withoutServerFields(out);
        return out;
    }

    private static void withoutServerFields(JsonNode node) {
        if (node.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(LEFT_OUT);
        }
        node.forEach(Verdicts::withoutServerFields);
    }
}
