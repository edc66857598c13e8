package io.mooring.binding.control.quota;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaStatus;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;

/**
 * Keeps a quota's status at its bounds and what the claims of its namespace use of them. Models {@code
 * pkg/controller/resourcequota}. Admission does not wait for it: it counts the claims itself.
 */
final class QuotaController implements Controller {

    @Override
    public String name() {
        return "resourcequota-controller";
    }

    @Override
    public List<Wake> wakes(Change change, Cluster world) {
        if (change.isOf(ResourceQuota.KIND) && !change.isRemoval()) {
            return List.of(Wake.now(change.ref()));
        }
        if (!change.isOf(PersistentVolumeClaim.KIND)) {
            return List.of();
        }
        return world.list(ResourceQuota.KIND, change.ref().namespace()).stream()
                .map(quota -> Wake.atResync(quota.ref()))
                .toList();
    }

    @Override
    public List<Write> reconcile(Cluster world, Ref<?> key) {
        return world.get(ResourceQuota.KIND, key.namespace(), key.name())
                .filter(quota -> !quota.status().equals(status(quota, world)))
                .map(quota -> List.<Write>of(new Write.UpdateStatus(quota.withStatus(status(quota, world)))))
                .orElse(List.of());
    }

    private static ResourceQuotaStatus status(ResourceQuota quota, Cluster world) {
        return ResourceQuotaStatus.builder()
                .hard(quota.spec().hard())
                .used(world.usageOf(quota))
                .build();
    }
}
