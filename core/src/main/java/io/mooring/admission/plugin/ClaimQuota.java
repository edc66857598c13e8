package io.mooring.admission.plugin;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.policy.Plugin;
import io.mooring.admission.quota.ClaimScopes;
import io.mooring.admission.quota.ClaimUsage;
import io.mooring.admission.quota.QuotaUsage;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.schema.Update;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
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
        return firstRefusal(created, quota -> ClaimUsage.of(created), world);
    }

    /** A quota that counted the claim before is charged for what comes on top, any other for the whole claim. */
    @Override
    public Optional<Verdict.Refused> refuseUpdate(Update<PersistentVolumeClaim> update, AdmissionWorld world) {
        return firstRefusal(update.updated(), quota -> charge(quota, update), world);
    }

    private static Map<String, Quantity> charge(ResourceQuota quota, Update<PersistentVolumeClaim> update) {
        Map<String, Quantity> all = ClaimUsage.of(update.updated());
        if (!ClaimScopes.matches(quota, update.stored())) {
            return all;
        }
        Map<String, Quantity> stored = ClaimUsage.of(update.stored());
        Map<String, Quantity> more = new LinkedHashMap<>();
        all.forEach(
                (resource, amount) -> more.put(resource, amount.minus(stored.getOrDefault(resource, Quantity.ZERO))));
        return more;
    }

    private static Optional<Verdict.Refused> firstRefusal(
            PersistentVolumeClaim claim, Function<ResourceQuota, Map<String, Quantity>> charge, AdmissionWorld world) {
        Collection<ResourceQuota> quotas =
                world.list(ResourceQuota.KIND, claim.metadata().namespace());
        if (quotas.isEmpty()) {
            return Optional.empty();
        }
        return quotas.stream()
                .filter(quota -> ClaimScopes.areKnown(quota, world.semantics()))
                .filter(quota -> ClaimScopes.matches(quota, claim))
                .sorted(Comparator.comparing(quota -> quota.metadata().name()))
                .map(quota -> refuse(quota, claim, positive(charge.apply(quota)), world))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Map<String, Quantity> positive(Map<String, Quantity> amounts) {
        return amounts.entrySet().stream()
                .filter(entry -> entry.getValue().signum() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Optional<Verdict.Refused> refuse(
            ResourceQuota quota, PersistentVolumeClaim claim, Map<String, Quantity> asked, AdmissionWorld world) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Quantity> hard = quota.spec().hard();
        Map<String, Quantity> used = used(quota, world);
        Set<String> exceeded = new TreeSet<>(asked.keySet());
        exceeded.retainAll(hard.keySet());
        exceeded.removeIf(resource -> {
            Quantity sum = used.getOrDefault(resource, Quantity.ZERO).plus(asked.getOrDefault(resource, Quantity.ZERO));
            return sum.compareTo(hard.getOrDefault(resource, Quantity.ZERO)) <= 0;
        });
        if (exceeded.isEmpty()) {
            return Optional.empty();
        }
        String why = "exceeded quota: " + quota.metadata().name() + ", requested: " + printed(exceeded, asked, world)
                + ", used: " + printed(exceeded, used, world) + ", limited: " + printed(exceeded, hard, world);
        return Optional.of(ClaimRefusals.forbidden(claim, why).by(quota.ref()));
    }

    /** {@code requests.storage=2Gi,...} in order of the names. */
    private static String printed(Set<String> resources, Map<String, Quantity> amounts, AdmissionWorld world) {
        return resources.stream()
                .map(resource -> resource + "=" + world.semantics().text(amounts.getOrDefault(resource, Quantity.ZERO)))
                .collect(Collectors.joining(","));
    }

    private static Map<String, Quantity> used(ResourceQuota quota, AdmissionWorld world) {
        return world.usageOf(quota.ref())
                .orElseGet(() -> QuotaUsage.counted(
                        quota,
                        world.list(PersistentVolumeClaim.KIND, quota.metadata().namespace())));
    }
}
