package io.mooring.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a type from a tree and writes it back, from one declaration.
 *
 * <p>Reading follows Kubernetes' JSON decoder: null reads as {@link #zero()}, and a problem does not stop the reading, so
 * that all of a document's problems come at once.
 */
public interface Codec<T> {

    /** What null reads as, and what a field that is absent has. */
    T zero();

    /** The type as a person would say it: {@code a string}, {@code a list}. */
    String typeName();

    /** The value, or empty after a fatal problem was added to {@code problems}. */
    Optional<T> read(JsonValue value, FieldPath path, List<DecodingProblem> problems);

    JsonValue write(T value);

    /** Reads a whole object, its fields named from the top. */
    default Decoded<T> decode(JsonValue value) {
        List<DecodingProblem> problems = new ArrayList<>();
        Optional<T> read = read(value, FieldPath.ROOT, problems);
        boolean fatal = problems.stream().anyMatch(DecodingProblem::isFatal);
        return new Decoded<>(fatal ? Optional.empty() : read, problems);
    }
}
