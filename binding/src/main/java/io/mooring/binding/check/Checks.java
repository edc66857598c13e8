package io.mooring.binding.check;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Holds a cluster against every {@link Check}.
 *
 * <pre>{@code
 * Checks.of(cluster).forEach(result -> System.out.print(result.words()));
 * }</pre>
 *
 * <p>The cluster need not be settled: objects are looked at as they stand, and pods and claims that are yet to be made by what
 * they are made from. What is made from a template is reported at the template, once.
 */
public final class Checks {
    private static final Comparator<CheckResult> ORDER = Comparator.<CheckResult, String>comparing(
                    result -> result.object().namespace())
            .thenComparing(result -> result.object().kind())
            .thenComparing(result -> result.object().name())
            .thenComparing(CheckResult::check)
            .thenComparing(result -> result.field().toString())
            .thenComparing(CheckResult::text);

    private Checks() {}

    /** Everything that the checks find; by namespace, kind and name of the object, then in the order of the checks. */
    public static List<CheckResult> of(Cluster cluster) {
        Inspection world = new Inspection(cluster);
        return Arrays.stream(Check.values())
                .filter(check -> check.needs().stream().allMatch(cluster::isKnown))
                .flatMap(check -> check.find(world))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    /** The kinds of which nothing is known, and what cannot be judged for that; in order of the kinds. */
    public static List<Unjudged> unjudged(Cluster cluster) {
        Map<ObjectKind<?>, TreeSet<Check>> byKind = new TreeMap<>();
        for (Check check : Check.values()) {
            Stream.concat(check.needs().stream(), check.subject().kinds().stream())
                    .filter(kind -> !cluster.isKnown(kind))
                    .forEach(kind -> byKind.computeIfAbsent(kind, each -> new TreeSet<>())
                            .add(check));
        }
        return byKind.entrySet().stream()
                .map(entry -> new Unjudged(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }
}
