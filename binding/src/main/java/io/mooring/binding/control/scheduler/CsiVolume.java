package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.CsiMigration;
import io.mooring.binding.control.volume.EphemeralClaims;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A volume that is attached by a CSI driver where its pod runs. Models {@code filterAttachableVolumes} of the plug-in {@code
 * nodevolumelimits}; inline volumes of a driver are not attached, and not counted.
 *
 * @param driver who attaches it
 * @param handle what tells it from the driver's other volumes
 * @param plugin the in-tree plugin that it belongs to, on nodes where the driver has not taken over; empty if to none
 */
record CsiVolume(String driver, String handle, Optional<String> plugin) {
    /** The pods with such volumes by the node they are on, or that is kept for them. */
    static final Index<Pod, String> PODS_BY_NODE = Index.of(
            Pod.KIND,
            pod -> pod,
            pod -> NodeLoads.takesRoom(pod) && mayHaveSome(pod) ? List.of(PodRequests.nodeOf(pod)) : List.of());

    /** Those of the pod, each once. */
    static Set<CsiVolume> of(Cluster cluster, Pod pod) {
        if (!mayHaveSome(pod)) {
            return Set.of();
        }
        Set<CsiVolume> volumes = new HashSet<>();
        for (PodVolume volume : pod.spec().volumes()) {
            pod.claimName(volume)
                    .map(name -> ofClaim(cluster, pod, volume, name))
                    .orElseGet(() -> migrated(volume).flatMap(CsiVolume::ofMigrated))
                    .ifPresent(volumes::add);
        }
        return volumes;
    }

    /** Whether the pod has a volume of a kind that may be counted. */
    static boolean mayHaveSome(Pod pod) {
        return pod.usesClaims()
                || pod.spec().volumes().stream()
                        .anyMatch(volume -> migrated(volume).isPresent());
    }

    /** Whether the pod names a claim, or has an in-tree volume that this driver took over. */
    static boolean isNamedOrOf(String driver, Pod pod) {
        return pod.spec().volumes().stream()
                .anyMatch(volume -> volume.persistentVolumeClaim().isPresent()
                        || migrated(volume)
                                .flatMap(CsiVolume::ofMigrated)
                                .filter(csi -> csi.driver().equals(driver))
                                .isPresent());
    }

    private static Optional<CsiVolume> ofClaim(Cluster cluster, Pod pod, PodVolume volume, String name) {
        return cluster.get(PersistentVolumeClaim.ref(pod.metadata().namespace(), name))
                .filter(claim -> volume.ephemeral().isEmpty() || EphemeralClaims.isFor(pod, claim))
                .flatMap(claim -> of(cluster, claim));
    }

    /** A claim whose volume is not there is counted by its class. Models {@code getCSIDriverInfo}. */
    private static Optional<CsiVolume> of(Cluster cluster, PersistentVolumeClaim claim) {
        Optional<PersistentVolume> volume = claim.volume().flatMap(cluster::get);
        return volume.isPresent() ? of(volume.get()) : byClass(cluster, claim);
    }

    private static Optional<CsiVolume> of(PersistentVolume volume) {
        return volume.spec().source().flatMap(source -> ofSource(source).or(() -> ofMigrated(source)));
    }

    private static Optional<CsiVolume> ofSource(VolumeSource source) {
        return source.csiDriver()
                .filter(driver -> !driver.isEmpty())
                .flatMap(driver -> source.csiHandle().map(handle -> new CsiVolume(driver, handle, Optional.empty())));
    }

    private static Optional<CsiVolume> ofMigrated(VolumeSource source) {
        Optional<String> plugin = CsiMigration.pluginOf(source);
        return plugin.flatMap(CsiMigration::driverOf)
                .map(driver -> new CsiVolume(driver, CsiMigration.handleOf(source), plugin));
    }

    /** A volume that is still to be made, by whoever makes it. Models {@code getCSIDriverInfoFromSC}. */
    private static Optional<CsiVolume> byClass(Cluster cluster, PersistentVolumeClaim claim) {
        String handle = "-" + claim.ref().qualifiedName();
        return StorageClasses.of(cluster, claim)
                .map(each -> each.provisioner())
                .filter(provisioner -> !provisioner.isEmpty())
                .map(provisioner -> CsiMigration.driverOf(provisioner)
                        .map(driver -> new CsiVolume(driver, handle, Optional.of(provisioner)))
                        .orElseGet(() -> new CsiVolume(provisioner, handle, Optional.empty())));
    }

    /** The volume's source, if it is one of an in-tree plugin whose work a driver does by now. */
    private static Optional<VolumeSource> migrated(PodVolume volume) {
        return volume.rest().fields().entrySet().stream()
                .filter(each -> each.getValue() instanceof JsonObject)
                .map(each -> VolumeSource.of(each.getKey(), (JsonObject) each.getValue()))
                .filter(source -> CsiMigration.pluginOf(source).isPresent())
                .findFirst();
    }

    /** The volumes of other pods on the node. */
    static Stream<CsiVolume> others(Cluster cluster, Pod pod, String node) {
        return PODS_BY_NODE
                .find(cluster, node)
                .filter(other -> !other.ref().equals(pod.ref()))
                .flatMap(other -> of(cluster, other).stream());
    }
}
