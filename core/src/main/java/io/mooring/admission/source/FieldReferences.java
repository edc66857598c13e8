package io.mooring.admission.source;

import static io.mooring.schema.Checks.name;
import static io.mooring.schema.Field.quantity;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.TreeLine.rule;

import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** References to fields of a pod, and to the resources of its containers, from files and from environment variables. */
public final class FieldReferences {
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
    private static final String VERSION = "v1";
    private static final Pattern SUBSCRIPTED = Pattern.compile("([^\\[]*)\\['([^]]*)']");

    private static final Field<String> API_VERSION = text("apiVersion").preset(VERSION);
    private static final Field<String> FIELD_PATH = text("fieldPath").always();
    private static final Field<String> CONTAINER_NAME = text("containerName");
    private static final Field<String> RESOURCE = text("resource").always();
    private static final Check<JsonObject> CHECKED_RESOURCE =
            RESOURCE.required().check(FieldReferences::resourceName);
    private static final Field<Quantity> DIVISOR = quantity("divisor").always();

    private FieldReferences() {}

    /**
     * A reference to one of these fields of the pod, or to a single label or annotation. Models {@code
     * validateObjectFieldSelector}.
     */
    public static TreeSchema toField(List<String> supported) {
        return TreeSchema.of(API_VERSION, FIELD_PATH.required(), rule((reference, at) -> {
            String path = FIELD_PATH.of(reference);
            if (!path.isEmpty()) {
                field(path, API_VERSION.of(reference), supported, at);
            }
        }));
    }

    private static void field(String path, String version, List<String> supported, ErrorsAt at) {
        Matcher subscripted = SUBSCRIPTED.matcher(path);
        if (!version.equals(VERSION)) {
            at.child(FIELD_PATH).invalid(path, "error converting fieldPath: unsupported pod version: " + version);
        } else if (subscripted.matches()) {
            subscript(subscripted.group(1), subscripted.group(2), at);
        } else if (!FIELDS.contains(path)) {
            at.child(FIELD_PATH).invalid(path, "error converting fieldPath: field label not supported: " + path);
        } else if (!supported.contains(path)) {
            at.child(FIELD_PATH).notSupported(BadValue.of(path), supported);
        }
    }

    private static void subscript(String path, String key, ErrorsAt at) {
        switch (path) {
            case "metadata.annotations" -> name(NameRule.QUALIFIED_NAME).check(key.toLowerCase(Locale.ROOT), at);
            case "metadata.labels" -> name(NameRule.QUALIFIED_NAME).check(key, at);
            default -> {
                String whole = path + "['" + key + "']";
                at.child(FIELD_PATH)
                        .invalid(whole, "error converting fieldPath: field label does not support subscript: " + whole);
            }
        }
    }

    /** A reference to the resources of the container itself. Models {@code validateContainerResourceFieldSelector}. */
    public static TreeSchema toResource() {
        return TreeSchema.of(
                CONTAINER_NAME,
                RESOURCE.required().check(FieldReferences::resourceName),
                DIVISOR,
                rule(FieldReferences::divisor));
    }

    /** A reference to the resources of a container that it has to name. */
    static TreeSchema toResourceOfNamedContainer() {
        return TreeSchema.of(CONTAINER_NAME.required(), RESOURCE, DIVISOR, rule((reference, at) -> {
            if (CONTAINER_NAME.isIn(reference)) {
                CHECKED_RESOURCE.check(reference, at);
            }
            divisor(reference, at);
        }));
    }

    private static void resourceName(String name, ErrorsAt at) {
        boolean isHugePages = name.startsWith("limits.hugepages-") || name.startsWith("requests.hugepages-");
        if (!isHugePages && !RESOURCES.contains(name)) {
            at.notSupported(BadValue.of(name), RESOURCES);
        }
    }

    /** In what units an amount is told. */
    private static void divisor(JsonObject reference, ErrorsAt at) {
        Quantity divisor = DIVISOR.of(reference);
        String resource = RESOURCE.of(reference);
        if (divisor.isZero() || !resource.contains(".")) {
            return;
        }
        String kind = resource.substring(resource.indexOf('.') + 1);
        ErrorsAt place = at.child(DIVISOR);
        if (kind.equals("cpu") && !List.of("1m", "1").contains(divisor.toString())) {
            place.invalid(resource, "only divisor's values 1m and 1 are supported with the cpu resource");
        }
        String sized = kind.startsWith("hugepages-")
                ? "hugepages"
                : kind.equals("ephemeral-storage") ? "local ephemeral storage" : kind;
        boolean isSized =
                List.of("memory", "local ephemeral storage", "hugepages").contains(sized);
        if (isSized && !SIZES.contains(divisor.toString())) {
            String values = String.join(", ", SIZES);
            place.invalid(
                    resource, "only divisor's values " + values + " are supported with the " + sized + " resource");
        }
    }
}
