package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.Attaching;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Deletion;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttachment;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.story.Passage;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.StepSource;
import io.mooring.testkit.story.Steps;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import io.mooring.testkit.story.Taken;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** What holds wherever volumes are attached, whatever is done to pods and nodes. */
@AddLifecycleHook(KeptSeed.class)
class AttachLawsTest {
    private static final List<String> NODES = List.of("node-1", "node-2", "node-3");
    private static final List<String> CLAIMS = List.of("c0", "c1", "c2");

    /** Fails for the third volume on the first node, and does everything else. */
    private static final Attacher MOODY = new Attacher() {
        @Override
        public String name() {
            return "csi.example.com";
        }

        @Override
        public Attaching attach(PersistentVolume volume, Ref<Node> node) {
            return volume.metadata().name().equals("v2") && node.name().equals("node-1")
                    ? new Attaching.Failed("no")
                    : new Attaching.Done();
        }
    };

    private static final Controllers CONTROLLERS =
            ControlPlane.DEFAULT.withAttachers(MOODY).controllers();

    /** Three nodes; the volumes v0, which many nodes may have, v1 and v2, each with a claim. */
    private static final Cluster START =
            Stories.any().under(CONTROLLERS).parse(start()).end();

    /** A pod that is put on a node without the scheduler, so that it comes where a volume is not. */
    private static final StepSource POD_COMES = source(6, (cluster, choices) -> {
        String one = choices.pick(CLAIMS);
        String other = choices.pick(CLAIMS);
        String volumes = Stream.of(one, other)
                .distinct()
                .map(claim -> "{name: " + claim + ", persistentVolumeClaim: {claimName: " + claim + "}}")
                .collect(Collectors.joining(", "));
        return Step.create("""
                {apiVersion: v1, kind: Pod, metadata: {name: p%d}, spec: {nodeName: %s,
                 containers: [{name: c, image: x}], volumes: [%s]}}
                """.formatted(choices.between(0, 4), choices.pick(NODES), volumes))
                .get(0);
    });

    private static final StepSource POD_GOES = source(
            4,
            (cluster, choices) -> new Step.Delete(
                    Pod.ref("default", "p" + choices.between(0, 4)),
                    choices.chance(50) ? Deletion.DEFAULT.withGracePeriod(0) : Deletion.DEFAULT));

    /** By somebody who waits no longer for a node that does not answer. */
    private static final StepSource POD_IS_GIVEN_UP = new StepSource() {
        @Override
        public int weight(Cluster cluster) {
            return 6 * lost(cluster).size();
        }

        @Override
        public Step draw(Cluster cluster, Choices choices) {
            return new Step.Delete(choices.pick(lost(cluster)).ref(), Deletion.DEFAULT.withGracePeriod(0));
        }

        private static List<Pod> lost(Cluster cluster) {
            return cluster.list(Pod.KIND)
                    .filter(pod -> cluster.node(pod.spec().nodeName())
                            .filter(node -> !node.answers())
                            .isPresent())
                    .toList();
        }
    };

    /** Mostly one that has pods; one that is lost may answer again. */
    private static final StepSource NODE_IS_LOST = source(4, (cluster, choices) -> {
        List<String> used = cluster.list(Pod.KIND)
                .filter(Pod::isReady)
                .map(pod -> pod.spec().nodeName())
                .toList();
        Node node = cluster.node(choices.pick(used.isEmpty() ? NODES : used)).orElseThrow();
        JsonObject ready = JsonObject.of("type", new JsonString("Ready"))
                .with("status", new JsonString(node.answers() ? "Unknown" : "True"));
        return new Step.PatchStatus(
                node.ref(), JsonObject.of("status", JsonObject.of("conditions", JsonArray.of(ready))));
    });

    private static final StepSource TIME = source(
            2,
            (cluster, choices) -> new Step.Advance(
                    choices.pick(List.of(Duration.ofSeconds(1), Duration.ofMinutes(2), Duration.ofMinutes(7)))));

    private static StepSource source(int weight, Draw draw) {
        return new StepSource() {
            @Override
            public int weight(Cluster cluster) {
                return weight;
            }

            @Override
            public Step draw(Cluster cluster, Choices choices) {
                return draw.step(cluster, choices);
            }
        };
    }

    @FunctionalInterface
    private interface Draw {
        Step step(Cluster cluster, Choices choices);
    }

    private static String start() {
        String nodes = NODES.stream().map(node -> """
                {apiVersion: v1, kind: Node, metadata: {name: %s, annotations: {volumes.kubernetes.io/controller-managed-attach-detach: "true"}},
                 status: {allocatable: {cpu: "8", pods: "20"}}}
                """.formatted(node)).collect(Collectors.joining("---\n"));
        String storage = CLAIMS.stream()
                .map(claim -> """
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: %2$s}, spec: {capacity: {storage: 1Gi},
                 accessModes: [%3$s], csi: {driver: csi.example.com, volumeHandle: %2$s}, storageClassName: manual,
                 claimRef: {name: %1$s, namespace: default}}}
                ---
                {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: %1$s}, spec: {storageClassName: manual,
                 accessModes: [%3$s], resources: {requests: {storage: 1Gi}}}}
                """.formatted(
                                claim, claim.replace('c', 'v'), claim.equals("c0") ? "ReadWriteMany" : "ReadWriteOnce"))
                .collect(Collectors.joining("---\n"));
        return "kubectl create -f - <<'EOF'\n" + nodes + "---\n" + storage + "EOF\n# the controllers settle\n";
    }

    private static final Arbitrary<Story> STORIES = Told.once(MooringArbitraries.of(Stories.any()
            .of(POD_COMES, POD_GOES, POD_IS_GIVEN_UP, NODE_IS_LOST, TIME, Steps.SETTLE)
            .from(START)
            .ofAtMost(24)));

    @Provide
    Arbitrary<Story> stories() {
        return STORIES;
    }

    @Property(tries = 100)
    void aVolumeOfOneNodeIsNeverOnTwoNotEvenForAMoment(@ForAll("stories") Story story) {
        for (Passage passage : story.passages()) {
            for (Taken taken : passage.taken()) {
                Cluster cluster = taken.after();
                while (!cluster.isSettled()) {
                    cluster = cluster.successors().get(0);
                    assertThat(attachedTwice(cluster)).isEmpty();
                }
                boolean isShared = attached(cluster)
                                .filter(attachment ->
                                        attachment.volume().equals(Optional.of(PersistentVolume.ref("v0"))))
                                .count()
                        > 1;
                Statistics.label("shared").collect(isShared ? "on two" : "not");
            }
        }
        Statistics.label("shared").coverage(coverage -> coverage.check("on two").count(count -> count >= 20));
    }

    private static List<String> attachedTwice(Cluster cluster) {
        Map<String, Long> counts = attached(cluster)
                .collect(Collectors.groupingBy(
                        attachment -> attachment.volume().orElseThrow().name(), Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1 && !entry.getKey().equals("v0"))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Property(tries = 100)
    void theVolumesOfAPodThatRunsAreAttachedToItsNode(@ForAll("stories") Story story) {
        for (Cluster settled : settled(story)) {
            List<Pod> running = settled.list(Pod.KIND)
                    .filter(Pod::isReady)
                    .filter(pod -> !pod.metadata().isBeingDeleted())
                    .toList();
            Statistics.label("running").collect(running.isEmpty() ? "none" : "some");
            for (Pod pod : running) {
                assertThat(volumes(settled, pod))
                        .allMatch(volume -> attached(settled)
                                .anyMatch(attachment -> attachment
                                                .node()
                                                .name()
                                                .equals(pod.spec().nodeName())
                                        && attachment.volume().equals(Optional.of(volume.ref()))));
            }
        }
        Statistics.label("running").coverage(coverage -> coverage.check("some").count(count -> count >= 100));
    }

    @Property(tries = 100)
    void whatNoPodUsesIsDetachedWhenTimeHasPassed(@ForAll("stories") Story story) {
        for (Cluster before : settled(story)) {
            boolean isAnyUnused = attached(before).anyMatch(attachment -> !isUsed(before, attachment));
            Statistics.label("unused").collect(isAnyUnused ? "something" : "nothing");
            Cluster later =
                    before.advance(AttachmentFindings.MAX_WAIT_FOR_UNMOUNT).settle();
            assertThat(attached(later)).allMatch(attachment -> isUsed(later, attachment));
        }
        Statistics.label("unused")
                .coverage(coverage -> coverage.check("something").count(count -> count >= 10));
    }

    @Property(tries = 100)
    void whatNodesListIsWhatIsAttachedToThem(@ForAll("stories") Story story) {
        for (Cluster settled : settled(story)) {
            settled.list(Node.KIND)
                    .forEach(node -> assertThat(node.status().volumesAttached())
                            .extracting(attached -> attached.name())
                            .containsExactlyInAnyOrderElementsOf(attached(settled)
                                    .filter(attachment -> attachment.node().equals(node.ref()))
                                    .map(attachment -> "kubernetes.io/csi/csi.example.com^"
                                            + attachment.volume().orElseThrow().name())
                                    .toList()));
        }
    }

    /** As it is after each step, when everything has settled. */
    private static List<Cluster> settled(Story story) {
        return story.passages().stream()
                .flatMap(passage -> passage.taken().stream())
                .map(taken -> taken.after().settle())
                .toList();
    }

    private static Stream<VolumeAttachment> attached(Cluster cluster) {
        return cluster.list(VolumeAttachment.KIND).filter(VolumeAttachment::isAttached);
    }

    private static Stream<? extends KubernetesObject> volumes(Cluster cluster, Pod pod) {
        return pod.claims().stream()
                .flatMap(claim -> cluster.get(claim).stream())
                .filter(PersistentVolumeClaim::isBound)
                .flatMap(claim -> claim.volume().stream())
                .flatMap(volume -> cluster.get(volume).stream());
    }

    private static boolean isUsed(Cluster cluster, VolumeAttachment attachment) {
        return cluster.list(Pod.KIND)
                .filter(pod -> pod.spec().nodeName().equals(attachment.spec().nodeName()))
                .flatMap(pod -> volumes(cluster, pod))
                .anyMatch(volume ->
                        attachment.volume().filter(volume.ref()::equals).isPresent());
    }
}
