package io.mooring.binding.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SetMultimapTest {
    private static final int KEYS = 4;

    /** @param isComing false if the value goes */
    record Step(int key, String value, boolean isComing) {}

    @Property(tries = 500)
    void holdsWhatAMapOfSetsHolds(@ForAll("steps") List<Step> steps) {
        SetMultimap<Integer, String> multimap = SetMultimap.empty();
        Map<Integer, SortedSet<String>> sets = new TreeMap<>();
        for (Step step : steps) {
            SetMultimap<Integer, String> before = multimap;
            List<String> seen = before.under(step.key()).toList();
            multimap = after(multimap, step);
            SortedSet<String> set = sets.computeIfAbsent(step.key(), key -> new TreeSet<>());
            boolean isChanged = step.isComing() ? set.add(step.value()) : set.remove(step.value());

            assertThat(before.under(step.key())).isEqualTo(seen);
            assertThat(multimap == before).isEqualTo(!isChanged);
        }

        Set<Integer> keys = new HashSet<>();
        multimap.forEachKey(keys::add);
        sets.values().removeIf(Set::isEmpty);
        assertThat(keys).isEqualTo(sets.keySet());
        assertThat(multimap.isEmpty()).isEqualTo(sets.isEmpty());
        for (int key = 0; key < KEYS; key++) {
            SortedSet<String> set = sets.getOrDefault(key, new TreeSet<>());
            assertThat(multimap.under(key)).containsExactlyElementsOf(set);
            assertThat(multimap.listUnder(key)).containsExactlyElementsOf(set);
            assertThat(multimap.count(key)).isEqualTo(set.size());
        }
    }

    @Property(tries = 200)
    void areEqualWhateverWay(@ForAll("steps") List<Step> steps) {
        SetMultimap<Integer, String> multimap = SetMultimap.empty();
        for (Step step : steps) {
            multimap = after(multimap, step);
        }
        SetMultimap<Integer, String> straight = SetMultimap.empty();
        for (int key = KEYS - 1; key >= 0; key--) {
            for (String value : multimap.under(key).toList()) {
                straight = straight.plus(key, value);
            }
        }

        assertThat(straight).isEqualTo(multimap).hasSameHashCodeAs(multimap);
        assertThat(straight.plus(-1, "a")).isNotEqualTo(multimap);
    }

    @Test
    void whatIsAddedAgainChangesNothing() {
        SetMultimap<String, Integer> two =
                SetMultimap.<String, Integer>empty().plus("a", 1).plus("a", 2);

        assertThat(two.plus("a", 2)).isSameAs(two);
        assertThat(two.minus("a", 3)).isSameAs(two);
        assertThat(two.minus("b", 1)).isSameAs(two);
    }

    private static SetMultimap<Integer, String> after(SetMultimap<Integer, String> multimap, Step step) {
        return step.isComing() ? multimap.plus(step.key(), step.value()) : multimap.minus(step.key(), step.value());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, KEYS - 1),
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of(true, true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
