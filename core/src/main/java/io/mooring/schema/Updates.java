package io.mooring.schema;

import io.mooring.release.Behaviour;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The vocabulary for what may change in an object: rules over the stored and the updated one. */
public final class Updates {
    public static final String IMMUTABLE = "field is immutable";

    private Updates() {}

    /** The updated object is checked as a new one is. */
    public static <T> Check<Update<T>> updated(Check<? super T> rule) {
        return (change, at) -> rule.check(change.updated(), at);
    }

    /** The field keeps its value; the new one is printed. */
    public static <T, V> Check<Update<T>> immutable(
            String name, Function<? super T, V> get, Function<V, BadValue> print) {
        return (change, at) -> {
            V value = get.apply(change.updated());
            if (!value.equals(get.apply(change.stored()))) {
                at.child(name).invalid(print.apply(value), IMMUTABLE);
            }
        };
    }

    /** The field keeps its value; upstream declares it in its types, and where that is told last the refusal prints null. */
    public static <T, V> Check<Update<T>> declaredImmutable(
            String name, Function<? super T, V> get, BiFunction<V, ErrorsAt, BadValue> print) {
        return (change, at) -> {
            V value = get.apply(change.updated());
            if (!value.equals(get.apply(change.stored()))) {
                ErrorsAt place = at.child(name).declared();
                place.invalid(
                        place.has(Behaviour.DECLARED_CHECKS_ANSWER) ? BadValue.NULL : print.apply(value, place),
                        IMMUTABLE);
            }
        };
    }

    /** The field keeps its value; told as something that is forbidden. */
    public static <T> Check<Update<T>> fixed(String name, Function<? super T, ?> get) {
        return (change, at) -> {
            if (!get.apply(change.updated()).equals(get.apply(change.stored()))) {
                at.child(name).forbidden("updates to " + name + " are forbidden.");
            }
        };
    }
}
