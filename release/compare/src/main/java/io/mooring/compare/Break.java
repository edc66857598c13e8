package io.mooring.compare;

/**
 * Something that a caller can no longer do.
 *
 * @param type the type's name, or the package's
 * @param what what became of it, or of which of its members: {@code plus(Quantity): method removed}
 */
record Break(String type, String what) implements Comparable<Break> {
    @Override
    public int compareTo(Break other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : what.compareTo(other.what);
    }
}
