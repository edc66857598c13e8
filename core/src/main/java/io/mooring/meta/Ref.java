package io.mooring.meta;

import org.jspecify.annotations.Nullable;

/**
 * Who an object is: what tells it from all others that exist at the same time. Two objects are one if their group, kind,
 * namespace and name are the same; the version of the API does not matter. A {@code longhorn.io} Node is no Node.
 *
 * <pre>{@code
 * Ref<PersistentVolume> volume = PersistentVolume.ref("pv-a");
 * Optional<PersistentVolume> found = cluster.get(volume);
 * }</pre>
 *
 * <p>Ordered by kind, group, namespace and name.
 *
 * @param namespace empty for kinds without namespaces
 * @param <T> the object's type, where its kind is known
 */
public record Ref<T extends KubernetesObject>(ObjectKind<T> kind, String namespace, String name)
        implements Comparable<Ref<?>> {

    /** The API group of its kind; empty for the core group. */
    public String group() {
        return kind.group();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Ref<?> ref
                        && name.equals(ref.name)
                        && namespace.equals(ref.namespace)
                        && kind.equals(ref.kind));
    }

    /** Written out, as is {@link #equals}: objects are looked up by it all the time, and a record's own is slow until it is compiled well. */
    @Override
    public int hashCode() {
        return 31 * (31 * kind.hashCode() + namespace.hashCode()) + name.hashCode();
    }

    @Override
    public int compareTo(Ref<?> other) {
        int byKind = kind.compareTo(other.kind);
        if (byKind != 0) {
            return byKind;
        }
        int byNamespace = namespace.compareTo(other.namespace);
        return byNamespace != 0 ? byNamespace : name.compareTo(other.name);
    }

    /** {@code namespace/name}, or just the name where there is no namespace. */
    public String qualifiedName() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    /** {@code PersistentVolumeClaim default/data}, {@code StatefulSet.apps default/web}. */
    @Override
    public String toString() {
        return kind.qualifiedName() + " " + qualifiedName();
    }
}
