package io.mooring.admission;

import io.mooring.names.NameRule;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The vocabulary for single values. Each check is one rule; the words are the API server's. */
final class Checks {
    private Checks() {}

    /** A name of this sort; each thing that is wrong with it is one cause. */
    static Rule<String> name(NameRule rule) {
        return (text, at) -> rule.problems(text).forEach(problem -> at.invalid(text, problem));
    }

    /** A name of this sort whose letters may be of either case. */
    static Rule<String> nameOfAnyCase(NameRule rule) {
        return (text, at) -> rule.problems(text.toLowerCase(Locale.ROOT)).forEach(problem -> at.invalid(text, problem));
    }

    /** One of these values; printed in this order, so give them as upstream sorts them. */
    static <V> Rule<V> oneOf(Function<V, String> text, String... supported) {
        List<String> values = List.of(supported);
        return (value, at) -> {
            String shown = text.apply(value);
            if (!values.contains(shown)) {
                at.notSupported(BadValue.ofTyped(shown), values);
            }
        };
    }

    static Rule<Integer> between(int least, int most) {
        return between(least, most, "must be between " + least + " and " + most + ", inclusive");
    }

    static Rule<Integer> between(int least, int most, String detail) {
        return (number, at) -> {
            if (number < least || number > most) {
                at.invalid(BadValue.of(number), detail);
            }
        };
    }

    static Rule<Integer> nonNegative() {
        return (number, at) -> {
            if (number < 0) {
                at.invalid(BadValue.of(number), "must be greater than or equal to 0");
            }
        };
    }

    static Rule<String> absolutePath() {
        return (path, at) -> {
            if (!path.startsWith("/")) {
                at.invalid(path, "must be an absolute path");
            }
        };
    }

    static Rule<String> noBacksteps() {
        return (path, at) -> {
            if (List.of(path.split("/", -1)).contains("..")) {
                at.invalid(path, "must not contain '..'");
            }
        };
    }

    static Rule<String> without(String part, String detail) {
        return (text, at) -> {
            if (text.contains(part)) {
                at.invalid(text, detail);
            }
        };
    }
}
