package io.mooring.testkit.record;

import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * An API call of a recorded story, and what came of it.
 *
 * <pre>{@code
 * step.call();          // {"create": {"apiVersion": "v1", "kind": "PersistentVolume", ...}}
 * step.isAccepted();    // true
 * step.state();         // {"PersistentVolume": [{"metadata": ...}], ...}
 * }</pre>
 *
 * @param tree all of it, as it was recorded
 */
public record RecordedStep(JsonObject tree) {
    /**
     * The call: {@code create} with an object; {@code patch}, of a {@code subresource} where one is named, with {@code kind},
     * {@code name} and {@code namespace}; or {@code delete} with a kind, and {@code name}, {@code namespace}, {@code propagation}. A
     * name may have {@code {uid:Kind/namespace/name}} in it, which stands for that object's uid.
     */
    public JsonObject call() {
        return (JsonObject) tree.get("step").orElseThrow();
    }

    /** The API server's answer: {@code ok} with {@code warnings}, or {@code code}, {@code reason}, {@code message}, {@code causes}. */
    public JsonObject answer() {
        return (JsonObject) tree.get("answer").orElseThrow();
    }

    /** Whether the API server did it. */
    public boolean isAccepted() {
        return answer().get("ok").equals(Optional.of(JsonBool.of(true)));
    }

    /**
     * Every object by kind, once nothing changed any more, without versions, and with {@code uid(Kind/namespace/name)} for uids and
     * {@code T} for times; empty after a refusal, which changes nothing.
     */
    public Optional<JsonObject> state() {
        return tree.get("state").map(value -> (JsonObject) value);
    }

    /** The events on volumes, claims and sets that were new then. */
    public List<JsonObject> events() {
        return RecordedStories.items(tree, "events").toList();
    }
}
