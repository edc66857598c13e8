package io.mooring.binding.world;

import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import java.time.Instant;

/**
 * What a controller has recorded about an object. Kubernetes: {@code core/v1 Event}.
 *
 * @param regarding the object
 * @param uid the object's uid: a second object of the same name has events of its own
 * @param source the name of the controller
 * @param count how often it was recorded
 * @param first when it was recorded first
 * @param last when it was recorded last
 */
public record Event(
        Ref<?> regarding,
        String uid,
        Type type,
        String reason,
        String message,
        String source,
        int count,
        Instant first,
        Instant last) {

    /** Whether somebody should worry. */
    public enum Type {
        NORMAL("Normal"),
        WARNING("Warning");

        private final String text;

        Type(String text) {
            this.text = text;
        }

        /** As Kubernetes writes it. */
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * As an object of the API of this name, in the object's namespace; in {@code default} for what has none. Models {@code
     * makeEvent}.
     */
    public JsonObject toTree(String name) {
        return StoredEvent.tree(this, name);
    }

    Event again(Instant now) {
        return new Event(regarding, uid, type, reason, message, source, count + 1, first, now);
    }

    /** The same text, kept elsewhere. */
    Event withMessage(String same) {
        return new Event(regarding, uid, type, reason, same, source, count, first, last);
    }

    @Override
    public String toString() {
        return type + " " + reason + " " + regarding + ": " + message;
    }
}
