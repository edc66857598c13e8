package io.mooring.release;

import io.mooring.names.NearMiss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Feature gates that are switched by hand, by upstream's names, in whichever release. A difference without a gate is switched by
 * the name of its row of {@link Behaviour}.
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

    /** These gates. Whether a release knows them, and lets them be switched, {@link #in} asks. */
    public FeatureGates {
        switched = Collections.unmodifiableMap(new LinkedHashMap<>(switched));
    }

    /**
     * Reads {@code A=true,B=false}, as the flag {@code --feature-gates} of upstream's commands; of a gate that is named twice the
     * last counts.
     *
     * @throws IllegalArgumentException if the text says something else
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
     * @throws IllegalArgumentException as {@link #in(Semantics)}
     */
    public Semantics in(Release release) {
        return in(Semantics.of(release));
    }

    /**
     * A Kubernetes with the gates as they are switched here, and all others as they are.
     *
     * @throws IllegalArgumentException if its release does not know one of them, or has locked it to the other side, as then the
     *     API server would not start; the message names those that it knows, the nearest first
     */
    public Semantics in(Semantics semantics) {
        Semantics changed = semantics;
        for (Map.Entry<String, Boolean> gate : switched.entrySet()) {
            for (Behaviour row : known(gate.getKey(), semantics.release())) {
                requireFree(row, gate.getValue(), semantics.release());
                changed = changed.with(row, gate.getValue());
            }
        }
        return changed;
    }

    /** Those of them that the release knows, locked or not. */
    public FeatureGates knownIn(Release release) {
        Map<String, Boolean> left = new LinkedHashMap<>(switched);
        left.keySet().removeIf(name -> !known(release).contains(name));
        return new FeatureGates(left);
    }

    /** All names that can be switched in a release, in the order of the alphabet: gates first, then rows without one. */
    public static List<String> known(Release release) {
        Stream<String> gates = rowsKnownIn(release).flatMap(row -> row.gate().stream());
        Stream<String> others =
                rowsKnownIn(release).filter(row -> row.gate().isEmpty()).map(Behaviour::name);
        return Stream.concat(gates.sorted(), others.sorted()).distinct().toList();
    }

    private static Stream<Behaviour> rowsKnownIn(Release release) {
        return Arrays.stream(Behaviour.values()).filter(row -> row.isKnownIn(release));
    }

    /** The rows that the name switches: all of its gate, or the one that is named so and has none. */
    private static List<Behaviour> rows(String name) {
        return Arrays.stream(Behaviour.values())
                .filter(row -> row.gate().orElse(row.name()).equals(name))
                .toList();
    }

    private static List<Behaviour> known(String name, Release release) {
        List<Behaviour> rows = rows(name);
        if (rows.isEmpty() || !rows.stream().allMatch(row -> row.isKnownIn(release))) {
            throw new IllegalArgumentException(
                    "unrecognized feature gate: " + name + "; " + instead(name, rows, release));
        }
        return rows;
    }

    /** In upstream's words up to what follows the semicolon. */
    private static void requireFree(Behaviour row, boolean isOn, Release release) {
        if (row.isLockedIn(release) && row.isIn(release) != isOn) {
            throw new IllegalArgumentException("cannot set feature gate "
                    + row.gate().orElse(row.name()) + " to " + isOn + ", feature is locked to " + !isOn
                    + "; so it is in "
                    + release + ", and has been since " + row.lockedFrom().orElseThrow());
        }
    }

    /** What the release knows. */
    private static String instead(String name, List<Behaviour> rows, Release release) {
        Optional<String> first = rows.stream()
                .flatMap(row -> row.knownFrom().stream())
                .max(Comparator.naturalOrder())
                .map(from -> "it came with " + from + "; ");
        List<String> near = first.isPresent() ? List.of() : near(name, release);
        List<String> others = new ArrayList<>(known(release));
        others.removeAll(near);
        String meant = near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? ";
        String known = release + " knows " + (near.isEmpty() ? "" : "also ");
        return first.orElse("") + meant + known + String.join(", ", others);
    }

    /** A mistyped name, a part of one, or the row of a gate. */
    private static List<String> near(String name, Release release) {
        List<String> known = known(release);
        Optional<String> mistyped = NearMiss.of(name, known);
        Optional<String> gate = rowsKnownIn(release)
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
