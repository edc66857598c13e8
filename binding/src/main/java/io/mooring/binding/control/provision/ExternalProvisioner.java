package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.binding.control.StorageDeletion;
import io.mooring.binding.control.volume.ClaimReferences;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.Finalizers;
import io.mooring.binding.control.volume.Report;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.control.volume.VolumeDraft;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumePhase;
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
    private static final String FAILED = "ProvisioningFailed";

    /** Where upstream's back-off begins. */
    private static final Duration RETRY = Duration.ofSeconds(15);

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
        return object instanceof PersistentVolume volume && isResponsible(volume) ? syncVolume(volume) : List.of();
    }

    /** Models {@code shouldProvision}. */
    private List<Write> syncClaim(Cluster world, PersistentVolumeClaim claim) {
        Optional<StorageClass> storageClass =
                world.storageClass(claim.className().orElse(""));
        if (storageClass.isEmpty() || world.volume(volumeName(claim)).isPresent()) {
            return List.of();
        }
        boolean awaitsNode = storageClass.get().waitsForFirstConsumer()
                && selectedNode(claim).isEmpty();
        return awaitsNode ? List.of() : provision(world, claim, storageClass.get());
    }

    private static String volumeName(PersistentVolumeClaim claim) {
        return "pvc-" + claim.metadata().uid();
    }

    private static String selectedNode(PersistentVolumeClaim claim) {
        return claim.metadata().annotations().getOrDefault(VolumeAnnotations.SELECTED_NODE, "");
    }

    /** Models {@code provisionClaimOperation}. */
    private List<Write> provision(Cluster world, PersistentVolumeClaim claim, StorageClass storageClass) {
        boolean isBlock =
                claim.spec().volumeMode().filter(VolumeMode.BLOCK::equals).isPresent();
        if (isBlock && !provisioner.supportsBlock()) {
            return List.of(
                    Write.warning(claim, FAILED, provisioner.name() + " does not support block volume provisioning"));
        }
        if (!isProvisionedBy(storageClass)) {
            return List.of();
        }
        if (isOnLostNode(world, claim)) {
            return List.of(rescheduled(claim));
        }
        Write began = Write.normal(
                claim,
                "Provisioning",
                "External provisioner is provisioning volume for claim \""
                        + claim.ref().qualifiedName() + "\"");
        Provisioning result = provisioner.provision(new ProvisioningRequest(
                volumeName(claim), claim, storageClass, world.node(selectedNode(claim)), world.now()));
        if (result instanceof Provisioning.Provisioned provisioned) {
            return List.of(
                    began,
                    new Write.Create(complete(provisioned.volume(), claim, storageClass)),
                    Write.normal(
                            claim, "ProvisioningSucceeded", "Successfully provisioned volume " + volumeName(claim)));
        }
        if (result instanceof Provisioning.Failed failed) {
            return List.of(began, Write.warning(claim, FAILED, failed.message()), new Write.LookAgain(RETRY));
        }
        if (result instanceof Provisioning.WrongNode wrong) {
            return List.of(began, Write.warning(claim, FAILED, wrong.message()), rescheduled(claim));
        }
        return List.of(began, new Write.LookAgain(((Provisioning.Delayed) result).again()));
    }

    /** Whether the node that the scheduler selected is no more. */
    private static boolean isOnLostNode(Cluster world, PersistentVolumeClaim claim) {
        return !selectedNode(claim).isEmpty() && world.node(selectedNode(claim)).isEmpty();
    }

    private boolean isProvisionedBy(StorageClass storageClass) {
        String asked = storageClass.provisioner();
        return provisioner.name().equals(CsiMigration.driverOf(asked).orElse(asked));
    }

    private static PersistentVolume complete(
            PersistentVolume volume, PersistentVolumeClaim claim, StorageClass storageClass) {
        ObjectMeta named = volume.metadata().withName(volumeName(claim));
        ObjectMeta annotated =
                VolumeAnnotations.with(named, VolumeAnnotations.PROVISIONED_BY, storageClass.provisioner());
        return volume.withMetadata(Finalizers.with(annotated, Finalizers.EXTERNAL_PROVISIONER))
                .withSpec(volume.spec()
                        .withClaimRef(ClaimReferences.to(claim))
                        .withStorageClassName(claim.className().orElse("")));
    }

    /** Models {@code rescheduleProvisioning}: without its node the claim waits for the scheduler again. */
    private static Write rescheduled(PersistentVolumeClaim claim) {
        return selectedNode(claim).isEmpty()
                ? new Write.LookAgain(RETRY)
                : new Write.Update(claim.withMetadata(
                        VolumeAnnotations.without(claim.metadata(), VolumeAnnotations.SELECTED_NODE)));
    }

    /** Models {@code syncVolume}. */
    private List<Write> syncVolume(PersistentVolume volume) {
        VolumeDraft draft = new VolumeDraft(volume);
        draft.update(volume.withMetadata(finalized(draft)));
        if (isToBeDeleted(draft)) {
            delete(draft);
        }
        return draft.writes();
    }

    /** Models {@code handleProtectionFinalizer}. */
    private static ObjectMeta finalized(VolumeDraft draft) {
        ObjectMeta metadata = draft.volume().metadata();
        if (!isUnderDelete(draft.volume())) {
            return Finalizers.without(metadata, Finalizers.EXTERNAL_PROVISIONER);
        }
        return draft.isIn(VolumePhase.BOUND) && !metadata.isBeingDeleted()
                ? Finalizers.with(metadata, Finalizers.EXTERNAL_PROVISIONER)
                : metadata;
    }

    /** Models {@code shouldDelete}. */
    private static boolean isToBeDeleted(VolumeDraft draft) {
        ObjectMeta metadata = draft.volume().metadata();
        boolean isDone = metadata.isBeingDeleted() && !metadata.finalizers().contains(Finalizers.EXTERNAL_PROVISIONER);
        return !isDone && draft.isIn(VolumePhase.RELEASED) && isUnderDelete(draft.volume());
    }

    private static boolean isUnderDelete(PersistentVolume volume) {
        return volume.spec()
                .persistentVolumeReclaimPolicy()
                .filter(ReclaimPolicy.DELETE::equals)
                .isPresent();
    }

    /** Models {@code deleteVolumeOperation}: first the deletion is asked for, then the finalizer goes. */
    private void delete(VolumeDraft draft) {
        PersistentVolume volume = draft.volume();
        if (provisioner.delete(volume) instanceof StorageDeletion.Failed failed) {
            draft.tell(Report.warning("VolumeFailedDelete", failed.message()));
            draft.also(List.of(new Write.LookAgain(RETRY)));
        } else if (volume.metadata().isBeingDeleted()) {
            draft.update(volume.withMetadata(Finalizers.without(volume.metadata(), Finalizers.EXTERNAL_PROVISIONER)));
        } else {
            draft.also(List.of(Write.delete(volume.ref())));
        }
    }
}
