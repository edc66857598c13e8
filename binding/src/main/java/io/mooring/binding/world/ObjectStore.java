package io.mooring.binding.world;

import io.mooring.binding.match.VolumePool;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** All objects, and the indexes over them; each change makes a new store that shares all it did not touch. */
final class ObjectStore {
    static final ObjectStore EMPTY = new ObjectStore(
            TreePMap.empty(),
            Collections.nCopies(Index.values().length, TreePMap.empty()),
            PodTallies.NONE,
            VolumePool.EMPTY,
            WaitingClaims.NONE,
            QuotaTallies.NONE,
            0);

    private static final Index[] INDEXES = Index.values();

    /** By kind, by namespace, by name. */
    private final TreePMap<String, TreePMap<String, TreePMap<String, KubernetesObject>>> kinds;

    private final List<TreePMap<String, TreePSet<Ref<?>>>> indexes;
    private final PodTallies pods;
    private final VolumePool volumes;
    private final WaitingClaims waiting;
    private final QuotaTallies quotas;
    private final int size;

    private ObjectStore(
            TreePMap<String, TreePMap<String, TreePMap<String, KubernetesObject>>> kinds,
            List<TreePMap<String, TreePSet<Ref<?>>>> indexes,
            PodTallies pods,
            VolumePool volumes,
            WaitingClaims waiting,
            QuotaTallies quotas,
            int size) {
        this.kinds = kinds;
        this.indexes = indexes;
        this.pods = pods;
        this.volumes = volumes;
        this.waiting = waiting;
        this.quotas = quotas;
        this.size = size;
    }

    int size() {
        return size;
    }

    PodTallies pods() {
        return pods;
    }

    QuotaTallies quotas() {
        return quotas;
    }

    WaitingClaims waiting() {
        return waiting;
    }

    VolumePool volumes() {
        return volumes;
    }

    Optional<KubernetesObject> get(Ref<?> key) {
        return Optional.ofNullable(find(key));
    }

    private @Nullable KubernetesObject find(Ref<?> key) {
        return names(key.kind(), key.namespace()).get(key.name());
    }

    /** The kinds that have had objects, in alphabetical order. */
    Collection<String> kinds() {
        return kinds.keySet();
    }

    /** The namespaces that have had objects of this kind, in alphabetical order. */
    Collection<String> namespaces(String kind) {
        TreePMap<String, TreePMap<String, KubernetesObject>> namespaces = kinds.get(kind);
        return namespaces == null ? List.of() : namespaces.keySet();
    }

    /** By name. */
    Collection<KubernetesObject> list(String kind, String namespace) {
        return names(kind, namespace).values();
    }

    private TreePMap<String, KubernetesObject> names(String kind, String namespace) {
        TreePMap<String, TreePMap<String, KubernetesObject>> namespaces = kinds.get(kind);
        return namespaces == null ? TreePMap.empty() : namespaces.getOrDefault(namespace, TreePMap.empty());
    }

    private Collection<PersistentVolumeClaim> claims(String namespace) {
        return Typed.of(PersistentVolumeClaim.class, list(PersistentVolumeClaim.KIND.name(), namespace));
    }

    /** The keys under an entry, in order. */
    TreePSet<Ref<?>> find(Index index, String entry) {
        TreePSet<Ref<?>> keys = indexes.get(index.ordinal()).get(entry);
        return keys == null ? TreePSet.empty() : keys;
    }

    /** The objects under an entry, in the order of their keys. */
    Stream<KubernetesObject> found(Index index, String entry) {
        TreePSet<Ref<?>> keys = find(index, entry);
        return switch (keys.size()) {
            case 0 -> Stream.empty();
            case 1 -> Stream.ofNullable(find(keys.first()));
            default -> keys.stream().map(key -> get(key).orElseThrow());
        };
    }

    ObjectStore with(KubernetesObject object) {
        Ref<?> key = object.ref();
        TreePMap<String, KubernetesObject> names = names(key.kind(), key.namespace());
        KubernetesObject before = names.get(key.name());
        return new ObjectStore(
                with(key, names.plus(key.name(), object)),
                reindexed(key, before, object),
                pods.changed(before, object),
                object instanceof PersistentVolume volume ? volumes.with(volume) : volumes,
                waiting.changed(before, object),
                quotas.changed(before, object, () -> claims(key.namespace())),
                before == null ? size + 1 : size);
    }

    ObjectStore without(Ref<?> key) {
        KubernetesObject before = find(key);
        if (before == null) {
            return this;
        }
        return new ObjectStore(
                with(key, names(key.kind(), key.namespace()).minus(key.name())),
                reindexed(key, before, null),
                pods.changed(before, null),
                before instanceof PersistentVolume ? volumes.without(key.name()) : volumes,
                waiting.changed(before, null),
                quotas.changed(before, null, () -> claims(key.namespace())),
                size - 1);
    }

    /** The objects of the key's kind and namespace are these. */
    private TreePMap<String, TreePMap<String, TreePMap<String, KubernetesObject>>> with(
            Ref<?> key, TreePMap<String, KubernetesObject> names) {
        return kinds.plus(
                key.kind(), kinds.getOrDefault(key.kind(), TreePMap.empty()).plus(key.namespace(), names));
    }

    /** What differs from an earlier store, by kind, namespace and name. */
    List<Change> changesSince(ObjectStore earlier) {
        List<Change> changes = new ArrayList<>();
        for (String kind : both(earlier.kinds(), kinds())) {
            for (String namespace : both(earlier.namespaces(kind), namespaces(kind))) {
                addChanges(earlier.names(kind, namespace), names(kind, namespace), changes);
            }
        }
        return List.copyOf(changes);
    }

    private static void addChanges(
            TreePMap<String, KubernetesObject> before, TreePMap<String, KubernetesObject> after, List<Change> changes) {
        if (before == after) {
            return;
        }
        for (String name : both(before.keySet(), after.keySet())) {
            Optional<KubernetesObject> old = Optional.ofNullable(before.get(name));
            Optional<KubernetesObject> young = Optional.ofNullable(after.get(name));
            if (!old.equals(young)) {
                changes.add(new Change(old, young));
            }
        }
    }

    private static Set<String> both(Collection<String> some, Collection<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private List<TreePMap<String, TreePSet<Ref<?>>>> reindexed(
            Ref<?> key, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        List<TreePMap<String, TreePSet<Ref<?>>>> changed = new ArrayList<>(indexes);
        for (Index index : INDEXES) {
            if (before != null && after != null && index.part(before) == index.part(after)) {
                continue;
            }
            List<String> old = before == null ? List.of() : index.entries(before);
            List<String> young = after == null ? List.of() : index.entries(after);
            if (!old.equals(young)) {
                changed.set(index.ordinal(), moved(indexes.get(index.ordinal()), key, old, young));
            }
        }
        return changed;
    }

    private static TreePMap<String, TreePSet<Ref<?>>> moved(
            TreePMap<String, TreePSet<Ref<?>>> index, Ref<?> key, List<String> old, List<String> young) {
        TreePMap<String, TreePSet<Ref<?>>> result = index;
        for (String entry : old) {
            TreePSet<Ref<?>> rest =
                    result.getOrDefault(entry, TreePSet.empty()).minus(key);
            result = rest.isEmpty() ? result.minus(entry) : result.plus(entry, rest);
        }
        for (String entry : young) {
            result = result.plus(
                    entry, result.getOrDefault(entry, TreePSet.empty()).plus(key));
        }
        return result;
    }
}
