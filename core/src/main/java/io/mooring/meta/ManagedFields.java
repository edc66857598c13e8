package io.mooring.meta;

import io.mooring.schema.Type;
import io.mooring.schema.TypeTable;
import io.mooring.tree.JsonObject;

/** Who set which field, carried along as trees. Kubernetes: {@code meta/v1 ManagedFieldsEntry}. */
final class ManagedFields {
    static final Type<JsonObject> ENTRY = TypeTable.parse("""
            ManagedFieldsEntry
                string: manager operation apiVersion fieldsType subresource
                time?: time
                any?: fieldsV1
            """).objects("ManagedFieldsEntry");

    private ManagedFields() {}
}
