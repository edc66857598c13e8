package io.mooring.admission;

import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is checked on a container's environment, and on references to fields and resources wherever they stand. Models
 * {@code ValidateEnv} and {@code ValidateEnvFrom}.
 */
final class EnvironmentRules {
    /** What a volume's file may show of its pod, besides single labels and annotations. */
    static final List<String> VOLUME_FIELDS =
            List.of("metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid");

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
    private static final Set<String> FIELDS = Set.of(
            "metadata.annotations",
            "metadata.labels",
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.restartPolicy",
            "spec.serviceAccountName",
            "spec.schedulerName",
            "status.phase",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");
    private static final List<String> RESOURCES = List.of(
            "limits.cpu",
            "limits.ephemeral-storage",
            "limits.memory",
            "requests.cpu",
            "requests.ephemeral-storage",
            "requests.memory");
    private static final List<String> SIZES =
            List.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");
    private static final Pattern SUBSCRIPTED = Pattern.compile("([^\\[]*)\\['([^]]*)']");

    private static final TreeRules KEY_IN_OBJECT = TreeRules.table()
            .text("name", FileVolumeRules.objectName())
            .required("key", Checks.name(NameRule.CONFIG_MAP_KEY));

    private static final TreeRules SOURCES = TreeRules.table()
            .object("fieldRef", fieldOf(VARIABLE_FIELDS))
            .object("resourceFieldRef", resource())
            .object("configMapKeyRef", KEY_IN_OBJECT)
            .object("secretKeyRef", KEY_IN_OBJECT)
            .object("fileKeyRef", EnvironmentRules::keyInFile);

    /** One variable. */
    static final TreeRules VARIABLE = TreeRules.table()
            .required("name", EnvironmentRules::variableName)
            .rule((variable, at) -> Tree.object(variable, "valueFrom")
                    .ifPresent(from -> valueFrom(from, Tree.text(variable, "value"), at.child("valueFrom"))));

    private static final TreeRules NAMED = TreeRules.table().required("name", FileVolumeRules.objectName());

    private static final TreeRules VARIABLES_FROM = TreeRules.table()
            .textUnlessEmpty("prefix", EnvironmentRules::variableName)
            .object("configMapRef", NAMED)
            .object("secretRef", NAMED);

    private EnvironmentRules() {}

    /** All variables of a config map or a secret; upstream tells of their number at the list. */
    static void variablesFrom(List<JsonObject> sources, Place at) {
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

    private static void variableName(String name, Place at) {
        boolean isPrintable = name.chars().allMatch(each -> each >= ' ' && each < 0x7f && each != '=');
        if (!isPrintable) {
            at.invalid(
                    name,
                    "a valid environment variable name must consist only of printable ASCII characters other than '='");
        }
    }

    private static void valueFrom(JsonObject from, String value, Place at) {
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

    private static void keyInFile(JsonObject reference, Place at) {
        TreeRules.table()
                .required("key", EnvironmentRules::variableName)
                .required("volumeName", Checks.name(NameRule.DNS_1123_LABEL))
                .required("path", FileVolumeRules.localPath())
                .check(reference, at);
    }

    /** A reference to one of these fields of the pod, or to a single label or annotation. */
    static Rule<JsonObject> fieldOf(List<String> supported) {
        return (reference, at) -> {
            String path = Tree.text(reference, "fieldPath");
            if (path.isEmpty()) {
                at.child("fieldPath").required();
                return;
            }
            Matcher subscripted = SUBSCRIPTED.matcher(path);
            if (subscripted.matches()) {
                subscript(subscripted.group(1), subscripted.group(2), at);
            } else if (!FIELDS.contains(path)) {
                at.child("fieldPath").invalid(path, "error converting fieldPath: field label not supported: " + path);
            } else if (!supported.contains(path)) {
                at.child("fieldPath").notSupported(BadValue.of(path), supported);
            }
        };
    }

    private static void subscript(String path, String key, Place at) {
        switch (path) {
            case "metadata.annotations" -> Checks.name(NameRule.QUALIFIED_NAME).check(key.toLowerCase(Locale.ROOT), at);
            case "metadata.labels" -> Checks.name(NameRule.QUALIFIED_NAME).check(key, at);
            default ->
                at.child("fieldPath")
                        .invalid(
                                path + "['" + key + "']",
                                "error converting fieldPath: field label does not support subscript");
        }
    }

    private static Rule<JsonObject> resource() {
        return TreeRules.table()
                .required("resource", EnvironmentRules::resourceName)
                .rule(EnvironmentRules::divisor);
    }

    /** A reference to the resources of a container that it has to name. */
    static Rule<JsonObject> resourceOfNamedContainer() {
        return (reference, at) -> {
            if (Tree.text(reference, "containerName").isEmpty()) {
                at.child("containerName").required();
                divisor(reference, at);
            } else {
                resource().check(reference, at);
            }
        };
    }

    private static void resourceName(String name, Place at) {
        boolean isHugePages = name.startsWith("limits.hugepages-") || name.startsWith("requests.hugepages-");
        if (!RESOURCES.contains(name) && !isHugePages) {
            at.notSupported(BadValue.of(name), RESOURCES);
        }
    }

    /** In what units an amount is told. */
    private static void divisor(JsonObject reference, Place at) {
        String divisor = Tree.text(reference, "divisor");
        String resource = Tree.text(reference, "resource");
        if (divisor.isEmpty() || Quantity.parse(divisor).isZero() || !resource.contains(".")) {
            return;
        }
        String kind = resource.substring(resource.indexOf('.') + 1);
        Place place = at.child("divisor");
        if (kind.equals("cpu") && !List.of("1m", "1").contains(divisor)) {
            place.invalid(resource, "only divisor's values 1m and 1 are supported with the cpu resource");
        }
        String sized = kind.startsWith("hugepages-")
                ? "hugepages"
                : kind.equals("ephemeral-storage") ? "local ephemeral storage" : kind;
        boolean isSized =
                List.of("memory", "local ephemeral storage", "hugepages").contains(sized);
        if (isSized && !SIZES.contains(divisor)) {
            String values = String.join(", ", SIZES);
            place.invalid(
                    resource, "only divisor's values " + values + " are supported with the " + sized + " resource");
        }
    }
}
