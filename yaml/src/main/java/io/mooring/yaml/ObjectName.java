package io.mooring.yaml;

import io.mooring.tree.JsonObject;
import io.mooring.yaml.located.Composed;
import io.mooring.yaml.text.Excerpt;

/** What messages call an object: its kind and name, {@code PersistentVolume pv-a}, or as much of it as there is. */
final class ObjectName {
    private ObjectName() {}

    static String of(String kind, JsonObject object) {
        return join(kind, TypeMeta.text(object, "metadata", "name"));
    }

    /** The name in a document whose values are not built yet, as the text has it. */
    static String of(Composed document) {
        return join(document.text("kind"), document.text("metadata", "name"));
    }

    /** Nobody knows how long they are. */
    private static String join(String kind, String name) {
        return Excerpt.of(kind) + (kind.isEmpty() || name.isEmpty() ? "" : " ") + Excerpt.of(name);
    }
}
