package io.mooring.admission.quota;

import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What claims use of a quota: {@code requests.storage} in bytes, the others counted, those of a class once more under the
 * class's name. Only claims are counted.
 */
public final class QuotaUsage {
    private QuotaUsage() {}

    /** What the claims of the quota's namespace use of it, sorted by resource; a sum has the format of the oldest amount. */
    public static Map<String, Quantity> counted(ResourceQuota quota, Collection<PersistentVolumeClaim> claims) {
        Map<String, Quantity> used = new TreeMap<>();
        boundedBy(quota).forEach(resource -> used.put(resource, Quantity.ZERO));
        claims.stream()
                .sorted(ClaimUsage.OLDEST_FIRST)
                .forEach(claim ->
                        of(quota, claim).forEach((resource, amount) -> used.merge(resource, amount, Quantity::plus)));
        return Collections.unmodifiableMap(used);
    }

    /** What one claim uses of the quota, in no order that counts; empty if the quota is about other claims. */
    public static Map<String, Quantity> of(ResourceQuota quota, PersistentVolumeClaim claim) {
        if (!ClaimScopes.matches(quota, claim)) {
            return Map.of();
        }
        Map<String, Quantity> usage = ClaimUsage.of(claim);
        usage.keySet().retainAll(quota.spec().hard().keySet());
        return Collections.unmodifiableMap(usage);
    }

    /** The resources that claims count for, of those that the quota bounds, in the quota's order. */
    public static List<String> boundedBy(ResourceQuota quota) {
        return quota.spec().hard().keySet().stream()
                .filter(ClaimUsage::isOfClaims)
                .toList();
    }
}
