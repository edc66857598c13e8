package io.mooring.binding.explain.surroundings;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.set.Refusing;
import io.mooring.binding.world.Cluster;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.tree.FieldPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much of a quota is used, and what is used up. */
public final class QuotaExplainer {
    private QuotaExplainer() {}

    public static Explanation explain(Cluster cluster, ResourceQuota quota) {
        Map<String, Quantity> hard = new TreeMap<>(quota.spec().hard());
        List<Fact> facts = hard.entrySet().stream()
                .map(each -> fact(quota, each.getKey(), each.getValue()))
                .toList();
        boolean isUsedUp = hard.entrySet().stream()
                .anyMatch(each -> used(quota, each.getKey())
                        .filter(used -> used.compareTo(each.getValue()) >= 0)
                        .isPresent());
        return Explanation.of(
                        quota.ref(),
                        Outlook.FINE,
                        isUsedUp ? "is used up in part: nothing more of that is created." : "has room left.")
                .withFacts(facts)
                .withContext(Refusing.by(cluster, quota.ref()).stream().toList());
    }

    private static Optional<Quantity> used(ResourceQuota quota, String resource) {
        return Optional.ofNullable(quota.status().used().get(resource));
    }

    private static Fact fact(ResourceQuota quota, String resource, Quantity hard) {
        Optional<Quantity> used = used(quota, resource);
        String text = used.map(found ->
                        found + " of " + hard + " used" + (found.compareTo(hard) >= 0 ? ", and nothing is left" : ""))
                .orElse("at most " + hard + "; how much is used was not counted yet");
        Fact fact = Fact.of(
                        FactCode.QUOTA_USED,
                        quota.ref(),
                        FieldPath.of("status", "used").key(resource),
                        resource + ": " + text)
                .needing(hard.toString());
        return used.map(found -> fact.having(found.toString())).orElse(fact);
    }
}
