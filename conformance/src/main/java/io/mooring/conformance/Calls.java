package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.admission.Cause;
import io.mooring.binding.world.Answer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.Ref;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import java.util.Locale;

/** A recorded step as a call to a cluster, and a cluster's answer as it is recorded. */
final class Calls {
    private Calls() {}

    /**
     * {@code create} with an object; {@code patch}, of a {@code subresource} where one is named, or {@code delete} with
     * kind, name and namespace.
     */
    static Outcome call(Cluster cluster, JsonNode recorded, UidNames uids) {
        JsonNode step = Trees.withTexts(recorded, text -> uids.fill(text, cluster));
        if (step.has("create")) {
            return cluster.create(Trees.ofObject(step.get("create")));
        }
        if (step.has("patch")) {
            JsonObject patch = Trees.ofObject(step.get("patch"));
            Ref<?> object = ref(step.get("kind").textValue(), step);
            return step.path("subresource").asText("").equals("status")
                    ? cluster.patchStatus(object, patch)
                    : cluster.patch(object, patch);
        }
        if (step.has("delete")) {
            return cluster.delete(ref(step.get("delete").textValue(), step), options(step));
        }
        throw new IllegalArgumentException("a step that is neither create, patch nor delete: " + step);
    }

    private static Ref<?> ref(String kind, JsonNode step) {
        return RecordedKinds.named(kind)
                .ref(step.path("namespace").asText(""), step.get("name").textValue());
    }

    private static Deletion options(JsonNode step) {
        return step.has("propagation")
                ? Deletion.DEFAULT.with(
                        Propagation.valueOf(step.get("propagation").textValue().toUpperCase(Locale.ROOT)))
                : Deletion.DEFAULT;
    }

    /** With the uids in its texts by name. */
    static JsonNode recorded(Answer answer, UidNames uids) {
        return answer.accept(new Recorded(uids));
    }

    /** An answer as it is recorded. */
    private record Recorded(UidNames uids) implements Answer.Cases<JsonNode> {
        @Override
        public JsonNode accepted(Answer.Accepted answer) {
            ObjectNode recorded = JsonNodeFactory.instance.objectNode().put("ok", true);
            if (!answer.warnings().isEmpty()) {
                answer.warnings().forEach(recorded.putArray("warnings")::add);
            }
            return recorded;
        }

        @Override
        public JsonNode refused(Answer.Refused answer) {
            ObjectNode recorded = JsonNodeFactory.instance
                    .objectNode()
                    .put("ok", false)
                    .put("code", answer.code())
                    .put("reason", answer.reason())
                    .put("message", uids.hide(answer.message()));
            ArrayNode causes = recorded.putArray("causes");
            answer.causes().forEach(cause -> addCause(causes.addObject(), cause));
            return recorded;
        }

        private void addCause(ObjectNode recorded, Cause cause) {
            recorded.put("reason", cause.kind().reason()).put("message", uids.hide(cause.message()));
            if (!cause.field().equals(FieldPath.ROOT)) {
                recorded.put("field", cause.field().toString());
            }
        }
    }
}
