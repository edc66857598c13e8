package io.mooring.binding.control.quota;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Lister;
import io.mooring.binding.world.View;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * What claims use of each quota, kept up to date claim by claim, so that a claim under a quota costs nothing by the number
 * of the others.
 *
 * @param namespaces by namespace, by the quota's name
 */
record QuotaUsages(TreePMap<String, TreePMap<String, QuotaSums>> namespaces) implements Cluster.QuotaUsage {
    static final View<QuotaUsages> VIEW = View.of(
                    PersistentVolumeClaim.KIND, new QuotaUsages(TreePMap.empty()), QuotaUsages::claimChanged)
            .and(ResourceQuota.KIND, QuotaUsages::quotaChanged);

    @Override
    public Optional<Map<String, Quantity>> of(Ref<?> quota) {
        return Optional.ofNullable(in(quota.namespace()).get(quota.name())).map(QuotaSums::used);
    }

    /** The quota's sums, if the quota is stored as it is here. */
    private Optional<QuotaSums> sums(ResourceQuota quota) {
        return Optional.ofNullable(
                        in(quota.metadata().namespace()).get(quota.metadata().name()))
                .filter(sums -> sums.quota().spec().equals(quota.spec()));
    }

    /** The claims are counted only when a quota is new or bounds something else. */
    private QuotaUsages quotaChanged(Change<ResourceQuota> change, Lister objects) {
        Optional<ResourceQuota> quota = change.after();
        if (quota.isEmpty()) {
            return without(change.ref());
        }
        QuotaSums sums = sums(quota.get())
                .map(kept -> kept.withQuota(quota.get()))
                .orElseGet(() -> counted(quota.get(), objects));
        return with(
                change.ref().namespace(),
                in(change.ref().namespace()).plus(change.ref().name(), sums));
    }

    private static QuotaSums counted(ResourceQuota quota, Lister objects) {
        return QuotaSums.of(
                quota, objects.list(PersistentVolumeClaim.KIND, quota.metadata().namespace()));
    }

    private QuotaUsages without(Ref<?> quota) {
        TreePMap<String, QuotaSums> left = in(quota.namespace()).minus(quota.name());
        return left.isEmpty() ? new QuotaUsages(namespaces.minus(quota.namespace())) : with(quota.namespace(), left);
    }

    private QuotaUsages claimChanged(Change<PersistentVolumeClaim> change) {
        String namespace = change.ref().namespace();
        TreePMap<String, QuotaSums> all = in(namespace);
        TreePMap<String, QuotaSums> changed = all;
        for (Map.Entry<String, QuotaSums> each : all.entrySet()) {
            changed = changed.plus(each.getKey(), each.getValue().after(change));
        }
        return changed == all ? this : with(namespace, changed);
    }

    private QuotaUsages with(String namespace, TreePMap<String, QuotaSums> sums) {
        return new QuotaUsages(namespaces.plus(namespace, sums));
    }

    private TreePMap<String, QuotaSums> in(String namespace) {
        return namespaces.getOrDefault(namespace, TreePMap.empty());
    }
}
