package io.mooring.schema;

import io.mooring.names.NameRule;
import io.mooring.names.NearMiss;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The vocabulary for single values; the words are the API server's. */
public final class Checks {
    private Checks() {}

    /** A name of this sort; each thing that is wrong with it is one cause. */
    public static Check<String> name(NameRule rule) {
        return (text, at) -> {
            List<String> problems = rule.problems(text);
            if (!problems.isEmpty()) {
                ErrorsAt place = at.advising(() -> NameAdvice.of(rule, text));
                problems.forEach(problem -> place.invalid(text, problem));
            }
        };
    }

    /** One of these values; printed in this order, so give them as upstream sorts them. */
    public static <V> Check<V> oneOf(Function<V, String> text, String... supported) {
        List<String> values = List.of(supported);
        return (value, at) -> {
            String shown = text.apply(value);
            if (!values.contains(shown)) {
                meaning(shown, values, at).notSupported(BadValue.ofTyped(shown), values);
            }
        };
    }

    /** The place, with the value that was probably meant as advice. */
    public static ErrorsAt meaning(String shown, List<String> supported, ErrorsAt at) {
        return at.advising(() -> NearMiss.of(shown, supported)
                .filter(near -> !near.isEmpty())
                .map(near -> "did you mean \"" + near + "\"?"));
    }

    public static Check<Number> between(long least, long most) {
        return between(least, most, "must be between " + least + " and " + most + ", inclusive");
    }

    public static Check<Number> between(long least, long most, String detail) {
        return (number, at) -> {
            if (number.longValue() < least || number.longValue() > most) {
                at.invalid(BadValue.of(number.longValue()), detail);
            }
        };
    }

    public static Check<Number> nonNegative() {
        return between(0, Long.MAX_VALUE, "must be greater than or equal to 0");
    }

    /** Not empty; unlike with a required field, what is declared after it is checked all the same. */
    public static Check<Object> notEmpty() {
        return (value, at) -> {
            if (Content.isEmpty(value)) {
                at.required();
            }
        };
    }

    /** The check, asked only of what is not empty. */
    public static <V> Check<V> unlessEmpty(Check<V> check) {
        return (value, at) -> {
            if (!Content.isEmpty(value)) {
                check.check(value, at);
            }
        };
    }

    /** The check, asked of each item of a list, at its index. */
    public static <V> Check<List<V>> each(Check<? super V> check) {
        return (items, at) -> {
            for (int i = 0; i < items.size(); i++) {
                check.check(items.get(i), at.index(i));
            }
        };
    }

    /** The check, asked of each entry of a map, at its key. */
    public static <V> Check<Map<String, V>> entries(Check<? super V> check) {
        return (entries, at) -> entries.forEach((key, value) -> check.check(value, at.key(key)));
    }

    /** One of these texts; printed in this order, so give them as upstream sorts them. */
    public static Check<String> oneOf(String... supported) {
        return oneOf(text -> text, supported);
    }

    public static Check<String> absolutePath() {
        return (path, at) -> {
            if (!path.startsWith("/")) {
                at.invalid(path, "must be an absolute path");
            }
        };
    }

    public static Check<String> noBacksteps() {
        return (path, at) -> {
            if (List.of(path.split("/", -1)).contains("..")) {
                at.invalid(path, "must not contain '..'");
            }
        };
    }

    public static Check<String> without(String part, String detail) {
        return (text, at) -> {
            if (text.contains(part)) {
                at.invalid(text, detail);
            }
        };
    }
}
