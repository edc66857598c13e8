package io.mooring.testkit.choice;

import java.util.List;
import java.util.function.Function;

/**
 * Makes a value from choices: the same value from the same choices.
 *
 * <pre>{@code
 * Generator<String> sizes = Generator.of("1Gi", "1G", "2Gi");
 * Generator<PersistentVolume> twins = choices -> Volumes.any().from(choices).withMetadata(...);
 * }</pre>
 */
@FunctionalInterface
public interface Generator<T> {
    /** The value that these choices make. */
    T from(Choices choices);

    /** The same, changed. */
    default <R> Generator<R> map(Function<? super T, ? extends R> change) {
        return choices -> change.apply(from(choices));
    }

    /** Lists of these. */
    default Generator<List<T>> list(int least, int most) {
        return choices -> choices.some(least, most, this);
    }

    /** One of these; the first is the simplest. */
    @SafeVarargs
    @SuppressWarnings("varargs") // Only read.
    static <T> Generator<T> of(T... values) {
        List<T> all = List.of(values);
        return choices -> choices.pick(all);
    }
}
