package io.mooring.binding.world;

import io.mooring.binding.persistent.HashTrie;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePSet;

/**
 * A view that finds objects by something they say, without looking at all of them.
 *
 * <pre>{@code
 * Index<PersistentVolumeClaim, String> byVolume = Index.of(
 *     PersistentVolumeClaim.KIND, PersistentVolumeClaim::spec, claim -> List.of(claim.spec().volumeName()));
 * byVolume.find(cluster, "pv-a")      // the claims that name pv-a
 * }</pre>
 *
 * @param <T> the objects
 * @param <K> what they are found by
 */
public final class Index<T extends KubernetesObject, K extends Comparable<? super K>>
        implements View<Index.Entries<K>> {
    private final Kinds kinds;
    private final Class<T> type;
    private final Function<? super T, ?> part;
    private final Function<? super T, List<K>> keys;

    private Index(Kinds kinds, Class<T> type, Function<? super T, ?> part, Function<? super T, List<K>> keys) {
        this.kinds = kinds;
        this.type = type;
        this.part = part;
        this.keys = keys;
    }

    /**
     * An index over the objects of a kind.
     *
     * @param part the part of an object that its keys are read from: while that is the same instance, so are the keys
     * @param keys what an object is found by, each once
     */
    public static <T extends KubernetesObject, K extends Comparable<? super K>> Index<T, K> of(
            ObjectKind<T> kind, Function<? super T, ?> part, Function<? super T, List<K>> keys) {
        return new Index<>(Kinds.of(kind), kind.type(), part, keys);
    }

    /** An index over the objects of all kinds. */
    public static <K extends Comparable<? super K>> Index<KubernetesObject, K> ofAll(
            Function<? super KubernetesObject, ?> part, Function<? super KubernetesObject, List<K>> keys) {
        return new Index<>(Kinds.ALL, KubernetesObject.class, part, keys);
    }

    /** What is found by each key. */
    public static final class Entries<K extends Comparable<? super K>> {
        /** Of each key the one object, or a set of several: most keys find one. */
        private final HashTrie<K, Object> refs;

        private Entries(HashTrie<K, Object> refs) {
            this.refs = refs;
        }

        /** The objects under a key, in order. */
        public SortedSet<Ref<?>> under(K key) {
            return several(refs.get(key));
        }

        private Entries<K> with(K key, Ref<?> ref) {
            Object there = refs.get(key);
            return new Entries<>(
                    refs.plus(key, there == null ? ref : several(there).plus(ref)));
        }

        private Entries<K> without(K key, Ref<?> ref) {
            TreePSet<Ref<?>> rest = several(refs.get(key)).minus(ref);
            return new Entries<>(
                    switch (rest.size()) {
                        case 0 -> refs.minus(key);
                        case 1 -> refs.plus(key, rest.first());
                        default -> refs.plus(key, rest);
                    });
        }

        @SuppressWarnings("unchecked")
        private static TreePSet<Ref<?>> several(@Nullable Object there) {
            if (there == null) {
                return TreePSet.empty();
            }
            return there instanceof Ref<?> one ? TreePSet.<Ref<?>>singleton(one) : (TreePSet<Ref<?>>) there;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entries<?> entries && refs.equals(entries.refs);
        }

        @Override
        public int hashCode() {
            return refs.hashCode();
        }

        @Override
        public String toString() {
            return refs.toString();
        }
    }

    @Override
    public Kinds watches() {
        return kinds;
    }

    @Override
    public Entries<K> start() {
        return new Entries<>(HashTrie.<K, Object>empty());
    }

    @Override
    public Entries<K> after(Entries<K> entries, Change<?> change, Lister objects) {
        @Nullable T before = type.cast(change.before().orElse(null));
        @Nullable T after = type.cast(change.after().orElse(null));
        if (before != null && after != null && part.apply(before) == part.apply(after)) {
            return entries;
        }
        List<K> keysBefore = before == null ? List.of() : keys.apply(before);
        List<K> keysAfter = after == null ? List.of() : keys.apply(after);
        return keysBefore.equals(keysAfter) ? entries : moved(entries, change.ref(), keysBefore, keysAfter);
    }

    private static <K extends Comparable<? super K>> Entries<K> moved(
            Entries<K> entries, Ref<?> ref, List<K> keysBefore, List<K> keysAfter) {
        Entries<K> result = entries;
        for (K key : keysBefore) {
            result = result.without(key, ref);
        }
        for (K key : keysAfter) {
            result = result.with(key, ref);
        }
        return result;
    }

    /** The objects under a key, in the order of their refs. */
    public Stream<T> find(Cluster cluster, K key) {
        Object found = cluster.view(this).refs.get(key);
        if (found == null) {
            return Stream.empty();
        }
        return found instanceof Ref<?> one
                ? cluster.get(one).map(type::cast).stream()
                : Entries.several(found).stream()
                        .map(ref -> type.cast(cluster.get(ref).orElseThrow()));
    }

    /** How many objects there are under a key. */
    public int count(Cluster cluster, K key) {
        Object found = cluster.view(this).refs.get(key);
        return found instanceof Ref<?> ? 1 : Entries.several(found).size();
    }
}
