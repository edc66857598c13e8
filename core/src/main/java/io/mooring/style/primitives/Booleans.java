package io.mooring.style.primitives;

/** The hash code of an attribute. */
public final class Booleans {
    private Booleans() {}

    public static int hashCode(boolean value) {
        return Boolean.hashCode(value);
    }
}
