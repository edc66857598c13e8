package io.mooring.meta;

import io.mooring.tree.Codec;
import io.mooring.tree.JsonObject;

/**
 * A kind of object: its names in the API, and its codec.
 *
 * @param apiVersion group and version: {@code v1}, {@code apps/v1}
 * @param name the kind: {@code PersistentVolume}
 * @param plural the resource: {@code persistentvolumes}
 * @param isNamespaced whether its objects live in namespaces
 */
public record ObjectKind<T extends KubernetesObject>(
        String apiVersion, String name, String plural, boolean isNamespaced, Class<T> type, Codec<T> codec) {

    /** The API group; empty for the core group. */
    public String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The API version without the group. */
    public String version() {
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    /** The kind as refusals name it: {@code PersistentVolume}, {@code StatefulSet.apps}. */
    public String qualifiedName() {
        return group().isEmpty() ? name : name + "." + group();
    }

    /** The resource as refusals name it: {@code persistentvolumes}, {@code statefulsets.apps}. */
    public String qualifiedPlural() {
        return group().isEmpty() ? plural : plural + "." + group();
    }

    /** The key of the object of this kind with this metadata. */
    public ObjectKey keyOf(ObjectMeta metadata) {
        return new ObjectKey(name, isNamespaced ? metadata.namespace() : "", metadata.name());
    }

    /** The object as a tree. */
    public JsonObject write(KubernetesObject object) {
        return (JsonObject) codec.write(type.cast(object));
    }
}
