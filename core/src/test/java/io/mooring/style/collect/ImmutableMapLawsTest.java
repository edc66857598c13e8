package io.mooring.style.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** A map that never changes does what the JDK's does that keeps its keys in order, whether it has few entries or many. */
class ImmutableMapLawsTest {
    private static final int KEYS = 25;
    private static final List<Consumer<Map<String, Integer>>> CHANGES = List.of(
            map -> map.put("k0", 1),
            map -> map.remove("k0"),
            map -> map.putAll(Map.of("k0", 1)),
            Map::clear,
            map -> map.merge("k0", 7, Integer::sum),
            map -> map.entrySet().iterator().next().setValue(9),
            map -> map.entrySet().remove(map.entrySet().iterator().next()),
            map -> map.keySet().remove(map.keySet().iterator().next()),
            map -> map.values().remove(map.values().iterator().next()),
            map -> map.replaceAll((key, value) -> value + 1));

    /** @param value none to take the entry away */
    record Change(String key, List<Integer> value) {
        void of(Map<String, Integer> map) {
            if (value.isEmpty()) {
                map.remove(key);
            } else {
                map.put(key, value.get(0));
            }
        }

        ImmutableMap<String, Integer> of(ImmutableMap<String, Integer> map) {
            return value.isEmpty() ? map.without(key) : map.with(key, value.get(0));
        }
    }

    /** So many that maps come to have more than a few entries, and fewer again. */
    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> keys = Arbitraries.integers().between(0, KEYS - 1).map(number -> "k" + number);
        Arbitrary<Integer> values = Arbitraries.integers().between(0, 3);
        return Combinators.combine(keys, values.injectNull(0.2))
                .as((key, value) -> new Change(key, value == null ? List.of() : List.of(value)))
                .list()
                .ofMaxSize(120);
    }

    @Property
    void isWhatTheJdkMakesOfTheSameChanges(@ForAll("changes") List<Change> changes) {
        Map<String, Integer> plain = new LinkedHashMap<>();
        ImmutableMap<String, Integer> map = ImmutableMap.of();
        for (Change change : changes) {
            Map<String, Integer> before = new LinkedHashMap<>(plain);
            ImmutableMap<String, Integer> old = map;
            change.of(plain);
            map = change.of(map);
            assertThat(new ArrayList<>(old.entrySet())).isEqualTo(new ArrayList<>(before.entrySet()));
        }
        assertIs(map, plain);
        Statistics.collect(plain.size() > ImmutableMap.FEW ? "many" : "few");
        Statistics.coverage(coverage -> {
            coverage.check("many").count(count -> count >= 50);
            coverage.check("few").count(count -> count >= 100);
        });
    }

    /** A builder goes on after it has built, and what it built stays. */
    @Property
    void aBuilderCollectsWhatTheJdkDoes(
            @ForAll("changes") List<Change> first,
            @ForAll("changes") List<Change> then,
            @ForAll @IntRange(max = 20) int size) {
        Map<String, Integer> plain = new LinkedHashMap<>();
        ImmutableMap.Builder<String, Integer> builder = ImmutableMap.builder(size);
        put(first, builder, plain);
        ImmutableMap<String, Integer> built = builder.build();
        assertIs(built, plain);
        Map<String, Integer> before = new LinkedHashMap<>(plain);
        put(then, builder, plain);
        assertIs(builder.build(), plain);
        assertIs(built, before);
        Map<String, Integer> both = new LinkedHashMap<>(before);
        both.putAll(plain);
        assertIs(
                ImmutableMap.<String, Integer>builder()
                        .putAll(built)
                        .putAll(plain)
                        .build(),
                both);
    }

    private static void put(
            List<Change> changes, ImmutableMap.Builder<String, Integer> builder, Map<String, Integer> plain) {
        for (Change change : changes) {
            for (Integer value : change.value()) {
                plain.put(change.key(), value);
                builder.put(change.key(), value);
            }
            assertThat(builder.containsKey(change.key())).isEqualTo(plain.containsKey(change.key()));
        }
    }

    @Property
    void nothingChangesIt(@ForAll("changes") List<Change> changes) {
        Map<String, Integer> plain = new LinkedHashMap<>(Map.of("k0", 5));
        changes.forEach(change -> change.of(plain));
        plain.put("k0", 5);
        ImmutableMap<String, Integer> map = ImmutableMap.copyOf(plain);
        for (Consumer<Map<String, Integer>> change : CHANGES) {
            assertThatThrownBy(() -> change.accept(map)).isInstanceOf(UnsupportedOperationException.class);
        }
        assertIs(map, plain);
    }

    @Example
    void whatNeverChangesIsNotCopied() {
        ImmutableMap<String, Integer> map = ImmutableMap.of("a", 1);
        assertThat(ImmutableMap.copyOf(map)).isSameAs(map);
        assertThat(ImmutableMap.<String, Integer>builder().putAll(map).build()).isSameAs(map);
        assertThat(ImmutableMap.copyOf(Map.of())).isSameAs(ImmutableMap.of());
        assertThat(map.without("a")).isSameAs(ImmutableMap.of());
        assertThat(map.without("b")).isSameAs(map);
    }

    @Example
    void takesNoNull() {
        ImmutableMap.Builder<String, Integer> builder = ImmutableMap.builder();
        Map<String, Integer> withNull = new LinkedHashMap<>();
        withNull.put("a", null);
        assertThatThrownBy(() -> builder.putAll(withNull)).isInstanceOf(NullPointerException.class);
        assertThat(builder.build().containsKey(null)).isFalse();
    }

    @Example
    void entriesArePutOneByOne() {
        ImmutableMap<String, Integer> map = ImmutableMap.<String, Integer>builder()
                .put(Map.entry("a", 1))
                .put("b", 2)
                .put(Map.entry("a", 3))
                .build();
        assertThat(map).hasToString("{a=3, b=2}");
    }

    private static void assertIs(ImmutableMap<String, Integer> map, Map<String, Integer> plain) {
        assertThat(map.getClass().getSimpleName()).isEqualTo(plain.size() <= ImmutableMap.FEW ? "Few" : "Many");
        assertThat(new ArrayList<>(map.entrySet())).isEqualTo(new ArrayList<>(plain.entrySet()));
        assertThat(new ArrayList<>(map.keySet())).isEqualTo(new ArrayList<>(plain.keySet()));
        assertThat(new ArrayList<>(map.values())).isEqualTo(new ArrayList<>(plain.values()));
        Map<String, Integer> each = new LinkedHashMap<>();
        map.forEach(each::put);
        assertThat(new ArrayList<>(each.entrySet())).isEqualTo(new ArrayList<>(plain.entrySet()));
        assertThat(map.equals(plain)).isTrue();
        assertThat(plain.equals(map)).isTrue();
        assertThat(map.equals(ImmutableMap.copyOf(new TreeMap<>(plain)))).isTrue();
        assertThat(map.equals(new LinkedHashMap<>(map.with("k0", -1)))).isFalse();
        assertThat(map.equals(map.with("other", 0))).isFalse();
        assertThat(map).hasSameHashCodeAs(plain).hasToString(plain.toString()).hasSize(plain.size());
        assertThat(map.isEmpty()).isEqualTo(plain.isEmpty());
        for (int number = 0; number < KEYS; number++) {
            String key = "k" + number;
            assertThat(map.containsKey(key)).isEqualTo(plain.containsKey(key));
            assertThat(map.keySet().contains(key)).isEqualTo(plain.containsKey(key));
            assertThat(map.get(key)).isEqualTo(plain.get(key));
        }
        for (int value = -1; value < 5; value++) {
            assertThat(map.containsValue(value)).isEqualTo(plain.containsValue(value));
        }
    }
}
