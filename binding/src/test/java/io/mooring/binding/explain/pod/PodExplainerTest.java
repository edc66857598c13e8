package io.mooring.binding.explain.pod;

import static io.mooring.binding.story.Demands.apart;
import static io.mooring.binding.story.Demands.constraint;
import static io.mooring.binding.story.Demands.csiNode;
import static io.mooring.binding.story.Demands.labelled;
import static io.mooring.binding.story.Demands.near;
import static io.mooring.binding.story.Demands.onPort;
import static io.mooring.binding.story.Demands.spread;
import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.managed;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.on;
import static io.mooring.binding.story.Given.onNode;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.story.Demands;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.meta.KubernetesObject;
import io.mooring.node.Node;
import io.mooring.node.NodeCondition;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why pods have no node, or do not run on it, in words. */
class PodExplainerTest {
    private static final String HOST = "kubernetes.io/hostname";
    private static final String ZONE = "topology.kubernetes.io/zone";

    private static Cluster settled(KubernetesObject... objects) {
        Cluster cluster = Given.cluster();
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    private static Explanation explain(Cluster cluster, String pod) {
        return PodExplainer.explain(
                Evidence.of(cluster), cluster.get(podKey(pod)).orElseThrow());
    }

    private static Explanation explain(KubernetesObject... objects) {
        return explain(settled(objects), "p");
    }

    private static Pod selecting(Pod pod, String key, String value) {
        return pod.withSpec(pod.spec().withNodeSelector(Map.of(key, value)));
    }

    private static Node tainted(Node node, String key) {
        JsonObject taint =
                JsonObject.builder().put("key", key).put("effect", "NoSchedule").build();
        return node.withSpec(node.spec().withRest(JsonObject.of("taints", JsonArray.of(taint))));
    }

    private static Node cordoned(Node node) {
        return node.withSpec(node.spec().withUnschedulable(true));
    }

    private static Node silent(Node node) {
        return node.withStatus(node.status()
                .withConditions(
                        NodeCondition.builder().type("Ready").status("Unknown").build()));
    }

    private static PersistentVolumeClaim alone(PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD));
    }

    private static List<String> codes(Explanation explanation) {
        return explanation.facts().stream().map(Fact::code).map(FactCode::code).toList();
    }

    @Test
    void aPodExcludesItselfFromEveryNodeByClaimVolumeAndAntiAffinity() {
        Cluster cluster = settled(
                node("n1", "4"),
                node("n2", "4"),
                node("n3", "4"),
                onNode(volume("pv-2", "1Gi", "manual"), "n1"),
                claim("data-web-2", "1Gi", "manual"),
                labelled(on("n1", pod("web-0")), "app", "web"),
                labelled(on("n2", pod("web-1")), "app", "web"),
                apart(labelled(pod("web-2", "data-web-2"), "app", "web"), "web", HOST));
        assertThat(explain(cluster, "web-2").text()).isEqualTo("""
                default/web-2 fits on none of the 3 nodes.
                  1. PersistentVolumeClaim default/data-web-2 is bound to volume pv-2
                  2. PersistentVolume pv-2 can be reached from n1 alone
                  3. must not share a node with pods such as default/web-0 (podAntiAffinity)
                  4. Pod default/web-0 is on n1
                  Because of 1 and 2 the pod must run on n1; because of 3 and 4 it must not.
                  n1   has default/web-0 on it (podAntiAffinity)
                  n3   does not reach volume pv-2 of claim data-web-2
                  n2   does not reach volume pv-2 of claim data-web-2; has default/web-1 on it (podAntiAffinity)
                Kubernetes says: FailedScheduling "0/3 nodes are available: 1 node(s) didn't match pod anti-affinity rules, \
                2 node(s) didn't match PersistentVolume's node affinity. preemption: 0/3 nodes are available: \
                1 No preemption victims found for incoming pod, 2 Preemption is not helpful for scheduling."
                """);
        assertThat(explain(cluster, "web-2").outlook()).isEqualTo(Outlook.BLOCKED);
    }

    @Test
    void manyNodesThatLackTheSameAreCounted() {
        KubernetesObject[] objects = new KubernetesObject[31];
        for (int i = 0; i < 30; i++) {
            objects[i] = i < 28 ? node("n" + i, "1") : cordoned(tainted(node("n" + i, "8"), "db"));
        }
        objects[30] = asking(pod("p"), "2");
        assertThat(explain(objects).text()).isEqualTo("""
                default/p fits on none of the 30 nodes.
                  1. requests cpu 2, and n28 and n29 alone have that much left
                  2. may not go to n28 and n29: cordoned
                  Because of 1 the pod must run on n28 or n29; because of 2 it must not.
                  n0    has cpu 1 left of 1, and 2 is requested
                  n28   is cordoned; has the taint db:NoSchedule
                  and 27 more: too little cpu left
                  and 1 more: cordoned; tainted with db:NoSchedule
                Kubernetes says: FailedScheduling "0/30 nodes are available: 2 node(s) were unschedulable, \
                28 Insufficient cpu. preemption: 0/30 nodes are available: 30 Preemption is not helpful for scheduling."
                """);
    }

    @Test
    void threeDemandsAtOnce() {
        List<KubernetesObject> objects = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            objects.add(labelled(node("small" + i, "1"), "disk", "ssd"));
            objects.add(labelled(tainted(node("taken" + i, "4"), "db"), "disk", "ssd"));
            objects.add(node("turning" + i, "4"));
        }
        objects.add(selecting(asking(pod("p"), "2"), "disk", "ssd"));
        Explanation explanation = explain(objects.toArray(KubernetesObject[]::new));
        assertThat(explanation.facts())
                .extracting(Fact::text)
                .containsExactly(
                        "does not tolerate the taint db:NoSchedule of taken0, taken1, taken2 and 1 more",
                        "selects nodes with the label disk=ssd, which 8 of 12 nodes have",
                        "requests cpu 2, and 8 of 12 nodes have that much left");
        assertThat(explanation.conclusion()).hasValue("No node meets 1, 2 and 3 at once.");
    }

    @Test
    void aClaimThatIsMissing() {
        Explanation explanation = explain(node("n1", "4"), pod("p", "nil", "none"));
        assertThat(explanation.headline()).isEqualTo("has no node: its claim nil does not exist.");
        assertThat(explanation.facts()).extracting(Fact::object).containsExactly(claimKey("nil"));
        assertThat(explanation.context()).extracting(Fact::object).containsExactly(claimKey("none"));
    }

    @Test
    void aClaimThatIsLost() {
        Cluster cluster = settled(node("n1", "4"), volume("v", "1Gi", "manual"), claim("c", "1Gi", "manual"))
                .delete(volumeKey("v"))
                .orThrow()
                .settle()
                .patch(volumeKey("v"), JsonObject.of("metadata", JsonObject.of("finalizers", new JsonArray(List.of()))))
                .orThrow()
                .settle()
                .create(pod("p", "c"))
                .orThrow()
                .settle();
        assertThat(explain(cluster, "p").headline()).isEqualTo("has no node: its claim c is Lost.");
        assertThat(explain(cluster, "p").outlook()).isEqualTo(Outlook.BLOCKED);
    }

    @Test
    void aClaimThatIsNotBoundGivesItsOwnReason() {
        Explanation explanation = explain(node("n1", "4"), claim("c", "1Gi", "manual"), pod("p", "c"));
        assertThat(explanation.headline()).isEqualTo("has no node: its claim c is not bound.");
        assertThat(codes(explanation)).containsExactly("claim.waits");
        assertThat(explanation.facts().get(0).object()).isEqualTo(claimKey("c"));
    }

    @Test
    void aVolumeThatNoNodeReachesForAClaimThatWaits() {
        Explanation explanation = explain(
                node("n1", "4"),
                node("n2", "4"),
                lazy("local").withProvisioner("kubernetes.io/no-provisioner"),
                onNode(volume("v", "1Gi", "local"), "n1"),
                claim("c", "1Gi", "local"),
                selecting(pod("p", "c"), HOST, "n2"));
        assertThat(explanation.facts())
                .extracting(Fact::text)
                .containsExactly(
                        "selects nodes with the label kubernetes.io/hostname=n2, which n2 alone has",
                        "finds no volume that can be reached from n2, and its class makes none");
        assertThat(explanation.conclusion()).hasValue("Because of 1 the pod must run on n2; because of 2 it must not.");
    }

    @Test
    void twoClaimsOfAPodThatWantTheOneVolume() {
        Explanation explanation = explain(
                node("n1", "4"),
                lazy("local").withProvisioner("kubernetes.io/no-provisioner"),
                onNode(volume("v", "1Gi", "local"), "n1"),
                claim("c1", "1Gi", "local"),
                claim("c2", "1Gi", "local"),
                pod("p", "c1", "c2"));
        assertThat(explanation.facts())
                .extracting(Fact::text)
                .containsExactly(
                        "finds no volume that can be reached from any node beside the one that claim c1 of the pod"
                                + " takes, and its class makes none");
    }

    @Test
    void aReadWriteOncePodClaimInUse() {
        Explanation explanation = explain(
                node("n1", "4"),
                volume("v", "1Gi", "manual")
                        .withSpec(volume("v", "1Gi", "manual").spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD)),
                alone(claim("c", "1Gi", "manual")),
                pod("q", "c"),
                pod("p", "c"));
        assertThat(explanation.facts())
                .extracting(Fact::text)
                .containsExactly("is ReadWriteOncePod: one pod at a time may use it", "uses claim c");
        assertThat(explanation.facts()).extracting(Fact::object).containsExactly(claimKey("c"), podKey("q"));
    }

    @Test
    void aPortThatIsTaken() {
        Explanation explanation = explain(node("n1", "4"), onPort(pod("q"), 80), onPort(pod("p"), 80));
        assertThat(explanation.headline()).isEqualTo("does not fit on n1, the only node.");
        assertThat(explanation.facts())
                .extracting(Fact::text)
                .containsExactly("wants port 80/TCP of its node", "has port 80/TCP of n1");
    }

    @Test
    void aPodInTheWayThatIsLeavingIsWaitedFor() {
        Cluster cluster = settled(node("n1", "4"), onPort(pod("q"), 80), onPort(pod("p"), 80));
        assertThat(explain(cluster, "p").outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explain(cluster.delete(podKey("q")).orThrow(), "p").outlook())
                .isEqualTo(Outlook.WAITS);
    }

    @Test
    void podsThatMustBeSpread() {
        Explanation explanation = explain(
                labelled(node("n1", "4"), ZONE, "x"),
                labelled(cordoned(node("n2", "4")), ZONE, "y"),
                labelled(pod("q"), "app", "web"),
                spread(labelled(pod("p"), "app", "web"), constraint("web", ZONE, 1)));
        assertThat(explanation.facts())
                .extracting(Fact::text)
                .contains(
                        "must be spread with its like over topology.kubernetes.io/zone: one more in x, which has 1, would be"
                                + " too many beside the 0 of the emptiest (maxSkew 1)");
    }

    @Test
    void aDriverThatCanAttachNoMore() {
        Explanation explanation = explain(
                node("n1", "4"),
                csiNode("n1", "csi.example.com", 1),
                volume("v1", "1Gi", "manual"),
                volume("v2", "1Gi", "manual"),
                claim("c1", "1Gi", "manual"),
                claim("c2", "1Gi", "manual"),
                pod("q", "c1"),
                pod("p", "c2"));
        assertThat(explanation.facts())
                .extracting(Fact::text)
                .containsExactly("uses volumes of driver csi.example.com, of which no more can be attached to n1");
    }

    @Test
    void podsThatWaitForEachOtherByAffinity() {
        Cluster cluster = settled(
                node("n1", "4"),
                labelled(near(pod("a"), "b", HOST), "app", "a"),
                labelled(near(pod("b"), "a", HOST), "app", "b"));
        assertThat(explain(cluster, "a").text()).contains("""
                  1. must share a node with pods of its podAffinity, and none of these is anywhere
                  2. waits for default/b to get a node, since it must be near to that pod (podAffinity)
                  3. Pod default/b waits for default/a to get a node, since it must be near to that pod (podAffinity)
                  2 and 3 are a circle: each waits for the next, and the last for the first.
                """);
    }

    @Test
    void aPodThatWaitsForOneThatWaitsForNobodyIsInNoCircle() {
        Cluster cluster = settled(
                node("n1", "4"),
                labelled(near(pod("a"), "b", HOST), "app", "a"),
                asking(labelled(pod("b"), "app", "b"), "8"));
        assertThat(explain(cluster, "a").text()).doesNotContain("circle").contains("would be near to default/b");
    }

    @Test
    void aVolumeThatIsAttachedElsewhere() {
        Cluster cluster = settled(
                managed(node("n1", "4")),
                managed(node("n2", "4")),
                volume("v", "1Gi", "manual"),
                claim("c", "1Gi", "manual"),
                on("n1", pod("q", "c")),
                on("n2", pod("p", "c")));
        Explanation explanation = explain(cluster, "p");
        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text()).isEqualTo("""
                default/p is on n2 and waits for its volumes.
                  PersistentVolume v is attached to n1, where default/q uses it; its access modes allow one node at a time
                Kubernetes says: FailedAttachVolume "Waiting for detach for volume "v" Volume is already used by pod(s) q"
                """);
        Cluster silent = cluster.updateStatus(silent(cluster.node("n1").orElseThrow()))
                .orThrow()
                .settle();
        assertThat(explain(silent, "p").facts())
                .extracting(Fact::text)
                .contains(
                        "does not answer; its pods count as running until somebody deletes them by force or taints the"
                                + " node node.kubernetes.io/out-of-service");
        Cluster gone = silent.delete(podKey("q"), Deletion.DEFAULT.withGracePeriod(0))
                .orThrow()
                .settle();
        assertThat(explain(gone, "p").outlook()).isEqualTo(Outlook.WAITS);
        assertThat(explain(gone, "p").facts())
                .extracting(Fact::text)
                .anyMatch(text -> text.contains("six minutes after its last pod there was gone"));
    }

    @Test
    void aContainerThatDoesNotStart() {
        Pod running = settled(node("n1", "4"), pod("p")).get(podKey("p")).orElseThrow();
        JsonObject status = JsonObject.builder()
                .put("name", "app")
                .put(
                        "state",
                        JsonObject.of(
                                "waiting",
                                JsonObject.builder()
                                        .put("reason", "ImagePullBackOff")
                                        .put("message", "Back-off pulling image")
                                        .build()))
                .build();
        Pod stuck = running.withStatus(running.status()
                .withConditions(List.of())
                .withRest(JsonObject.of("containerStatuses", JsonArray.of(status))));
        Explanation explanation = PodExplainer.explain(Evidence.of(settled(node("n1", "4"))), stuck);
        assertThat(explanation.headline()).isEqualTo("is on n1 and waits for its containers.");
        assertThat(explanation.facts())
                .extracting(Fact::text)
                .containsExactly("has container app, which does not start: ImagePullBackOff (Back-off pulling image)");
    }

    @Test
    void aPodThatRunsIsFine() {
        assertThat(explain(node("n1", "4"), pod("p")).text()).isEqualTo("default/p runs on n1 and is ready.\n");
    }

    @Test
    void aPodWithGatesWaitsAsItWasTold() {
        Pod gated = pod("p").withSpec(pod("p").spec()
                .withRest(JsonObject.of(
                        "schedulingGates", JsonArray.of(JsonObject.of("name", new JsonString("example.com/later"))))));
        Explanation explanation = explain(node("n1", "4"), gated);
        assertThat(explanation.outlook()).isEqualTo(Outlook.WAITS);
        assertThat(codes(explanation)).containsExactly("pod.gated");
    }

    @Test
    void whomKubernetesWouldEvictIsTold() {
        Explanation explanation =
                explain(node("n1", "1"), asking(pod("q"), "1"), Demands.important(asking(pod("p"), "1"), 10));
        assertThat(explanation.outlook()).isEqualTo(Outlook.WAITS);
        assertThat(explanation.context())
                .extracting(Fact::text)
                .containsExactly(
                        "is more important than default/q, which Kubernetes would evict from n1 for it; here nobody is evicted");
    }
}
