package io.mooring.binding.control.scheduler;

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
import io.mooring.binding.finding.PodRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorLabelRequirement;
import io.mooring.storage.TopologySelectorTerm;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.NodeAffinity;
import io.mooring.workload.Pod;
import io.mooring.workload.PodAffinity;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodVolume;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is found about pod {@code p}; in clusters without controllers, so that everything stays as it is given. */
class PodFindingsTest {
    private static final Ref<Pod> P = Pod.ref("default", "p");
    private static final Ref<PersistentVolumeClaim> C = PersistentVolumeClaim.ref("default", "c");
    private static final Ref<PersistentVolume> V = PersistentVolume.ref("v");
    private static final Ref<Node> A = Node.ref("a");
    private static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

    @Test
    void aPodOnANodeIsPlaced() {
        assertThat(found(on("a", pod("p")))).isEqualTo(new PodFinding.Placed(P, A));
    }

    @Test
    void aPodThatIsBeingDeletedIsNotScheduled() {
        Pod held = pod("p").withMetadata(pod("p").metadata().withFinalizers("example.com/hold"));
        Cluster cluster = with(node("a", "4"), held).delete(P).orThrow();
        assertThat(found(cluster)).isEqualTo(new PodFinding.BeingDeleted(P));
    }

    @Test
    void aPodThatHasEndedIsNotScheduled() {
        Pod ended = pod("p").withStatus(pod("p").status().withPhase(PodPhase.FAILED));
        Cluster cluster = with(node("a", "4"), pod("p")).updateStatus(ended).orThrow();
        assertThat(found(cluster)).isEqualTo(new PodFinding.Ended(P, PodPhase.FAILED));
    }

    @Test
    void aPodOfAnotherSchedulerIsLeftToIt() {
        Pod pod = pod("p").withSpec(pod("p").spec().withSchedulerName("volcano"));
        assertThat(found(node("a", "4"), pod)).isEqualTo(new PodFinding.OtherScheduler(P, "volcano"));
    }

    @Test
    void aPodWaitsForItsGates() {
        JsonArray gates = new JsonArray(List.of(object("name", "example.com/wait")));
        Pod pod = pod("p").withSpec(pod("p").spec().withRest(JsonObject.of("schedulingGates", gates)));
        assertThat(found(node("a", "4"), pod)).isEqualTo(new PodFinding.Gated(P, List.of("example.com/wait")));
    }

    @Test
    void aPodThatFitsIsSchedulable() {
        assertThat(found(node("a", "4"), pod("p"))).isEqualTo(new PodFinding.Schedulable(P, A));
    }

    @Test
    void volumesThatExistAndVolumesToBeMadeAreBoundForTheNode() {
        Cluster cluster = with(
                node("a", "4"),
                lazy("lazy"),
                volume("v", "2Gi", "lazy"),
                claim("c", "1Gi", "lazy"),
                claim("d", "5Gi", "lazy"),
                pod("p", "c", "d"));
        PersistentVolume volume = cluster.get(V).orElseThrow();
        cluster = cluster.updateStatus(volume.withStatus(volume.status().withPhase(VolumePhase.AVAILABLE)))
                .orThrow();
        assertThat(found(cluster))
                .isEqualTo(new PodFinding.BindingVolumes(
                        P,
                        A,
                        List.of(new PodFinding.BindingVolumes.Binding(C, V)),
                        List.of(PersistentVolumeClaim.ref("default", "d"))));
    }

    @Test
    void thereMayBeNoNodes() {
        assertThat(found(pod("p"))).isEqualTo(new PodFinding.NoNodes(P));
    }

    @Test
    void affinityMayContradictItself() {
        Pod pod = requiring(pod("p"), named("a"), named("b"));
        assertThat(found(node("a", "4"), pod)).isEqualTo(rejected(new PodRejection.ContradictoryAffinity()));
    }

    @Test
    void affinityMayNameNoNodeThatExists() {
        Pod pod = requiring(pod("p"), named("b"));
        assertThat(found(node("a", "4"), pod))
                .isEqualTo(new FitsNowhere(P, List.of(), 1, FitsNowhere.PreemptionPolicy.PREEMPT_LOWER_PRIORITY));
    }

    @Test
    void aClaimMayNotExist() {
        assertThat(found(node("a", "4"), pod("p", "c"))).isEqualTo(rejected(new PodRejection.ClaimNotFound(C)));
    }

    @Test
    void anEphemeralClaimMayNotExistYet() {
        assertThat(found(node("a", "4"), withScratch()))
                .isEqualTo(rejected(
                        new PodRejection.EphemeralClaimNotFound(PersistentVolumeClaim.ref("default", "p-scratch"))));
    }

    @Test
    void anEphemeralClaimMayBeSomebodyElses() {
        assertThat(found(node("a", "4"), claim("p-scratch", "1Gi", "m"), withScratch()))
                .isEqualTo(rejected(
                        new PodRejection.EphemeralClaimOfAnother(PersistentVolumeClaim.ref("default", "p-scratch"))));
    }

    @Test
    void aClaimMayHaveLostItsVolume() {
        Cluster cluster = with(node("a", "4"), bound(claim("c", "1Gi", "m"), "v"), pod("p", "c"));
        PersistentVolumeClaim claim = cluster.get(C).orElseThrow();
        cluster = cluster.updateStatus(claim.withStatus(claim.status().withPhase(ClaimPhase.LOST)))
                .orThrow();
        assertThat(found(cluster)).isEqualTo(rejected(new PodRejection.ClaimLost(C, V)));
    }

    @Test
    void aClaimMayBeBeingDeleted() {
        Cluster cluster = with(node("a", "4"), claim("c", "1Gi", "m"), pod("p", "c"));
        assertThat(found(cluster.delete(C).orThrow())).isEqualTo(rejected(new PodRejection.ClaimBeingDeleted(C)));
    }

    @Test
    void allClaimsThatAreNotBoundAndWaitForNobodyAreNamed() {
        assertThat(found(
                        node("a", "4"),
                        lazy("lazy"),
                        claim("b", "1Gi", "lazy"),
                        claim("c", "1Gi", "m"),
                        claim("d", "1Gi", "m"),
                        pod("p", "b", "c", "d")))
                .isEqualTo(rejected(new PodRejection.UnboundImmediateClaims(
                        List.of(C, PersistentVolumeClaim.ref("default", "d")))));
    }

    @Test
    void theVolumeOfABoundClaimMayNotExist() {
        assertThat(found(node("a", "4"), bound(claim("c", "1Gi", "m"), "v"), pod("p", "c")))
                .isEqualTo(rejected(new PodRejection.VolumeNotFound(C, V)));
    }

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

    private static PodFinding rejected(PodRejection rejection) {
        return new PodFinding.RejectedByPreFilter(P, 1, rejection);
    }

    private static List<NodeRejection> onA(KubernetesObject... objects) {
        return rejections(with(objects));
    }

    private static List<NodeRejection> rejections(Cluster cluster) {
        PodFinding finding = found(cluster);
        assertThat(finding).isInstanceOf(FitsNowhere.class);
        return ((FitsNowhere) finding).rejectionsOf(A);
    }

    private static PodFinding found(KubernetesObject... objects) {
        return found(with(objects));
    }

    private static PodFinding found(Cluster cluster) {
        return PodFindings.of(cluster, cluster.get(P).orElseThrow());
    }

    private static Cluster with(KubernetesObject... objects) {
        Cluster cluster = Cluster.empty(Controllers.NONE);
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow();
        }
        return cluster;
    }

    private static Pod on(String node, Pod pod) {
        return pod.withSpec(pod.spec().withNodeName(node));
    }

    private static PersistentVolumeClaim bound(PersistentVolumeClaim claim, String volume) {
        PersistentVolumeClaim named = claim.withSpec(claim.spec().withVolumeName(volume));
        return annotated(named, "pv.kubernetes.io/bind-completed", "yes");
    }

    private static PersistentVolumeClaim annotated(PersistentVolumeClaim claim, String key, String value) {
        return claim.withMetadata(claim.metadata().withAnnotations(Map.of(key, value)));
    }

    private static Node offering(Node node, String resource, String amount) {
        Map<String, Quantity> allocatable = new HashMap<>(node.status().allocatable());
        allocatable.put(resource, Quantity.parse(amount));
        return node.withStatus(node.status().withAllocatable(allocatable));
    }

    private static Pod alsoAsking(Pod pod, String resource, String amount) {
        var container = pod.spec().containers().get(0);
        Map<String, Quantity> requests = new HashMap<>(container.resources().requests());
        requests.put(resource, Quantity.parse(amount));
        return pod.withSpec(pod.spec()
                .withContainers(container.withResources(container
                        .resources()
                        .withRequests(requests)
                        .withLimits(Map.of(resource, Quantity.parse(amount))))));
    }

    private static Pod requiring(Pod pod, NodeSelectorTerm... parts) {
        NodeSelectorTerm.Builder term = NodeSelectorTerm.builder();
        Arrays.stream(parts).forEach(part -> {
            term.addAllMatchFields(part.matchFields());
            term.addAllMatchExpressions(part.matchExpressions());
        });
        NodeSelector selector =
                NodeSelector.builder().addNodeSelectorTerms(term.build()).build();
        NodeAffinity affinity = NodeAffinity.builder()
                .requiredDuringSchedulingIgnoredDuringExecution(selector)
                .build();
        return pod.withSpec(pod.spec()
                .withAffinity(PodAffinity.builder().nodeAffinity(affinity).build()));
    }

    private static NodeSelectorTerm named(String node) {
        return NodeSelectorTerm.builder()
                .addMatchFields(requirement("metadata.name", node))
                .build();
    }

    private static NodeSelectorTerm expression(String key, String value) {
        return NodeSelectorTerm.builder()
                .addMatchExpressions(requirement(key, value))
                .build();
    }

    private static NodeSelectorRequirement requirement(String key, String value) {
        return NodeSelectorRequirement.builder()
                .key(key)
                .operator("In")
                .addValues(value)
                .build();
    }

    private static Pod withScratch() {
        EphemeralClaimTemplate template = EphemeralClaimTemplate.builder()
                .spec(claim("", "1Gi", "fast").spec())
                .build();
        return pod("p").withSpec(pod("p").spec()
                .withVolumes(PodVolume.builder()
                        .name("scratch")
                        .ephemeral(EphemeralVolumeSource.builder()
                                .volumeClaimTemplate(template)
                                .build())
                        .build()));
    }

    private static JsonObject object(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }
}
