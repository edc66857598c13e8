package io.mooring.admission.pod;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Field.bool;
import static io.mooring.schema.Field.object;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.admission.source.FieldReferences;
import io.mooring.admission.source.FilePaths;
import io.mooring.names.NameRule;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.tree.JsonObject;
import java.util.List;

/**
 * A container's environment. Kubernetes: {@code core/v1 EnvVar} and {@code EnvFromSource}. Models {@code ValidateEnv} and
 * {@code ValidateEnvFrom}.
 */
final class Environment {
    /** What a variable may show of its pod, besides single labels and annotations. */
    private static final List<String> FIELDS = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private static final TreeSchema KEY_IN_OBJECT = TreeSchema.of(
            text("name").checkAlways(name(NameRule.DNS_1123_SUBDOMAIN)),
            text("key").always().required().check(name(NameRule.CONFIG_MAP_KEY)),
            bool("optional").optional());

    private static final TreeSchema KEY_IN_FILE = TreeSchema.of(
            text("key").always().required().check(Environment::variableName),
            text("volumeName").always().required().check(name(NameRule.DNS_1123_LABEL)),
            text("path").always().required().check(FilePaths.unreserved()),
            bool("optional").optional());

    private static final TreeSchema VALUE_SOURCE = TreeSchema.of(
            object("fieldRef", FieldReferences.toField(FIELDS)),
            object("resourceFieldRef", FieldReferences.toResource()),
            object("configMapKeyRef", KEY_IN_OBJECT),
            object("secretKeyRef", KEY_IN_OBJECT),
            object("fileKeyRef", KEY_IN_FILE));

    static final Field<String> NAME = text("name").always().required().check(Environment::variableName);
    static final Field<String> VALUE = text("value");
    static final Field<JsonObject> VALUE_FROM = object("valueFrom", VALUE_SOURCE);

    /** A container's own variables. */
    static final Field<List<JsonObject>> ENV =
            objects("env", TreeSchema.of(NAME, VALUE, VALUE_FROM, rule(Environment::oneValue)));

    private static final TreeSchema OBJECT = TreeSchema.of(
            text("name").required().check(name(NameRule.DNS_1123_SUBDOMAIN)),
            bool("optional").optional());
    private static final Field<JsonObject> CONFIG_MAP_REF = object("configMapRef", OBJECT);
    private static final Field<JsonObject> SECRET_REF = object("secretRef", OBJECT);
    private static final TreeSchema VARIABLES_OF_OBJECT =
            TreeSchema.of(text("prefix").check(Environment::variableName), CONFIG_MAP_REF, SECRET_REF);

    /** All variables of a config map or a secret. */
    static final Field<List<JsonObject>> ENV_FROM =
            objects("envFrom", VARIABLES_OF_OBJECT).unchecked().check(Environment::from);

    private Environment() {}

    private static void variableName(String name, ErrorsAt at) {
        boolean isPrintable = name.chars().allMatch(each -> each >= ' ' && each < 0x7f && each != '=');
        if (!isPrintable) {
            at.invalid(
                    name,
                    "a valid environment variable name must consist only of printable ASCII characters other than '='");
        }
    }

    private static void oneValue(JsonObject variable, ErrorsAt at) {
        VALUE_FROM
                .in(variable)
                .ifPresent(from -> oneSource(from, !VALUE.of(variable).isEmpty(), at.child(VALUE_FROM)));
    }

    private static void oneSource(JsonObject from, boolean hasValue, ErrorsAt at) {
        if (from.isEmpty()) {
            at.invalid(
                    "",
                    "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or"
                            + " `fileKeyRef`");
        } else if (hasValue) {
            at.invalid("", "may not be specified when `value` is not empty");
        } else if (from.fields().size() > 1) {
            at.invalid("", "may not have more than one field specified at a time");
        }
    }

    /** Upstream tells of the number of objects at the list. */
    private static void from(List<JsonObject> sources, ErrorsAt at) {
        for (int i = 0; i < sources.size(); i++) {
            JsonObject source = sources.get(i);
            VARIABLES_OF_OBJECT.check(source, at.index(i));
            boolean hasConfigMap = CONFIG_MAP_REF.isIn(source);
            boolean hasSecret = SECRET_REF.isIn(source);
            if (!hasConfigMap && !hasSecret) {
                at.invalid("", "must specify one of: `configMapRef` or `secretRef`");
            } else if (hasConfigMap && hasSecret) {
                at.invalid("", "may not have more than one field specified at a time");
            }
        }
    }
}
