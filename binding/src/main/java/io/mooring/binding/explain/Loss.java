package io.mooring.binding.explain;

import io.mooring.meta.Ref;

/**
 * What somebody would lose by a change; a reason not to propose it.
 *
 * @param object who loses it: a claim, a volume, a pod
 */
public record Loss(Ref<?> object, Kind kind) {
    /** What is lost. */
    public enum Kind {
        /** A claim is gone, or goes. */
        CLAIM("would be deleted"),

        /** A claim loses its volume, or gets another. */
        VOLUME("would lose its volume"),

        /** A volume is no longer kept for whom it was kept. */
        RESERVATION("would no longer be kept for whom it is kept now"),

        /** A volume is gone, or its policy has its data deleted. */
        DATA("would lose its data"),

        /** A pod stops, or has no place any more. */
        POD("would stop");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** For a person: {@code default/first would lose its volume}. */
    public String text() {
        return object.qualifiedName() + " " + kind.text;
    }
}
