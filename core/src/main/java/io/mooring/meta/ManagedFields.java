package io.mooring.meta;

import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.time;

import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;

/** Who set which field, carried along as trees. Kubernetes: {@code meta/v1 ManagedFieldsEntry}. */
final class ManagedFields {
    static final TreeSchema ENTRY = TreeSchema.of(
            text("manager"),
            text("operation"),
            text("apiVersion"),
            time("time").optional(),
            text("fieldsType"),
            Field.of("fieldsV1", Types.ANY).optional(),
            text("subresource"));

    private ManagedFields() {}
}
