package io.mooring.admission.object;

import io.mooring.admission.pod.PodTemplates;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.release.Semantics;
import io.mooring.schema.Decoded;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.workload.PodTemplateSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whole objects as trees and back, whatever their kind. */
public final class Objects {
    private Objects() {}

    /** The object as a tree: as the API server writes it, if it is stored; of any other no amount loses its magnitude. */
    public static JsonObject write(KubernetesObject object) {
        return writeAs(object.kind(), object);
    }

    private static <T extends KubernetesObject> JsonObject writeAs(ObjectKind<T> kind, KubernetesObject object) {
        return (JsonObject) Policies.of(kind).type().write(kind.type().cast(object));
    }

    /** The object with its amounts as this Kubernetes stores them: as they are read of the texts that it writes. */
    public static <T extends KubernetesObject> T stored(ObjectKind<T> kind, T object, Semantics semantics) {
        return Policies.of(kind).type().withAmounts(object, semantics::stored);
    }

    /**
     * The object that the tree's kind and API version name; empty after a fatal problem. Problems are added in document
     * order.
     */
    public static Optional<? extends KubernetesObject> read(JsonObject tree, List<DecodingProblem> problems) {
        ObjectKind<?> kind = Kinds.of(Kinds.apiVersionOf(tree), Kinds.kindOf(tree));
        return Policies.of(kind).type().read(tree, FieldPath.ROOT, problems);
    }

    /** The object of this kind, with all problems. */
    public static <T extends KubernetesObject> Decoded<T> read(ObjectKind<T> kind, JsonObject tree) {
        return Policies.of(kind).type().decode(tree);
    }

    /** A pod template as a tree, which is what a revision of a set keeps of it. */
    public static JsonObject write(PodTemplateSpec template) {
        return PodTemplates.TEMPLATE.write(template);
    }

    /** The pod template in the tree, without what cannot be read; empty if the tree is no object. */
    public static Optional<PodTemplateSpec> readTemplate(JsonValue tree) {
        return PodTemplates.TEMPLATE.read(tree, FieldPath.ROOT, new ArrayList<>());
    }
}
