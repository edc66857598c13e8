package io.mooring.schema;

/**
 * Something that checks further down ask, such as whether a flaw of the stored object may stay. Upstream hands down options,
 * {@code PodValidationOptions} and their like. An option is a constant: two are one only if they are the same instance.
 */
public final class CheckOption<V> {
    private final String name;
    private final V usual;

    /**
     * An option.
     *
     * @param name what it is about, for people who debug
     * @param usual what holds unless a check further up says otherwise
     */
    public CheckOption(String name, V usual) {
        this.name = name;
        this.usual = usual;
    }

    /** What holds unless a check further up says otherwise. */
    public V usual() {
        return usual;
    }

    @Override
    public String toString() {
        return name;
    }
}
