package io.mooring.admission.metadata;

import static io.mooring.schema.Field.text;

import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.Types;
import io.mooring.tree.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Who set which field, carried along as trees. Entries that cannot be read are dropped with all others and not told: the
 * API server writes its own in their place. Models {@code DecodeManagedFields} and {@code ValidateManagedFields} of
 * apimachinery.
 */
final class ManagedFields {
    private static final Set<String> OPERATIONS = Set.of("Apply", "Update");
    private static final int MOST_MANAGER_BYTES = 128;
    private static final int MOST_SUBRESOURCE_BYTES = 256;

    private static final Field<String> OPERATION = text("operation");
    private static final Field<String> API_VERSION = text("apiVersion");
    private static final Field<String> FIELDS_TYPE = text("fieldsType");

    /** One manager's entry. */
    static final TreeSchema ENTRY = TreeSchema.of(
            text("manager").check(atMost(MOST_MANAGER_BYTES)),
            OPERATION,
            API_VERSION,
            Field.of("time", Types.TIME).optional(),
            FIELDS_TYPE,
            Field.of("fieldsV1", Types.ANY).optional(),
            text("subresource").check(atMost(MOST_SUBRESOURCE_BYTES)));

    private ManagedFields() {}

    static void check(List<JsonObject> entries, ErrorsAt at) {
        if (entries.stream().allMatch(ManagedFields::isReadable)) {
            for (int i = 0; i < entries.size(); i++) {
                ENTRY.check(entries.get(i), at.index(i));
            }
        }
    }

    private static boolean isReadable(JsonObject entry) {
        return OPERATIONS.contains(OPERATION.of(entry))
                && !API_VERSION.of(entry).isEmpty()
                && FIELDS_TYPE.of(entry).equals("FieldsV1");
    }

    private static Check<String> atMost(int bytes) {
        return (text, at) -> {
            if (text.getBytes(StandardCharsets.UTF_8).length > bytes) {
                at.tooLong(bytes);
            }
        };
    }
}
