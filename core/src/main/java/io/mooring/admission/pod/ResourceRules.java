package io.mooring.admission.pod;

import io.mooring.names.NameRule;
import io.mooring.quantity.Quantity;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;

/** What is checked on a container's limits and requests. Models {@code ValidateContainerResourceRequirements}. */
final class ResourceRules {
    private static final Set<String> STANDARD = Set.of("cpu", "memory", "ephemeral-storage");
    private static final String HUGE_PAGES = "hugepages-";

    private ResourceRules() {}

    static void check(JsonObject resources, ErrorsAt at) {
        Map<String, JsonValue> limits = amounts(resources, "limits");
        limits.forEach((name, amount) ->
                amount(name, quantity(amount), at.child("limits").key(name)));
        amounts(resources, "requests").forEach((name, amount) -> {
            amount(name, quantity(amount), at.child("requests").key(name));
            request(name, quantity(amount), limits, at);
        });
    }

    private static void request(String name, Quantity amount, Map<String, JsonValue> limits, ErrorsAt at) {
        boolean mayDiffer = isNative(name) && !name.startsWith(HUGE_PAGES);
        JsonValue limit = limits.get(name);
        if (limit == null) {
            if (!mayDiffer) {
                at.child("limits").required("Limit must be set for non overcommitable resources");
            }
            return;
        }
        int comparison = amount.compareTo(quantity(limit));
        if (comparison != 0 && !mayDiffer) {
            at.child("requests")
                    .invalid(amount.toString(), "must be equal to " + name + " limit of " + quantity(limit));
        } else if (comparison > 0) {
            at.child("requests")
                    .invalid(
                            amount.toString(),
                            "must be less than or equal to " + name + " limit of " + quantity(limit));
        }
    }

    private static void amount(String name, Quantity amount, ErrorsAt at) {
        Checks.name(NameRule.QUALIFIED_NAME).check(name, at);
        boolean isPlain = name.indexOf('/') < 0;
        if (isPlain && !STANDARD.contains(name) && !name.startsWith(HUGE_PAGES)) {
            at.invalid(name, "must be a standard resource for containers");
        } else if (!isNative(name) && !isExtended(name)) {
            at.invalid(name, "doesn't follow extended resource name standard");
        }
        if (amount.signum() < 0) {
            at.invalid(amount.toString(), "must be greater than or equal to 0");
        }
        if (isExtended(name)
                && amount.toBigDecimal().setScale(0, RoundingMode.UP).compareTo(amount.toBigDecimal()) != 0) {
            at.invalid(amount.toString(), "must be an integer");
        }
    }

    private static boolean isNative(String name) {
        return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
    }

    private static boolean isExtended(String name) {
        return !isNative(name) && !name.startsWith("requests.") && NameRule.QUALIFIED_NAME.accepts("requests." + name);
    }

    private static Map<String, JsonValue> amounts(JsonObject resources, String field) {
        return Tree.object(resources, field).orElse(JsonObject.EMPTY).fields();
    }

    private static Quantity quantity(JsonValue amount) {
        return Quantity.parse(((JsonString) amount).value());
    }
}
