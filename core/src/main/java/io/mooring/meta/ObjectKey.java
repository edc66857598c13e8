package io.mooring.meta;

import java.util.Comparator;

/**
 * What tells an object from all others that exist at the same time. Ordered by kind, namespace and name.
 *
 * @param namespace empty for kinds without namespaces
 */
public record ObjectKey(String kind, String namespace, String name) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::kind)
            .thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    /** {@code namespace/name}, or just the name where there is no namespace. */
    public String qualifiedName() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    @Override
    public String toString() {
        return kind + " " + qualifiedName();
    }
}
