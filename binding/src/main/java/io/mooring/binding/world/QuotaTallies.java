package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePMap;

/**
 * What claims use of each quota, kept up to date claim by claim, so that a claim under a quota costs nothing by the number
 * of the others. By namespace, by the quota's name.
 */
record QuotaTallies(TreePMap<String, TreePMap<String, QuotaTally>> namespaces) {
    static final QuotaTallies NONE = new QuotaTallies(TreePMap.empty());

    /** The quota's tally, if the quota is stored as it is here. */
    Optional<QuotaTally> of(ResourceQuota quota) {
        return Optional.ofNullable(
                        in(quota.metadata().namespace()).get(quota.metadata().name()))
                .filter(tally -> tally.quota().spec().equals(quota.spec()));
    }

    /** @param claims those of the object's namespace; asked for only when a quota is new or bounds something else */
    QuotaTallies changed(
            @Nullable KubernetesObject before,
            @Nullable KubernetesObject after,
            Supplier<Collection<PersistentVolumeClaim>> claims) {
        if (after instanceof ResourceQuota quota) {
            return of(quota).isPresent() ? this : with(quota, claims.get());
        }
        if (before instanceof ResourceQuota quota) {
            return without(quota.ref());
        }
        return before instanceof PersistentVolumeClaim || after instanceof PersistentVolumeClaim
                ? claimChanged((PersistentVolumeClaim) before, (PersistentVolumeClaim) after)
                : this;
    }

    private QuotaTallies with(ResourceQuota quota, Collection<PersistentVolumeClaim> claims) {
        return with(
                quota.metadata().namespace(),
                in(quota.metadata().namespace()).plus(quota.metadata().name(), QuotaTally.of(quota, claims)));
    }

    private QuotaTallies without(Ref<?> quota) {
        TreePMap<String, QuotaTally> left = in(quota.namespace()).minus(quota.name());
        return left.isEmpty() ? new QuotaTallies(namespaces.minus(quota.namespace())) : with(quota.namespace(), left);
    }

    private QuotaTallies claimChanged(@Nullable PersistentVolumeClaim before, @Nullable PersistentVolumeClaim after) {
        String namespace = namespaceOf(before == null ? after : before);
        TreePMap<String, QuotaTally> tallies = in(namespace);
        TreePMap<String, QuotaTally> changed = tallies;
        for (Map.Entry<String, QuotaTally> tally : tallies.entrySet()) {
            changed = changed.plus(tally.getKey(), tally.getValue().changed(before, after));
        }
        return changed == tallies ? this : with(namespace, changed);
    }

    private static String namespaceOf(@Nullable PersistentVolumeClaim claim) {
        return claim == null ? "" : claim.metadata().namespace();
    }

    private QuotaTallies with(String namespace, TreePMap<String, QuotaTally> tallies) {
        return new QuotaTallies(namespaces.plus(namespace, tallies));
    }

    private TreePMap<String, QuotaTally> in(String namespace) {
        return namespaces.getOrDefault(namespace, TreePMap.empty());
    }
}
