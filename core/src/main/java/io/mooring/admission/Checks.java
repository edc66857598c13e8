package io.mooring.admission;

import io.mooring.names.NameRule;
import io.mooring.tree.NearMiss;
import java.util.List;
import java.util.function.Function;

/** The vocabulary for single values. Each check is one rule; the words are the API server's. */
final class Checks {
    private Checks() {}

    /** A name of this sort; each thing that is wrong with it is one cause. */
    static Rule<String> name(NameRule rule) {
        return (text, at) -> {
            List<String> problems = rule.problems(text);
            if (!problems.isEmpty()) {
                Place place = NameAdvice.of(rule, text).map(at::advising).orElse(at);
                problems.forEach(problem -> place.invalid(text, problem));
            }
        };
    }

    /** One of these values; printed in this order, so give them as upstream sorts them. */
    static <V> Rule<V> oneOf(Function<V, String> text, String... supported) {
        List<String> values = List.of(supported);
        return (value, at) -> {
            String shown = text.apply(value);
            if (!values.contains(shown)) {
                meaning(shown, values, at).notSupported(BadValue.ofTyped(shown), values);
            }
        };
    }

    /** The place, with the value that was probably meant as advice. */
    static Place meaning(String shown, List<String> supported, Place at) {
        return NearMiss.of(shown, supported)
                .filter(near -> !near.isEmpty())
                .map(near -> at.advising("did you mean \"" + near + "\"?"))
                .orElse(at);
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
