package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.ScheduledPods.and;
import static io.mooring.binding.control.scheduler.ScheduledPods.placed;
import static io.mooring.binding.control.scheduler.ScheduledPods.rejection;
import static io.mooring.binding.control.scheduler.ScheduledPods.with;
import static io.mooring.binding.story.Demands.apart;
import static io.mooring.binding.story.Demands.constraint;
import static io.mooring.binding.story.Demands.csiNode;
import static io.mooring.binding.story.Demands.labelled;
import static io.mooring.binding.story.Demands.near;
import static io.mooring.binding.story.Demands.onPort;
import static io.mooring.binding.story.Demands.spread;
import static io.mooring.binding.story.Demands.storage;
import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OtherObject;
import io.mooring.node.Node;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What helps a pod that was rejected because of other pods, ports or limits: upstream's queueing hints. */
class NeighbourQueueTest {
    private static final String HOST = "kubernetes.io/hostname";
    private static final String ZONE = "topology.kubernetes.io/zone";

    private static Pod app(String name, String app) {
        return labelled(pod(name), "app", app);
    }

    private static Cluster without(Cluster cluster, String pod) {
        return cluster.delete(podKey(pod)).orThrow().settle();
    }

    private static Cluster patched(Cluster cluster, Pod pod, String app) {
        JsonObject labels = JsonObject.of("labels", JsonObject.of("app", new JsonString(app)));
        return cluster.patch(pod.ref(), JsonObject.of("metadata", labels))
                .orThrow()
                .settle();
    }

    @Test
    void aPortIsFreeOnceItsHolderIsGone() {
        Cluster waiting = with(node("a", "4"), onPort(pod("q"), 80), onPort(pod("p"), 80));
        assertThat(rejection(waiting, "p"))
                .isEqualTo("0/1 nodes are available: 1 node(s) didn't have free ports for the requested pod ports."
                        + " preemption: 0/1 nodes are available: 1 No preemption victims found for incoming pod.");
        assertThat(placed(without(waiting, "q"), "p")).isEqualTo("a");
        assertThat(placed(and(waiting, node("b", "4")), "p")).isEqualTo("b");
    }

    @Test
    void somebodyToBeNearToMayComeOrBecomeOne() {
        Cluster waiting = with(node("a", "4"), near(pod("p"), "db", HOST));
        assertThat(placed(and(waiting, app("q", "db")), "p")).isEqualTo("a");
        Cluster other = and(waiting, app("q", "web"));
        assertThat(placed(other, "p")).isEmpty();
        assertThat(placed(patched(other, pod("q"), "db"), "p")).isEqualTo("a");
    }

    @Test
    void somebodyToBeApartFromMayGoOrBecomeAnother() {
        Cluster waiting = with(node("a", "4"), app("q", "db"), apart(pod("p"), "db", HOST));
        assertThat(placed(waiting, "p")).isEmpty();
        assertThat(placed(without(waiting, "q"), "p")).isEqualTo("a");
        assertThat(placed(patched(waiting, pod("q"), "web"), "p")).isEqualTo("a");
    }

    @Test
    void whoWantedToBeApartMayGo() {
        Cluster waiting = with(node("a", "4"), apart(pod("q"), "db", HOST), app("p", "db"));
        assertThat(placed(waiting, "p")).isEmpty();
        assertThat(placed(without(waiting, "q"), "p")).isEqualTo("a");
    }

    @Test
    void theEmptierDomainMayFillUp() {
        Node a = labelled(node("a", "4"), ZONE, "x");
        Node b = labelled(node("b", "4"), ZONE, "y");
        Pod pinned = spread(app("p", "web"), "web", ZONE, 1);
        pinned = pinned.withSpec(
                pinned.spec().withNodeSelector(Map.of(HOST, "a")).withRest(ignoringAffinity(pinned)));
        Cluster waiting = with(a, b, on(app("q", "web"), "a"), pinned);
        assertThat(placed(waiting, "p")).isEmpty();
        assertThat(placed(and(waiting, on(app("r", "web"), "b")), "p")).isEqualTo("a");
        assertThat(placed(without(waiting, "q"), "p")).isEqualTo("a");
        assertThat(placed(waiting.delete(b.ref()).orThrow().settle(), "p")).isEqualTo("a");
    }

    private static Pod on(Pod pod, String node) {
        return pod.withSpec(pod.spec().withNodeName(node));
    }

    private static JsonObject ignoringAffinity(Pod pod) {
        JsonObject constraint = constraint("web", ZONE, 1).with("nodeAffinityPolicy", new JsonString("Ignore"));
        return pod.spec().rest().with("topologySpreadConstraints", JsonArray.of(constraint));
    }

    @Test
    void aDriverMayAttachMore() {
        KubernetesObject one = csiNode("a", "csi.example.com", 1);
        Cluster waiting = with(
                node("a", "4"),
                one,
                volume("v", "1Gi", "m"),
                claim("c", "1Gi", "m"),
                volume("w", "1Gi", "m"),
                claim("d", "1Gi", "m"),
                pod("q", "c"),
                pod("p", "d"));
        assertThat(rejection(waiting, "p"))
                .startsWith("0/1 nodes are available: 1 node(s) exceed max volume count. preemption: 0/1 nodes");
        assertThat(placed(without(waiting, "q"), "p")).isEqualTo("a");
        OtherObject two = (OtherObject) csiNode("a", "csi.example.com", 2);
        Cluster more = waiting.patch(one.ref(), two.content()).orThrow().settle();
        assertThat(placed(more, "p")).isEqualTo("a");
    }

    /** A quirk of v1.37: the hint compares limits, and a driver that does not say has none. */
    @Test
    void aDriverThatComesToANodeIsSeenOnlyIfItSaysHowManyVolumesItCanHave() {
        KubernetesObject driver =
                storage("CSIDriver", "csi.example.com", JsonObject.of("preventPodSchedulingIfMissing", JsonBool.TRUE));
        KubernetesObject other = csiNode("a", "other.example.com", 5);
        Cluster waiting =
                with(node("a", "4"), driver, other, volume("v", "1Gi", "m"), claim("c", "1Gi", "m"), pod("p", "c"));
        assertThat(rejection(waiting, "p"))
                .startsWith("0/1 nodes are available: 1 csi.example.com CSI driver is not installed on the node.");
        OtherObject silent = (OtherObject) storage(
                "CSINode",
                "a",
                JsonObject.of(
                        "drivers",
                        JsonArray.of(JsonObject.of("name", new JsonString("csi.example.com"))
                                .with("nodeID", new JsonString("a")))));
        assertThat(placed(waiting.patch(other.ref(), silent.content()).orThrow().settle(), "p"))
                .isEmpty();
        OtherObject telling = (OtherObject) csiNode("a", "csi.example.com", 1);
        assertThat(placed(
                        waiting.patch(other.ref(), telling.content()).orThrow().settle(), "p"))
                .isEqualTo("a");
        Cluster without = with(node("a", "4"), driver, volume("v", "1Gi", "m"), claim("c", "1Gi", "m"), pod("p", "c"));
        assertThat(placed(and(without, silent), "p")).isEqualTo("a");
    }

    @Test
    void aNodeThatIsTooSmallIsNoNewsUntilItGrows() {
        Cluster waiting = with(node("a", "1"), asking(pod("p"), "2"));
        Cluster small = and(waiting, node("b", "1"));
        assertThat(rejection(small, "p")).startsWith("0/1 nodes are available: 1 Insufficient cpu.");
        Node grown = node("b", "4");
        assertThat(placed(small.updateStatus(grown).orThrow().settle(), "p")).isEqualTo("b");
        assertThat(placed(and(waiting, node("c", "4")), "p")).isEqualTo("c");
    }

    @Test
    void aNodeThatThePodDoesNotWantIsNoNewsUntilItIsLabelled() {
        Pod selecting = pod("p").withSpec(pod("p").spec().withNodeSelector(Map.of("disk", "ssd")));
        Cluster other = and(with(node("a", "1"), selecting), node("b", "1"));
        assertThat(rejection(other, "p")).startsWith("0/1 nodes are available: 1 node(s) didn't match Pod's node");
        JsonObject labels = JsonObject.of("labels", JsonObject.of("disk", new JsonString("ssd")));
        assertThat(placed(
                        other.patch(Node.ref("b"), JsonObject.of("metadata", labels))
                                .orThrow()
                                .settle(),
                        "p"))
                .isEqualTo("b");
    }

    /** Upstream issue 141354: the hint of v1.37 does not see that the pod may now be the first of its own kind. */
    @Test
    void thatTheLastOfItsOwnKindIsGoneIsNotSeen() {
        Node cordoned = node("a", "4");
        Cluster full = with(cordoned, app("q", "db"));
        Cluster waiting = and(
                full.patch(cordoned.ref(), JsonObject.of("spec", JsonObject.of("unschedulable", JsonBool.TRUE)))
                        .orThrow()
                        .settle(),
                node("b", "4"),
                near(app("p", "db"), "db", HOST));
        Cluster alone = without(waiting, "q");
        assertThat(placed(alone, "p")).isEmpty();
        assertThat(PodFindings.of(alone, alone.get(podKey("p")).orElseThrow())).isNotInstanceOf(FitsNowhere.class);
    }
}
