package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.FoundPods.A;
import static io.mooring.binding.control.scheduler.FoundPods.C;
import static io.mooring.binding.control.scheduler.FoundPods.NO_PROVISIONER;
import static io.mooring.binding.control.scheduler.FoundPods.V;
import static io.mooring.binding.control.scheduler.FoundPods.alsoAsking;
import static io.mooring.binding.control.scheduler.FoundPods.annotated;
import static io.mooring.binding.control.scheduler.FoundPods.bound;
import static io.mooring.binding.control.scheduler.FoundPods.expression;
import static io.mooring.binding.control.scheduler.FoundPods.found;
import static io.mooring.binding.control.scheduler.FoundPods.object;
import static io.mooring.binding.control.scheduler.FoundPods.offering;
import static io.mooring.binding.control.scheduler.FoundPods.on;
import static io.mooring.binding.control.scheduler.FoundPods.onA;
import static io.mooring.binding.control.scheduler.FoundPods.rejections;
import static io.mooring.binding.control.scheduler.FoundPods.requiring;
import static io.mooring.binding.control.scheduler.FoundPods.with;
import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.onNode;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.PodFinding.FitsNowhere.RejectedNodes;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorLabelRequirement;
import io.mooring.storage.TopologySelectorTerm;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a pod cannot run on a node: each rejection, with its objects and numbers. */
class NodeRejectionsTest {
    @Test
    void aNodeMayBeCordoned() {
        Node node = node("a", "4");
        assertThat(onA(node.withSpec(node.spec().withUnschedulable(true)), pod("p")))
                .containsExactly(new NodeRejection.Cordoned());
    }

    @Test
    void aTaintMayNotBeTolerated() {
        Node node = node("a", "4");
        JsonObject avoided = object("key", "slow").with("effect", new JsonString("PreferNoSchedule"));
        JsonObject taint = object("key", "disk")
                .with("value", new JsonString("full"))
                .with("effect", new JsonString("NoSchedule"));
        JsonArray taints = new JsonArray(List.of(avoided, taint));
        assertThat(onA(node.withSpec(node.spec().withRest(JsonObject.of("taints", taints))), pod("p")))
                .containsExactly(new NodeRejection.UntoleratedTaint("disk", "full", "NoSchedule"));
    }

    @Test
    void aNodeMayLackLabels() {
        Pod pod = pod("p");
        Map<String, String> selector = Map.of("kubernetes.io/hostname", "a", "disk", "ssd");
        assertThat(onA(node("a", "4"), pod.withSpec(pod.spec().withNodeSelector(selector))))
                .containsExactly(new NodeRejection.NodeSelectorMismatch(Map.of("disk", "ssd")));
    }

    @Test
    void aNodeMayNotBeWhatTheAffinityWants() {
        assertThat(onA(node("a", "4"), requiring(pod("p"), expression("disk", "ssd"))))
                .containsExactly(new NodeRejection.NodeAffinityMismatch());
    }

    @Test
    void aNodeMayHaveNoRoomForOneMorePod() {
        assertThat(onA(offering(node("a", "4"), "pods", "1"), on("a", pod("q")), pod("p")))
                .containsExactly(new NodeRejection.TooManyPods(1, 1));
    }

    @Test
    void everyResourceThatIsShortIsNamedWithItsNumbers() {
        assertThat(onA(
                        offering(node("a", "4"), "example.com/gpu", "0"),
                        on("a", asking(pod("q"), "2500m")),
                        alsoAsking(asking(pod("p"), "2"), "example.com/gpu", "1")))
                .containsExactly(
                        new NodeRejection.InsufficientResource(
                                "cpu", Quantity.parse("2"), Quantity.parse("1500m"), Quantity.parse("4")),
                        new NodeRejection.InsufficientResource(
                                "example.com/gpu", Quantity.parse("1"), Quantity.ZERO, Quantity.ZERO))
                .extracting(NodeRejection::preemptionMayHelp)
                .containsExactly(true, false);
    }

    /** Upstream counts in 64 bits, where twice 4Ei are less than nothing and fit. */
    @Test
    void requestsThatComeToMoreThan64BitsDoNotFit() {
        Pod both = alsoAsking(pod("p"), "memory", "4Ei");
        Pod twice = both.withSpec(both.spec()
                .withContainers(
                        both.spec().containers().get(0),
                        both.spec().containers().get(0).withName("other")));
        assertThat(onA(offering(node("a", "4"), "memory", "7Ei"), twice))
                .containsExactly(new NodeRejection.InsufficientResource(
                        "memory", Quantity.parse("9223372036854775808"), Quantity.parse("7Ei"), Quantity.parse("7Ei")));
    }

    @Test
    void podsThatTakeMoreThan64BitsLeaveNoRoom() {
        assertThat(onA(
                        offering(node("a", "4"), "memory", "1Gi"),
                        on("a", alsoAsking(pod("q"), "memory", "4Ei")),
                        on("a", alsoAsking(pod("r"), "memory", "4Ei")),
                        alsoAsking(pod("p"), "memory", "1Mi")))
                .containsExactly(new NodeRejection.InsufficientResource(
                        "memory",
                        Quantity.parse("1Mi"),
                        Quantity.parse("1Gi").minus(Quantity.parse("9223372036854775808")),
                        Quantity.parse("1Gi")));
    }

    @Test
    void coresBeyond64BitsOfThousandthsAreCores() {
        assertThat(onA(node("a", "4"), alsoAsking(pod("p"), "cpu", "9223372036854775807")))
                .containsExactly(new NodeRejection.InsufficientResource(
                        "cpu", Quantity.parse("9223372036854775807"), Quantity.parse("4"), Quantity.parse("4")));
    }

    @Test
    void aReadWriteOncePodClaimMayBeInUse() {
        PersistentVolumeClaim claim = claim("c", "1Gi", "lazy");
        assertThat(onA(
                        node("a", "4"),
                        lazy("lazy"),
                        claim.withSpec(claim.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD)),
                        on("elsewhere", pod("q", "c")),
                        pod("r", "c"),
                        pod("p", "c")))
                .containsExactly(new NodeRejection.ClaimInUse(C, List.of(Pod.ref("default", "q"))));
    }

    @Test
    void aBoundVolumeMayBeOutOfReach() {
        assertThat(onA(
                        node("a", "4"),
                        onNode(volume("v", "1Gi", "m"), "b"),
                        bound(claim("c", "1Gi", "m"), "v"),
                        pod("p", "c")))
                .containsExactly(new NodeRejection.VolumeNodeAffinityConflict(C, V));
    }

    @Test
    void thereMayBeNoVolumeToBind() {
        assertThat(onA(
                        node("a", "4"),
                        lazy("local").withProvisioner(NO_PROVISIONER),
                        claim("c", "1Gi", "local"),
                        pod("p", "c")))
                .containsExactly(new NodeRejection.NoVolumeToBind(C));
    }

    @Test
    void aBoundVolumeAndAWaitingClaimMayBothStandInTheWay() {
        assertThat(onA(
                        node("a", "4"),
                        lazy("local").withProvisioner(NO_PROVISIONER),
                        onNode(volume("v", "1Gi", "m"), "b"),
                        bound(claim("d", "1Gi", "m"), "v"),
                        claim("c", "1Gi", "local"),
                        pod("p", "c", "d")))
                .containsExactly(
                        new NodeRejection.VolumeNodeAffinityConflict(PersistentVolumeClaim.ref("default", "d"), V),
                        new NodeRejection.NoVolumeToBind(C));
    }

    @Test
    void aVolumeMayBeInTheMakingForAnotherNode() {
        assertThat(onA(
                        node("a", "4"),
                        lazy("lazy"),
                        annotated(claim("c", "1Gi", "lazy"), "volume.kubernetes.io/selected-node", "b"),
                        pod("p", "c")))
                .containsExactly(new NodeRejection.OtherNodeSelected(C, Node.ref("b")));
    }

    @Test
    void theClassMayMakeNoVolumesWhereTheNodeIs() {
        StorageClass zonal = lazy("zonal")
                .withAllowedTopologies(TopologySelectorTerm.builder()
                        .addMatchLabelExpressions(TopologySelectorLabelRequirement.builder()
                                .key("kubernetes.io/hostname")
                                .addValues("b")
                                .build())
                        .build());
        assertThat(onA(node("a", "4"), zonal, claim("c", "1Gi", "zonal"), pod("p", "c")))
                .containsExactly(new NodeRejection.TopologyNotAllowed(C, StorageClass.ref("zonal")));
    }

    @Test
    void aDriverMayHaveTooLittle() {
        JsonObject driver = JsonObject.builder()
                .put("apiVersion", new JsonString("storage.k8s.io/v1"))
                .put("kind", new JsonString("CSIDriver"))
                .put("metadata", object("name", "csi.example.com"))
                .put("spec", JsonObject.of("storageCapacity", JsonBool.TRUE))
                .build();
        CsiStorageCapacity capacity = CsiStorageCapacity.builder()
                .metadata(ObjectMeta.builder()
                        .name("too-little")
                        .namespace("default")
                        .build())
                .storageClassName("lazy")
                .capacity(Quantity.parse("2Gi"))
                .nodeTopology(LabelSelector.builder().build())
                .build();
        Cluster cluster = with(node("a", "4"), lazy("lazy"), capacity, claim("c", "5Gi", "lazy"), pod("p", "c"))
                .create(driver)
                .orThrow();
        assertThat(rejections(cluster)).containsExactly(new NodeRejection.NotEnoughStorage(C, "csi.example.com"));
    }

    @Test
    void aVolumeMayBeInAnotherZone() {
        Node node = node("a", "4");
        Node zoned = node.withMetadata(node.metadata().withLabels(Map.of("topology.kubernetes.io/zone", "east")));
        PersistentVolume volume = volume("v", "1Gi", "m");
        String label = "failure-domain.beta.kubernetes.io/zone";
        assertThat(onA(
                        zoned,
                        volume.withMetadata(volume.metadata().withLabels(Map.of(label, "west__north"))),
                        bound(claim("c", "1Gi", "m"), "v"),
                        pod("p", "c")))
                .containsExactly(new NodeRejection.VolumeZoneConflict(V, label));
    }

    @Test
    void nodesOfWhichTheSameIsSaidStandTogether() {
        Node cordoned = node("b", "4");
        PodFinding finding = found(
                node("a", "1"),
                node("c", "1"),
                cordoned.withSpec(cordoned.spec().withUnschedulable(true)),
                asking(pod("p"), "2"));
        NodeRejection tooSmall = new NodeRejection.InsufficientResource(
                "cpu", Quantity.parse("2"), Quantity.parse("1"), Quantity.parse("1"));
        assertThat(((FitsNowhere) finding).rejected())
                .containsExactly(
                        new RejectedNodes(List.of(tooSmall), List.of(A, Node.ref("c"))),
                        new RejectedNodes(List.of(new NodeRejection.Cordoned()), List.of(Node.ref("b"))));
        assertThat(((FitsNowhere) finding).rejectionsOf(Node.ref("d"))).isEmpty();
    }
}
