package io.mooring.binding.persistent;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePSet;

/**
 * A map as a value that holds several values under a key, each once. The keys have no order; the values under a key have their natural one.
 *
 * <pre>{@code
 * SetMultimap<String, Integer> one = SetMultimap.<String, Integer>empty().plus("a", 2);
 * one.plus("a", 1).under("a").toList()      // [1, 2]
 * one.minus("a", 2).isEmpty()               // true
 * }</pre>
 *
 * <p>Most keys have one value, which takes no set.
 *
 * @param <V> no set themselves
 */
public final class SetMultimap<K, V extends Comparable<? super V>> {
    private static final SetMultimap<?, ?> EMPTY = new SetMultimap<String, String>(HashTrie.empty());

    /** Of each key the one value, or a set of several. */
    private final HashTrie<K, Object> entries;

    private SetMultimap(HashTrie<K, Object> entries) {
        this.entries = entries;
    }

    /** Nothing. */
    @SuppressWarnings("unchecked")
    public static <K, V extends Comparable<? super V>> SetMultimap<K, V> empty() {
        return (SetMultimap<K, V>) EMPTY;
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The values under a key, in their order; none if nobody put any. */
    @SuppressWarnings("unchecked")
    public Stream<V> under(K key) {
        Object there = entries.get(key);
        if (there == null) {
            return Stream.empty();
        }
        return there instanceof TreePSet<?> several ? ((TreePSet<V>) several).stream() : Stream.of((V) there);
    }

    /** The same as a list. */
    @SuppressWarnings("unchecked")
    public List<V> listUnder(K key) {
        Object there = entries.get(key);
        if (there == null) {
            return List.of();
        }
        return there instanceof TreePSet<?> several ? List.copyOf((TreePSet<V>) several) : List.of((V) there);
    }

    /** How many values there are under a key. */
    public int count(K key) {
        Object there = entries.get(key);
        return there == null ? 0 : several(there).size();
    }

    /** With this value under the key, besides those that are there. */
    public SetMultimap<K, V> plus(K key, V value) {
        Object there = entries.get(key);
        return changed(entries.plus(
                key, there == null ? value : shortest(several(there).plus(value))));
    }

    /** Without this value under the key. */
    public SetMultimap<K, V> minus(K key, V value) {
        Object there = entries.get(key);
        if (there == null) {
            return this;
        }
        TreePSet<V> rest = several(there).minus(value);
        return changed(rest.isEmpty() ? entries.minus(key) : entries.plus(key, shortest(rest)));
    }

    private SetMultimap<K, V> changed(HashTrie<K, Object> all) {
        return all == entries ? this : new SetMultimap<>(all);
    }

    private static <V extends Comparable<? super V>> Object shortest(TreePSet<V> values) {
        return values.size() == 1 ? values.first() : values;
    }

    @SuppressWarnings("unchecked")
    private TreePSet<V> several(Object there) {
        return there instanceof TreePSet<?> several ? (TreePSet<V>) several : TreePSet.<V>singleton((V) there);
    }

    /** Each key that has a value, in no order. */
    public void forEachKey(Consumer<? super K> action) {
        entries.forEach((key, there) -> action.accept(key));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SetMultimap<?, ?> multimap && entries.equals(multimap.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
