package io.mooring.admission.quota;

import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormat;
import io.mooring.storage.PersistentVolumeClaim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one claim counts for in quotas: as an object, by its storage, and both again for its class. Models {@code
 * pvcEvaluator.Usage} of {@code pkg/quota/v1/evaluator/core}.
 */
public final class ClaimUsage {
    private static final String CLAIMS = "persistentvolumeclaims";
    private static final String REQUESTS = "requests.storage";
    private static final String OF_CLASS = ".storageclass.storage.k8s.io/";
    private static final Quantity ONE = Quantity.of(1, QuantityFormat.DECIMAL_SI);

    public static final Comparator<PersistentVolumeClaim> OLDEST_FIRST = Comparator.comparing(
                    (PersistentVolumeClaim claim) ->
                            claim.metadata().creationTimestamp().orElse(Instant.MAX))
            .thenComparing(claim -> claim.metadata().name());

    private ClaimUsage() {}

    /** Whether claims count for the resource of this name. */
    public static boolean isOfClaims(String resource) {
        return resource.equals(CLAIMS)
                || resource.equals("count/" + CLAIMS)
                || resource.equals(REQUESTS)
                || resource.endsWith(OF_CLASS + CLAIMS)
                || resource.endsWith(OF_CLASS + REQUESTS);
    }

    /** The amounts by the names that quotas have for them. */
    public static Map<String, Quantity> of(PersistentVolumeClaim claim) {
        Map<String, Quantity> usage = new LinkedHashMap<>();
        String className = claim.className().orElse("");
        usage.put(CLAIMS, ONE);
        usage.put("count/" + CLAIMS, ONE);
        if (!className.isEmpty()) {
            usage.put(className + OF_CLASS + CLAIMS, ONE);
        }
        Quantity requested = claim.spec().resources().requests().get("storage");
        if (requested != null) {
            Quantity storage = wholeBytes(largerOf(requested, claim));
            usage.put(REQUESTS, storage);
            if (!className.isEmpty()) {
                usage.put(className + OF_CLASS + REQUESTS, storage);
            }
        }
        return usage;
    }

    /** An expansion that is under way counts although its claim asks for less by now. */
    private static Quantity largerOf(Quantity requested, PersistentVolumeClaim claim) {
        Quantity allocated = claim.status().allocatedResources().getOrDefault("storage", Quantity.ZERO);
        return allocated.compareTo(requested) > 0 ? allocated : requested;
    }

    private static Quantity wholeBytes(Quantity amount) {
        BigDecimal exact = amount.toBigDecimal();
        BigDecimal whole = exact.setScale(0, RoundingMode.UP);
        return exact.compareTo(whole) == 0
                ? amount
                : amount.plus(Quantity.parse(whole.subtract(exact).toPlainString()));
    }
}
