package io.mooring.binding.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.match.SearchCases.SearchCase;
import io.mooring.meta.LabelRequirement;
import io.mooring.storage.PersistentVolume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** What the index gives and skips; the expected answers come from going through all free volumes. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class FreeVolumeIndexLawsTest {
    @Provide
    Arbitrary<SearchCase> selectorCases() {
        return SearchCases.selectorCases();
    }

    @Property
    void knowsAllVolumesThatFailARequirementOrNone(
            @ForAll("selectorCases") SearchCase searchCase, @ForAll @IntRange(max = 60) int removed) {
        VolumePool pool = without(removed, searchCase);
        FreeVolumeIndex index = pool.freeVolumesFor(searchCase.search());
        for (LabelRequirement requirement : searchCase.search().selector().requirements()) {
            List<VolumeTree> failing = index.failing(requirement);
            Statistics.label("are the failing volumes known").collect(!failing.isEmpty());
            if (!failing.isEmpty()) {
                assertThat(failing.stream().flatMap(FreeVolumeIndexLawsTest::all))
                        .containsExactlyInAnyOrderElementsOf(
                                free(pool, volume -> !requirement.matches(volume.labels())));
            }
        }
        Statistics.label("are the failing volumes known")
                .coverage(known -> known.check(true).percentage(share -> share > 20));
    }

    @Property
    void itsTreesHaveEveryVolumeThatFits(
            @ForAll("selectorCases") SearchCase searchCase, @ForAll @IntRange(max = 60) int removed) {
        VolumePool pool = without(removed, searchCase);
        List<VolumeTree> trees = pool.freeVolumesFor(searchCase.search()).treesFor(searchCase.search());
        assertThat(trees.stream().flatMap(FreeVolumeIndexLawsTest::all))
                .containsAll(fitting(pool, searchCase.search()));
    }

    @Property
    void aScanFindsEachVolumeThatFitsOnceAndInOrder(
            @ForAll("selectorCases") SearchCase searchCase, @ForAll @IntRange(max = 60) int removed) {
        VolumePool pool = without(removed, searchCase);
        Search search = searchCase.search();
        FreeVolumeIndex index = pool.freeVolumesFor(search);
        FreeVolumeScan scan = new FreeVolumeScan(
                search, index, index.treesFor(search), new SignatureFilter(-1, search.labelSignature()));
        List<IndexedVolume> found = new ArrayList<>();
        for (Optional<IndexedVolume> next = scan.next(); next.isPresent(); next = scan.next()) {
            found.add(next.get());
        }
        assertThat(found).containsExactlyElementsOf(fitting(pool, search));
        Statistics.label("does any volume fit").collect(!found.isEmpty());
        Statistics.label("does any volume fit")
                .coverage(fits -> fits.check(true).percentage(share -> share > 20));
    }

    /** A pool that volumes were removed from: its common label keys need no longer be those that most volumes have. */
    private static VolumePool without(int removed, SearchCase searchCase) {
        VolumePool pool = searchCase.pool();
        for (PersistentVolume volume : searchCase
                .volumes()
                .subList(0, Math.min(removed, searchCase.volumes().size()))) {
            pool = pool.without(volume.metadata().name());
        }
        return pool;
    }

    private static List<IndexedVolume> fitting(VolumePool pool, Search search) {
        return free(pool, volume -> MatchRule.firstMismatch(search, volume).isEmpty());
    }

    /** In the order of choice. */
    private static List<IndexedVolume> free(VolumePool pool, Predicate<IndexedVolume> condition) {
        return pool.indexedVolumes().stream()
                .filter(IndexedVolume::isFree)
                .filter(condition)
                .sorted(Comparator.comparing(IndexedVolume::sortKey))
                .toList();
    }

    private static Stream<IndexedVolume> all(VolumeTree tree) {
        List<IndexedVolume> all = new ArrayList<>();
        tree.filter(all::add);
        return all.stream();
    }
}
