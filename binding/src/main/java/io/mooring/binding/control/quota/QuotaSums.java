package io.mooring.binding.control.quota;

import io.mooring.admission.quota.QuotaUsage;
import io.mooring.binding.world.Change;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.PersistentVolumeClaim;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What claims use of one quota: {@link QuotaUsage#counted}, claim by claim.
 *
 * @param sums by resource; each that the quota bounds and claims count for
 */
record QuotaSums(ResourceQuota quota, TreePMap<String, Sum> sums) {

    static QuotaSums of(ResourceQuota quota, Collection<PersistentVolumeClaim> claims) {
        TreePMap<String, Sum> nothing = TreePMap.empty();
        for (String resource : QuotaUsage.boundedBy(quota)) {
            nothing = nothing.plus(resource, Sum.ZERO);
        }
        QuotaSums counted = new QuotaSums(quota, nothing);
        for (PersistentVolumeClaim claim : claims) {
            counted = counted.changed(null, claim);
        }
        return counted;
    }

    /** The same of the quota as it is now, which bounds the same. */
    QuotaSums withQuota(ResourceQuota same) {
        return new QuotaSums(same, sums);
    }

    QuotaSums after(Change<PersistentVolumeClaim> change) {
        return changed(change.before().orElse(null), change.after().orElse(null));
    }

    private QuotaSums changed(@Nullable PersistentVolumeClaim before, @Nullable PersistentVolumeClaim after) {
        if (before != null && after != null && before.spec() == after.spec() && before.status() == after.status()) {
            return this;
        }
        TreePMap<String, Sum> changed = sums;
        if (before != null) {
            for (Map.Entry<String, Quantity> use : QuotaUsage.of(quota, before).entrySet()) {
                changed = changed.plus(use.getKey(), sum(changed, use).without(Age.of(before)));
            }
        }
        if (after != null) {
            for (Map.Entry<String, Quantity> use : QuotaUsage.of(quota, after).entrySet()) {
                changed = changed.plus(use.getKey(), sum(changed, use).with(Age.of(after), use.getValue()));
            }
        }
        return new QuotaSums(quota, changed);
    }

    private static Sum sum(TreePMap<String, Sum> sums, Map.Entry<String, Quantity> use) {
        return sums.getOrDefault(use.getKey(), Sum.ZERO);
    }

    /** By resource. */
    Map<String, Quantity> used() {
        Map<String, Quantity> used = new TreeMap<>();
        sums.forEach((resource, sum) -> used.put(resource, sum.printed()));
        return Collections.unmodifiableMap(used);
    }

    /** Claims in the order in which they are added up. */
    private record Age(Instant created, String name) implements Comparable<Age> {
        private static final Comparator<Age> OLDEST_FIRST =
                Comparator.comparing(Age::created).thenComparing(Age::name);

        static Age of(PersistentVolumeClaim claim) {
            ObjectMeta metadata = claim.metadata();
            return new Age(metadata.creationTimestamp().orElse(Instant.MAX), metadata.name());
        }

        @Override
        public int compareTo(Age other) {
            return OLDEST_FIRST.compare(this, other);
        }
    }

    /**
     * Amounts added up.
     *
     * @param amounts those that are not zero; the oldest gives the sum its format
     */
    record Sum(Quantity total, TreePMap<Age, Quantity> amounts) {
        static final Sum ZERO = new Sum(Quantity.ZERO, TreePMap.empty());

        private Sum with(Age claim, Quantity amount) {
            return amount.isZero() ? this : new Sum(total.plus(amount), amounts.plus(claim, amount));
        }

        private Sum without(Age claim) {
            Quantity amount = amounts.get(claim);
            return amount == null ? this : new Sum(total.minus(amount), amounts.minus(claim));
        }

        private Quantity printed() {
            if (amounts.isEmpty()) {
                return Quantity.ZERO;
            }
            Quantity oldest = amounts.firstEntry().getValue();
            return oldest.plus(total.minus(oldest));
        }
    }
}
