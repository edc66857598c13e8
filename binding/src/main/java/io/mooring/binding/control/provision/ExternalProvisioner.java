package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.volume.VolumeAnnotations;
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
import io.mooring.storage.VolumeSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    public List<Wake<Ref<?>>> wakes(Change change, Cluster world) {
        KubernetesObject object = change.object();
        if (object instanceof StorageClass storageClass) {
            return VolumeIndexes.WAITING_CLAIMS_BY_CLASS
                    .find(world, storageClass.metadata().name())
                    .filter(this::isAsked)
                    .<Wake<Ref<?>>>map(claim -> Wake.atResync(claim.ref()))
                    .toList();
        }
        boolean isMine = !change.isRemoval()
                && ((object instanceof PersistentVolumeClaim claim && isAsked(claim))
                        || (object instanceof PersistentVolume volume && isResponsible(volume)));
        return isMine ? List.of(Wake.now(object.ref())) : List.of();
    }

    private boolean isAsked(PersistentVolumeClaim claim) {
        Map<String, String> annotations = claim.metadata().annotations();
        String asked = annotations.getOrDefault(
                VolumeAnnotations.PROVISIONER, annotations.get(VolumeAnnotations.PROVISIONER_BETA));
        return claim.spec().volumeName().isEmpty() && provisioner.name().equals(asked);
    }

    /** Models {@code isProvisionerForVolume}. */
    private boolean isResponsible(PersistentVolume volume) {
        Map<String, String> annotations = volume.metadata().annotations();
        String provisionedBy = annotations.get(VolumeAnnotations.PROVISIONED_BY);
        if (provisioner.name().equals(annotations.get(VolumeAnnotations.MIGRATED_TO))) {
            return true;
        }
        return provisionedBy != null
                ? provisioner.name().equals(provisionedBy)
                : volume.spec().source().flatMap(VolumeSource::csiDriver).equals(Optional.of(provisioner.name()));
    }

    @Override
    public List<Write> reconcile(Cluster world, Ref<?> item) {
        KubernetesObject object = world.get(item).orElse(null);
        if (object instanceof PersistentVolumeClaim claim && isAsked(claim)) {
            return syncClaim(world, claim);
        }
        return object instanceof PersistentVolume volume && isResponsible(volume)
                ? new ProvisionedVolume(provisioner, volume).writes()
                : List.of();
    }

    /** Models {@code shouldProvision}. */
    private List<Write> syncClaim(Cluster world, PersistentVolumeClaim claim) {
        Optional<StorageClass> storageClass =
                world.storageClass(claim.className().orElse(""));
        if (storageClass.isEmpty()
                || world.volume(ProvisionedClaim.volumeName(claim)).isPresent()) {
            return List.of();
        }
        boolean awaitsNode = storageClass.get().waitsForFirstConsumer()
                && ProvisionedClaim.selectedNode(claim).isEmpty();
        return awaitsNode ? List.of() : new ProvisionedClaim(provisioner, world, claim, storageClass.get()).writes();
    }
}
