package io.mooring.admission.object;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.schema.Decoded;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;

/** Whole objects as trees and back, whatever their kind. */
public final class Objects {
    private Objects() {}

    /** The object as a tree, as the API server writes it. */
    public static JsonObject write(KubernetesObject object) {
        return writeAs(object.kind(), object);
    }

    private static <T extends KubernetesObject> JsonObject writeAs(ObjectKind<T> kind, KubernetesObject object) {
        return (JsonObject) Policies.of(kind).type().write(kind.type().cast(object));
    }

    /** The object that the tree's kind and API version name. */
    public static Decoded<? extends KubernetesObject> read(JsonObject tree) {
        return read(Kinds.of(text(tree, "apiVersion"), text(tree, "kind")), tree);
    }

    /** The object of this kind. */
    public static <T extends KubernetesObject> Decoded<T> read(ObjectKind<T> kind, JsonObject tree) {
        return Policies.of(kind).type().decode(tree);
    }

    private static String text(JsonObject tree, String field) {
        return tree.get(field).orElse(JsonNull.NULL) instanceof JsonString text ? text.value() : "";
    }
}
