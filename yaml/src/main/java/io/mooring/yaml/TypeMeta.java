package io.mooring.yaml;

import io.mooring.admission.object.Kinds;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.text.Excerpt;
import java.util.Optional;

/** What an object says it is. */
record TypeMeta(String apiVersion, String kind) {
    private static final String LIST = "List";

    /** A list of any kind ({@code v1 List}), or of one ({@code PersistentVolumeList}). */
    boolean isList(JsonObject object) {
        return kind.endsWith(LIST) && object.has("items");
    }

    /** What an item is that does not say so itself: known in a list of one kind only. */
    Optional<TypeMeta> ofItems() {
        return kind.equals(LIST)
                ? Optional.empty()
                : Optional.of(new TypeMeta(apiVersion, kind.substring(0, kind.length() - LIST.length())));
    }

    /** The version in which Mooring reads this kind, if that is another one. */
    Optional<TypeMeta> readVersion() {
        return Kinds.inOtherVersion(apiVersion, kind).map(known -> new TypeMeta(known.apiVersion(), known.name()));
    }

    /** The object, with its kind and version where it left them out. */
    JsonObject addTo(JsonObject object) {
        JsonObject named = text(object, "kind").isEmpty() ? object.with("kind", new JsonString(kind)) : object;
        return text(named, "apiVersion").isEmpty() ? named.with("apiVersion", new JsonString(apiVersion)) : named;
    }

    /** The text of the field; empty if the field is absent or no text. */
    static String text(JsonObject object, String... path) {
        return object.at(path).map(TypeMeta::text).orElse("");
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.value() : "";
    }

    /** For a message: {@code storage.k8s.io/v1 StorageClass}. */
    @Override
    public String toString() {
        return Excerpt.of(apiVersion) + " " + Excerpt.of(kind);
    }
}
