package io.mooring.testkit.choice;

/**
 * A value for which something does not hold.
 *
 * @param value as simple as could be found
 * @param original as it was found first
 * @param thrown what was thrown for the simple value; unchecked
 * @param steps how often it was made simpler
 */
public record Falsified<T>(T value, T original, Throwable thrown, int steps) {
    /** Throws what was thrown. */
    public void rethrow() {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }
}
