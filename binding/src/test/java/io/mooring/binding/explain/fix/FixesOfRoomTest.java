package io.mooring.binding.explain.fix;

import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.managed;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.on;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.FixResult;
import io.mooring.binding.explain.Fixes;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What helps pods for which no node has room, or whose volume another node has. */
class FixesOfRoomTest {
    private static final Ref<Deployment> APP = Deployment.ref("default", "app");

    /** Two nodes for one pod each, and a claim that one node mounts at a time. */
    private static Cluster shared(KubernetesObject maker) {
        return with(
                managed(holding(node("n1", "8"), 1)),
                managed(holding(node("n2", "8"), 1)),
                volume("pv", "1Gi", "manual"),
                claim("data", "1Gi", "manual"),
                maker);
    }

    private static Node holding(Node node, long pods) {
        return node.withStatus(node.status().withAllocatable(with(node.status().allocatable(), pods)));
    }

    private static Map<String, Quantity> with(Map<String, Quantity> resources, long pods) {
        return Stream.concat(
                        resources.entrySet().stream()
                                .filter(each -> !each.getKey().equals("pods")),
                        Map.of("pods", Quantity.parse(Long.toString(pods))).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void podsThatShareADiskOnTwoNodesAreScaledToOne() {
        Cluster cluster = shared(Workloads.deployment("app", 2, "data"));

        Fix fix = Fixes.of(cluster, APP).fixes().get(0);

        assertThat(fix.purpose()).isEqualTo("scale Deployment default/app to 1");
        assertThat(fix.warnings()).containsExactly("it has 1 pod in place of 2");
        assertThat(fix.kubectl())
                .isEqualTo(
                        "kubectl patch deployments.apps app -n default --type merge -p '{\"spec\":{\"replicas\":1}}'\n");
    }

    @Test
    void theWaitingPodItselfGivesWay() {
        Cluster cluster = shared(Workloads.deployment("app", 2, "data"));
        Pod waiting = Workloads.pods(cluster).stream()
                .filter(pod -> !(Fixes.of(cluster, pod.ref()) instanceof FixResult.NotNeeded))
                .collect(Collectors.collectingAndThen(Collectors.toList(), pods -> pods.get(0)));

        Fix fix = Fixes.of(cluster, waiting.ref()).fixes().get(0);

        assertThat(fix.purpose()).isEqualTo("scale Deployment default/app to 1");
        assertThat(fix.warnings())
                .containsExactly(
                        "it has 1 pod in place of 2",
                        "pod " + waiting.ref().qualifiedName()
                                + " goes; Deployment default/app then has all its pods without it");
    }

    @Test
    void aReplicaSetIsScaledToo() {
        Cluster cluster = shared(Workloads.replicaSet("app", 2, "data"));
        assertThat(purposes(cluster, ReplicaSet.ref("default", "app"))).contains("scale ReplicaSet default/app to 1");
    }

    @Test
    void podsThatShareADiskGoToOneNodeWhereItHasRoom() {
        Cluster cluster = with(
                managed(holding(node("n1", "8"), 1)),
                managed(node("n2", "8")),
                volume("pv", "1Gi", "manual"),
                claim("data", "1Gi", "manual"),
                on("n2", pod("first", "data")),
                pod("second", "data"));
        assertThat(cluster.pod("default", "second").orElseThrow().spec().nodeName())
                .isEqualTo("n1");

        assertThat(purposes(cluster, podKey("second")))
                .containsExactly("make pod default/second anew with the nodeSelector kubernetes.io/hostname=n2");
    }

    @Test
    void aDeploymentKeepsItsPodsOnTheNodeOfTheDisk() {
        Cluster cluster = with(
                managed(node("n2", "8")),
                volume("pv", "1Gi", "manual"),
                claim("data", "1Gi", "manual"),
                pod("first", "data"),
                managed(node("n1", "8")),
                Workloads.deployment("app", 1, "data"));
        assertThat(cluster.pod("default", "first").orElseThrow().spec().nodeName())
                .isEqualTo("n2");
        assertThat(Workloads.pods(cluster, "app", "app").get(0).spec().nodeName())
                .isEqualTo("n1");

        Fix fix = Fixes.of(cluster, APP).fixes().get(0);

        assertThat(fix.purpose())
                .isEqualTo("give the template of Deployment default/app the nodeSelector kubernetes.io/hostname=n2");
        assertThat(fix.warnings()).containsExactly("all its pods are made anew, and run on node n2 alone");
    }

    @Test
    void aRolloutOnAnotherNodeIsRecreatedOrKeptTogether() {
        Cluster running = with(
                managed(node("n1", "8")),
                managed(node("n2", "8")),
                volume("pv", "1Gi", "manual"),
                claim("data", "1Gi", "manual"),
                Workloads.deployment("app", 1, "data"));
        Cluster stuck = running.patch(APP, Workloads.version("2")).orThrow().settle();

        assertThat(purposes(stuck, APP))
                .containsExactly(
                        "give Deployment default/app the strategy Recreate",
                        "give the template of Deployment default/app the nodeSelector kubernetes.io/hostname=n1");
    }

    @Test
    void twoPodsOfAReadWriteOncePodClaimAreScaledToOne() {
        PersistentVolume volume = volume("pv", "1Gi", "manual");
        PersistentVolumeClaim claim = claim("data", "1Gi", "manual");
        Cluster cluster = with(
                node("n1", "8"),
                volume.withSpec(volume.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD)),
                claim.withSpec(claim.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD)),
                Workloads.deployment("app", 2, "data"));
        assertThat(purposes(cluster, APP)).containsExactly("scale Deployment default/app to 1");
    }

    @Test
    void whereEveryNodeIsFullOneMoreIsAdded() {
        Cluster cluster = with(holding(node("n1", "8"), 1), pod("first"), pod("second"));

        Fix fix = Fixes.of(cluster, podKey("second")).fixes().get(0);

        assertThat(fix.purpose()).isEqualTo("add a node like n1");
        assertThat(fix.toFillIn())
                .containsExactly(
                        "have a machine join the cluster: the command only says what its kubelet would, for a node called new-node");
        assertThat(fix.kubectl()).startsWith("kubectl create -f - <<'EOF'\n").contains("\"name\":\"new-node\"");
    }

    @Test
    void aPodThatAsksForMoreThanIsLeftAsksForLess() {
        Cluster cluster = with(node("n1", "8"), asking(pod("first"), "6"), asking(pod("second"), "4"));
        assertThat(purposes(cluster, podKey("second")))
                .containsExactly(
                        "add a node like n1",
                        "make pod default/second anew with a cpu request of 2 in place of 4 for container c");
    }

    @Test
    void aNodeAsLargeAsThePodIsAdded() {
        Cluster cluster = with(node("n1", "8"), asking(pod("large"), "16"));
        assertThat(purposes(cluster, podKey("large")))
                .containsExactly(
                        "add a node like n1 with cpu 16",
                        "make pod default/large anew with a cpu request of 8 in place of 16 for container c");
    }

    @Test
    void theTemplateOfADeploymentAsksForLess() {
        Deployment app = Workloads.deployment("app", 2);
        Pod asking = asking(pod("any"), "5");
        Cluster cluster = with(
                node("n1", "8"),
                app.withSpec(app.spec()
                        .withTemplate(app.spec()
                                .template()
                                .withSpec(app.spec()
                                        .template()
                                        .spec()
                                        .withContainers(asking.spec().containers())))));
        assertThat(purposes(cluster, APP)).contains("add a node like n1");
    }

    @Test
    void whereNothingIsLeftItIsNoUseToAskForLess() {
        Cluster cluster = with(node("n1", "8"), asking(pod("first"), "8"), asking(pod("second"), "4"));
        assertThat(purposes(cluster, podKey("second"))).containsExactly("add a node like n1");
    }

    @Test
    void whatWasTriedInVainIsTold() {
        Pod second = pod("second");
        Cluster cluster = with(
                holding(node("n1", "8"), 1),
                pod("first"),
                second.withSpec(second.spec().withNodeSelector(Map.of("kubernetes.io/hostname", "n1"))));

        FixResult result = Fixes.of(cluster, podKey("second"));

        assertThat(result).isInstanceOf(FixResult.Exhausted.class);
        assertThat(result.text()).contains("add a node like n1 (that is not enough)");
    }

    private static List<String> purposes(Cluster cluster, Ref<?> object) {
        return Fixes.of(cluster, object).fixes().stream().map(Fix::purpose).toList();
    }

    private static Cluster with(KubernetesObject... objects) {
        Cluster more = Given.cluster();
        for (KubernetesObject object : objects) {
            more = more.create(object).orThrow().settle();
        }
        return more;
    }
}
