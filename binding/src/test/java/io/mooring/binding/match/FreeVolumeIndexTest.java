package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.affinity;
import static io.mooring.binding.match.Samples.claim;
import static io.mooring.binding.match.Samples.demand;
import static io.mooring.binding.match.Samples.labelled;
import static io.mooring.binding.match.Samples.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeNodeAffinity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much work the index saves: how many volumes are left to look at. That no volume is missing is a law. */
class FreeVolumeIndexTest {
    private static final Search CONTROLLER = Search.byController(claim(), VolumeBindingMode.IMMEDIATE);
    private static final Search ON_HOST_1 = Search.byScheduler(claim(), Map.of("host", "h1", "zone", "a"), Set.of());

    @Test
    void hasNoTreeWhereThereIsNoVolume() {
        assertThat(FreeVolumeIndex.EMPTY.treesFor(CONTROLLER)).isEmpty();
    }

    /** Three that one node each reaches, and two that all nodes reach. */
    @Test
    void leavesOutTheLocalVolumesOfOtherNodes() {
        Stream<PersistentVolume> local = Stream.of("h1", "h2", "h3")
                .map(host -> volume(host, spec -> spec.withNodeAffinity(affinity("host", "In", host))));
        Stream<PersistentVolume> shared = Stream.of(volume("shared-1"), volume("shared-2"));
        VolumePool pool = VolumePool.of(Stream.concat(local, shared).toList());
        assertThat(sizes(pool, ON_HOST_1)).containsExactlyInAnyOrder(1, 2);
        assertThat(sizes(pool.without("shared-1"), ON_HOST_1)).containsExactlyInAnyOrder(1, 1);
        assertThat(sizes(pool, CONTROLLER)).containsExactly(5);
    }

    @Test
    void goesByTheDemandOfATermThatTheFewestNodesMeet() {
        NodeSelectorTerm term = NodeSelectorTerm.builder()
                .addMatchExpressions(in("host", "h1", "h2"), in("zone", "b"), in("zone", "a", "b"))
                .build();
        VolumeNodeAffinity inZoneB = VolumeNodeAffinity.builder()
                .required(NodeSelector.builder().addNodeSelectorTerms(term).build())
                .build();
        VolumePool pool = VolumePool.EMPTY.with(volume("pv", spec -> spec.withNodeAffinity(inZoneB)));
        assertThat(sizes(pool, ON_HOST_1)).containsOnly(0);
    }

    private static NodeSelectorRequirement in(String key, String... values) {
        return NodeSelectorRequirement.builder()
                .key(key)
                .operator("In")
                .values(List.of(values))
                .build();
    }

    /** Those that lack the key come first. It is counted at 16 volumes, and then at 32. */
    @ParameterizedTest
    @CsvSource({"15, 0, false", "16, 0, true", "16, 7, true", "16, 8, false", "18, 8, false"})
    void aKeyIsCommonIfMostVolumesHaveIt(int all, int lacking, boolean isCommon) {
        List<PersistentVolume> volumes = numbered(all, i -> i < lacking ? Map.of() : Map.of("row", "1"));
        assertThat(isCommon("row", volumes)).isEqualTo(isCommon);
    }

    @Test
    void aKeyIsCommonNoLongerOnceMostVolumesLackIt() {
        List<PersistentVolume> volumes = numbered(32, i -> i >= 7 && i < 16 ? Map.of("row", "1") : Map.of());
        assertThat(isCommon("row", volumes.subList(0, 31))).isTrue();
        assertThat(isCommon("row", volumes)).isFalse();
        assertThat(sizes(VolumePool.of(volumes), searching(demand("row", "Exists"))))
                .containsExactly(9);
    }

    private static boolean isCommon(String key, List<PersistentVolume> volumes) {
        return VolumePool.of(volumes).freeVolumesFor(CONTROLLER).byLabelKey().isCommon(key);
    }

    /** Twenty volumes have the key, so that it is common, and four lack it. */
    @ParameterizedTest
    @CsvSource({"8, Exists, , 8, 20", "9, Exists, , 1, 24", "9, NotIn, 0, 9, 21", "10, NotIn, 0, 1, 24"})
    void takesTheVolumesOfUpToEightOtherValues(
            int values, String operator, @Nullable String value, int trees, int volumes) {
        VolumePool pool = VolumePool.of(numbered(24, i -> i < 20 ? Map.of("row", "" + i % values) : Map.of()));
        Search search = searching(value == null ? demand("row", operator) : demand("row", operator, value));
        assertThat(sizes(pool, search)).hasSize(trees);
        assertThat(sizes(pool, search).stream().mapToInt(size -> size).sum()).isEqualTo(volumes);
    }

    @Test
    void goesByTheRequirementThatTheFewestVolumesMeet() {
        VolumePool pool = VolumePool.of(numbered(12, i -> Map.of("row", "" + i % 6, "tier", i < 3 ? "gold" : "iron")));
        LabelSelectorRequirement gold = demand("tier", "In", "gold");
        assertThat(sizes(pool, searching(demand("row", "In", "0"), gold))).containsExactly(2);
        assertThat(sizes(pool, searching(demand("row", "In", "0", "1"), gold))).containsExactly(3);
    }

    private static List<PersistentVolume> numbered(int count, IntFunction<Map<String, String>> labels) {
        return IntStream.range(0, count)
                .mapToObj(i -> labelled(volume("pv-" + i), labels.apply(i)))
                .toList();
    }

    private static Search searching(LabelSelectorRequirement... demands) {
        LabelSelector selector =
                LabelSelector.builder().addMatchExpressions(demands).build();
        return Search.byController(claim(spec -> spec.withSelector(selector)), VolumeBindingMode.IMMEDIATE);
    }

    private static List<Integer> sizes(VolumePool pool, Search search) {
        return pool.freeVolumesFor(search).treesFor(search).stream()
                .map(VolumeTree::size)
                .toList();
    }
}
