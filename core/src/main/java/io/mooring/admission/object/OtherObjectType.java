package io.mooring.admission.object;

import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Schema;
import io.mooring.schema.Type;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;

/** Objects of a kind that is carried along: of what is in them, only the metadata is read. */
record OtherObjectType(ObjectKind<OtherObject> kind, Schema<ObjectMeta> metadata) implements Type<OtherObject> {
    private static final String API_VERSION = "apiVersion";
    private static final String KIND = "kind";
    private static final String METADATA = "metadata";

    OtherObjectType(ObjectKind<OtherObject> kind) {
        this(kind, OtherNames.of(kind));
    }

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
        JsonValue found = object.get(METADATA).orElse(JsonNull.NULL);
        JsonObject content = object.without(API_VERSION).without(KIND).without(METADATA);
        return this.metadata
                .read(found, path.child(METADATA), problems)
                .map(read -> new OtherObject(kind, read, content));
    }

    @Override
    public JsonValue write(OtherObject object) {
        return JsonObject.builder()
                .put(API_VERSION, kind.apiVersion())
                .put(KIND, kind.name())
                .put(METADATA, this.metadata.write(object.metadata()))
                .putAll(object.content())
                .build();
    }

    @Override
    public boolean hasChecks() {
        return true;
    }

    @Override
    public void check(OtherObject object, ErrorsAt at) {
        this.metadata.check(object.metadata(), at.child(METADATA));
    }
}
