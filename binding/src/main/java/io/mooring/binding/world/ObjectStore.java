package io.mooring.binding.world;

import io.mooring.binding.persistent.HashTrie;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/** All objects; each change makes a new store that shares all it did not touch. */
final class ObjectStore implements Lister {
    static final ObjectStore EMPTY = new ObjectStore(TreePMap.empty(), HashTrie.empty(), 0);

    /** By kind, by namespace, by name; kinds and namespaces that have none any more are remembered. */
    private final TreePMap<ObjectKind<?>, TreePMap<String, TreePMap<String, KubernetesObject>>> kinds;

    /** The same, to find one: a get is what is asked most. */
    private final HashTrie<Ref<?>, KubernetesObject> byRef;

    private final int size;

    private ObjectStore(
            TreePMap<ObjectKind<?>, TreePMap<String, TreePMap<String, KubernetesObject>>> kinds,
            HashTrie<Ref<?>, KubernetesObject> byRef,
            int size) {
        this.kinds = kinds;
        this.byRef = byRef;
        this.size = size;
    }

    static ObjectStore of(Collection<? extends KubernetesObject> objects) {
        ObjectStore store = EMPTY;
        for (KubernetesObject object : objects) {
            store = store.after(Change.creation(object));
        }
        return store;
    }

    int size() {
        return size;
    }

    @Override
    public <T extends KubernetesObject> Optional<T> get(Ref<T> ref) {
        KubernetesObject found = byRef.get(ref);
        return found == null ? Optional.empty() : Optional.of(ref.kind().type().cast(found));
    }

    @Override
    public <T extends KubernetesObject> Collection<T> list(ObjectKind<T> kind, String namespace) {
        return TypedCollection.of(kind.type(), names(kind, namespace).values());
    }

    @Override
    public <T extends KubernetesObject> Stream<T> list(ObjectKind<T> kind) {
        return namespaces(kind).values().stream()
                .flatMap(names -> names.values().stream())
                .map(kind.type()::cast);
    }

    @Override
    public Stream<? extends KubernetesObject> all() {
        return kinds.values().stream()
                .flatMap(namespaces -> namespaces.values().stream())
                .flatMap(names -> names.values().stream());
    }

    private TreePMap<String, TreePMap<String, KubernetesObject>> namespaces(ObjectKind<?> kind) {
        return kinds.getOrDefault(kind, TreePMap.empty());
    }

    private TreePMap<String, KubernetesObject> names(ObjectKind<?> kind, String namespace) {
        TreePMap<String, TreePMap<String, KubernetesObject>> namespaces = kinds.get(kind);
        return namespaces == null ? TreePMap.empty() : namespaces.getOrDefault(namespace, TreePMap.empty());
    }

    ObjectStore after(Change<?> change) {
        Ref<?> ref = change.ref();
        TreePMap<String, KubernetesObject> names = names(ref.kind(), ref.namespace());
        TreePMap<String, KubernetesObject> changed =
                change.isRemoval() ? names.minus(ref.name()) : names.plus(ref.name(), change.object());
        return new ObjectStore(
                with(ref, changed),
                change.isRemoval() ? byRef.minus(ref) : byRef.plus(ref, change.object()),
                size + change.difference());
    }

    /** With these objects of the kind and namespace; a namespace stays known when its last object goes. */
    private TreePMap<ObjectKind<?>, TreePMap<String, TreePMap<String, KubernetesObject>>> with(
            Ref<?> ref, TreePMap<String, KubernetesObject> names) {
        return kinds.plus(ref.kind(), namespaces(ref.kind()).plus(ref.namespace(), names));
    }

    /** The namespaces in which there are or were objects of the kind; the empty one for none. */
    List<String> namespacesSeen(ObjectKind<?> kind) {
        return List.copyOf(namespaces(kind).keySet());
    }

    /** Whether there is any object in the namespace. */
    boolean hasObjectsIn(String namespace) {
        for (TreePMap<String, TreePMap<String, KubernetesObject>> namespaces : kinds.values()) {
            if (!namespaces.getOrDefault(namespace, TreePMap.empty()).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The objects in the namespace, by kind and name. */
    Stream<? extends KubernetesObject> allIn(String namespace) {
        return kinds.keySet().stream().flatMap(kind -> names(kind, namespace).values().stream());
    }

    /** What differs from an earlier store, by kind, namespace and name. */
    List<Change<?>> changesSince(ObjectStore earlier) {
        List<Change<?>> changes = new ArrayList<>();
        for (ObjectKind<?> kind : both(earlier.kinds, kinds)) {
            for (String namespace : both(earlier.namespaces(kind), namespaces(kind))) {
                addChanges(earlier.names(kind, namespace), names(kind, namespace), changes);
            }
        }
        return List.copyOf(changes);
    }

    private static void addChanges(
            TreePMap<String, KubernetesObject> before,
            TreePMap<String, KubernetesObject> after,
            List<Change<?>> changes) {
        if (before == after) {
            return;
        }
        Iterator<Map.Entry<String, KubernetesObject>> stored = before.entrySet().iterator();
        Iterator<Map.Entry<String, KubernetesObject>> changed = after.entrySet().iterator();
        Map.@Nullable Entry<String, KubernetesObject> was = next(stored);
        Map.@Nullable Entry<String, KubernetesObject> is = next(changed);
        while (was != null || is != null) {
            int order = was == null ? 1 : is == null ? -1 : was.getKey().compareTo(is.getKey());
            add(order > 0 ? null : was, order < 0 ? null : is, changes);
            was = order > 0 ? was : next(stored);
            is = order < 0 ? is : next(changed);
        }
    }

    private static <T> @Nullable T next(Iterator<T> all) {
        return all.hasNext() ? all.next() : null;
    }

    /** What became of the object of one name. */
    private static void add(
            Map.@Nullable Entry<String, KubernetesObject> was,
            Map.@Nullable Entry<String, KubernetesObject> is,
            List<Change<?>> changes) {
        @Nullable KubernetesObject stored = was == null ? null : was.getValue();
        @Nullable KubernetesObject changed = is == null ? null : is.getValue();
        if (stored != changed && (stored == null || !stored.equals(changed))) {
            changes.add(Change.of(Optional.ofNullable(stored), Optional.ofNullable(changed)));
        }
    }

    private static <K extends Comparable<? super K>> Set<K> both(Map<K, ?> some, Map<K, ?> others) {
        Set<K> all = new TreeSet<>(some.keySet());
        all.addAll(others.keySet());
        return all;
    }
}
