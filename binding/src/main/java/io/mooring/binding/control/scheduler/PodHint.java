package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.SchedulerPlugin;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether it may help a rejected pod that another pod came to a node, left one, or has other labels there. Models the
 * queueing hints that the plug-ins have for pods.
 *
 * @param before the pod on its node, if it was on one
 * @param after the pod on its node, if it is on one
 */
record PodHint(Cluster cluster, Optional<Pod> before, Optional<Pod> after) {

    static PodHint of(Cluster cluster, Change<Pod> change) {
        return new PodHint(
                cluster,
                change.before().filter(PodHint::isThere),
                change.after().filter(PodHint::isThere));
    }

    private static boolean isThere(Pod pod) {
        return NodeLoads.takesRoom(pod);
    }

    /** The rejected pods that it may help. */
    List<Pod> waiting() {
        if (hasLeft()) {
            return UnschedulablePods.waitingForAnything(cluster);
        }
        return hasCome() || hasOtherLabels() ? UnschedulablePods.waitingForNeighbours(cluster) : List.of();
    }

    private boolean hasLeft() {
        return before.isPresent() && after.isEmpty();
    }

    /** A pod for which a node is merely kept has not come yet. */
    private boolean hasCome() {
        return after.filter(Pod::isPlaced).isPresent()
                && before.filter(Pod::isPlaced).isEmpty();
    }

    private boolean hasOtherLabels() {
        return before.isPresent()
                && after.isPresent()
                && !before.get()
                        .metadata()
                        .labels()
                        .equals(after.get().metadata().labels());
    }

    /** Whether it may help this pod; a pod of which nobody knows who rejected it, too. */
    boolean mayHelp(Pod waiting) {
        Set<SchedulerPlugin> rejectors =
                UnschedulablePods.rejectors(cluster, waiting).orElse(Set.of());
        return rejectors.isEmpty()
                || Scheduler.isBindingVolumes(waiting)
                || rejectors.stream().anyMatch(plugin -> mayHelp(plugin, waiting));
    }

    private boolean mayHelp(SchedulerPlugin rejector, Pod waiting) {
        return switch (rejector) {
            case NODE_PORTS -> hasLeft() && letsGoOfPort(waiting);
            case NODE_RESOURCES_FIT -> hasLeft();
            case VOLUME_RESTRICTIONS -> hasLeft() && sharesClaim(waiting, before.orElseThrow());
            case NODE_VOLUME_LIMITS -> hasLeft() && CsiVolume.mayHaveSome(before.orElseThrow());
            case POD_TOPOLOGY_SPREAD -> changesSpread(waiting);
            case INTER_POD_AFFINITY -> changesNearness(waiting);
            case NODE_UNSCHEDULABLE, TAINT_TOLERATION, NODE_AFFINITY, VOLUME_BINDING, VOLUME_ZONE -> false;
        };
    }

    private boolean letsGoOfPort(Pod waiting) {
        List<HostPort> free = HostPort.of(before.orElseThrow());
        return HostPort.of(waiting).stream().anyMatch(port -> free.stream().anyMatch(port::conflictsWith));
    }

    private static boolean sharesClaim(Pod pod, Pod other) {
        return pod.metadata().namespace().equals(other.metadata().namespace())
                && namedClaims(pod).anyMatch(claim -> namedClaims(other).anyMatch(claim::equals));
    }

    private static Stream<String> namedClaims(Pod pod) {
        return pod.spec().volumes().stream()
                .flatMap(volume -> volume.persistentVolumeClaim().stream())
                .map(source -> source.claimName());
    }

    /** Whether a constraint of the pod counts the other one, and did not before, or the other way round. */
    private boolean changesSpread(Pod waiting) {
        return SpreadConstraint.of(waiting).stream()
                .map(SpreadConstraint::selector)
                .map(selector ->
                        (Predicate<Pod>) pod -> selector.matches(pod.metadata().labels()))
                .anyMatch(counts -> isIn(before, waiting, counts) != isIn(after, waiting, counts));
    }

    private static boolean isIn(Optional<Pod> other, Pod waiting, Predicate<Pod> counts) {
        String namespace = waiting.metadata().namespace();
        return other.filter(pod -> pod.metadata().namespace().equals(namespace))
                .filter(Pod::isPlaced)
                .filter(counts)
                .isPresent();
    }

    /**
     * Whether the other pod is now one to be near to, or no longer one to be apart from. That the last one goes to which
     * the pod would have to be near helps it too if it may be the first of its own kind; v1.37 does not see that (upstream
     * issue 141354).
     */
    private boolean changesNearness(Pod waiting) {
        return hasBecome(AffinityTerm.near(waiting), before, after)
                || hasBecome(AffinityTerm.apart(waiting), after, before)
                || (hasLeft()
                        && AffinityTerm.apart(before.orElseThrow()).stream()
                                .anyMatch(term -> term.matches(waiting, cluster)));
    }

    /** Whether the second is one of those that match all terms, and the first is not. */
    private boolean hasBecome(List<AffinityTerm> terms, Optional<Pod> first, Optional<Pod> second) {
        return !terms.isEmpty() && !matchesAll(terms, first) && matchesAll(terms, second);
    }

    private boolean matchesAll(List<AffinityTerm> terms, Optional<Pod> pod) {
        return pod.filter(Pod::isPlaced)
                .filter(each -> terms.stream().allMatch(term -> term.matches(each, cluster)))
                .isPresent();
    }
}
