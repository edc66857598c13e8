package io.mooring.admission.object;

import io.mooring.admission.metadata.Metadata;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Type;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;

/** Objects of a kind that is carried along: of what is in them, only the metadata is read. */
record OtherObjectType(ObjectKind<OtherObject> kind) implements Type<OtherObject> {
    private static final String API_VERSION = "apiVersion";
    private static final String KIND = "kind";
    private static final String METADATA = "metadata";

    @Override
    public OtherObject zero() {
        return new OtherObject(kind, ObjectMeta.builder().build(), JsonObject.EMPTY);
    }

    @Override
    public String typeName() {
        return "an object";
    }

    @Override
    public Optional<OtherObject> read(JsonValue value, FieldPath path, List<DecodingProblem> problems) {
        if (!(value instanceof JsonObject object)) {
            problems.add(new DecodingProblem.WrongType(path, typeName(), value));
            return Optional.empty();
        }
        JsonValue metadata = object.get(METADATA).orElse(JsonNull.NULL);
        JsonObject content = object.without(API_VERSION).without(KIND).without(METADATA);
        return Metadata.OF_ANY_KIND
                .read(metadata, path.child(METADATA), problems)
                .map(read -> new OtherObject(kind, read, content));
    }

    @Override
    public JsonValue write(OtherObject object) {
        return JsonObject.builder()
                .put(API_VERSION, kind.apiVersion())
                .put(KIND, kind.name())
                .put(METADATA, Metadata.OF_ANY_KIND.write(object.metadata()))
                .putAll(object.content())
                .build();
    }

    @Override
    public boolean hasChecks() {
        return true;
    }

    @Override
    public void check(OtherObject object, ErrorsAt at) {
        Metadata.OF_ANY_KIND.check(object.metadata(), at.child(METADATA));
    }
}
