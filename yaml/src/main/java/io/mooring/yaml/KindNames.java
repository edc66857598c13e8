package io.mooring.yaml;

import io.mooring.kind.Kinds;
import io.mooring.meta.ObjectKind;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.Optional;

/** What an object says it is. */
record KindNames(String apiVersion, String kind) {
    private static final String LIST = "List";

    static KindNames of(ObjectKind<?> kind) {
        return new KindNames(kind.apiVersion(), kind.name());
    }

    /** A list of objects: of any kind ({@code v1 List}), or of one ({@code PersistentVolumeList}). */
    boolean isList(JsonObject object) {
        return kind.endsWith(LIST) && object.has("items");
    }

    /** What the items of a typed list are where they do not say so themselves; empty for {@code v1 List}. */
    Optional<KindNames> ofItems() {
        return kind.equals(LIST)
                ? Optional.empty()
                : Optional.of(new KindNames(apiVersion, kind.substring(0, kind.length() - LIST.length())));
    }

    /**
     * The kind that Mooring interprets under this name, where the version is not the one it interprets. Kinds of foreign
     * groups, which have a dot in their name, may be called the same.
     */
    Optional<KindNames> otherVersion() {
        String group = group();
        return Kinds.find(apiVersion, kind).isPresent()
                ? Optional.empty()
                : Kinds.named(kind)
                        .filter(known -> !group.contains(".") || group.equals(known.group()))
                        .map(KindNames::of);
    }

    private String group() {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** The object with these names where it has none. */
    JsonObject complete(JsonObject object) {
        JsonObject named = text(object, "kind").isEmpty() ? object.with("kind", new JsonString(kind)) : object;
        return text(named, "apiVersion").isEmpty() ? named.with("apiVersion", new JsonString(apiVersion)) : named;
    }

    /** The field's text; empty if there is none. */
    static String text(JsonObject object, String... path) {
        return object.at(path).map(KindNames::text).orElse("");
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.value() : "";
    }

    @Override
    public String toString() {
        return apiVersion + " " + kind;
    }
}
