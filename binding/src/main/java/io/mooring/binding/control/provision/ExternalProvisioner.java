package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.WaitingClaims;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Provisions volumes for the claims that ask for its provisioner, and deletes those volumes, and the static ones of its
 * driver, when they are released under Delete. Models sig-storage-lib-external-provisioner with {@code AddFinalizer}.
 */
final class ExternalProvisioner implements PlaneController<ProvisionerItem> {
    /** Where upstream's back-off begins. */
    static final Duration RETRY = Duration.ofSeconds(15);

    private final Provisioner provisioner;

    ExternalProvisioner(Provisioner provisioner) {
        this.provisioner = provisioner;
    }

    @Override
    public String name() {
        return provisioner.name();
    }

    @Override
    public List<View<?>> views() {
        return List.of(WaitingClaims.VIEW);
    }

    @Override
    public Watches<ProvisionerItem> watches() {
        return Watches.<PersistentVolumeClaim, ProvisionerItem>of(
                        PersistentVolumeClaim.KIND,
                        (change, cluster) -> !change.isRemoval() && isAsked(change.object())
                                ? List.of(Wake.now(new ProvisionerItem.OfClaim(
                                        change.object().ref())))
                                : List.of())
                .and(
                        PersistentVolume.KIND,
                        (change, cluster) -> !change.isRemoval() && isResponsible(change.object())
                                ? List.of(Wake.now(new ProvisionerItem.OfVolume(
                                        change.object().ref())))
                                : List.of())
                .and(StorageClass.KIND, (change, cluster) -> claimsOf(change, cluster));
    }

    private List<Wake<ProvisionerItem>> claimsOf(Change<StorageClass> change, Cluster cluster) {
        return WaitingClaims.of(List.of(change.ref().name()), cluster)
                .filter(this::isAsked)
                .map(claim -> Wake.<ProvisionerItem>atResync(new ProvisionerItem.OfClaim(claim.ref())))
                .toList();
    }

    private boolean isAsked(PersistentVolumeClaim claim) {
        return claim.volume().isEmpty() && isMe(claim.provisioner());
    }

    /** Models {@code isProvisionerForVolume}. */
    private boolean isResponsible(PersistentVolume volume) {
        if (isMe(CsiMigration.migratedTo(volume))) {
            return true;
        }
        return volume.provisionedBy().isPresent()
                ? isMe(volume.provisionedBy())
                : volume.isOfDriver(provisioner.name());
    }

    private boolean isMe(Optional<String> name) {
        return name.filter(provisioner.name()::equals).isPresent();
    }

    @Override
    public List<Write> reconcile(Cluster cluster, ProvisionerItem item) {
        return item.reconcile(this, cluster);
    }

    List<Write> syncVolume(PersistentVolume volume) {
        return isResponsible(volume) ? new ProvisionedVolume(provisioner, volume).writes() : List.of();
    }

    /** Models {@code shouldProvision}. */
    List<Write> syncClaim(Cluster cluster, PersistentVolumeClaim claim) {
        if (!isAsked(claim)) {
            return List.of();
        }
        Optional<StorageClass> storageClass =
                cluster.storageClass(claim.className().orElse(""));
        if (storageClass.isEmpty()
                || cluster.volume(ClaimProvisioning.volumeName(claim)).isPresent()) {
            return List.of();
        }
        boolean awaitsNode = storageClass.get().waitsForFirstConsumer()
                && ClaimProvisioning.node(claim).isEmpty();
        return awaitsNode ? List.of() : new ClaimProvisioning(provisioner, cluster, claim, storageClass.get()).writes();
    }
}
