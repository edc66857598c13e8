package io.mooring.binding.match;

import static io.mooring.binding.match.Shapes.capacity;
import static io.mooring.binding.match.Shapes.labelled;
import static io.mooring.binding.match.Shapes.volume;
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

/** A stock is a sorted map, held against the one that everybody knows. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 300)
class StockLawsTest {
    @Provide
    Arbitrary<List<Candidate>> candidates() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of("1Gi", "1024Mi", "1.5Gi", "2Gi", "1e40", "2e40", "1m", "1"),
                        Arbitraries.of("a", "b", "c"))
                .as((name, size, tier) -> Candidate.of(labelled(
                        volume("pv-" + name, spec -> spec.withCapacity(capacity(size))), Map.of("tier", tier))))
                .list()
                .ofMaxSize(200);
    }

    @Property
    void holdsWhatASortedMapHolds(
            @ForAll("candidates") List<Candidate> added, @ForAll("candidates") List<Candidate> removed) {
        NavigableMap<Rank, Candidate> expected = mapOf(added);
        Stock stock = stockOf(added);
        for (Candidate candidate : removed) {
            expected.remove(candidate.rank());
            stock = stock.without(candidate);
        }
        assertThat(all(stock, Sought.ANY)).containsExactlyElementsOf(expected.values());
        assertThat(stock.size()).isEqualTo(expected.size());
        assertThat(stock.isEmpty()).isEqualTo(expected.isEmpty());
    }

    @Property
    void passesOverNoVolumeThatIsSought(@ForAll("candidates") List<Candidate> added) {
        Sought sought = new Sought(-1, Marks.ofLabel("tier", "a"));
        List<Candidate> expected = mapOf(added).values().stream()
                .filter(candidate -> candidate.labels().containsValue("a"))
                .toList();
        assertThat(all(stockOf(added), sought).stream()
                        .filter(candidate -> candidate.labels().containsValue("a")))
                .containsExactlyElementsOf(expected);
    }

    @Property
    void beginsWhereItIsAskedTo(@ForAll("candidates") List<Candidate> added) {
        Rank place = Rank.before(Quantity.parse("1.2Gi"));
        Optional<Candidate> first = stockOf(added).from(place, Sought.ANY).map(Stock.Cursor::next);
        Map.@Nullable Entry<Rank, Candidate> expected = mapOf(added).ceilingEntry(place);
        assertThat(first).isEqualTo(Optional.ofNullable(expected).map(Map.Entry::getValue));
    }

    @Property
    void findsTheFirstOutsideByCounting(@ForAll("candidates") List<Candidate> added) {
        Stock stock = stockOf(added);
        List<Stock> parts = List.of(
                stock.select(candidate -> candidate.labels().containsValue("a")),
                stock.select(candidate -> candidate.labels().containsValue("b")));
        for (Candidate inside : all(stock, Sought.ANY)) {
            Optional<Candidate> expected = mapOf(added).tailMap(inside.rank(), false).values().stream()
                    .filter(candidate -> candidate.labels().containsValue("c"))
                    .findFirst();
            assertThat(stock.firstOutside(parts, inside)).isEqualTo(expected);
        }
    }

    @Property
    void staysBalancedInWhateverOrderVolumesComeAndGo(@ForAll("candidates") List<Candidate> removed) {
        Branch root = null;
        for (int i = 1000; i < 2000; i++) {
            root = Branch.with(root, Candidate.of(volume("pv-" + i)));
        }
        for (int i = 1000; i < 1600; i++) {
            root = Branch.without(root, Candidate.of(volume("pv-" + i)).rank());
        }
        for (Candidate candidate : removed) {
            root = Branch.without(Branch.with(root, candidate), candidate.rank());
        }
        assertThat(Branch.size(root)).isEqualTo(400);
        assertThat(depth(root)).isLessThan(20);
    }

    private static int depth(@Nullable Branch branch) {
        return branch == null ? 0 : 1 + Math.max(depth(branch.left), depth(branch.right));
    }

    private static NavigableMap<Rank, Candidate> mapOf(List<Candidate> candidates) {
        TreeMap<Rank, Candidate> map = new TreeMap<>();
        candidates.forEach(candidate -> map.put(candidate.rank(), candidate));
        return map;
    }

    private static Stock stockOf(List<Candidate> candidates) {
        Stock stock = Stock.EMPTY;
        for (Candidate candidate : candidates) {
            stock = stock.with(candidate);
        }
        return stock;
    }

    private static List<Candidate> all(Stock stock, Sought sought) {
        List<Candidate> all = new ArrayList<>();
        Optional<Stock.Cursor> cursor = stock.from(Rank.before(Quantity.ZERO), sought);
        for (boolean goesOn = cursor.isPresent(); goesOn; goesOn = cursor.get().step()) {
            all.add(cursor.get().next());
        }
        return all;
    }
}
