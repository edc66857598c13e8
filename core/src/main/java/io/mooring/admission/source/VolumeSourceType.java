package io.mooring.admission.source;

import io.mooring.schema.ErrorsAt;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Type;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;

/** The content of a PersistentVolume's source, as the field that holds it. No source of a PersistentVolume has an amount. */
record VolumeSourceType(String field, TreeSchema content) implements Type<VolumeSource> {
    @Override
    public VolumeSource zero() {
        return VolumeSource.of(field, content.zero());
    }

    @Override
    public String typeName() {
        return content.typeName();
    }

    @Override
    public Optional<VolumeSource> read(JsonValue value, FieldPath path, List<DecodingProblem> problems) {
        return content.read(value, path, problems).map(read -> VolumeSource.of(field, read));
    }

    @Override
    public JsonValue write(VolumeSource value) {
        return content.write(value.content());
    }

    @Override
    public boolean hasDefaults() {
        return content.hasDefaults();
    }

    @Override
    public VolumeSource withDefaults(VolumeSource value) {
        JsonObject filled = content.withDefaults(value.content());
        return filled == value.content() ? value : value.withContent(filled);
    }

    @Override
    public boolean hasChecks() {
        return content.hasChecks();
    }

    @Override
    public void check(VolumeSource value, ErrorsAt at) {
        content.check(value.content(), at);
    }
}
