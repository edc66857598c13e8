package io.mooring.admission;

import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a quota's namespace uses of it. */
public final class QuotaUsage {
    private QuotaUsage() {}

    /**
     * What the claims that the quota is about use, by resource: {@code requests.storage} in bytes, the others counted.
     * Sorted by name, and only those that the quota bounds and that claims count for; other kinds are not counted.
     */
    public static Map<String, Quantity> of(ResourceQuota quota, AdmissionWorld world) {
        Map<String, Quantity> used = new TreeMap<>();
        quota.spec().hard().keySet().stream()
                .filter(ClaimUsage::isOfClaims)
                .forEach(resource -> used.put(resource, Quantity.ZERO));
        List<PersistentVolumeClaim> counted =
                world.list(PersistentVolumeClaim.KIND, quota.metadata().namespace()).stream()
                        .filter(claim -> ClaimScopes.matches(quota, claim))
                        .sorted(ClaimUsage.OLDEST_FIRST)
                        .toList();
        for (PersistentVolumeClaim claim : counted) {
            ClaimUsage.of(claim)
                    .forEach((resource, amount) -> used.computeIfPresent(resource, (name, sum) -> sum.plus(amount)));
        }
        return Collections.unmodifiableMap(used);
    }
}
