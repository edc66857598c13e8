package io.mooring.style.primitives;

/** The hash code of an attribute. */
public final class Longs {
    private Longs() {}

    public static int hashCode(long value) {
        return Long.hashCode(value);
    }
}
