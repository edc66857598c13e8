package io.mooring.binding.check;

import io.mooring.storage.PersistentVolume;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The volumes that a claim may get. They are shared with claims of other sizes, and are not listed before somebody asks for
 * the list.
 */
record Fitting(List<Part> parts) {
    private static final Comparator<PersistentVolume> BY_NAME = Comparator.comparing(PersistentVolume::ref);
    static final Fitting NONE = new Fitting(List.of());

    Fitting {
        parts = List.copyOf(parts);
    }

    /**
     * Volumes of one class.
     *
     * @param bySize the smallest first, then by name
     * @param first the first of them by name
     * @param apart those of them that do not count
     */
    record Part(List<PersistentVolume> bySize, Optional<PersistentVolume> first, Set<PersistentVolume> apart) {
        private Part without(Collection<PersistentVolume> others) {
            Set<PersistentVolume> all = new HashSet<>(apart);
            all.addAll(others);
            return new Part(bySize, first, all);
        }

        private Stream<PersistentVolume> volumes() {
            return apart.isEmpty() ? bySize.stream() : bySize.stream().filter(volume -> !apart.contains(volume));
        }

        private Optional<PersistentVolume> firstByName() {
            return first.filter(apart::contains).isPresent() ? volumes().min(BY_NAME) : first;
        }
    }

    static Fitting of(List<PersistentVolume> bySize, Optional<PersistentVolume> first) {
        return bySize.isEmpty() ? NONE : new Fitting(List.of(new Part(bySize, first, Set.of())));
    }

    Fitting and(Fitting other) {
        List<Part> all = new ArrayList<>(parts);
        all.addAll(other.parts);
        return new Fitting(all);
    }

    Fitting without(Collection<PersistentVolume> apart) {
        return new Fitting(parts.stream().map(part -> part.without(apart)).toList());
    }

    boolean isEmpty() {
        return smallest().isEmpty();
    }

    Optional<PersistentVolume> smallest() {
        return parts.stream()
                .flatMap(part -> part.volumes().limit(1))
                .min(Comparator.comparing(PersistentVolume::storageCapacity));
    }

    /** The first by name of those of the claim's own class; else of the next. */
    Optional<PersistentVolume> first() {
        return parts.stream().flatMap(part -> part.firstByName().stream()).findFirst();
    }

    /** All, each once, by name; those of the claim's own class first. */
    List<PersistentVolume> all() {
        return parts.stream()
                .flatMap(part -> part.volumes().sorted(BY_NAME))
                .distinct()
                .toList();
    }
}
