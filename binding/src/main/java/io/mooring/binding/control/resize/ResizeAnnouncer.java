package io.mooring.binding.control.resize;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;

/**
 * Says that somebody else has to enlarge the volume of a claim that asks for more than it has. Models
 * {@code expand_controller}, which enlarges nothing itself any more.
 */
final class ResizeAnnouncer implements PlaneController<Ref<PersistentVolumeClaim>> {
    private static final Watches<Ref<PersistentVolumeClaim>> WATCHES = Watches.of(
            PersistentVolumeClaim.KIND,
            (change, cluster) ->
                    hasGrown(change) ? List.of(Wake.now(change.object().ref())) : List.of());

    private static final String REASON = "ExternalExpanding";

    @Override
    public String name() {
        return "persistentvolume-expander-controller";
    }

    @Override
    public Watches<Ref<PersistentVolumeClaim>> watches() {
        return WATCHES;
    }

    /** Whether it is bound and asks for more than before, or has more; a new one counts too. */
    private static boolean hasGrown(Change<PersistentVolumeClaim> change) {
        PersistentVolumeClaim claim = change.object();
        return !change.isRemoval()
                && claim.isBound()
                && change.before()
                        .map(old -> claim.requestedStorage().compareTo(old.requestedStorage()) > 0
                                || claim.actualStorage().compareTo(old.actualStorage()) > 0)
                        .orElse(true);
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<PersistentVolumeClaim> item) {
        return cluster.get(item)
                .filter(PersistentVolumeClaim::isBound)
                .flatMap(claim -> claim.volume()
                        .flatMap(cluster::get)
                        .filter(volume -> volume.isHeldBy(claim))
                        .filter(volume -> isWanted(claim, volume))
                        .map(volume -> announce(claim, volume)))
                .orElse(List.of());
    }

    private static boolean isWanted(PersistentVolumeClaim claim, PersistentVolume volume) {
        return claim.wantsResize() || volume.metadata().hasAnnotation(PersistentVolume.PRE_RESIZE_CAPACITY_ANNOTATION);
    }

    private static List<Write> announce(PersistentVolumeClaim claim, PersistentVolume volume) {
        return volume.spec()
                .source()
                .flatMap(CsiMigration::pluginOf)
                .map(plugin -> migrated(claim, plugin))
                .orElseGet(() ->
                        List.of(Write.normal(claim, REASON, "waiting for an external controller to expand this PVC")));
    }

    /** Models {@code SetClaimResizer}. */
    private static List<Write> migrated(PersistentVolumeClaim claim, String plugin) {
        List<Write> writes = new ArrayList<>();
        writes.add(Write.normal(
                claim,
                REASON,
                "CSI migration enabled for " + plugin + "; waiting for external resizer to expand the pvc"));
        String driver = CsiMigration.driverOf(plugin).orElseThrow();
        if (claim.metadata()
                .annotation(PersistentVolumeClaim.RESIZER_ANNOTATION)
                .filter(driver::equals)
                .isEmpty()) {
            writes.add(new Write.Update(claim.withMetadata(
                    claim.metadata().withAnnotation(PersistentVolumeClaim.RESIZER_ANNOTATION, driver))));
        }
        return writes;
    }
}
