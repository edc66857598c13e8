package io.mooring.binding.world;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Kinds;
import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.tree.MergePatch;
import java.util.List;
import java.util.Optional;

/** The API server's verbs but for deletion; all pass admission. */
final class ApiVerbs {
    private static final String METADATA = "metadata";
    private static final String NAMESPACE = "namespace";
    private static final String NAME = "name";
    private static final String GENERATE_NAME = "generateName";
    private static final String DEFAULT_NAMESPACE = "default";

    private ApiVerbs() {}

    static Outcome create(Cluster cluster, JsonObject tree) {
        JsonObject placed = inNamespace(tree);
        if (!needsName(placed)) {
            return Commit.create(cluster, cluster.numbering(), Admission.create(placed, cluster));
        }
        String start = text(placed, METADATA, GENERATE_NAME);
        Numbering numbering = cluster.numbering().nextName(start, each -> isThere(cluster, placed, each));
        String name = numbering.nameFrom(start);
        return Commit.create(cluster, numbering, Admission.create(withMetadata(placed, NAME, name), cluster));
    }

    private static boolean isThere(Cluster cluster, JsonObject tree, String name) {
        return cluster.get(Kinds.of(text(tree, "apiVersion"), text(tree, "kind"))
                        .ref(text(tree, METADATA, NAMESPACE), name))
                .isPresent();
    }

    static Outcome createIn(Cluster cluster, String namespace, JsonObject tree) {
        if (!needsName(tree)) {
            return Commit.create(cluster, cluster.numbering(), Admission.createIn(namespace, tree, cluster));
        }
        String start = text(tree, METADATA, GENERATE_NAME);
        JsonObject placed = namespace.isEmpty() ? tree : withMetadata(tree, NAMESPACE, namespace);
        Numbering numbering = cluster.numbering().nextName(start, each -> isThere(cluster, placed, each));
        JsonObject named = withMetadata(tree, NAME, numbering.nameFrom(start));
        return Commit.create(cluster, numbering, Admission.createIn(namespace, named, cluster));
    }

    static Outcome update(Cluster cluster, Ref<?> object, JsonObject tree) {
        return update(cluster, object, tree, replacing(Admission::update));
    }

    static Outcome updateStatus(Cluster cluster, Ref<?> object, JsonObject tree) {
        return update(cluster, object, tree, replacingStatus(Admission::updateStatus));
    }

    private static Outcome update(Cluster cluster, Ref<?> object, JsonObject tree, Replacement replacement) {
        Optional<? extends KubernetesObject> found = cluster.get(object);
        if (found.isEmpty()) {
            return new Outcome(cluster, ApiErrors.notFound(object));
        }
        return Admission.otherIdentity(found.get(), tree)
                .map(refused -> new Outcome(cluster, Answer.Refused.from(refused)))
                .orElseGet(() -> replacement.by(cluster, found.get(), tree));
    }

    static Outcome update(Cluster cluster, JsonObject tree) {
        Optional<Verdict.Refused> unserved = Admission.unserved(tree, text(tree, METADATA, NAME));
        if (unserved.isPresent()) {
            return new Outcome(cluster, Answer.Refused.from(unserved.get()));
        }
        JsonObject placed = inNamespace(tree);
        Ref<?> object = Kinds.of(text(placed, "apiVersion"), text(placed, "kind"))
                .ref(text(placed, METADATA, NAMESPACE), text(placed, METADATA, NAME));
        return cluster.get(object)
                .map(stored -> replacing(Admission::update).by(cluster, stored, placed))
                .orElseGet(() -> new Outcome(cluster, ApiErrors.notFound(object)));
    }

    static Outcome patch(Cluster cluster, Ref<?> object, JsonObject patch) {
        return patch(cluster, object, patch, replacing(Admission::patch));
    }

    static Outcome patchStatus(Cluster cluster, Ref<?> object, JsonObject patch) {
        return patch(cluster, object, patch, replacingStatus(Admission::patchStatus));
    }

    /** Models {@code FinalizeREST}. */
    static Outcome finalizeNamespace(Cluster cluster, Ref<Namespace> namespace, List<String> finalizers) {
        return cluster.get(namespace)
                .map(stored -> Commit.replace(cluster, stored, stored.withSpecFinalizers(finalizers), List.of()))
                .orElseGet(() -> new Outcome(cluster, ApiErrors.notFound(namespace)));
    }

    private static Outcome patch(Cluster cluster, Ref<?> object, JsonObject patch, Replacement replacement) {
        Optional<? extends KubernetesObject> found = cluster.get(object);
        if (found.isEmpty()) {
            return new Outcome(cluster, ApiErrors.notFound(object));
        }
        KubernetesObject stored = found.get();
        JsonObject patched = MergePatch.apply(Objects.write(stored), patch);
        return Admission.otherIdentity(stored, patched)
                .map(refused -> new Outcome(cluster, Answer.Refused.from(refused)))
                .orElseGet(() -> replacement.by(cluster, stored, patched));
    }

    /** How a stored object is replaced by what a tree says. */
    private interface Replacement {
        Outcome by(Cluster cluster, KubernetesObject stored, JsonObject tree);
    }

    /** What admission says to it. */
    private interface Judgement {
        Verdict of(KubernetesObject stored, JsonObject tree, AdmissionWorld world);
    }

    private static Replacement replacing(Judgement judgement) {
        return (cluster, stored, tree) -> judgement
                .of(stored, tree, cluster)
                .accept(Verdict.Cases.of(
                        admitted -> Commit.replace(cluster, stored, admitted.object(), admitted.warnings()),
                        refused -> new Outcome(cluster, Answer.Refused.from(refused))));
    }

    private static Replacement replacingStatus(Judgement judgement) {
        return (cluster, stored, tree) -> judgement
                .of(stored, tree, cluster)
                .accept(Verdict.Cases.of(
                        admitted -> Commit.replaceStatus(cluster, stored, admitted.object()),
                        refused -> new Outcome(cluster, Answer.Refused.from(refused))));
    }

    private static boolean needsName(JsonObject tree) {
        return text(tree, METADATA, NAME).isEmpty()
                && !text(tree, METADATA, GENERATE_NAME).isEmpty();
    }

    private static JsonObject inNamespace(JsonObject tree) {
        String kind = text(tree, "kind");
        boolean isNamespaced =
                !kind.isEmpty() && Kinds.of(text(tree, "apiVersion"), kind).isNamespaced();
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

    static Outcome accepted(Cluster cluster, KubernetesObject object) {
        return new Outcome(cluster, new Answer.Accepted(object, List.of()));
    }
}
