package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.ScheduledPods.NOT_HELPFUL;
import static io.mooring.binding.control.scheduler.ScheduledPods.and;
import static io.mooring.binding.control.scheduler.ScheduledPods.capacity;
import static io.mooring.binding.control.scheduler.ScheduledPods.found;
import static io.mooring.binding.control.scheduler.ScheduledPods.lazy;
import static io.mooring.binding.control.scheduler.ScheduledPods.object;
import static io.mooring.binding.control.scheduler.ScheduledPods.placed;
import static io.mooring.binding.control.scheduler.ScheduledPods.readOnly;
import static io.mooring.binding.control.scheduler.ScheduledPods.rejection;
import static io.mooring.binding.control.scheduler.ScheduledPods.volumeOf;
import static io.mooring.binding.control.scheduler.ScheduledPods.with;
import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.onNode;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reservedFor;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.node.Node;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorLabelRequirement;
import io.mooring.storage.TopologySelectorTerm;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchedulerTest {
    @Test
    void aPodGoesToTheNodeWithTheMostRoom() {
        Cluster cluster = with(node("a-small", "2"), node("b-large", "8"), pod("p"));
        assertThat(placed(cluster, "p")).isEqualTo("b-large");
    }

    @Test
    void equalNodesAreTakenInTurn() {
        Cluster cluster = with(node("a", "4"), node("b", "4"), pod("p"), pod("q"), pod("r"));
        assertThat(List.of(placed(cluster, "p"), placed(cluster, "q"), placed(cluster, "r")))
                .containsExactly("a", "b", "a");
    }

    @Test
    void withoutNodesThereIsNothingToLookAt() {
        assertThat(rejection(with(pod("p")), "p")).isEqualTo("no nodes available to schedule pods");
    }

    @Test
    void aPodWithoutItsClaimWaitsForIt() {
        Cluster waiting = with(node("a", "4"), volume("v", "1Gi", "m"), pod("p", "c"));
        assertThat(rejection(waiting, "p"))
                .isEqualTo("0/1 nodes are available: persistentvolumeclaim \"c\" not found. not found");
        assertThat(placed(and(waiting, claim("c", "1Gi", "m")), "p")).isEqualTo("a");
    }

    @Test
    void anUnboundClaimThatWaitsForNobodyIsWaitedFor() {
        Cluster waiting = with(node("a", "4"), claim("c", "1Gi", "m"), pod("p", "c"));
        assertThat(rejection(waiting, "p"))
                .isEqualTo("0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found");
        assertThat(placed(and(waiting, volume("v", "1Gi", "m")), "p")).isEqualTo("a");
    }

    @Test
    void aBoundVolumePinsItsPod() {
        Cluster cluster = with(
                node("a", "4"),
                node("b", "8"),
                onNode(volume("v", "1Gi", "m"), "a"),
                claim("c", "1Gi", "m"),
                pod("p", "c"));
        assertThat(placed(cluster, "p")).isEqualTo("a");
    }

    @Test
    void aPodThatIsPinnedToAFullNodeSaysBoth() {
        Cluster cluster = with(
                node("a", "1"),
                node("b", "8"),
                onNode(volume("v", "1Gi", "m"), "a"),
                claim("c", "1Gi", "m"),
                asking(pod("p", "c"), "4"));
        assertThat(rejection(cluster, "p"))
                .startsWith(
                        "0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't match PersistentVolume's node"
                                + " affinity.");
    }

    @Test
    void aCordonedNodeTakesNobody() {
        Node cordoned = node("a", "4");
        Cluster cluster = with(cordoned.withSpec(cordoned.spec().withUnschedulable(true)), pod("p"));
        assertThat(rejection(cluster, "p"))
                .isEqualTo("0/1 nodes are available: 1 node(s) were unschedulable." + NOT_HELPFUL);
    }

    @Test
    void aTaintKeepsAwayWhoDoesNotTolerateIt() {
        JsonObject taint = object("key", "disk").with("effect", new JsonString("NoSchedule"));
        Node node = node("a", "4");
        Node tainted = node.withSpec(node.spec().withRest(JsonObject.of("taints", new JsonArray(List.of(taint)))));
        Pod pod = pod("q");
        JsonObject toleration = object("key", "disk").with("operator", new JsonString("Exists"));
        Pod tolerant =
                pod.withSpec(pod.spec().withRest(JsonObject.of("tolerations", new JsonArray(List.of(toleration)))));
        Cluster cluster = with(tainted, pod("p"), tolerant);
        assertThat(rejection(cluster, "p"))
                .isEqualTo("0/1 nodes are available: 1 node(s) had untolerated taint(s)." + NOT_HELPFUL);
        assertThat(placed(cluster, "q")).isEqualTo("a");
    }

    @Test
    void aNodeSelectorChooses() {
        Pod pod = pod("p");
        Pod choosy = pod.withSpec(pod.spec().withNodeSelector(Map.of("kubernetes.io/hostname", "a")));
        assertThat(placed(with(node("a", "1"), node("b", "8"), choosy), "p")).isEqualTo("a");
        assertThat(rejection(with(node("b", "8"), choosy), "p"))
                .isEqualTo(
                        "0/1 nodes are available: 1 node(s) didn't match Pod's node affinity/selector." + NOT_HELPFUL);
    }

    @Test
    void readWriteOncePodServesOnePodAtATime() {
        PersistentVolumeClaim claim = claim("c", "1Gi", "fast");
        Cluster cluster = with(
                node("a", "4"),
                storageClass("fast"),
                claim.withSpec(claim.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD)),
                pod("p", "c"),
                pod("q", "c"));
        assertThat(rejection(cluster, "q"))
                .startsWith("0/1 nodes are available: 1 node(s) unavailable due to PersistentVolumeClaim with"
                        + " ReadWriteOncePod access mode already in-use by another pod. preemption: 0/1 nodes are"
                        + " available: 1 No preemption victims found");
        assertThat(placed(cluster.delete(podKey("p")).orThrow().settle(), "q")).isEqualTo("a");
    }

    @Test
    void volumesWaitForThePodsNode() {
        Pod pod = pod("p", "c");
        Cluster cluster = with(
                node("a", "4"),
                node("b", "4"),
                lazy("local", "kubernetes.io/no-provisioner"),
                onNode(volume("on-a", "1Gi", "local"), "a"),
                onNode(volume("on-b", "5Gi", "local"), "b"),
                claim("c", "1Gi", "local"),
                pod.withSpec(pod.spec().withNodeSelector(Map.of("kubernetes.io/hostname", "b"))));
        assertThat(placed(cluster, "p")).isEqualTo("b");
        assertThat(volumeOf(cluster, "c")).isEqualTo("on-b");
    }

    @Test
    void theSmallestClaimIsServedFirst() {
        Cluster cluster = with(
                node("a", "4"),
                lazy("local", "kubernetes.io/no-provisioner"),
                volume("small", "1Gi", "local"),
                volume("large", "10Gi", "local"),
                claim("wants-much", "5Gi", "local"),
                claim("wants-little", "1Gi", "local"),
                pod("p", "wants-much", "wants-little"));
        assertThat(volumeOf(cluster, "wants-little")).isEqualTo("small");
        assertThat(volumeOf(cluster, "wants-much")).isEqualTo("large");
    }

    @Test
    void onlyAllOfAPodsVolumesWillDo() {
        Cluster waiting = with(
                node("a", "4"),
                lazy("local", "kubernetes.io/no-provisioner"),
                volume("v", "1Gi", "local"),
                claim("c", "1Gi", "local"),
                claim("d", "1Gi", "local"),
                pod("p", "c", "d"));
        assertThat(rejection(waiting, "p"))
                .isEqualTo("0/1 nodes are available: 1 node(s) didn't find available persistent volumes to bind."
                        + NOT_HELPFUL);
        assertThat(volumeOf(waiting, "c")).isEmpty();
        assertThat(placed(and(waiting, volume("w", "1Gi", "local")), "p")).isEqualTo("a");
    }

    @Test
    void aVolumeIsMadeForTheChosenNode() {
        Cluster cluster =
                with(node("a", "4"), lazy("lazy", "csi.example.com"), claim("c", "1Gi", "lazy"), pod("p", "c"));
        assertThat(placed(cluster, "p")).isEqualTo("a");
        assertThat(cluster.claim("default", "c").orElseThrow().metadata().annotations())
                .containsEntry("volume.kubernetes.io/selected-node", "a");
        assertThat(found(cluster, "p").status().nominatedNodeName()).isEmpty();
    }

    @Test
    void whereTheClassAllowsNoVolumeNoPodGoes() {
        StorageClass zonal = lazy("zonal", "csi.example.com")
                .withAllowedTopologies(TopologySelectorTerm.builder()
                        .addMatchLabelExpressions(TopologySelectorLabelRequirement.builder()
                                .key("kubernetes.io/hostname")
                                .addValues("b")
                                .build())
                        .build());
        Cluster cluster = with(node("a", "8"), node("b", "4"), zonal, claim("c", "1Gi", "zonal"), pod("p", "c"));
        assertThat(placed(cluster, "p")).isEqualTo("b");
    }

    @Test
    void aVolumeThatIsReservedInAnotherClassIsNotSeen() {
        Cluster cluster = with(
                node("a", "4"),
                lazy("lazy", "csi.example.com"),
                readOnly(reservedFor("c", volume("v", "1Gi", "other"))),
                claim("c", "1Gi", "lazy"),
                pod("p", "c"));
        assertThat(placed(cluster, "p")).isEqualTo("a");
        assertThat(volumeOf(cluster, "c")).startsWith("pvc-");
    }

    @Test
    void aDriverThatTellsWhatItHasIsAskedForRoom() {
        JsonObject driver = JsonObject.builder()
                .put("apiVersion", new JsonString("storage.k8s.io/v1"))
                .put("kind", new JsonString("CSIDriver"))
                .put("metadata", object("name", "csi.example.com"))
                .put("spec", JsonObject.of("storageCapacity", JsonBool.TRUE))
                .build();
        Cluster full = and(
                cluster().create(driver).orThrow().settle(),
                node("a", "4"),
                lazy("lazy", "csi.example.com"),
                capacity("too-little", "2Gi"),
                claim("c", "5Gi", "lazy"),
                pod("p", "c"));
        assertThat(rejection(full, "p"))
                .isEqualTo("0/1 nodes are available: 1 node(s) did not have enough free storage." + NOT_HELPFUL);
        assertThat(placed(and(full, capacity("enough", "20Gi")), "p")).isEqualTo("a");
    }

    @Test
    void aGatedPodIsNotLookedAt() {
        Pod pod = pod("p");
        JsonArray gates = new JsonArray(List.of(object("name", "example.com/wait")));
        Cluster cluster =
                with(node("a", "4"), pod.withSpec(pod.spec().withRest(JsonObject.of("schedulingGates", gates))));
        assertThat(placed(cluster, "p")).isEmpty();
        assertThat(cluster.finding(podKey("p"))).isEmpty();
        assertThat(cluster.events()).isEmpty();
        assertThat(cluster.get(podKey("p")).orElseThrow().condition("PodScheduled"))
                .contains(PodCondition.builder()
                        .type("PodScheduled")
                        .status("False")
                        .reason("SchedulingGated")
                        .message("Scheduling is blocked due to non-empty scheduling gates")
                        .build());
    }

    @Test
    void everyNodeThatFitsIsAChoiceMooringsFirst() {
        Cluster cluster = Cluster.empty(Controllers.NONE);
        for (KubernetesObject object : List.of(node("a", "4"), node("b", "8"), node("c", "1"), pod("p"))) {
            cluster = cluster.create(object).orThrow();
        }
        assertThat(new Scheduler().choices(cluster, podKey("p")))
                .extracting(writes -> ((Write.Bind) writes.get(0)).node())
                .containsExactly("b", "a", "c");
        assertThat(new Scheduler().reconcile(cluster, podKey("p")))
                .isEqualTo(new Scheduler().choices(cluster, podKey("p")).get(0));
    }
}
