package io.mooring.binding.match;

/**
 * Marks to look for.
 *
 * @param modes of which one must be there
 * @param labels all of which must be there
 */
record Sought(long modes, long labels) {
    /** Every volume. */
    static final Sought ANY = new Sought(-1, 0);

    /** Whether a volume that is sought may be among those that bear these marks; where not, there is none. */
    boolean mayBeAmong(long marks) {
        return (marks & modes) != 0 && (marks & labels) == labels;
    }
}
