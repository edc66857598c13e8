package io.mooring.binding.explain.set;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * One replica from its ordinal to its node: ordinal, pod, claims, volumes, node.
 *
 * @param ordinal only of a StatefulSet's pod
 * @param pod the pod, whether it exists or not
 * @param claims in the order of the pod's volumes
 * @param node where the pod is, or is going to be; empty if nobody knows
 */
public record Chain(OptionalInt ordinal, Ref<Pod> pod, List<Link> claims, Optional<Ref<Node>> node) {
    /** A set of 10,000 replicas is as long. */
    private static final int MOST = 10_000;

    public Chain {
        claims = List.copyOf(claims);
    }

    /**
     * A claim of the pod.
     *
     * @param volume what it is bound to
     */
    public record Link(Ref<PersistentVolumeClaim> claim, Optional<Ref<PersistentVolume>> volume) {}

    /** Of every replica that the set wants, by ordinal, whether its pod exists or not. */
    public static List<Chain> of(Cluster cluster, StatefulSet set) {
        return LongStream.range(set.startOrdinal(), set.endOrdinal())
                .limit(MOST)
                .mapToObj(ordinal -> of(cluster, set, ordinal))
                .toList();
    }

    /** Of a replica that the set wants, whether its pod exists or not. */
    static Chain of(Cluster cluster, StatefulSet set, long ordinal) {
        String namespace = set.metadata().namespace();
        Ref<Pod> ref = Pod.ref(namespace, set.podName(ordinal));
        return cluster.get(ref)
                .map(pod -> of(cluster, pod))
                .orElseGet(() -> new Chain(
                        OptionalInt.of((int) ordinal),
                        ref,
                        set.spec().volumeClaimTemplates().stream()
                                .map(template ->
                                        set.claimName(template.metadata().name(), ordinal))
                                .map(name -> link(cluster, PersistentVolumeClaim.ref(namespace, name)))
                                .toList(),
                        Optional.empty()));
    }

    /** Of every pod that somebody keeps, by name. */
    public static List<Chain> of(Cluster cluster, KubernetesObject keeper) {
        return Keeping.kept(cluster, keeper, Pod.KIND)
                .map(pod -> of(cluster, pod))
                .toList();
    }

    /** Of one pod. */
    public static Chain of(Cluster cluster, Pod pod) {
        boolean isOfSet = pod.metadata()
                .controller()
                .filter(owner -> owner.isOf(StatefulSet.KIND))
                .isPresent();
        OptionalInt ordinal = StatefulPodName.parse(pod.metadata().name())
                .filter(name -> isOfSet)
                .map(name -> OptionalInt.of(name.ordinal()))
                .orElse(OptionalInt.empty());
        return new Chain(
                ordinal,
                pod.ref(),
                pod.claims().stream().map(claim -> link(cluster, claim)).toList(),
                node(cluster, pod));
    }

    private static Link link(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        return new Link(claim, cluster.get(claim).flatMap(PersistentVolumeClaim::volume));
    }

    private static Optional<Ref<Node>> node(Cluster cluster, Pod pod) {
        if (pod.isPlaced()) {
            return Optional.of(Node.ref(pod.spec().nodeName()));
        }
        return PodFindings.of(cluster, pod) instanceof PodFinding.BindingVolumes binding
                ? Optional.of(binding.node())
                : Optional.empty();
    }

    /** {@code ordinal 1 - pod web-1 - claim data-web-1 - volume pv-1 - node n1}; what is missing is said to be. */
    public String text() {
        String claimed = claims.stream()
                .map(link -> " - claim " + link.claim().name() + " - "
                        + link.volume().map(volume -> "volume " + volume.name()).orElse("no volume"))
                .collect(Collectors.joining(","));
        return (ordinal.isPresent() ? "ordinal " + ordinal.getAsInt() + " - " : "")
                + "pod " + pod.name() + claimed + " - "
                + node.map(there -> "node " + there.name()).orElse("no node");
    }
}
