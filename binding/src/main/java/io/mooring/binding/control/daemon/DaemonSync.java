package io.mooring.binding.control.daemon;

import io.mooring.binding.control.daemon.DaemonPods.Wanted;
import io.mooring.binding.control.workload.Availability;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.OwnedPods;
import io.mooring.binding.control.workload.PodWrites;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.LabelMatcher;
import io.mooring.node.Node;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.DaemonSetStatus;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.UpdateStrategyType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One sync of a DaemonSet. Models {@code syncDaemonSet}. */
final class DaemonSync {
    /** Those that have a node before those that have none, the oldest first. */
    private static final Comparator<Pod> OLDEST_FIRST = Comparator.comparing((Pod pod) -> !pod.isPlaced())
            .thenComparing(pod -> pod.metadata().creationTimestamp(), Comparator.comparing(Optional::get))
            .thenComparing(pod -> pod.metadata().name());

    private final Cluster cluster;
    private final DaemonSet set;
    private final DaemonPods daemons;
    private final String hash;
    private final PodWrites writes;
    private final FailedPods failed;

    /** By node, the nodes first and in their order, then those that are gone. */
    private final Map<String, List<Pod>> pods;

    private DaemonSync(Cluster cluster, DaemonSet set, List<Pod> kept, String hash) {
        this.cluster = cluster;
        this.set = set;
        this.daemons = new DaemonPods(set, cluster.semantics());
        this.hash = hash;
        this.writes = new PodWrites(cluster, set);
        this.failed = FailedPods.of(cluster, set);
        this.pods = byNode(cluster, kept);
    }

    static List<Write> writes(Cluster cluster, DaemonSet set) {
        if (set.metadata().isBeingDeleted()) {
            return List.of();
        }
        LabelMatcher matcher = matcher(set);
        Keeping<Pod> kept = OwnedPods.of(cluster, set, matcher, pod -> true);
        DaemonRevisions revisions = DaemonRevisions.of(cluster, set, matcher);
        if (!kept.writes().isEmpty()) {
            return kept.writes();
        }
        if (!revisions.writes().isEmpty()) {
            return revisions.writes();
        }
        DaemonSync sync = new DaemonSync(cluster, set, kept.kept(), revisions.current());
        sync.act(revisions.truncate(set, kept.kept()));
        return sync.writes.all();
    }

    static LabelMatcher matcher(DaemonSet set) {
        return set.spec().selector().map(LabelMatcher::of).orElse(LabelMatcher.NOTHING);
    }

    /** One that has ended and is being deleted is no longer there. */
    private static Map<String, List<Pod>> byNode(Cluster cluster, List<Pod> kept) {
        Map<String, List<Pod>> byNode = new LinkedHashMap<>();
        cluster.list(Node.KIND).forEach(node -> byNode.put(node.metadata().name(), new ArrayList<>()));
        kept.stream()
                .filter(pod -> !pod.hasEnded() || !pod.metadata().isBeingDeleted())
                .sorted(OLDEST_FIRST)
                .forEach(pod -> DaemonPods.node(pod)
                        .ifPresent(node -> byNode.computeIfAbsent(node, name -> new ArrayList<>())
                                .add(pod)));
        return byNode;
    }

    /** A rolling update begins where every node has what it should; the history and the status come last. */
    private void act(List<Write> truncated) {
        manage();
        if (writes.isIdle() && isRolling()) {
            roll();
        }
        if (writes.isIdle()) {
            truncated.forEach(writes::add);
            DaemonSetStatus status = status();
            if (!status.equals(set.status())) {
                writes.add(new Write.UpdateStatus(set.withStatus(status)));
            }
            nextAvailable().ifPresent(wait -> writes.add(new Write.LookAgain(wait)));
        }
        failed.nextLook().ifPresent(wait -> writes.add(new Write.LookAgain(wait)));
    }

    private boolean isRolling() {
        return set.spec().updateStrategy().type().equals(Optional.of(UpdateStrategyType.ROLLING_UPDATE));
    }

    /** Models {@code manage}. */
    private void manage() {
        List<String> missing = new ArrayList<>();
        List<Pod> surplus = new ArrayList<>();
        cluster.list(Node.KIND).forEach(node -> manage(node, missing, surplus));
        pods.forEach((node, there) -> {
            if (cluster.node(node).isEmpty()) {
                there.stream().filter(pod -> !pod.isPlaced() && isStaying(pod)).forEach(surplus::add);
            }
        });
        failed.found().ifPresent(found -> writes.add(new Write.Note(found)));
        create(missing);
        surplus.forEach(writes::delete);
    }

    /** Models {@code podsShouldBeOnNode}. */
    private void manage(Node node, List<String> missing, List<Pod> surplus) {
        String name = node.metadata().name();
        List<Pod> there = podsOn(name);
        Wanted wanted = daemons.on(node);
        if (wanted == Wanted.YES && there.isEmpty()) {
            missing.add(name);
        } else if (wanted == Wanted.NO) {
            there.stream().filter(DaemonSync::isStaying).forEach(surplus::add);
        } else {
            there.stream()
                    .filter(pod -> isStaying(pod) && pod.hasEnded())
                    .filter(pod -> !pod.isIn(PodPhase.FAILED) || failed.mayGo(node.ref()))
                    .forEach(pod -> surplus.add(ended(pod, name)));
            List<Pod> running = running(there);
            if (!surges()) {
                running.stream().skip(1).forEach(surplus::add);
            } else if (running.isEmpty() && wanted == Wanted.YES) {
                missing.add(name);
            } else {
                surplus.addAll(beyondSurge(running));
            }
        }
    }

    private Pod ended(Pod pod, String node) {
        String name = pod.metadata().namespace() + "/" + pod.metadata().name();
        writes.add(
                pod.isIn(PodPhase.FAILED)
                        ? Write.warning(
                                set,
                                "FailedDaemonPod",
                                "Found failed daemon pod " + name + " on node " + node + ", will try to kill it")
                        : Write.normal(
                                set,
                                "SucceededDaemonPod",
                                "Found succeeded daemon pod " + name + " on node " + node + ", will try to delete it"));
        return pod;
    }

    /** A new pod and the old one that it follows may stand together, as long as the old one is needed. */
    private List<Pod> beyondSurge(List<Pod> running) {
        if (running.size() <= 1) {
            return List.of();
        }
        Optional<Pod> updated = running.stream().filter(pod -> hasHash(pod)).findFirst();
        Optional<Pod> old = running.stream().filter(pod -> !hasHash(pod)).findFirst();
        List<Pod> surplus = new ArrayList<>(running);
        updated.ifPresent(surplus::remove);
        boolean isNeeded =
                old.isPresent() && (updated.isEmpty() || (old.get().isReady() && !isAvailable(updated.get())));
        if (isNeeded) {
            surplus.remove(old.get());
        }
        return surplus;
    }

    private boolean hasHash(Pod pod) {
        return hash.equals(pod.metadata().labels().get(DaemonSet.REVISION_LABEL));
    }

    /** Models {@code rollingUpdate}. */
    private void roll() {
        Set<String> wanted = wanted().stream()
                .map(node -> node.metadata().name())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Rollout rollout = new Rollout(set, wanted.size(), this::isAvailable);
        pods.forEach((node, there) -> {
            List<Pod> staying = there.stream().filter(DaemonSync::isStaying).toList();
            List<Pod> updated =
                    staying.stream().filter(pod -> daemons.isUpdated(pod, hash)).toList();
            List<Pod> old = staying.stream()
                    .filter(pod -> !daemons.isUpdated(pod, hash))
                    .toList();
            if (wanted.contains(node)) {
                rollout.see(node, updated, old);
            } else if (!there.isEmpty()) {
                rollout.seeUnwanted(updated, old);
            }
        });
        create(rollout.nodes());
        rollout.pods().forEach(writes::delete);
    }

    private void create(List<String> nodes) {
        for (int i = 0;
                i < Math.min(nodes.size(), PodWrites.BURST) && writes.failure().isEmpty();
                i++) {
            Pod pod = daemons.make(nodes.get(i), hash);
            writes.create(pod.withMetadata(
                    pod.metadata().withName(cluster.nextNames(pod, i + 1).get(i))));
        }
    }

    private List<Node> wanted() {
        return cluster.list(Node.KIND)
                .filter(node -> daemons.on(node) == Wanted.YES)
                .toList();
    }

    /** Models {@code updateDaemonSetStatus}: of several pods on a node the oldest counts. */
    private DaemonSetStatus status() {
        List<Node> wanted = wanted();
        List<Pod> oldest = wanted.stream()
                .flatMap(node -> podsOn(node.metadata().name()).stream().limit(1))
                .toList();
        int available = (int) oldest.stream().filter(this::isAvailable).count();
        long misscheduled = cluster.list(Node.KIND)
                .filter(node -> daemons.on(node) != Wanted.YES
                        && !podsOn(node.metadata().name()).isEmpty())
                .count();
        return DaemonSetStatus.builder()
                .from(set.status())
                .desiredNumberScheduled(wanted.size())
                .currentNumberScheduled(oldest.size())
                .numberMisscheduled((int) misscheduled)
                .numberReady((int) oldest.stream().filter(Pod::isReady).count())
                .updatedNumberScheduled((int) oldest.stream()
                        .filter(pod -> daemons.isUpdated(pod, hash))
                        .count())
                .numberAvailable(available)
                .numberUnavailable(wanted.size() - available)
                .observedGeneration(set.metadata().generation())
                .build();
    }

    private Optional<Duration> nextAvailable() {
        return pods.values().stream()
                .flatMap(List::stream)
                .filter(Pod::isReady)
                .flatMap(pod -> Availability.wait(set.spec().minReadySeconds(), pod, cluster.now()).stream())
                .min(Duration::compareTo);
    }

    private boolean surges() {
        return isRolling() && Rollout.surges(set);
    }

    private boolean isAvailable(Pod pod) {
        return Availability.isAvailable(set.spec().minReadySeconds(), pod, cluster.now());
    }

    private List<Pod> podsOn(String node) {
        return pods.getOrDefault(node, List.of());
    }

    private static boolean isStaying(Pod pod) {
        return !pod.metadata().isBeingDeleted();
    }

    private static List<Pod> running(List<Pod> there) {
        return there.stream().filter(pod -> isStaying(pod) && !pod.hasEnded()).toList();
    }
}
