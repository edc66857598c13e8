package io.mooring.meta;

import java.util.Optional;

/**
 * A kind of object: its names in the API, and the type of its objects. Two kinds are one if their group and name are the
 * same. Ordered by name, then by group.
 *
 * <pre>{@code
 * ObjectKind<PersistentVolumeClaim> claims = PersistentVolumeClaim.KIND;
 * claims.qualifiedName(); // PersistentVolumeClaim
 * Ref<PersistentVolumeClaim> data = claims.ref("shop", "data-0");
 * }</pre>
 */
public final class ObjectKind<T extends KubernetesObject> implements Comparable<ObjectKind<?>> {
    private final Optional<KnownKind> known;
    private final String apiVersion;
    private final String group;
    private final String name;
    private final String plural;
    private final boolean isNamespaced;
    private final Class<T> type;
    private final int hash;

    private ObjectKind(
            Optional<KnownKind> known,
            String apiVersion,
            String name,
            String plural,
            boolean isNamespaced,
            Class<T> type) {
        this.known = known;
        this.apiVersion = apiVersion;
        this.group = groupOf(apiVersion);
        this.name = name;
        this.plural = plural;
        this.isNamespaced = isNamespaced;
        this.type = type;
        this.hash = 31 * group.hashCode() + name.hashCode();
    }

    /** A kind that Mooring interprets, with the type of its objects. */
    public static <T extends KubernetesObject> ObjectKind<T> of(KnownKind kind, Class<T> type) {
        return new ObjectKind<>(
                Optional.of(kind), kind.apiVersion(), kind.kind(), kind.plural(), kind.isNamespaced(), type);
    }

    /** A kind whose objects are carried along. */
    static ObjectKind<OtherObject> other(String apiVersion, String name, String plural, boolean isNamespaced) {
        return new ObjectKind<>(Optional.empty(), apiVersion, name, plural, isNamespaced, OtherObject.class);
    }

    /** Which of the kinds it is that Mooring interprets; empty for one whose objects are carried along. */
    public Optional<KnownKind> known() {
        return known;
    }

    /** The group of {@code apps/v1}, {@code apps}; the core group of {@code v1} is empty. */
    public static String groupOf(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** Group and version: {@code v1}, {@code apps/v1}. */
    public String apiVersion() {
        return apiVersion;
    }

    /** The API group; empty for the core group. */
    public String group() {
        return group;
    }

    /** The API version without the group. */
    public String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /** The kind: {@code PersistentVolume}. */
    public String name() {
        return name;
    }

    /** The resource: {@code persistentvolumes}. */
    public String plural() {
        return plural;
    }

    /** Whether its objects live in namespaces. */
    public boolean isNamespaced() {
        return isNamespaced;
    }

    /** Whether a definition brings it, and not Kubernetes, whose own groups have no dot or end in {@code .k8s.io}. */
    public boolean isCustom() {
        return group.contains(".") && !group.endsWith(".k8s.io");
    }

    /** The Java type of its objects. */
    public Class<T> type() {
        return type;
    }

    /** The kind as refusals name it: {@code PersistentVolume}, {@code StatefulSet.apps}. */
    public String qualifiedName() {
        return group.isEmpty() ? name : name + "." + group;
    }

    /** The resource as refusals name it: {@code persistentvolumes}, {@code statefulsets.apps}. */
    public String qualifiedPlural() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** The object of this kind with this name; the namespace counts only for kinds that have them. */
    public Ref<T> ref(String namespace, String name) {
        return new Ref<>(this, isNamespaced ? namespace : "", name);
    }

    /** The object of this kind with this metadata. */
    public Ref<T> refTo(ObjectMeta metadata) {
        return ref(metadata.namespace(), metadata.name());
    }

    /** Whether an owner reference, or any other that gives API version and kind, means this kind. */
    public boolean isNamed(String otherApiVersion, String kind) {
        return name.equals(kind) && (apiVersion.equals(otherApiVersion) || group.equals(groupOf(otherApiVersion)));
    }

    @Override
    public int compareTo(ObjectKind<?> other) {
        if (this == other) {
            return 0;
        }
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : group.compareTo(other.group);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof ObjectKind<?> kind && name.equals(kind.name) && group.equals(kind.group));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
