package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.release.Behaviour;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the drivers of a node can attach a pod's volumes there, besides those of the pods that are there and those that are
 * still attached. Models {@code Filter} of the plug-in {@code nodevolumelimits}.
 */
final class VolumeLimits {
    private VolumeLimits() {}

    static Stream<NodeRejection> rejections(CycleState state, Node node) {
        if (state.volumes().isEmpty()) {
            return Stream.empty();
        }
        Cluster cluster = state.cluster();
        String name = node.metadata().name();
        CsiNode csiNode = CsiNode.of(cluster, name);
        Set<CsiVolume> wanted =
                state.volumes().stream().filter(csiNode::attaches).collect(Collectors.toCollection(HashSet::new));
        return Stream.concat(
                missingDrivers(cluster, csiNode, wanted),
                csiNode.hasLimits() ? tooMany(state, name, csiNode, wanted) : Stream.empty());
    }

    /** Models {@code checkCSIDriverOnNode}. */
    private static Stream<NodeRejection> missingDrivers(Cluster cluster, CsiNode csiNode, Set<CsiVolume> wanted) {
        if (!cluster.semantics().has(Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE)) {
            return Stream.empty();
        }
        return wanted.stream()
                .map(CsiVolume::driver)
                .filter(driver -> !csiNode.hasDriver(driver) && mustBeInstalled(cluster, driver))
                .distinct()
                .sorted()
                .map(NodeRejection.DriverNotInstalled::new);
    }

    private static boolean mustBeInstalled(Cluster cluster, String driver) {
        return cluster.get(CsiDriver.ref(driver))
                .flatMap(known -> known.spec().preventPodSchedulingIfMissing())
                .orElse(false);
    }

    private static Stream<NodeRejection> tooMany(
            CycleState state, String node, CsiNode csiNode, Set<CsiVolume> wanted) {
        Set<CsiVolume> used = CsiVolume.others(state.cluster(), state.pod(), node)
                .filter(csiNode::attaches)
                .collect(Collectors.toSet());
        Function<CsiVolume, String> driver = CsiVolume::driver;
        Set<String> drivers = wanted.stream()
                .filter(volume -> !used.contains(volume))
                .map(driver)
                .collect(Collectors.toSet());
        if (drivers.stream().allMatch(each -> csiNode.limit(each).isEmpty())) {
            return Stream.empty();
        }
        List<CsiVolume> attached = Stream.concat(
                        used.stream(), attached(state.cluster(), node).filter(volume -> !isAmong(volume, used)))
                .toList();
        return drivers.stream()
                .sorted()
                .flatMap(each -> tooMany(
                        each,
                        csiNode.limit(each),
                        count(each, attached.stream()),
                        count(each, wanted.stream().filter(volume -> !used.contains(volume))))
                        .stream());
    }

    private static Optional<NodeRejection> tooMany(String driver, OptionalInt limit, int attached, int more) {
        return limit.isPresent() && attached + more > limit.getAsInt()
                ? Optional.of(new NodeRejection.TooManyVolumes(driver, more, attached, limit.getAsInt()))
                : Optional.empty();
    }

    private static int count(String driver, Stream<CsiVolume> volumes) {
        return (int) volumes.filter(volume -> volume.driver().equals(driver)).count();
    }

    private static boolean isAmong(CsiVolume volume, Set<CsiVolume> used) {
        return used.stream()
                .anyMatch(each ->
                        each.driver().equals(volume.driver()) && each.handle().equals(volume.handle()));
    }

    /** Models {@code getNodeVolumeAttachmentInfo}. */
    private static Stream<CsiVolume> attached(Cluster cluster, String node) {
        return VolumeIndexes.ATTACHMENTS_BY_NODE
                .find(cluster, node)
                .flatMap(attachment -> volume(cluster, attachment).stream())
                .distinct();
    }

    private static Optional<CsiVolume> volume(Cluster cluster, VolumeAttachment attachment) {
        String attacher = attachment.spec().attacher();
        return attachment
                .volume()
                .flatMap(cluster::get)
                .flatMap(volume -> volume.spec().source())
                .flatMap(VolumeSource::csiHandle)
                .filter(handle -> !attacher.isEmpty())
                .map(handle -> new CsiVolume(attacher, handle, Optional.empty()));
    }
}
