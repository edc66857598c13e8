package io.mooring.binding.control.attach;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.managed;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.on;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reservedFor;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.Attaching;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.volume.AttachableVolume;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.View;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeCondition;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttachment;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What holds wherever volumes are attached, whatever is done to pods and nodes. */
class AttachLawsTest {
    private static final int VOLUMES = 3;
    private static final List<String> NODES = List.of("node-1", "node-2", "node-3");

    /** Fails for the third volume on the first node, and does everything else. */
    private static final Attacher MOODY = new Attacher() {
        @Override
        public String name() {
            return AttachedClusters.DRIVER;
        }

        @Override
        public Attaching attach(PersistentVolume volume, Ref<Node> node) {
            return volume.metadata().name().equals("v2") && node.name().equals("node-1")
                    ? new Attaching.Failed("no")
                    : new Attaching.Done();
        }
    };

    /** A step of a story. */
    record Step(String name, UnaryOperator<Cluster> act) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The volumes v0 (shared), v1 and v2, each with a claim; a node that is not managed too. */
    private static Cluster start() {
        Controllers controllers = ControlPlane.DEFAULT.withAttachers(MOODY).controllers();
        Cluster cluster = Cluster.empty(controllers);
        for (String name : NODES) {
            cluster = cluster.create(managed(node(name, "8"))).orThrow();
        }
        for (int i = 0; i < VOLUMES; i++) {
            PersistentVolume volume = reservedFor("c" + i, volume("v" + i, "1Gi", "manual"));
            cluster = cluster.create(i == 0 ? AttachedClusters.shared(volume) : volume)
                    .orThrow()
                    .create(claim("c" + i, "1Gi", "manual"))
                    .orThrow();
        }
        return cluster.settle();
    }

    @Property(tries = 150)
    void aVolumeOfOneNodeIsNeverOnTwoNotEvenForAMoment(@ForAll("stories") List<Step> story) {
        Cluster cluster = start();
        for (Step step : story) {
            cluster = step.act().apply(cluster);
            while (!cluster.isSettled()) {
                cluster = cluster.successors().get(0);
                assertThat(attachedTwice(cluster)).isEmpty();
            }
            long shared = cluster.list(VolumeAttachment.KIND)
                    .filter(VolumeAttachment::isAttached)
                    .filter(attachment -> attachment.volume().equals(Optional.of(PersistentVolume.ref("v0"))))
                    .count();
            Statistics.label("shared").collect(shared > 1 ? "on two" : "not");
        }
        Statistics.label("shared").coverage(coverage -> coverage.check("on two").count(count -> count >= 20));
    }

    private static List<String> attachedTwice(Cluster cluster) {
        Map<String, Long> counts = cluster.list(VolumeAttachment.KIND)
                .filter(VolumeAttachment::isAttached)
                .collect(Collectors.groupingBy(
                        attachment -> attachment.volume().orElseThrow().name(), Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1 && !entry.getKey().equals("v0"))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Property(tries = 150)
    void theVolumesOfAPodThatRunsAreAttachedToItsNode(@ForAll("stories") List<Step> story) {
        Cluster cluster = start();
        for (Step step : story) {
            Cluster settled = step.act().apply(cluster).settle();
            cluster = settled;
            List<Pod> running = settled.list(Pod.KIND)
                    .filter(Pod::isReady)
                    .filter(pod -> !pod.metadata().isBeingDeleted())
                    .toList();
            Statistics.label("running").collect(running.isEmpty() ? "none" : "some");
            for (Pod pod : running) {
                Ref<Node> node = Node.ref(pod.spec().nodeName());
                assertThat(AttachableVolume.of(settled, pod))
                        .allMatch(volume -> settled.get(volume.attachment(node))
                                .filter(VolumeAttachment::isAttached)
                                .isPresent());
            }
        }
        Statistics.label("running").coverage(coverage -> coverage.check("some").count(count -> count >= 100));
    }

    @Property(tries = 150)
    void whatNoPodUsesIsDetachedWhenTimeHasPassed(@ForAll("stories") List<Step> story) {
        Cluster cluster = start();
        for (Step step : story) {
            Cluster before = step.act().apply(cluster).settle();
            cluster = before;
            boolean isAnyUnused = attached(before).stream().anyMatch(attachment -> !isUsed(before, attachment));
            Statistics.label("unused").collect(isAnyUnused ? "something" : "nothing");
            Cluster later =
                    before.advance(AttachmentFindings.MAX_WAIT_FOR_UNMOUNT).settle();
            assertThat(attached(later)).allMatch(attachment -> isUsed(later, attachment));
        }
        Statistics.label("unused")
                .coverage(coverage -> coverage.check("something").count(count -> count >= 10));
    }

    private static List<VolumeAttachment> attached(Cluster cluster) {
        return cluster.list(VolumeAttachment.KIND)
                .filter(VolumeAttachment::isAttached)
                .toList();
    }

    private static boolean isUsed(Cluster cluster, VolumeAttachment attachment) {
        return cluster.list(Pod.KIND)
                .filter(pod -> pod.spec().nodeName().equals(attachment.spec().nodeName()))
                .flatMap(pod -> AttachableVolume.of(cluster, pod))
                .anyMatch(volume -> attachment
                        .volume()
                        .filter(volume.volume().ref()::equals)
                        .isPresent());
    }

    @Property(tries = 150)
    void whatNodesListIsWhatIsAttachedToThem(@ForAll("stories") List<Step> story) {
        Cluster cluster = start();
        for (Step step : story) {
            Cluster settled = step.act().apply(cluster).settle();
            cluster = settled;
            settled.list(Node.KIND)
                    .forEach(node -> assertThat(node.status().volumesAttached())
                            .extracting(attached -> attached.name())
                            .containsExactlyInAnyOrderElementsOf(settled.list(VolumeAttachment.KIND)
                                    .filter(VolumeAttachment::isAttached)
                                    .filter(attachment -> attachment.node().equals(node.ref()))
                                    .map(attachment -> "kubernetes.io/csi/csi.example.com^"
                                            + attachment.volume().orElseThrow().name())
                                    .toList()));
        }
    }

    @Property(tries = 100)
    void aSettledClusterStaysSettledAndItsViewsAreWhatIsCounted(@ForAll("stories") List<Step> story) {
        Cluster cluster = start();
        for (Step step : story) {
            cluster = step.act().apply(cluster).settle();
            assertThat(cluster.settle().text()).isEqualTo(cluster.text());
            for (View<?> view : new AttachDetachController().views()) {
                assertKept(cluster, view);
            }
            boolean isNoted = !cluster.view(AttachmentIndexes.NOTED).isEmpty();
            Statistics.label("noted").collect(isNoted ? "something" : "nothing");
        }
        Statistics.label("noted")
                .coverage(coverage -> coverage.check("something").count(count -> count >= 20));
    }

    private static <V> void assertKept(Cluster cluster, View<V> view) {
        assertThat(cluster.view(view)).isEqualTo(view.count(cluster));
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        return Arbitraries.frequencyOf(
                        Tuple.of(6, podsComing()),
                        Tuple.of(4, podsGoing()),
                        Tuple.of(2, nodesChanging()),
                        Tuple.of(1, nodesLost()),
                        Tuple.of(1, timePassing()))
                .list()
                .ofMinSize(4)
                .ofMaxSize(24);
    }

    private static Arbitrary<Step> podsComing() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(NODES),
                        Arbitraries.integers().between(0, VOLUMES - 1),
                        Arbitraries.integers().between(0, VOLUMES - 1))
                .as((pod, node, one, other) -> new Step(
                        "p" + pod + " with c" + one + ", c" + other + " on " + node,
                        cluster -> cluster.create(on(
                                        node,
                                        one.equals(other)
                                                ? pod("p" + pod, "c" + one)
                                                : pod("p" + pod, "c" + one, "c" + other)))
                                .cluster()));
    }

    private static Arbitrary<Step> podsGoing() {
        return Combinators.combine(Arbitraries.integers().between(0, 4), Arbitraries.of(true, false))
                .as((pod, isForced) -> new Step(
                        "without p" + pod + (isForced ? " by force" : ""),
                        cluster -> cluster.delete(
                                        podKey("p" + pod),
                                        isForced ? Deletion.DEFAULT.withGracePeriod(0) : Deletion.DEFAULT)
                                .cluster()));
    }

    private static Arbitrary<Step> nodesChanging() {
        return Combinators.combine(Arbitraries.of(NODES), Arbitraries.of("True", "Unknown", "False"))
                .as((node, status) -> new Step(node + " ready: " + status, cluster -> ready(cluster, node, status)));
    }

    /** A node that answers no more, and whose pods somebody gives up. */
    private static Arbitrary<Step> nodesLost() {
        return Arbitraries.of(NODES)
                .map(node -> new Step(node + " is lost", cluster -> {
                    Cluster lost = ready(cluster, node, "Unknown").settle();
                    List<Pod> pods = lost.list(Pod.KIND)
                            .filter(pod -> pod.spec().nodeName().equals(node))
                            .toList();
                    for (Pod pod : pods) {
                        lost = lost.delete(pod.ref(), Deletion.DEFAULT.withGracePeriod(0))
                                .orThrow();
                    }
                    return lost;
                }));
    }

    private static Cluster ready(Cluster cluster, String node, String status) {
        Node found = cluster.node(node).orElseThrow();
        NodeCondition condition =
                NodeCondition.builder().type("Ready").status(status).build();
        return cluster.updateStatus(found.withStatus(found.status().withConditions(condition)))
                .cluster();
    }

    private static Arbitrary<Step> timePassing() {
        return Arbitraries.of(Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofMinutes(7))
                .map(time -> new Step("after " + time, cluster -> cluster.advance(time)));
    }
}
