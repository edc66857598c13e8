package io.mooring.admission.pod;

import io.mooring.admission.source.FieldReferences;
import io.mooring.admission.source.FilePaths;
import io.mooring.names.NameRule;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.schema.TreeRules;
import io.mooring.tree.JsonObject;
import java.util.List;

/**
 * What is checked on a container's environment, and on references to fields and resources wherever they stand. Models
 * {@code ValidateEnv} and {@code ValidateEnvFrom}.
 */
final class EnvironmentRules {
    private static final List<String> VARIABLE_FIELDS = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");
    private static final TreeRules KEY_IN_OBJECT = TreeRules.table()
            .text("name", Checks.name(NameRule.DNS_1123_SUBDOMAIN))
            .required("key", Checks.name(NameRule.CONFIG_MAP_KEY));

    private static final TreeRules SOURCES = TreeRules.table()
            .object("fieldRef", FieldReferences.toField(VARIABLE_FIELDS))
            .object("resourceFieldRef", FieldReferences.toResource())
            .object("configMapKeyRef", KEY_IN_OBJECT)
            .object("secretKeyRef", KEY_IN_OBJECT)
            .object("fileKeyRef", EnvironmentRules::keyInFile);

    /** One variable. */
    static final TreeRules VARIABLE = TreeRules.table()
            .required("name", EnvironmentRules::variableName)
            .rule((variable, at) -> Tree.object(variable, "valueFrom")
                    .ifPresent(from -> valueFrom(from, Tree.text(variable, "value"), at.child("valueFrom"))));

    private static final TreeRules NAMED = TreeRules.table().required("name", Checks.name(NameRule.DNS_1123_SUBDOMAIN));

    private static final TreeRules VARIABLES_FROM = TreeRules.table()
            .textUnlessEmpty("prefix", EnvironmentRules::variableName)
            .object("configMapRef", NAMED)
            .object("secretRef", NAMED);

    private EnvironmentRules() {}

    /** All variables of a config map or a secret; upstream tells of their number at the list. */
    static void variablesFrom(List<JsonObject> sources, ErrorsAt at) {
        for (int i = 0; i < sources.size(); i++) {
            JsonObject source = sources.get(i);
            VARIABLES_FROM.check(source, at.index(i));
            if (!source.has("configMapRef") && !source.has("secretRef")) {
                at.invalid("", "must specify one of: `configMapRef` or `secretRef`");
            } else if (source.has("configMapRef") && source.has("secretRef")) {
                at.invalid("", "may not have more than one field specified at a time");
            }
        }
    }

    private static void variableName(String name, ErrorsAt at) {
        boolean isPrintable = name.chars().allMatch(each -> each >= ' ' && each < 0x7f && each != '=');
        if (!isPrintable) {
            at.invalid(
                    name,
                    "a valid environment variable name must consist only of printable ASCII characters other than '='");
        }
    }

    private static void valueFrom(JsonObject from, String value, ErrorsAt at) {
        SOURCES.check(from, at);
        if (from.isEmpty()) {
            at.invalid(
                    "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or"
                            + " `fileKeyRef`");
        } else if (!value.isEmpty()) {
            at.invalid("", "may not be specified when `value` is not empty");
        } else if (from.fields().size() > 1) {
            at.invalid("", "may not have more than one field specified at a time");
        }
    }

    private static void keyInFile(JsonObject reference, ErrorsAt at) {
        TreeRules.table()
                .required("key", EnvironmentRules::variableName)
                .required("volumeName", Checks.name(NameRule.DNS_1123_LABEL))
                .required("path", FilePaths.unreserved())
                .check(reference, at);
    }
}
