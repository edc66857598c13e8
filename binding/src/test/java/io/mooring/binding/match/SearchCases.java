package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.affinity;
import static io.mooring.binding.match.Samples.capacity;
import static io.mooring.binding.match.Samples.claim;
import static io.mooring.binding.match.Samples.reference;
import static io.mooring.binding.match.Samples.requests;
import static io.mooring.binding.match.Samples.volume;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumePhase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Searches among few volumes that differ in few ways, so that matches and near misses are frequent. */
final class SearchCases {
    private static final List<AccessMode> MODES = List.of(
            AccessMode.READ_WRITE_ONCE,
            AccessMode.READ_ONLY_MANY,
            AccessMode.READ_WRITE_MANY,
            AccessMode.READ_WRITE_ONCE_POD,
            new AccessMode("ReadSometimes"));

    private SearchCases() {}

    record SearchCase(Search search, LinearSearch linear, List<PersistentVolume> volumes) {
        VolumePool pool() {
            return VolumePool.of(volumes);
        }
    }

    static Arbitrary<SearchCase> searchCases() {
        return Arbitraries.frequencyOf(Tuple.of(2, searchCases(claims(), volumes())), Tuple.of(1, selectorCases()));
    }

    /** For claims with selectors, among many volumes that differ in little else than labels. */
    static Arbitrary<SearchCase> selectorCases() {
        return searchCases(claimsWithSelectors(), labelledVolumes());
    }

    private static Arbitrary<SearchCase> searchCases(
            Arbitrary<PersistentVolumeClaim> claims, Arbitrary<List<PersistentVolume>> volumes) {
        return Combinators.combine(claims, volumes, Arbitraries.of(0, 0, 0, 1, 2, 2, 3, 3), labels("zone", "host"))
                .as((claim, inPool, path, nodeLabels) -> searchCase(claim, inPool, path, nodeLabels));
    }

    private static SearchCase searchCase(
            PersistentVolumeClaim claim, List<PersistentVolume> volumes, int path, Map<String, String> nodeLabels) {
        if (path < 2) {
            VolumeBindingMode bindingMode =
                    path == 1 ? VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER : VolumeBindingMode.IMMEDIATE;
            return new SearchCase(
                    Search.byController(claim, bindingMode),
                    new LinearSearch(claim, path == 1, Optional.empty(), Set.of(), false),
                    volumes);
        }
        Set<String> taken = Set.of("pv-0", "pv-3");
        boolean isForNode = path == 2;
        return new SearchCase(
                isForNode ? Search.forNode(claim, nodeLabels, taken) : Search.byScheduler(claim, nodeLabels, taken),
                new LinearSearch(claim, true, Optional.of(nodeLabels), taken, !isForNode),
                volumes);
    }

    static Arbitrary<List<PersistentVolume>> volumes() {
        return anyVolume().list().ofMinSize(4).ofMaxSize(16).map(SearchCases::named);
    }

    /** So many volumes that differ in size, labels and node affinity alone that the indexes have something to skip. */
    private static Arbitrary<List<PersistentVolume>> labelledVolumes() {
        return Combinators.combine(
                        sizes(),
                        labels("tier", "site"),
                        numbered("row", 0.6),
                        numbered("rare", 0.2),
                        affinities().optional(0.3))
                .as((size, labels, row, rare, affinity) -> volume(
                                "pv", spec -> spec.withCapacity(capacity(size)).withNodeAffinity(affinity))
                        .withMetadata(ObjectMeta.builder()
                                .putAllLabels(labels)
                                .putAllLabels(row)
                                .putAllLabels(rare)
                                .build()))
                .list()
                .ofMinSize(16)
                .ofMaxSize(70)
                .map(SearchCases::named);
    }

    /** A label of many values that so many volumes have. */
    private static Arbitrary<Map<String, String>> numbered(String key, double share) {
        return Arbitraries.integers()
                .between(0, 19)
                .optional(share)
                .map(number -> number.map(value -> Map.of(key, "" + value)).orElse(Map.of()));
    }

    private static List<PersistentVolume> named(List<PersistentVolume> volumes) {
        List<PersistentVolume> named = new ArrayList<>();
        for (PersistentVolume volume : volumes) {
            named.add(volume.withMetadata(volume.metadata().withName("pv-" + named.size())));
        }
        return named;
    }

    private static Arbitrary<PersistentVolume> anyVolume() {
        Arbitrary<PersistentVolume> plain = Combinators.combine(
                        sizes(),
                        modes(),
                        classes(),
                        mostlyAbsent(Arbitraries.of(VolumeMode.BLOCK, VolumeMode.FILESYSTEM)))
                .as((size, modes, className, mode) -> volume(
                        "pv",
                        spec -> spec.withCapacity(capacity(size))
                                .withAccessModes(modes)
                                .withStorageClassName(className)
                                .withVolumeMode(mode)));
        Arbitrary<Tuple2<VolumePhase, Optional<Instant>>> state = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(9, VolumePhase.AVAILABLE), Tuple.of(1, VolumePhase.RELEASED)),
                        mostlyAbsent(Arbitraries.just(Instant.EPOCH)))
                .as(Tuple::of);
        return Combinators.combine(
                        plain,
                        state,
                        mostlyAbsent(references()),
                        mostlyAbsent(affinities()),
                        labels("tier", "site"),
                        mostlyAbsent(Arbitraries.of("", "gold")))
                .as((volume, inState, claimRef, affinity, labels, attributesClass) -> Samples.in(volume, inState.get1())
                        .withMetadata(volume.metadata().withLabels(labels).withDeletionTimestamp(inState.get2()))
                        .withSpec(volume.spec()
                                .withClaimRef(claimRef)
                                .withNodeAffinity(affinity)
                                .withVolumeAttributesClassName(attributesClass)));
    }

    private static Arbitrary<PersistentVolumeClaim> claims() {
        return Combinators.combine(
                        Arbitraries.of("1", "1G", "1Gi", "1.5Gi"),
                        modes(),
                        classes(),
                        mostlyAbsent(Arbitraries.just(VolumeMode.BLOCK)),
                        mostlyAbsent(selectors()),
                        mostlyAbsent(Arbitraries.of("", "gold")))
                .as((size, modes, className, mode, selector, attributesClass) ->
                        claim(spec -> spec.withResources(requests(size))
                                .withAccessModes(modes)
                                .withStorageClassName(className)
                                .withVolumeMode(mode)
                                .withSelector(selector)
                                .withVolumeAttributesClassName(attributesClass)));
    }

    private static Arbitrary<PersistentVolumeClaim> claimsWithSelectors() {
        return Combinators.combine(
                        Arbitraries.of("1", "1G", "1Gi"),
                        demands().list().ofMinSize(1).ofMaxSize(3))
                .as((size, demands) -> claim(spec -> spec.withResources(requests(size))
                        .withSelector(LabelSelector.builder()
                                .matchExpressions(demands)
                                .build())));
    }

    private static Arbitrary<LabelSelectorRequirement> demands() {
        Arbitrary<String> keys = Arbitraries.of("tier", "site", "row", "rare", "none");
        Arbitrary<List<String>> values = Arbitraries.subsetOf("a", "b", "1", "2")
                .filter(subset -> !subset.isEmpty())
                .map(List::copyOf);
        return Combinators.combine(keys, Arbitraries.of("In", "NotIn", "NotIn", "Exists", "DoesNotExist"), values)
                .as((key, operator, some) -> LabelSelectorRequirement.builder()
                        .key(key)
                        .operator(operator)
                        .values(operator.endsWith("In") ? some : List.of())
                        .build());
    }

    private static Arbitrary<String> sizes() {
        return Arbitraries.of("1", "1G", "1Gi", "1024Mi", "1.5Gi", "2Gi");
    }

    private static Arbitrary<List<AccessMode>> modes() {
        Arbitrary<List<AccessMode>> known =
                Arbitraries.subsetOf(MODES.subList(0, 3)).map(List::copyOf);
        Arbitrary<List<AccessMode>> any = Arbitraries.of(MODES).list().ofMaxSize(3);
        return Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(MODES.subList(0, 1))), Tuple.of(9, known), Tuple.of(2, any));
    }

    private static Arbitrary<String> classes() {
        return Arbitraries.frequency(Tuple.of(9, "m"), Tuple.of(1, ""));
    }

    private static Arbitrary<ObjectReference> references() {
        return Arbitraries.of(
                reference("data", "u1"), reference("data", ""), reference("data", "u0"), reference("other", "u2"));
    }

    private static Arbitrary<VolumeNodeAffinity> affinities() {
        return Combinators.combine(
                        Arbitraries.of("zone", "host"),
                        Arbitraries.of("In", "In", "In", "NotIn", "Exists", "DoesNotExist", "Gt", "Bad"),
                        Arbitraries.of("a", "b", "1").list().ofMaxSize(2))
                .as((key, operator, values) -> affinity(key, operator, values.toArray(String[]::new)));
    }

    private static Arbitrary<LabelSelector> selectors() {
        return Combinators.combine(
                        labels("tier", "site"),
                        Arbitraries.of("In", "NotIn", "NotIn", "Exists", "DoesNotExist"),
                        Arbitraries.of("a", "b").list().ofMaxSize(2))
                .as((labels, operator, values) -> LabelSelector.builder()
                        .matchLabels(labels)
                        .addMatchExpressions(LabelSelectorRequirement.builder()
                                .key("tier")
                                .operator(operator)
                                .values(values)
                                .build())
                        .build());
    }

    private static Arbitrary<Map<String, String>> labels(String... keys) {
        return Arbitraries.maps(Arbitraries.of(keys), Arbitraries.of("a", "b", "1"))
                .ofMaxSize(keys.length);
    }

    private static <T> Arbitrary<Optional<T>> mostlyAbsent(Arbitrary<T> values) {
        return values.optional(0.15);
    }
}
