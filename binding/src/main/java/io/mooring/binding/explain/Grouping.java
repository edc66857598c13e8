package io.mooring.binding.explain;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts together of whom the same can be said; of claims, whatever size they ask for. */
record Grouping(Cluster cluster) {

    /** Each once, in the order of the first of each. */
    List<ExplanationGroup> of(List<Explanation> explanations) {
        Collection<List<Explanation>> same = together(explanations, Explanation::likeness, List::of);
        return together(same, group -> likenessOfAnySize(group.get(0)), group -> group).stream()
                .map(this::group)
                .toList();
    }

    private static <T> Collection<List<Explanation>> together(
            Collection<T> all, Function<T, Object> key, Function<T, List<Explanation>> members) {
        Map<Object, List<Explanation>> byKey = new LinkedHashMap<>();
        all.forEach(each -> byKey.computeIfAbsent(key.apply(each), ignored -> new ArrayList<>())
                .addAll(members.apply(each)));
        return byKey.values();
    }

    /** Of claims that ask for the same but the size. */
    private Object likenessOfAnySize(Explanation explanation) {
        return claim(explanation.about())
                .map(PersistentVolumeClaim::spec)
                .map(spec -> List.of(explanation.likenessOfAnySize(), ofAnySize(spec)))
                .orElseGet(() -> List.of(explanation.likeness()));
    }

    private static PersistentVolumeClaimSpec ofAnySize(PersistentVolumeClaimSpec spec) {
        return spec.withResources(spec.resources().withRequests(Map.of()));
    }

    private ExplanationGroup group(List<Explanation> all) {
        List<Ref<?>> others = all.stream()
                .skip(1)
                .<Ref<?>>map(Explanation::about)
                .sorted(Comparator.<Ref<?>, String>comparing(Ref::namespace).thenComparing(Ref::name))
                .toList();
        return new ExplanationGroup(all.get(0), others, sizes(all.get(0).about(), others));
    }

    /** What the others ask for, where that is not what the first asks for. */
    private Optional<ExplanationGroup.Sizes> sizes(Ref<?> first, List<Ref<?>> others) {
        Optional<Quantity> asked = claim(first).map(PersistentVolumeClaim::requestedStorage);
        List<Quantity> sizes = others.stream()
                .flatMap(other -> claim(other).stream())
                .map(PersistentVolumeClaim::requestedStorage)
                .sorted()
                .toList();
        return asked.filter(size -> sizes.stream().anyMatch(other -> !other.equals(size)))
                .map(size -> new ExplanationGroup.Sizes(sizes.get(0), sizes.get(sizes.size() - 1)));
    }

    private Optional<PersistentVolumeClaim> claim(Ref<?> object) {
        return cluster.get(object)
                .<KubernetesObject>map(found -> found)
                .filter(PersistentVolumeClaim.class::isInstance)
                .map(PersistentVolumeClaim.class::cast);
    }
}
