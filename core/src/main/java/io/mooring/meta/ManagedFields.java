package io.mooring.meta;

import io.mooring.tree.Codec;
import io.mooring.tree.JsonObject;
import io.mooring.tree.TypeTable;

/** Who set which field, carried along as trees. Kubernetes: {@code meta/v1 ManagedFieldsEntry}. */
final class ManagedFields {
    static final Codec<JsonObject> ENTRY = TypeTable.parse("""
            ManagedFieldsEntry
                string: manager operation apiVersion fieldsType subresource
                time?: time
                any?: fieldsV1
            """).objects("ManagedFieldsEntry");

    private ManagedFields() {}
}
