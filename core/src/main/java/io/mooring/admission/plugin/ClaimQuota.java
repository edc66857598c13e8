package io.mooring.admission.plugin;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.policy.Plugin;
import io.mooring.admission.quota.ClaimScopes;
import io.mooring.admission.quota.ClaimUsage;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.schema.Update;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Holds a namespace's claims together to its ResourceQuotas, asked in order of their names (upstream: in no order).
 * Models the plug-in ResourceQuota's {@code CheckRequest} over {@link ClaimUsage}.
 *
 * <p>What is in use is counted from the claims that are there; upstream asks the quota's status, which a controller keeps
 * at the same sum. Sums are printed in the format of the oldest claim's amount.
 */
public final class ClaimQuota implements Plugin<PersistentVolumeClaim> {

    @Override
    public Optional<Verdict.Refused> refuseCreate(PersistentVolumeClaim created, AdmissionWorld world) {
        return hasQuota(created, world) ? refuse(created, ClaimUsage.of(created), world) : Optional.empty();
    }

    @Override
    public Optional<Verdict.Refused> refuseUpdate(Update<PersistentVolumeClaim> change, AdmissionWorld world) {
        if (!hasQuota(change.updated(), world)) {
            return Optional.empty();
        }
        Map<String, Quantity> stored = ClaimUsage.of(change.stored());
        Map<String, Quantity> more = new LinkedHashMap<>();
        ClaimUsage.of(change.updated())
                .forEach((resource, amount) ->
                        more.put(resource, amount.minus(stored.getOrDefault(resource, Quantity.ZERO))));
        return refuse(change.updated(), more, world);
    }

    private static boolean hasQuota(PersistentVolumeClaim claim, AdmissionWorld world) {
        return !world.list(ResourceQuota.KIND, claim.metadata().namespace()).isEmpty();
    }

    private static Optional<Verdict.Refused> refuse(
            PersistentVolumeClaim claim, Map<String, Quantity> more, AdmissionWorld world) {
        Map<String, Quantity> asked = more.entrySet().stream()
                .filter(entry -> entry.getValue().signum() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return world.list(ResourceQuota.KIND, claim.metadata().namespace()).stream()
                .filter(quota -> !asked.isEmpty() && ClaimScopes.matches(quota, claim))
                .sorted(Comparator.comparing(quota -> quota.metadata().name()))
                .map(quota -> refuse(quota, claim, asked, world))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Verdict.Refused> refuse(
            ResourceQuota quota, PersistentVolumeClaim claim, Map<String, Quantity> asked, AdmissionWorld world) {
        Map<String, Quantity> hard = quota.spec().hard();
        Map<String, Quantity> used = world.usageOf(quota);
        Set<String> exceeded = new TreeSet<>(asked.keySet());
        exceeded.retainAll(hard.keySet());
        exceeded.removeIf(resource -> {
            Quantity sum = used.getOrDefault(resource, Quantity.ZERO).plus(asked.getOrDefault(resource, Quantity.ZERO));
            return sum.compareTo(hard.getOrDefault(resource, Quantity.ZERO)) <= 0;
        });
        if (exceeded.isEmpty()) {
            return Optional.empty();
        }
        String why = "exceeded quota: " + quota.metadata().name() + ", requested: " + printed(exceeded, asked)
                + ", used: " + printed(exceeded, used) + ", limited: " + printed(exceeded, hard);
        return Optional.of(ClaimRefusals.forbidden(claim, why));
    }

    /** {@code requests.storage=2Gi,...} in order of the names. */
    private static String printed(Set<String> resources, Map<String, Quantity> amounts) {
        return resources.stream()
                .map(resource -> resource + "=" + amounts.get(resource))
                .collect(Collectors.joining(","));
    }
}
