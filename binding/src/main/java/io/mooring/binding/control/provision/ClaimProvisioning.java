package io.mooring.binding.control.provision;

import io.mooring.admission.Verdict;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.StorageFinalizers;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A claim that asks for a volume. Models {@code provisionClaimOperation}. */
record ClaimProvisioning(
        Provisioner provisioner, Cluster cluster, PersistentVolumeClaim claim, StorageClass storageClass)
        implements Provisioning.Cases<List<Write>> {
    private static final String FAILED = "ProvisioningFailed";

    static String volumeName(PersistentVolumeClaim claim) {
        return claim.provisionedVolume().name();
    }

    /** The node where the claim is wanted; an annotation without a name is none, as upstream has it here. */
    static Optional<Ref<Node>> node(PersistentVolumeClaim claim) {
        return claim.selectedNode().filter(node -> !node.name().isEmpty());
    }

    List<Write> writes() {
        if (claim.volumeMode().equals(VolumeMode.BLOCK) && !provisioner.supportsBlock()) {
            return List.of(failed(provisioner.name() + " does not support block volume provisioning"));
        }
        if (!isProvisionedByMe()) {
            return List.of();
        }
        if (isOnLostNode()) {
            return List.of(rescheduled());
        }
        List<Write> writes = new ArrayList<>();
        writes.add(normal(
                "Provisioning",
                "External provisioner is provisioning volume for claim \""
                        + claim.ref().qualifiedName() + "\""));
        writes.addAll(provisioner.provision(request()).accept(this));
        return writes;
    }

    private boolean isProvisionedByMe() {
        String asked = storageClass.provisioner();
        return provisioner.name().equals(CsiMigration.driverOf(asked).orElse(asked));
    }

    /** Whether the node that the scheduler selected is no more. */
    private boolean isOnLostNode() {
        return node(claim).filter(node -> cluster.get(node).isEmpty()).isPresent();
    }

    private ProvisioningRequest request() {
        return new ProvisioningRequest(
                volumeName(claim), claim, storageClass, node(claim).flatMap(cluster::get), cluster.now(), cluster);
    }

    @Override
    public List<Write> provisioned(Provisioning.Provisioned answer) {
        PersistentVolume volume = complete(answer.volume());
        return cluster.verdictOn(volume).accept(Verdict.Cases.of(this::created, refused -> refused(volume, refused)));
    }

    private List<Write> created(Verdict.Admitted verdict) {
        return List.of(
                new Write.CreateAdmitted(verdict),
                normal("ProvisioningSucceeded", "Successfully provisioned volume " + volumeName(claim)));
    }

    private PersistentVolume complete(PersistentVolume volume) {
        ObjectMeta named = volume.metadata().withName(volumeName(claim));
        ObjectMeta annotated =
                named.withAnnotation(PersistentVolume.PROVISIONED_BY_ANNOTATION, storageClass.provisioner());
        return volume.withMetadata(annotated.withFinalizer(StorageFinalizers.EXTERNAL_PROVISIONER))
                .withSpec(volume.spec()
                        .withClaimRef(claim.reference())
                        .withStorageClassName(claim.className().orElse("")));
    }

    /**
     * The API server takes no such volume: its storage is deleted again. Models {@code backoffStore.StoreVolume}, which
     * tries five times before it says so.
     */
    private List<Write> refused(PersistentVolume volume, Verdict.Refused verdict) {
        List<Write> writes = new ArrayList<>();
        String claimName = claim.ref().qualifiedName();
        writes.add(failed("Error creating provisioned PV object for claim " + claimName + ": " + verdict.message()
                + ". Deleting the volume."));
        provisioner
                .delete(volume)
                .failure()
                .ifPresent(why -> writes.add(Write.warning(
                        claim,
                        "ProvisioningCleanupFailed",
                        "Error cleaning provisioned volume for claim " + claimName + ": " + why
                                + ". Please delete manually.")));
        writes.add(new Write.LookAgain(ExternalProvisioner.RETRY));
        return writes;
    }

    @Override
    public List<Write> failed(Provisioning.Failed answer) {
        return List.of(failed(answer.message()), new Write.LookAgain(ExternalProvisioner.RETRY));
    }

    @Override
    public List<Write> wrongNode(Provisioning.WrongNode answer) {
        return List.of(failed(answer.message()), rescheduled());
    }

    @Override
    public List<Write> leftToOthers(Provisioning.LeftToOthers answer) {
        return List.of(normal("Provisioning", answer.message()));
    }

    @Override
    public List<Write> delayed(Provisioning.Delayed answer) {
        return List.of(new Write.LookAgain(answer.again()));
    }

    /** Models {@code rescheduleProvisioning}: without its node the claim waits for the scheduler again. */
    private Write rescheduled() {
        return node(claim).isEmpty()
                ? new Write.LookAgain(ExternalProvisioner.RETRY)
                : new Write.Update(claim.withMetadata(
                        claim.metadata().withoutAnnotation(PersistentVolumeClaim.SELECTED_NODE_ANNOTATION)));
    }

    private Write normal(String reason, String message) {
        return Write.normal(claim, reason, message);
    }

    private Write failed(String message) {
        return Write.warning(claim, FAILED, message);
    }
}
