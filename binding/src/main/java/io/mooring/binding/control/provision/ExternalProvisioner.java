package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
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
final class ExternalProvisioner implements Controller<Ref<?>> {
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
        return List.of(VolumeIndexes.WAITING_CLAIMS_BY_CLASS);
    }

    @Override
    public List<Wake<Ref<?>>> wakes(Change change, Cluster cluster) {
        if (change.isOf(StorageClass.KIND)) {
            return VolumeIndexes.WAITING_CLAIMS_BY_CLASS
                    .find(cluster, change.ref().name())
                    .filter(this::isAsked)
                    .<Wake<Ref<?>>>map(claim -> Wake.atResync(claim.ref()))
                    .toList();
        }
        boolean isMine =
                change.after(PersistentVolumeClaim.KIND).filter(this::isAsked).isPresent()
                        || change.after(PersistentVolume.KIND)
                                .filter(this::isResponsible)
                                .isPresent();
        return isMine ? List.of(Wake.now(change.ref())) : List.of();
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
    public List<Write> reconcile(Cluster cluster, Ref<?> item) {
        KubernetesObject object = cluster.get(item).orElse(null);
        if (object instanceof PersistentVolumeClaim claim && isAsked(claim)) {
            return syncClaim(cluster, claim);
        }
        return object instanceof PersistentVolume volume && isResponsible(volume)
                ? new ProvisionedVolume(provisioner, volume).writes()
                : List.of();
    }

    /** Models {@code shouldProvision}. */
    private List<Write> syncClaim(Cluster cluster, PersistentVolumeClaim claim) {
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
