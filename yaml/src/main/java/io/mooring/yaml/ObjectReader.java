package io.mooring.yaml;

import static io.mooring.yaml.KindNames.text;

import io.mooring.kind.Kinds;
import io.mooring.meta.KubernetesObject;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a document's value to the objects in it. */
final class ObjectReader {
    private static final List<String> LIST_FIELDS = List.of("apiVersion", "kind", "metadata", "items");

    private final ManifestReader options;
    private final ProblemList problems;
    private final boolean isBroken;
    private final List<Manifest> manifests = new ArrayList<>();

    /** @param isBroken whether the document has problems already */
    ObjectReader(ManifestReader options, ProblemList problems, boolean isBroken) {
        this.options = options;
        this.problems = problems;
        this.isBroken = isBroken;
    }

    /** An empty document has no objects; sent as a request it is an empty object. */
    List<Manifest> document(Located root, Place place) {
        Optional<KindNames> expected = options.expected().map(it -> KindNames.of(it.kind()));
        if (root.value() == JsonNull.NULL && expected.isPresent()) {
            object(Located.scalar(JsonObject.EMPTY, root.start()), expected, place);
        } else if (root.value() != JsonNull.NULL) {
            object(root, expected, place);
        }
        return manifests;
    }

    private void object(Located root, Optional<KindNames> otherwise, Place place) {
        Place whole = place.at(FieldPath.ROOT, root.start());
        if (!(root.value() instanceof JsonObject object)) {
            problems.add(new Problem.WrongType(whole, "an object", root.value(), Optional.empty()));
            return;
        }
        Optional<KindNames> names = names(root, object, otherwise, whole);
        if (names.isEmpty()) {
            return;
        }
        if (names.get().isList(object) && options.expected().isEmpty()) {
            list(root, object, names.get(), place);
        } else if (isExpected(names.get(), object, whole)) {
            decode(root, names.get().complete(object), names.get(), whole);
        }
    }

    /** What the object says it is; empty if it does not, after saying so. */
    private Optional<KindNames> names(Located root, JsonObject object, Optional<KindNames> otherwise, Place whole) {
        Optional<String> apiVersion = name("apiVersion", root, object, otherwise.map(KindNames::apiVersion), whole);
        Optional<String> kind = name("kind", root, object, otherwise.map(KindNames::kind), whole);
        return apiVersion.flatMap(version -> kind.map(it -> new KindNames(version, it)));
    }

    private Optional<String> name(
            String field, Located root, JsonObject object, Optional<String> otherwise, Place whole) {
        JsonValue value = object.get(field).orElse(JsonNull.NULL);
        if (value != JsonNull.NULL && !(value instanceof JsonString)) {
            Place here = at(FieldPath.of(field), root, whole);
            problems.add(new Problem.WrongType(here, "a string", value, Optional.empty()));
            return Optional.empty();
        }
        Optional<String> name =
                Optional.of(text(object, field)).filter(it -> !it.isEmpty()).or(() -> otherwise);
        if (name.isEmpty()) {
            problems.add(new Problem.MissingKind(whole.about(Subjects.of(text(object, "kind"), object)), field));
        }
        return name;
    }

    private void list(Located root, JsonObject object, KindNames names, Place place) {
        Place whole = place.at(FieldPath.ROOT, root.start()).about(names.kind());
        object.fields().keySet().stream()
                .filter(field -> !LIST_FIELDS.contains(field))
                .forEach(field -> problems.add(unknownInList(FieldPath.of(field), root, whole)));
        Located items = root.step(new FieldPath.Segment.Field("items")).orElseThrow();
        if (items.value() != JsonNull.NULL && !(items.value() instanceof JsonArray)) {
            Place here = at(FieldPath.of("items"), root, whole);
            problems.add(new Problem.WrongType(here, "a list", items.value(), Optional.empty()));
        }
        FieldPath within = place.item().child("items");
        for (int i = 0; i < items.items().size(); i++) {
            object(items.items().get(i), names.ofItems(), place.in(within.index(i)));
        }
    }

    private static Problem unknownInList(FieldPath field, Located root, Place whole) {
        Place here = whole.at(field, new Positions(root).nameOrNowhere(field));
        return new Problem.UnknownField(here, Optional.empty(), LIST_FIELDS);
    }

    private boolean isExpected(KindNames names, JsonObject object, Place whole) {
        Place here = whole.about(Subjects.of(names.kind(), object));
        Optional<KindNames> expected =
                options.expected().map(it -> KindNames.of(it.kind())).or(names::otherVersion);
        if (expected.isPresent() && !expected.get().equals(names)) {
            problems.add(
                    new Problem.OtherKind(here, names.toString(), expected.get().toString()));
            return false;
        }
        String namespace = text(object, "metadata", "namespace");
        boolean isElsewhere = !namespace.isEmpty()
                && options.expected()
                        .filter(it ->
                                it.kind().isNamespaced() && !it.namespace().equals(namespace))
                        .isPresent();
        if (isElsewhere) {
            String wanted = options.expected().orElseThrow().namespace();
            problems.add(new Problem.OtherKind(here, "namespace " + namespace, "namespace " + wanted));
        }
        return !isElsewhere;
    }

    private void decode(Located root, JsonObject tree, KindNames names, Place whole) {
        Place here = whole.about(Subjects.of(names.kind(), tree));
        Positions positions = new Positions(root);
        DecodingProblems found = new DecodingProblems(positions, here, problems);
        Optional<? extends KubernetesObject> read =
                Kinds.of(names.apiVersion(), names.kind()).codec().read(tree, FieldPath.ROOT, found);
        boolean isClean = found.isEmpty() && !isBroken;
        read.filter(object -> isClean || options.isLenient())
                .map(object -> isClean ? object : Leniently.withUnknownSources(object, tree, found))
                .ifPresent(object -> manifests.add(new Manifest(object, tree, here, positions)));
    }

    private static Place at(FieldPath path, Located root, Place whole) {
        return whole.at(path, new Positions(root).nearestOrNowhere(path));
    }
}
