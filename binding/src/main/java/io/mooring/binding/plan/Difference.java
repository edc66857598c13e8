package io.mooring.binding.plan;

import io.mooring.meta.Ref;
import java.util.Optional;

/**
 * Something in which two worlds differ.
 *
 * @param about the object of which it is so
 * @param field where in it, as the API writes it; empty where the topic says it all
 * @param before what was there; of a claim its volume, of a pod its node, of a volume its claim
 * @param after what is there
 */
public record Difference(Topic topic, Ref<?> about, String field, Optional<String> before, Optional<String> after) {

    static Difference of(Topic topic, Ref<?> about) {
        return new Difference(topic, about, "", Optional.empty(), Optional.empty());
    }

    static Difference of(Topic topic, Ref<?> about, Optional<String> before, Optional<String> after) {
        return new Difference(topic, about, "", before, after);
    }

    /** What differs, the most serious first. */
    public enum Topic {
        DATA_LOST("dataLost", "loses its data", "lose their data"),
        GONE("gone", "is gone", "are gone"),
        TERMINATING("terminating", "is being deleted", "are being deleted"),
        VOLUME_RELEASED("volumeReleased", "is released", "are released"),
        CLAIM_UNBOUND("claimUnbound", "has lost its volume", "have lost their volumes"),
        CLAIM_MOVED("claimMoved", "is bound to another volume", "are bound to other volumes"),
        POD_UNPLACED("podUnplaced", "has lost its node", "have lost their nodes"),
        POD_MOVED("podMoved", "is on another node", "are on other nodes"),
        NEW("new", "is new", "are new"),
        CLAIM_BOUND("claimBound", "is bound", "are bound"),
        POD_PLACED("podPlaced", "is placed", "are placed"),
        PHASE("phase", "is in another phase", "are in another phase"),
        SIZE("size", "is of another size", "are of another size"),
        POLICY("policy", "has another policy", "have another policy"),
        FIELD("field", "differs", "differ");

        private final String code;
        private final String ofOne;
        private final String ofSeveral;

        Topic(String code, String ofOne, String ofSeveral) {
            this.code = code;
            this.ofOne = ofOne;
            this.ofSeveral = ofSeveral;
        }

        /** For a program; stable. */
        public String code() {
            return code;
        }

        /** What is said of so many objects: {@code is gone}, {@code are gone}. */
        String words(int count) {
            return count == 1 ? ofOne : ofSeveral;
        }
    }

    /** What is said beside the object's name; empty if nothing is: {@code spec.replicas: 3 -> 1}. */
    String detail() {
        String change = change();
        return field.isEmpty() || change.isEmpty() ? field + change : field + ": " + change;
    }

    private String change() {
        return switch (topic) {
            case DATA_LOST -> before.map(claim -> "was " + claim + "'s").orElse("");
            case VOLUME_RELEASED, CLAIM_UNBOUND, POD_UNPLACED ->
                before.map(former -> "from " + former).orElse("");
            case CLAIM_BOUND -> after.map(volume -> "to " + volume).orElse("");
            case POD_PLACED -> after.map(node -> "on " + node).orElse("");
            case GONE, TERMINATING, NEW -> "";
            case CLAIM_MOVED, POD_MOVED, PHASE, SIZE, POLICY, FIELD ->
                before.orElse("none") + " -> " + after.orElse("none");
        };
    }
}
