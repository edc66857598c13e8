package io.mooring.binding.explain.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fewest demands that together rule out every volume: of each volume's failed demands one at least is among them. It is a
 * minimum hitting set, found by trying one size after the other; volumes that fail the same are one.
 *
 * <p>Without any one of them, some volume would meet all others. Of several that are as small, the one whose demands come
 * first.
 */
final class Core {
    private static final Comparator<Set<Demand>> FEWEST_FIRST =
            Comparator.<Set<Demand>>comparingInt(Set::size).thenComparing(Set::toString);

    private final List<Set<Demand>> failures;

    private Core(List<Set<Demand>> failures) {
        this.failures = failures;
    }

    /**
     * Of volumes that fail these demands, one or more each; in the order of demands.
     *
     * @return empty if there are no volumes, or if one fails nothing
     */
    static List<Demand> of(Collection<Set<Demand>> failures) {
        if (failures.stream().anyMatch(Set::isEmpty)) {
            return List.of();
        }
        List<Set<Demand>> distinct = failures.stream()
                .<Set<Demand>>map(TreeSet::new)
                .distinct()
                .sorted(FEWEST_FIRST)
                .toList();
        Core core = new Core(withoutSupersets(distinct));
        for (int size = 0; ; size++) {
            Optional<Set<Demand>> found = core.hitting(Set.of(), size);
            if (found.isPresent()) {
                return List.copyOf(new TreeSet<>(found.get()));
            }
        }
    }

    /** Who is hit for the smaller set is hit for the larger one, too. */
    private static List<Set<Demand>> withoutSupersets(List<Set<Demand>> smallestFirst) {
        List<Set<Demand>> kept = new ArrayList<>();
        for (Set<Demand> each : smallestFirst) {
            if (kept.stream().noneMatch(each::containsAll)) {
                kept.add(each);
            }
        }
        return kept;
    }

    /** These and at most so many more. */
    private Optional<Set<Demand>> hitting(Set<Demand> chosen, int more) {
        Optional<Set<Demand>> missed = failures.stream()
                .filter(failed -> failed.stream().noneMatch(chosen::contains))
                .findFirst();
        if (missed.isEmpty()) {
            return Optional.of(chosen);
        }
        return more == 0
                ? Optional.empty()
                : missed.get().stream()
                        .flatMap(demand -> hitting(with(chosen, demand), more - 1).stream())
                        .findFirst();
    }

    private static Set<Demand> with(Set<Demand> chosen, Demand demand) {
        Set<Demand> all = new TreeSet<>(chosen);
        all.add(demand);
        return all;
    }
}
