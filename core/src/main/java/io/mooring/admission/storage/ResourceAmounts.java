package io.mooring.admission.storage;

import io.mooring.quantity.Quantity;
import io.mooring.release.Behaviour;
import io.mooring.schema.BadValue;
import io.mooring.schema.ErrorsAt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Amounts of resources. */
public final class ResourceAmounts {
    private ResourceAmounts() {}

    /**
     * No resource is counted finer than in thousandths; the same map if none is. Upstream: {@code SetDefaults_ResourceList}.
     */
    public static Map<String, Quantity> rounded(Map<String, Quantity> resources) {
        for (Quantity quantity : resources.values()) {
            if (!quantity.roundAwayFromZeroToMillis().hasSameTextAs(quantity)) {
                return allRounded(resources);
            }
        }
        return resources;
    }

    private static Map<String, Quantity> allRounded(Map<String, Quantity> resources) {
        Map<String, Quantity> rounded = new LinkedHashMap<>();
        resources.forEach((name, quantity) -> rounded.put(name, quantity.roundAwayFromZeroToMillis()));
        return rounded;
    }

    /** {@code storage} and nothing else. */
    public static void storageOnly(Map<String, Quantity> capacity, ErrorsAt at) {
        if (!capacity.keySet().equals(Set.of("storage"))) {
            at.advising("give storage, such as 10Gi, and nothing else")
                    .notSupported(BadValue.ofSent(at.sent()), List.of("storage"));
        }
    }

    /** More than nothing; upstream tells a negative amount twice. */
    public static void positive(Quantity quantity, ErrorsAt at) {
        long units = at.option(ErrorsAt.SEMANTICS).value(quantity);
        boolean isNegative = at.has(Behaviour.CAPACITY_SIGN_IS_EXACT) ? quantity.signum() < 0 : units < 0;
        if (isNegative) {
            at.invalid(BadValue.of(units), "must be a valid resource quantity");
        }
        greaterThanZero(quantity, at);
    }

    public static void greaterThanZero(Quantity quantity, ErrorsAt at) {
        if (quantity.signum() <= 0) {
            at.invalid(at.text(quantity), "must be greater than zero");
        }
    }
}
