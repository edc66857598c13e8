package io.mooring.binding.persistent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map as a value: each change makes a new one, which shares all but a few small nodes with the old one. Keys and values are not null. It has no
 * order that anybody may rely on, and does not know how many entries it has.
 *
 * <pre>{@code
 * HashTrie<String, Integer> one = HashTrie.<String, Integer>empty().plus("a", 1);
 * one.plus("b", 2).get("b")      // 2
 * one.get("b")                   // null
 * }</pre>
 *
 * <p>A node takes four bits of the hash and has a place for each of their 16 values: an entry, a node, or nothing, which takes no room
 * (Steindorfer and Vinju, Optimizing Hash-Array Mapped Tries, 2015). Equal maps have equal nodes, in whatever order their entries came.
 */
public final class HashTrie<K, V> {
    private static final HashTrie<?, ?> EMPTY = new HashTrie<>(Node.EMPTY);

    private final Node root;

    private HashTrie(Node root) {
        this.root = root;
    }

    /** Nothing. */
    @SuppressWarnings("unchecked")
    public static <K, V> HashTrie<K, V> empty() {
        return (HashTrie<K, V>) EMPTY;
    }

    /** The value under the key; null if there is none. */
    @SuppressWarnings("unchecked")
    public @Nullable V get(K key) {
        return (V) root.get(key, hash(key));
    }

    public boolean contains(K key) {
        return get(key) != null;
    }

    public boolean isEmpty() {
        return root == Node.EMPTY;
    }

    /** With this value under the key, instead of what was there. */
    public HashTrie<K, V> plus(K key, V value) {
        Node changed = root.plus(key, value, hash(key), 0);
        return changed == root ? this : new HashTrie<>(changed);
    }

    /** Without the key. */
    public HashTrie<K, V> minus(K key) {
        Node changed = root.minus(key, hash(key), 0);
        return changed == root ? this : new HashTrie<>(changed);
    }

    /** Each entry, in no order. */
    @SuppressWarnings("unchecked")
    public void forEach(BiConsumer<? super K, ? super V> action) {
        root.forEach((key, value) -> action.accept((K) key, (V) value));
    }

    /**
     * The hash with its last eight bits behind the next sixteen. Names that follow each other have hashes that are near each other,
     * and are asked one after the other: so the way to them is through the same nodes, which the processor has at hand.
     */
    static int hash(Object key) {
        int hash = key.hashCode();
        return ((hash >>> 8) & 0xFFFF) | ((hash & 0xFF) << 16) | (hash & 0xFF000000);
    }

    private Map<K, V> toMap() {
        Map<K, V> all = new LinkedHashMap<>();
        forEach(all::put);
        return all;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof HashTrie<?, ?> trie && toMap().equals(trie.toMap()));
    }

    @Override
    public int hashCode() {
        return toMap().hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
