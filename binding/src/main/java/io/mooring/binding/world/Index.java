package io.mooring.binding.world;

import io.mooring.binding.persistent.SetMultimap;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
        private final SetMultimap<K, Ref<?>> refs;

        private Entries(SetMultimap<K, Ref<?>> refs) {
            this.refs = refs;
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
        return new Entries<>(SetMultimap.<K, Ref<?>>empty());
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
        SetMultimap<K, Ref<?>> refs = entries.refs;
        for (K key : keysBefore) {
            refs = refs.minus(key, ref);
        }
        for (K key : keysAfter) {
            refs = refs.plus(key, ref);
        }
        return new Entries<>(refs);
    }

    /** The objects under a key, in the order of their refs. */
    public Stream<T> find(Cluster cluster, K key) {
        return cluster.view(this)
                .refs
                .under(key)
                .map(ref -> type.cast(cluster.get(ref).orElseThrow()));
    }

    /** The same as a list: for who mostly finds none, or one. */
    public List<T> list(Cluster cluster, K key) {
        List<Ref<?>> refs = cluster.view(this).refs.listUnder(key);
        if (refs.isEmpty()) {
            return List.of();
        }
        List<T> found = new ArrayList<>(refs.size());
        for (Ref<?> ref : refs) {
            found.add(type.cast(cluster.get(ref).orElseThrow()));
        }
        return found;
    }

    /** How many objects there are under a key. */
    public int count(Cluster cluster, K key) {
        return cluster.view(this).refs.count(key);
    }
}
