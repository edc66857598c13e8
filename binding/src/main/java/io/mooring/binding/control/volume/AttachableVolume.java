package io.mooring.binding.control.volume;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeSource;
import io.mooring.workload.Pod;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A volume that is attached to a node before it is mounted there: one of a CSI driver that needs it. Models {@code
 * FindAttachablePluginBySpec} with {@code CanAttach} of {@code volume/csi}.
 *
 * @param handle what the driver calls the volume
 */
public record AttachableVolume(PersistentVolume volume, String driver, String handle) {
    private static final String CSI_PLUGIN = "kubernetes.io/csi/";

    /** The volume, if it is attached at all; a driver that the cluster does not know attaches. */
    public static Optional<AttachableVolume> of(Cluster cluster, PersistentVolume volume) {
        return volume.spec().source().flatMap(AttachableVolume::csi).flatMap(source -> {
            String driver = source.csiDriver().orElseThrow();
            boolean isAttached = cluster.get(CsiDriver.ref(driver))
                    .map(CsiDriver::requiresAttach)
                    .orElse(true);
            return isAttached
                    ? Optional.of(new AttachableVolume(
                            volume, driver, source.csiHandle().orElseThrow()))
                    : Optional.empty();
        });
    }

    private static Optional<VolumeSource> csi(VolumeSource source) {
        return source.csiDriver().map(driver -> source);
    }

    /** Those that the pod uses through bound claims, in the order of the pod's volumes. */
    public static Stream<AttachableVolume> of(Cluster cluster, Pod pod) {
        return pod.claims().stream()
                .flatMap(claim -> cluster.get(claim).stream())
                .flatMap(claim -> boundTo(cluster, claim).stream())
                .flatMap(volume -> of(cluster, volume).stream());
    }

    private static Optional<PersistentVolume> boundTo(Cluster cluster, PersistentVolumeClaim claim) {
        return claim.isBound()
                ? claim.volume().flatMap(cluster::get).filter(volume -> volume.isHeldBy(claim))
                : Optional.empty();
    }

    /** What Kubernetes calls it on nodes. Models {@code GetUniqueVolumeName}. */
    public String nameOnNodes() {
        return CSI_PLUGIN + driver + "^" + handle;
    }

    /** Its attachment to a node, whether it exists or not. */
    public Ref<VolumeAttachment> attachment(Ref<Node> node) {
        return VolumeAttachment.ref(driver, handle, node);
    }

    /** Whether the node lists it as attached: its kubelet goes by that. */
    public boolean isAttachedTo(Node node) {
        return node.status().volumesAttached().stream()
                .anyMatch(attached -> attached.name().equals(nameOnNodes()));
    }
}
