package io.mooring.binding.world;

import io.mooring.admission.Admission;
import io.mooring.admission.Verdict;
import io.mooring.kind.Kinds;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.meta.ObjectKind;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.tree.MergePatch;
import java.util.List;
import java.util.Optional;

/** The API server's verbs but for deletion; all pass admission. */
final class Verbs {
    private static final String METADATA = "metadata";
    private static final String NAMESPACE = "namespace";
    private static final String NAME = "name";
    private static final String GENERATE_NAME = "generateName";
    private static final String DEFAULT_NAMESPACE = "default";

    private Verbs() {}

    static Outcome create(Cluster world, JsonObject tree) {
        JsonObject placed = inNamespace(tree);
        if (!needsName(placed)) {
            return Storing.create(world, world.numbering(), Admission.create(placed, world));
        }
        Numbering numbering = world.numbering().nextName();
        String name = text(placed, METADATA, GENERATE_NAME) + numbering.nameEnding();
        return Storing.create(world, numbering, Admission.create(withMetadata(placed, NAME, name), world));
    }

    static Outcome update(Cluster world, JsonObject tree) {
        JsonObject placed = inNamespace(tree);
        Ref<?> key =
                new Ref<?>(text(placed, "kind"), text(placed, METADATA, NAMESPACE), text(placed, METADATA, NAME));
        return replace(world, key, placed);
    }

    static Outcome patch(Cluster world, Ref<?> key, JsonObject patch) {
        return world.get(key)
                .map(stored ->
                        replace(world, key, MergePatch.apply(stored.kind().write(stored), patch)))
                .orElseGet(() -> new Outcome(world, Refusals.notFound(key)));
    }

    private static Outcome replace(Cluster world, Ref<?> key, JsonObject tree) {
        Optional<KubernetesObject> found = world.get(key);
        if (found.isEmpty()) {
            return new Outcome(world, Refusals.notFound(key));
        }
        KubernetesObject stored = found.get();
        String version = text(tree, METADATA, "resourceVersion");
        if (!version.isEmpty() && !version.equals(stored.metadata().resourceVersion())) {
            return new Outcome(world, Refusals.outdated(stored));
        }
        Verdict verdict = Admission.update(stored, tree, world);
        if (verdict instanceof Verdict.Refused refused) {
            return new Outcome(world, Answer.Refused.from(refused));
        }
        Verdict.Admitted admitted = (Verdict.Admitted) verdict;
        return Storing.replace(world, stored, admitted.object(), admitted.warnings());
    }

    private static boolean needsName(JsonObject tree) {
        return text(tree, METADATA, NAME).isEmpty()
                && !text(tree, METADATA, GENERATE_NAME).isEmpty();
    }

    private static JsonObject inNamespace(JsonObject tree) {
        boolean isNamespaced = Kinds.find(text(tree, "apiVersion"), text(tree, "kind"))
                .map(ObjectKind::isNamespaced)
                .orElse(false);
        return isNamespaced && text(tree, METADATA, NAMESPACE).isEmpty()
                ? withMetadata(tree, NAMESPACE, DEFAULT_NAMESPACE)
                : tree;
    }

    /** The tree as it is, if its metadata is no object: admission says so. */
    private static JsonObject withMetadata(JsonObject tree, String field, String value) {
        JsonValue metadata = tree.get(METADATA).orElse(JsonObject.EMPTY);
        return metadata instanceof JsonObject object
                ? tree.with(METADATA, object.with(field, new JsonString(value)))
                : tree;
    }

    private static String text(JsonObject tree, String... names) {
        return tree.at(names)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("");
    }

    static Outcome accepted(Cluster world, KubernetesObject object) {
        return new Outcome(world, new Answer.Accepted(object, List.of()));
    }
}
