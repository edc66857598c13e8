package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
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
        private final TreePMap<K, TreePSet<Ref<?>>> refs;

        private Entries(TreePMap<K, TreePSet<Ref<?>>> refs) {
            this.refs = refs;
        }

        /** The objects under a key, in order. */
        public SortedSet<Ref<?>> under(K key) {
            TreePSet<Ref<?>> found = refs.get(key);
            return found == null ? TreePSet.empty() : found;
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
        return new Entries<>(TreePMap.<K, TreePSet<Ref<?>>>empty());
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
        return keysBefore.equals(keysAfter)
                ? entries
                : new Entries<>(moved(entries.refs, change.ref(), keysBefore, keysAfter));
    }

    private static <K extends Comparable<? super K>> TreePMap<K, TreePSet<Ref<?>>> moved(
            TreePMap<K, TreePSet<Ref<?>>> refs, Ref<?> ref, List<K> keysBefore, List<K> keysAfter) {
        TreePMap<K, TreePSet<Ref<?>>> result = refs;
        for (K key : keysBefore) {
            TreePSet<Ref<?>> rest = result.getOrDefault(key, TreePSet.empty()).minus(ref);
            result = rest.isEmpty() ? result.minus(key) : result.plus(key, rest);
        }
        for (K key : keysAfter) {
            result = result.plus(key, result.getOrDefault(key, TreePSet.empty()).plus(ref));
        }
        return result;
    }

    /** The objects under a key, in the order of their refs. */
    public Stream<T> find(Cluster cluster, K key) {
        SortedSet<Ref<?>> refs = cluster.view(this).under(key);
        return switch (refs.size()) {
            case 0 -> Stream.empty();
            case 1 -> cluster.get(refs.first()).map(type::cast).stream();
            default -> refs.stream().map(ref -> type.cast(cluster.get(ref).orElseThrow()));
        };
    }

    /** How many objects there are under a key. */
    public int count(Cluster cluster, K key) {
        return cluster.view(this).under(key).size();
    }
}
