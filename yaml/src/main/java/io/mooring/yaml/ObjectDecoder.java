package io.mooring.yaml;

import io.mooring.admission.object.Objects;
import io.mooring.meta.KubernetesObject;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.located.Flaw;
import io.mooring.yaml.located.LocatedValue;
import io.mooring.yaml.text.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes the objects of a document: takes lists apart, finds out each object's kind, and reads it as that. */
final class ObjectDecoder {
    private static final List<String> LIST_FIELDS = List.of("apiVersion", "kind", "metadata", "items");
    private static final FieldPath.Segment ITEMS = new FieldPath.Segment.Field("items");

    private final Optional<RequestTarget> target;
    private final ProblemCollector problems;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<ReadList> lists = new ArrayList<>();

    /** A list that was taken apart. */
    record ReadList(TypeMeta type, String resourceVersion) {}

    ObjectDecoder(Optional<RequestTarget> target, ProblemCollector problems) {
        this.target = target;
        this.problems = problems;
    }

    /**
     * What is known of an object from where it stands.
     *
     * @param location document and item
     * @param defaultType what the object is if it does not say so itself
     * @param isFlawed whether the list around it is not what its text says
     */
    private record Context(Location location, Optional<TypeMeta> defaultType, boolean isFlawed) {}

    /** What may be an object. */
    private record Candidate(JsonObject tree, LocatedValue value, FieldPositions positions, Context context) {
        Location location(String subject) {
            return context.location().withSubject(subject).at(FieldPath.ROOT, positions.nearest(FieldPath.ROOT));
        }

        Location location(TypeMeta type) {
            return location(ObjectName.of(type.kind(), tree));
        }

        Location location(String subject, FieldPath field) {
            return context.location().withSubject(subject).at(field, positions.nearest(field));
        }

        Location locationOfName(String subject, FieldPath field) {
            return context.location().withSubject(subject).at(field, positions.ofName(field));
        }

        String text(String field) {
            return TypeMeta.text(tree, field);
        }
    }

    /** A document without content has no object; as the body of a request it is an empty one. */
    List<Manifest> decode(LocatedValue root, Location document) {
        return decode(root, document, target.map(RequestTarget::type));
    }

    /** @param defaultType what the object is if it does not say so itself */
    List<Manifest> decode(LocatedValue root, Location document, Optional<TypeMeta> defaultType) {
        Context context = new Context(document, defaultType, false);
        if (root.value() != JsonNull.NULL) {
            decodeValue(root, context);
        } else if (target.isPresent()) {
            decodeValue(LocatedValue.scalar(JsonObject.EMPTY, root.start()), context);
        }
        return manifests;
    }

    /** The lists that were taken apart. */
    List<ReadList> lists() {
        return lists;
    }

    private void decodeValue(LocatedValue value, Context context) {
        FieldPositions positions = new FieldPositions(value);
        if (!(value.value() instanceof JsonObject tree)) {
            Location here = context.location().at(FieldPath.ROOT, positions.nearest(FieldPath.ROOT));
            String found = quoting(context).value(value.value());
            problems.add(new Problem.WrongType(here, "an object", found, Optional.empty()));
            return;
        }
        Candidate candidate = new Candidate(tree, value, positions, context);
        typeOf(candidate).ifPresent(type -> {
            if (type.isList(tree) && target.isEmpty()) {
                decodeList(candidate, type);
            } else if (isExpected(type, candidate)) {
                decodeObject(candidate, type);
            }
        });
    }

    /** An item of a list may be a Secret. */
    private static Quoting quoting(Context context) {
        return context.location().item().equals(FieldPath.ROOT) ? Quoting.SHOWN : Quoting.HIDDEN;
    }

    /** Empty if neither the object nor its context says what it is, which is a problem. */
    private Optional<TypeMeta> typeOf(Candidate candidate) {
        Optional<TypeMeta> otherwise = candidate.context().defaultType();
        Optional<String> apiVersion = typeField("apiVersion", otherwise.map(TypeMeta::apiVersion), candidate);
        Optional<String> kind = typeField("kind", otherwise.map(TypeMeta::kind), candidate);
        return apiVersion.flatMap(version -> kind.map(it -> new TypeMeta(version, it)));
    }

    private Optional<String> typeField(String field, Optional<String> otherwise, Candidate candidate) {
        JsonValue value = candidate.tree().get(field).orElse(JsonNull.NULL);
        if (value != JsonNull.NULL && !(value instanceof JsonString)) {
            Location here = candidate.location("", FieldPath.of(field));
            problems.add(new Problem.WrongType(here, "a string", value, Optional.empty()));
            return Optional.empty();
        }
        String text = candidate.text(field);
        if (text.isEmpty() && otherwise.isEmpty()) {
            String subject = ObjectName.of(candidate.text("kind"), candidate.tree());
            problems.add(new Problem.MissingKind(candidate.location(subject), field));
        }
        return text.isEmpty() ? otherwise : Optional.of(text);
    }

    private void decodeList(Candidate list, TypeMeta type) {
        list.tree().fields().keySet().stream()
                .filter(field -> !LIST_FIELDS.contains(field))
                .map(field -> list.locationOfName(Excerpt.of(type.kind()), FieldPath.of(field)))
                .forEach(field -> problems.add(new Problem.UnknownField(field, Optional.empty(), LIST_FIELDS)));
        lists.add(new ReadList(type, TypeMeta.text(list.tree(), "metadata", "resourceVersion")));
        LocatedValue items = list.value().step(ITEMS).orElseThrow();
        if (items.value() != JsonNull.NULL && !(items.value() instanceof JsonArray)) {
            Location here = list.location(Excerpt.of(type.kind()), FieldPath.of("items"));
            String found = Quoting.of(type.kind()).value(items.value());
            problems.add(new Problem.WrongType(here, "a list", found, Optional.empty()));
        }
        decodeItems(items.items(), list, type);
    }

    private void decodeItems(List<LocatedValue> items, Candidate list, TypeMeta type) {
        Location location = list.context().location();
        FieldPath path = location.item().child("items");
        boolean isFlawed = list.context().isFlawed() || list.value().flaw() == Flaw.HERE;
        for (int i = 0; i < items.size(); i++) {
            decodeValue(items.get(i), new Context(location.withItem(path.index(i)), type.ofItems(), isFlawed));
        }
    }

    private boolean isExpected(TypeMeta type, Candidate candidate) {
        Optional<TypeMeta> expected = target.map(RequestTarget::type).or(type::readVersion);
        if (expected.isPresent() && !expected.get().equals(type)) {
            problems.add(new Problem.OtherKind(
                    candidate.location(type), type.toString(), expected.get().toString()));
            return false;
        }
        String namespace = TypeMeta.text(candidate.tree(), "metadata", "namespace");
        Optional<RequestTarget> elsewhere = target.filter(it -> !it.accepts(namespace));
        elsewhere.ifPresent(it -> problems.add(new Problem.OtherKind(
                candidate.location(type), "namespace " + Excerpt.of(namespace), "namespace " + it.namespace())));
        return elsewhere.isEmpty();
    }

    private void decodeObject(Candidate candidate, TypeMeta type) {
        JsonObject tree = type.addTo(candidate.tree());
        Location here = candidate.location(ObjectName.of(type.kind(), tree));
        LocatedDecodingProblems found =
                new LocatedDecodingProblems(candidate.positions(), here, Quoting.of(type.kind()), problems);
        Optional<? extends KubernetesObject> object = Objects.read(tree, found);
        boolean isFlawed = !found.isEmpty()
                || candidate.context().isFlawed()
                || candidate.value().flaw() != Flaw.NONE;
        object.map(it -> isFlawed ? UnknownVolumeSources.addTo(it, tree, found) : it)
                .map(it -> new Manifest(it, tree, here, candidate.positions(), isFlawed))
                .ifPresent(manifests::add);
    }
}
