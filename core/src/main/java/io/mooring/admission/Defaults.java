package io.mooring.admission;

import io.mooring.quantity.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;

/** Defaults that kinds share. */
final class Defaults {
    private Defaults() {}

    /** No resource is counted finer than in thousandths. Upstream: {@code SetDefaults_ResourceList}. */
    static Map<String, Quantity> rounded(Map<String, Quantity> resources) {
        Map<String, Quantity> rounded = new LinkedHashMap<>();
        resources.forEach((name, quantity) -> rounded.put(name, quantity.roundAwayFromZeroToMillis()));
        return rounded;
    }
}
