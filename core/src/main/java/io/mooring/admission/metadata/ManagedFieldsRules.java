package io.mooring.admission.metadata;

import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Rules;
import io.mooring.schema.Tree;
import io.mooring.tree.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * What is checked on who set which field. Entries that cannot be read are dropped with all others and not told: the API
 * server writes its own in their place. Models {@code DecodeManagedFields} and {@code ValidateManagedFields} of
 * apimachinery.
 */
public final class ManagedFieldsRules {
    private static final Set<String> OPERATIONS = Set.of("Apply", "Update");
    private static final int MOST_MANAGER_BYTES = 128;
    private static final int MOST_SUBRESOURCE_BYTES = 256;

    private static final Rules<JsonObject> ENTRY = Rules.<JsonObject>table()
            .field("manager", entry -> Tree.text(entry, "manager"), atMost(MOST_MANAGER_BYTES))
            .field("subresource", entry -> Tree.text(entry, "subresource"), atMost(MOST_SUBRESOURCE_BYTES));

    private ManagedFieldsRules() {}

    public static void check(List<JsonObject> entries, ErrorsAt at) {
        if (entries.stream().allMatch(ManagedFieldsRules::isReadable)) {
            for (int i = 0; i < entries.size(); i++) {
                ENTRY.check(entries.get(i), at.index(i));
            }
        }
    }

    private static boolean isReadable(JsonObject entry) {
        return OPERATIONS.contains(Tree.text(entry, "operation"))
                && !Tree.text(entry, "apiVersion").isEmpty()
                && Tree.text(entry, "fieldsType").equals("FieldsV1");
    }

    private static Check<String> atMost(int bytes) {
        return (text, at) -> {
            if (text.getBytes(StandardCharsets.UTF_8).length > bytes) {
                at.tooLong(bytes);
            }
        };
    }
}
