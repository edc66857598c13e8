package io.mooring.yaml.located;

/** Whether a value is all that its text says. */
public enum Flaw {
    /** It is. */
    NONE,
    /** A part of it, further down, could not be read. */
    BELOW,
    /** The value itself could not be read, or its own keys could not. */
    HERE;

    /** Of the value around one with this flaw. */
    Flaw around() {
        return this == NONE ? NONE : BELOW;
    }

    Flaw or(Flaw other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
