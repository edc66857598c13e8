package io.mooring.binding.control.quota;

import io.mooring.admission.quota.ClaimScopes;
import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaStatus;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps a quota's status at its bounds and what the claims of its namespace use of them. Models {@code
 * pkg/controller/resourcequota}. Admission does not wait for it: it counts the claims itself.
 */
public final class QuotaController implements PlaneController<Ref<ResourceQuota>> {
    private static final Watches<Ref<ResourceQuota>> WATCHES = Watches.<ResourceQuota, Ref<ResourceQuota>>of(
                    ResourceQuota.KIND, Watches.Handler.ofItself(ResourceQuota::ref))
            .and(PersistentVolumeClaim.KIND, (change, cluster) -> quotasOf(change, cluster));

    @Override
    public String name() {
        return "resourcequota-controller";
    }

    @Override
    public List<View<?>> views() {
        return List.of(QuotaUsages.VIEW);
    }

    @Override
    public Watches<Ref<ResourceQuota>> watches() {
        return WATCHES;
    }

    private static List<Wake<Ref<ResourceQuota>>> quotasOf(Change<PersistentVolumeClaim> change, Cluster cluster) {
        List<Wake<Ref<ResourceQuota>>> wakes = new ArrayList<>();
        for (ResourceQuota quota : cluster.list(ResourceQuota.KIND, change.ref().namespace())) {
            wakes.add(Wake.atResync(quota.ref()));
        }
        return wakes;
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<ResourceQuota> item) {
        return cluster.get(item)
                .filter(quota -> !quota.status().equals(status(quota, cluster)))
                .map(quota -> List.<Write>of(new Write.UpdateStatus(quota.withStatus(status(quota, cluster)))))
                .orElse(List.of());
    }

    private static ResourceQuotaStatus status(ResourceQuota quota, Cluster cluster) {
        return ResourceQuotaStatus.builder()
                .hard(quota.spec().hard())
                .used(used(quota, cluster))
                .build();
    }

    private static Map<String, Quantity> used(ResourceQuota quota, Cluster cluster) {
        Map<String, Quantity> used =
                new TreeMap<>(cluster.view(QuotaUsages.VIEW).of(quota.ref()).orElseThrow());
        Semantics semantics = cluster.semantics();
        boolean isKnown = ClaimScopes.areKnown(quota, semantics);
        used.replaceAll((resource, amount) -> isKnown ? semantics.stored(amount) : Quantity.ZERO);
        return used;
    }
}
