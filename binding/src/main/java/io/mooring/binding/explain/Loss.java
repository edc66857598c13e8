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
        CLAIM("claim", "would be deleted"),

        /** A claim loses its volume, or gets another. */
        VOLUME("volume", "would lose its volume"),

        /** A volume is no longer kept for whom it was kept. */
        RESERVATION("reservation", "would no longer be kept for whom it is kept now"),

        /** A volume is gone, or its policy has its data deleted. */
        DATA("data", "would lose its data"),

        /** A pod stops, or has no place any more. */
        POD("pod", "would stop");

        private final String code;
        private final String text;

        Kind(String code, String text) {
            this.code = code;
            this.text = text;
        }

        /** For a program; stable. */
        public String code() {
            return code;
        }
    }

    /** For a person: {@code default/first would lose its volume}. */
    public String text() {
        return object.qualifiedName() + " " + kind.text;
    }
}
