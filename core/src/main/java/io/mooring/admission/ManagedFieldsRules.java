package io.mooring.admission;

import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.nio.charset.StandardCharsets;

/** What is checked on who set which field. Models {@code ValidateManagedFields} of apimachinery. */
final class ManagedFieldsRules {
    private static final int MOST_MANAGER_BYTES = 128;
    private static final int MOST_SUBRESOURCE_BYTES = 256;

    static final Rules<JsonObject> ENTRY = Rules.<JsonObject>table()
            .requiredBecause(
                    "operation",
                    "must not be empty",
                    entry -> text(entry, "operation"),
                    Checks.oneOf(operation -> operation, "Apply", "Update"))
            .unlessEmpty("fieldsType", entry -> text(entry, "fieldsType"), ManagedFieldsRules::fieldsV1)
            .field("manager", entry -> text(entry, "manager"), atMost(MOST_MANAGER_BYTES))
            .field("subresource", entry -> text(entry, "subresource"), atMost(MOST_SUBRESOURCE_BYTES));

    private ManagedFieldsRules() {}

    private static String text(JsonObject entry, String field) {
        return entry.get(field)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("");
    }

    private static void fieldsV1(String type, Place at) {
        if (!type.equals("FieldsV1")) {
            at.invalid(type, "must be `FieldsV1`");
        }
    }

    private static Rule<String> atMost(int bytes) {
        return (text, at) -> {
            if (text.getBytes(StandardCharsets.UTF_8).length > bytes) {
                at.tooLong(bytes);
            }
        };
    }
}
