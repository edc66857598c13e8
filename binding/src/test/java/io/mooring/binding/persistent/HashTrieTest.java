package io.mooring.binding.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HashTrieTest {
    /** A key of which several have one hash, or one but for its last bits. */
    record Key(int number, int hash) {
        @Override
        public int hashCode() {
            return hash;
        }
    }

    /** @param value negative if the key goes */
    record Step(Key key, int value) {}

    @Property(tries = 500)
    void holdsWhatAMapHolds(@ForAll("steps") List<Step> steps) {
        HashTrie<Key, Integer> trie = HashTrie.empty();
        Map<Key, Integer> map = new HashMap<>();
        for (Step step : steps) {
            trie = after(trie, step);
            if (step.value() < 0) {
                map.remove(step.key());
            } else {
                map.put(step.key(), step.value());
            }
            assertThat(trie.get(step.key())).isEqualTo(map.get(step.key()));
        }

        Map<Key, Integer> all = new HashMap<>();
        trie.forEach(all::put);
        assertThat(all).isEqualTo(map);
        assertThat(trie.isEmpty()).isEqualTo(map.isEmpty());
        HashTrie<Key, Integer> held = trie;
        steps.forEach(step -> assertThat(held.get(step.key())).isEqualTo(map.get(step.key())));
    }

    @Property(tries = 200)
    void earlierOnesStayAsTheyWere(@ForAll("steps") List<Step> steps) {
        List<HashTrie<Key, Integer>> tries = new ArrayList<>(List.of(HashTrie.empty()));
        List<Map<Key, Integer>> seen = new ArrayList<>(List.of(Map.of()));
        for (Step step : steps) {
            HashTrie<Key, Integer> next = after(tries.get(tries.size() - 1), step);
            Map<Key, Integer> content = new HashMap<>();
            next.forEach(content::put);
            tries.add(next);
            seen.add(content);
        }

        for (int place = 0; place < tries.size(); place++) {
            Map<Key, Integer> content = new HashMap<>();
            tries.get(place).forEach(content::put);
            assertThat(content).isEqualTo(seen.get(place));
        }
    }

    @Property(tries = 200)
    void areEqualWhateverWay(@ForAll("steps") List<Step> steps) {
        HashTrie<Key, Integer> trie = HashTrie.empty();
        for (Step step : steps) {
            trie = after(trie, step);
        }
        Map<Key, Integer> all = new HashMap<>();
        trie.forEach(all::put);
        HashTrie<Key, Integer> straight = HashTrie.empty();
        for (Map.Entry<Key, Integer> entry : all.entrySet()) {
            straight = straight.plus(entry.getKey(), entry.getValue());
        }

        assertThat(straight).isEqualTo(trie).hasSameHashCodeAs(trie);
        assertThat(straight.plus(new Key(-1, 0), 1)).isNotEqualTo(trie);
    }

    @Test
    void whatChangesNothingGivesTheSame() {
        HashTrie<String, String> one = HashTrie.<String, String>empty().plus("a", "x");

        assertThat(one.plus("a", "x")).isSameAs(one);
        assertThat(one.minus("b")).isSameAs(one);
        assertThat(one.minus("a").isEmpty()).isTrue();
    }

    @Test
    void saysWhatItHolds() {
        HashTrie<String, String> one = HashTrie.<String, String>empty().plus("a", "x");

        assertThat(one.contains("a")).isTrue();
        assertThat(one.contains("b")).isFalse();
        assertThat(one).hasToString("{a=x}");
    }

    /** Each bit stands somewhere, and no two in one place. */
    @Test
    void noTwoHashesBecomeOne() {
        int seen = 0;
        for (int bit = 0; bit < Integer.SIZE; bit++) {
            int moved = HashTrie.hash(new Key(0, 1 << bit));
            assertThat(moved & seen).isZero();
            seen |= moved;
        }

        assertThat(seen).isEqualTo(-1);
    }

    /** Four nodes deep. */
    @Test
    void hashesThatDifferInTheirLastEightBitsHaveOneWay() {
        for (int last = 0; last < 256; last++) {
            assertThat(HashTrie.hash(new Key(0, 0x1234_5600 | last)) & 0xFFFF).isEqualTo(0x3456);
        }
    }

    private static HashTrie<Key, Integer> after(HashTrie<Key, Integer> trie, Step step) {
        return step.value() < 0 ? trie.minus(step.key()) : trie.plus(step.key(), step.value());
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> hashes = Arbitraries.oneOf(
                Arbitraries.of(0, 1, -1), Arbitraries.integers().between(0, 40), Arbitraries.integers());
        Arbitrary<Key> keys = Combinators.combine(Arbitraries.integers().between(0, 4), hashes)
                .as(Key::new);
        Arbitrary<Step> steps =
                Combinators.combine(keys, Arbitraries.integers().between(-2, 5)).as(Step::new);
        return steps.list().ofMaxSize(120);
    }
}
