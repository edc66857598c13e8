package io.mooring.release;

import io.mooring.names.NearMiss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Feature gates that are switched by hand, by upstream's names. A difference without a gate is switched by the name of its row of
 * {@link Behaviour}.
 *
 * <pre>{@code
 * FeatureGates.parse("MaxUnavailableStatefulSet=false").in(Release.parse("1.37"))
 * }</pre>
 *
 * @param switched whether each is on, in the order in which they were named
 */
public record FeatureGates(Map<String, Boolean> switched) {
    /** None is switched. */
    public static final FeatureGates NONE = new FeatureGates(Map.of());

    /** What Go takes for true, and for false. */
    private static final List<String> TRUE = List.of("1", "t", "T", "TRUE", "true", "True");

    private static final List<String> FALSE = List.of("0", "f", "F", "FALSE", "false", "False");

    /**
     * These gates.
     *
     * @throws IllegalArgumentException if one is not known; the message names those that are, the nearest first
     */
    public FeatureGates {
        switched.keySet().forEach(FeatureGates::requireKnown);
        switched = Collections.unmodifiableMap(new LinkedHashMap<>(switched));
    }

    /**
     * Reads {@code A=true,B=false}, as the flag {@code --feature-gates} of upstream's commands; of a gate that is named twice the
     * last counts.
     *
     * @throws IllegalArgumentException if the text says something else, or a gate is not known
     */
    public static FeatureGates parse(String text) {
        Map<String, Boolean> switched = new LinkedHashMap<>();
        for (String each : text.split(",", -1)) {
            String setting = each.strip();
            int equals = setting.indexOf('=');
            if (equals < 0 && !setting.isEmpty()) {
                throw new IllegalArgumentException("\"" + setting + "\" does not say true or false; expected " + setting
                        + "=true or " + setting + "=false");
            }
            if (!setting.isEmpty()) {
                switched.put(
                        setting.substring(0, equals).strip(),
                        isOn(setting, setting.substring(equals + 1).strip()));
            }
        }
        return new FeatureGates(switched);
    }

    private static boolean isOn(String setting, String value) {
        if (!TRUE.contains(value) && !FALSE.contains(value)) {
            throw new IllegalArgumentException(
                    "\"" + setting + "\": \"" + value + "\" is neither true nor false, as a feature gate is");
        }
        return TRUE.contains(value);
    }

    /** With this one switched too. */
    public FeatureGates with(String gate, boolean isOn) {
        Map<String, Boolean> more = new LinkedHashMap<>(switched);
        more.put(gate, isOn);
        return new FeatureGates(more);
    }

    /** With all of these switched too; where both name one, the other counts. */
    public FeatureGates and(FeatureGates others) {
        Map<String, Boolean> more = new LinkedHashMap<>(switched);
        more.putAll(others.switched);
        return new FeatureGates(more);
    }

    /**
     * A release with the gates as they are switched here, and all others as it comes.
     *
     * @throws IllegalArgumentException if one of them is locked there to something else, so that the API server would not start
     */
    public Semantics in(Release release) {
        switched.forEach((gate, isOn) -> rows(gate).forEach(row -> requireFree(row, isOn, release)));
        return in(Semantics.of(release));
    }

    private static void requireFree(Behaviour row, boolean isOn, Release release) {
        boolean isLocked = row.lockedFrom().filter(release::isAtLeast).isPresent();
        if (isLocked && row.isIn(release) != isOn) {
            throw new IllegalArgumentException(
                    "cannot set feature gate " + row.gate().orElse(row.name()) + " to " + isOn
                            + " in " + release + ", feature is locked to " + !isOn + " since "
                            + row.lockedFrom().orElseThrow());
        }
    }

    /** A Kubernetes with the gates as they are switched here, and all others as it comes. */
    public Semantics in(Semantics semantics) {
        Semantics changed = semantics;
        for (Map.Entry<String, Boolean> gate : switched.entrySet()) {
            for (Behaviour row : rows(gate.getKey())) {
                changed = changed.with(row, gate.getValue());
            }
        }
        return changed;
    }

    /** All names that can be switched, in the order of the alphabet: gates first, then rows without one. */
    public static List<String> known() {
        return Stream.concat(
                        Arrays.stream(Behaviour.values())
                                .flatMap(row -> row.gate().stream())
                                .sorted(),
                        Arrays.stream(Behaviour.values())
                                .filter(row -> row.gate().isEmpty())
                                .map(Behaviour::name)
                                .sorted())
                .distinct()
                .toList();
    }

    /** The rows that the name switches: all of its gate, or the one that is named so and has none. */
    private static List<Behaviour> rows(String name) {
        return Arrays.stream(Behaviour.values())
                .filter(row -> row.gate().orElse(row.name()).equals(name))
                .toList();
    }

    private static void requireKnown(String name) {
        if (!rows(name).isEmpty()) {
            return;
        }
        List<String> near = near(name);
        List<String> others = new ArrayList<>(known());
        others.removeAll(near);
        String meant = near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
        String known = near.isEmpty() ? "; known are " : others.isEmpty() ? "" : " Known are also ";
        throw new IllegalArgumentException(
                "feature gate \"" + name + "\" is not known" + meant + known + String.join(", ", others));
    }

    /** A mistyped name, a part of one, or the row of a gate. */
    private static List<String> near(String name) {
        List<String> known = known();
        Optional<String> mistyped = NearMiss.of(name, known);
        Optional<String> gate = Arrays.stream(Behaviour.values())
                .filter(row -> row.name().equals(name))
                .findFirst()
                .flatMap(Behaviour::gate);
        Predicate<String> isPart = each -> !name.isEmpty() && each.contains(name);
        return Stream.concat(
                        Stream.concat(mistyped.stream(), gate.stream()),
                        known.stream().filter(isPart))
                .distinct()
                .toList();
    }
}
