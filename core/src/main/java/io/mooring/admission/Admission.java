package io.mooring.admission;

import io.mooring.kind.Kinds;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.tree.Decoded;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;

/**
 * The API server's answer to a write. A tree is read strictly: unknown fields are refused.
 *
 * <p>What the API server itself gives an object is the caller's: uid, creationTimestamp, resourceVersion, generation,
 * and the name where there is only a {@code generateName}.
 */
public final class Admission {
    private Admission() {}

    /** The answer to a create. */
    public static Verdict create(JsonObject tree, AdmissionWorld world) {
        return read(tree);
    }

    /** The answer to a create. */
    public static Verdict create(KubernetesObject object, AdmissionWorld world) {
        return create(object.kind().write(object), world);
    }

    /** The answer to a replace (a PUT) of {@code old}; the stored status stays. */
    public static Verdict update(KubernetesObject old, JsonObject tree, AdmissionWorld world) {
        return read(tree);
    }

    /** The answer to a replace (a PUT) of {@code old}; the stored status stays. */
    public static Verdict update(KubernetesObject old, KubernetesObject object, AdmissionWorld world) {
        return update(old, object.kind().write(object), world);
    }

    private static Verdict read(JsonObject tree) {
        ObjectKind<?> kind = Kinds.of(text(tree, "apiVersion"), text(tree, "kind"));
        Decoded<? extends KubernetesObject> decoded = Reading.read(kind, tree);
        if (!decoded.isClean()) {
            return Reading.refusal(kind, decoded.problems());
        }
        return new Verdict.Admitted(decoded.orThrow(), List.of());
    }

    private static String text(JsonObject tree, String field) {
        JsonValue value = tree.get(field).orElse(new JsonString(""));
        return value instanceof JsonString string ? string.value() : "";
    }
}
