package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What may stand in a field: how it is read from a tree and written back, what the API server fills in where it is silent,
 * and what the API server checks.
 *
 * <p>Reading follows Kubernetes' JSON decoder: null reads as {@link #zero()}, and a problem does not stop the reading, so
 * that all of a document's problems come at once.
 */
public interface Type<T> extends Check<T> {

    /** What null reads as, and what a field that is absent has. */
    T zero();

    /** The type as a person would say it: {@code a string}, {@code a list}. */
    String typeName();

    /** The value, or empty after a fatal problem was added to {@code problems}. */
    Optional<T> read(JsonValue value, FieldPath path, List<DecodingProblem> problems);

    JsonValue write(T value);

    /** The value of a tree that was read by this type before, so that it has no problems; else the zero. */
    default T of(JsonValue tree) {
        return read(tree, FieldPath.ROOT, new ArrayList<>()).orElseGet(this::zero);
    }

    /** Whether {@link #withDefaults} ever fills in anything. */
    default boolean hasDefaults() {
        return false;
    }

    /** The value with what the API server fills in; the same instance if nothing is missing. */
    default T withDefaults(T value) {
        return value;
    }

    /** Whether there may be an amount within the value. */
    default boolean hasAmounts() {
        return false;
    }

    /** The value with what this makes of every amount within it; the same instance if it changes none. */
    default T withAmounts(T value, UnaryOperator<Quantity> change) {
        return value;
    }

    /** Whether {@link #check} ever finds anything. */
    default boolean hasChecks() {
        return false;
    }

    /** Checks what stands within the value, in the API server's order. */
    @Override
    default void check(T value, ErrorsAt at) {}

    /** Reads a whole object, its fields named from the top. */
    default Decoded<T> decode(JsonValue value) {
        List<DecodingProblem> problems = new ArrayList<>();
        Optional<T> read = read(value, FieldPath.ROOT, problems);
        boolean isFatal = problems.stream().anyMatch(DecodingProblem::isFatal);
        return new Decoded<>(isFatal ? Optional.empty() : read, problems);
    }
}
