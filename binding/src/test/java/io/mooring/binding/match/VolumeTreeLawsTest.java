package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.capacity;
import static io.mooring.binding.match.Samples.labelled;
import static io.mooring.binding.match.Samples.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** A volume tree behaves as a sorted map; the expected answers come from {@link TreeMap}. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 300)
class VolumeTreeLawsTest {
    @Provide
    Arbitrary<List<IndexedVolume>> indexedVolumes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of("1Gi", "1024Mi", "1.5Gi", "2Gi", "1e40", "2e40", "1m", "1"),
                        Arbitraries.of("a", "b", "c"))
                .as((name, size, tier) -> IndexedVolume.of(labelled(
                        volume("pv-" + name, spec -> spec.withCapacity(capacity(size))), Map.of("tier", tier))))
                .list()
                .ofMaxSize(200);
    }

    @Property
    void holdsWhatASortedMapHolds(
            @ForAll("indexedVolumes") List<IndexedVolume> added,
            @ForAll("indexedVolumes") List<IndexedVolume> removed) {
        NavigableMap<SortKey, IndexedVolume> expected = mapOf(added);
        VolumeTree tree = treeOf(added);
        for (IndexedVolume volume : removed) {
            expected.remove(volume.sortKey());
            tree = tree.without(volume);
        }
        assertThat(all(tree, SignatureFilter.NONE)).containsExactlyElementsOf(expected.values());
        assertThat(tree.size()).isEqualTo(expected.size());
        assertThat(tree.isEmpty()).isEqualTo(expected.isEmpty());
    }

    @Property
    void skipsNoVolumeThatIsSearchedFor(@ForAll("indexedVolumes") List<IndexedVolume> added) {
        SignatureFilter filter = new SignatureFilter(-1, Signature.ofLabel("tier", "a"));
        List<IndexedVolume> expected = mapOf(added).values().stream()
                .filter(volume -> volume.labels().containsValue("a"))
                .toList();
        assertThat(all(treeOf(added), filter).stream()
                        .filter(volume -> volume.labels().containsValue("a")))
                .containsExactlyElementsOf(expected);
    }

    @Property
    void aCursorStartsAtTheFirstVolumeFromTheKeyOn(@ForAll("indexedVolumes") List<IndexedVolume> added) {
        SortKey key = SortKey.before(Quantity.parse("1.2Gi"));
        Optional<IndexedVolume> first =
                treeOf(added).cursorFrom(key, SignatureFilter.NONE).map(VolumeTree.Cursor::current);
        Map.@Nullable Entry<SortKey, IndexedVolume> expected = mapOf(added).ceilingEntry(key);
        assertThat(first).isEqualTo(Optional.ofNullable(expected).map(Map.Entry::getValue));
    }

    @Property
    void findsTheFirstVolumeOutsideTheSubsets(@ForAll("indexedVolumes") List<IndexedVolume> added) {
        VolumeTree tree = treeOf(added);
        List<VolumeTree> subsets = List.of(
                tree.filter(volume -> volume.labels().containsValue("a")),
                tree.filter(volume -> volume.labels().containsValue("b")));
        for (IndexedVolume inside : all(tree, SignatureFilter.NONE)) {
            Optional<IndexedVolume> expected = mapOf(added).tailMap(inside.sortKey(), false).values().stream()
                    .filter(volume -> volume.labels().containsValue("c"))
                    .findFirst();
            assertThat(tree.firstOutside(subsets, inside)).isEqualTo(expected);
        }
    }

    @Property
    void staysBalancedInWhateverOrderVolumesComeAndGo(@ForAll("indexedVolumes") List<IndexedVolume> removed) {
        TreeNode root = null;
        for (int i = 1000; i < 2000; i++) {
            root = TreeNode.with(root, IndexedVolume.of(volume("pv-" + i)));
        }
        for (int i = 1000; i < 1600; i++) {
            root = TreeNode.without(root, IndexedVolume.of(volume("pv-" + i)).sortKey());
        }
        for (IndexedVolume volume : removed) {
            root = TreeNode.without(TreeNode.with(root, volume), volume.sortKey());
        }
        assertThat(TreeNode.size(root)).isEqualTo(400);
        assertThat(depth(root)).isLessThan(20);
    }

    @Property
    void neitherSideOfANodeIsEverMoreThanThreeTimesAsHeavyAsTheOther(
            @ForAll("indexedVolumes") List<IndexedVolume> added,
            @ForAll("indexedVolumes") List<IndexedVolume> removed) {
        TreeNode root = null;
        for (IndexedVolume volume : added) {
            root = TreeNode.with(root, volume);
            assertThat(isBalanced(root)).isTrue();
        }
        for (IndexedVolume volume : removed) {
            root = TreeNode.without(root, volume.sortKey());
            assertThat(isBalanced(root)).isTrue();
        }
    }

    private static boolean isBalanced(@Nullable TreeNode node) {
        if (node == null || TreeNode.size(node) <= 2) {
            return true;
        }
        int left = TreeNode.size(node.left);
        int right = TreeNode.size(node.right);
        return Math.max(left, right) <= 3 * Math.min(left, right) && isBalanced(node.left) && isBalanced(node.right);
    }

    private static int depth(@Nullable TreeNode branch) {
        return branch == null ? 0 : 1 + Math.max(depth(branch.left), depth(branch.right));
    }

    private static NavigableMap<SortKey, IndexedVolume> mapOf(List<IndexedVolume> volumes) {
        TreeMap<SortKey, IndexedVolume> map = new TreeMap<>();
        volumes.forEach(volume -> map.put(volume.sortKey(), volume));
        return map;
    }

    private static VolumeTree treeOf(List<IndexedVolume> volumes) {
        VolumeTree tree = VolumeTree.EMPTY;
        for (IndexedVolume volume : volumes) {
            tree = tree.with(volume);
        }
        return tree;
    }

    private static List<IndexedVolume> all(VolumeTree tree, SignatureFilter filter) {
        List<IndexedVolume> all = new ArrayList<>();
        Optional<VolumeTree.Cursor> cursor = tree.cursorFrom(SortKey.before(Quantity.ZERO), filter);
        for (boolean goesOn = cursor.isPresent(); goesOn; goesOn = cursor.get().advance()) {
            all.add(cursor.get().current());
        }
        return all;
    }
}
