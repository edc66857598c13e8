package io.mooring.testkit.story;

/**
 * What holds of every passage of every story, whoever the controllers are and whatever is done.
 *
 * <pre>{@code
 * Law volumesStay = passage -> assertThat(passage.after().list(PersistentVolume.KIND).count())
 *         .isGreaterThanOrEqualTo(passage.before().list(PersistentVolume.KIND).count());
 * }</pre>
 */
@FunctionalInterface
public interface Law {
    /**
     * Does nothing where it holds.
     *
     * @throws AssertionError if it does not
     */
    void check(Passage passage);

    /** In a few words, for the message of a failure. */
    default String words() {
        return "a law";
    }

    /** This law in these words. */
    default Law named(String words) {
        return new NamedLaw(words, this);
    }
}
