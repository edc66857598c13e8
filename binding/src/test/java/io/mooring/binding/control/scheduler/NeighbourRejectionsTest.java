package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.FoundPods.found;
import static io.mooring.binding.control.scheduler.FoundPods.on;
import static io.mooring.binding.control.scheduler.FoundPods.onA;
import static io.mooring.binding.story.Demands.apart;
import static io.mooring.binding.story.Demands.apartInNamespaces;
import static io.mooring.binding.story.Demands.constraint;
import static io.mooring.binding.story.Demands.labelled;
import static io.mooring.binding.story.Demands.near;
import static io.mooring.binding.story.Demands.spread;
import static io.mooring.binding.story.Demands.term;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.NodeRejection.NearUnwantedPods;
import io.mooring.binding.finding.NodeRejection.NoSpreadDomain;
import io.mooring.binding.finding.NodeRejection.NotNearWantedPods;
import io.mooring.binding.finding.NodeRejection.SpreadTooUneven;
import io.mooring.binding.finding.NodeRejection.UnwantedByPods;
import io.mooring.binding.finding.PodFinding.Schedulable;
import io.mooring.binding.story.Demands;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Why a pod cannot run on a node because of the pods that run there, or near there. */
class NeighbourRejectionsTest {
    private static final String HOST = "kubernetes.io/hostname";
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final List<Ref<Pod>> Q = List.of(podKey("q"));

    private static Node inZone(String name, String zone) {
        return labelled(node(name, "4"), ZONE, zone);
    }

    private static Pod app(String name, String app) {
        return labelled(pod(name), "app", app);
    }

    private static Pod elsewhere(Pod pod, String namespace) {
        return pod.withMetadata(pod.metadata().withNamespace(namespace));
    }

    private static Pod inFirstConstraint(Pod pod, String field, JsonObject constraint, String value) {
        return spread(pod, constraint.with(field, new JsonString(value)));
    }

    @Test
    void nobodyToBeNearToIsThere() {
        assertThat(onA(node("a", "4"), near(pod("p"), "db", HOST)))
                .containsExactly(new NotNearWantedPods(HOST))
                .extracting(NodeRejection::preemptionMayHelp)
                .containsExactly(false);
    }

    @Test
    void nearIsWhereTheLabelHasTheSameValue() {
        assertThat(found(inZone("a", "x"), inZone("b", "x"), on("b", app("q", "db")), near(pod("p"), "db", ZONE)))
                .isInstanceOf(Schedulable.class);
        assertThat(onA(
                        inZone("a", "x"),
                        cordoned(inZone("b", "y")),
                        on("b", app("q", "db")),
                        near(pod("p"), "db", ZONE)))
                .containsExactly(new NotNearWantedPods(ZONE));
    }

    @Test
    void onePodMustMatchAllTermsAtOnce() {
        Pod demanding = near(near(pod("p"), "db", HOST), "cache", HOST);
        assertThat(onA(node("a", "4"), on("a", app("q", "db")), on("a", app("r", "cache")), demanding))
                .containsExactly(new NotNearWantedPods(HOST));
    }

    @Test
    void theFirstOfItsOwnKindNeedsNobody() {
        Pod first = labelled(near(pod("p"), "db", ZONE), "app", "db");
        assertThat(found(inZone("a", "x"), first)).isInstanceOf(Schedulable.class);
        assertThat(onA(node("a", "4"), first)).containsExactly(new NotNearWantedPods(ZONE));
        assertThat(onA(inZone("a", "x"), cordoned(inZone("b", "y")), on("b", app("q", "db")), first))
                .containsExactly(new NotNearWantedPods(ZONE));
    }

    @Test
    void somebodyToBeApartFromIsThere() {
        assertThat(onA(inZone("a", "x"), inZone("b", "x"), on("b", app("q", "db")), apart(pod("p"), "db", ZONE)))
                .containsExactly(new NearUnwantedPods(ZONE, "x", Q))
                .extracting(NodeRejection::preemptionMayHelp)
                .containsExactly(true);
    }

    @Test
    void whoIsThereMayNotWantIt() {
        assertThat(onA(node("a", "4"), on("a", apart(pod("q"), "web", HOST)), app("p", "web")))
                .containsExactly(new UnwantedByPods(HOST, "a", Q));
    }

    @Test
    void aNodeWithoutTheLabelIsApartFromEverybody() {
        assertThat(found(node("a", "4"), on("a", app("q", "db")), apart(pod("p"), "db", ZONE)))
                .isInstanceOf(Schedulable.class);
    }

    @Test
    void aTermIsAboutThePodsOwnNamespace() {
        Pod inTest = elsewhere(on("a", app("q", "db")), "test");
        assertThat(found(node("a", "4"), inTest, apart(pod("p"), "db", HOST))).isInstanceOf(Schedulable.class);
        JsonObject there = term("db", HOST).with("namespaces", JsonArray.of(new JsonString("test")));
        assertThat(onA(node("a", "4"), inTest, Demands.with(pod("p"), "podAntiAffinity", there)))
                .containsExactly(new NearUnwantedPods(HOST, "a", List.of(inTest.ref())));
    }

    @Test
    void aTermMayFindNamespacesByTheirLabels() {
        Pod inTest = elsewhere(on("a", app("q", "db")), "test");
        Pod demanding = apartInNamespaces(pod("p"), "db", HOST, "team", "x");
        assertThat(found(node("a", "4"), inTest, demanding)).isInstanceOf(Schedulable.class);
        assertThat(onA(node("a", "4"), Demands.namespace("test", "team", "x"), inTest, demanding))
                .containsExactly(new NearUnwantedPods(HOST, "a", List.of(inTest.ref())));
        Pod byName = apartInNamespaces(pod("p"), "db", HOST, "kubernetes.io/metadata.name", "test");
        assertThat(onA(node("a", "4"), inTest, byName))
                .containsExactly(new NearUnwantedPods(HOST, "a", List.of(inTest.ref())));
    }

    @Test
    void anEmptyNamespaceSelectorIsAboutAllNamespaces() {
        Pod inTest = elsewhere(on("a", app("q", "db")), "test");
        JsonObject everywhere = term("db", HOST).with("namespaceSelector", JsonObject.EMPTY);
        assertThat(onA(node("a", "4"), inTest, Demands.with(pod("p"), "podAntiAffinity", everywhere)))
                .containsExactly(new NearUnwantedPods(HOST, "a", List.of(inTest.ref())));
    }

    @Test
    void onePodMoreWouldBeTooMany() {
        Pod spread = spread(app("p", "web"), "web", ZONE, 1);
        assertThat(onA(inZone("a", "x"), on("a", app("q", "web")), cordoned(inZone("b", "y")), spread))
                .containsExactly(new SpreadTooUneven(ZONE, "x", 1, 0, 1))
                .extracting(NodeRejection::preemptionMayHelp)
                .containsExactly(true);
    }

    /** It stays in its domain, but is no way out. */
    private static Node cordoned(Node node) {
        return node.withSpec(node.spec().withUnschedulable(true));
    }

    @Test
    void aPodThatIsNotOfItsOwnKindDoesNotCountItself() {
        assertThat(found(
                        inZone("a", "x"), inZone("b", "y"), on("a", app("q", "web")), spread(pod("p"), "web", ZONE, 1)))
                .isInstanceOf(Schedulable.class);
    }

    @Test
    void aNodeWithoutTheLabelIsInNoDomain() {
        assertThat(onA(node("a", "4"), spread(pod("p"), "web", ZONE, 1)))
                .containsExactly(new NoSpreadDomain(ZONE))
                .extracting(NodeRejection::preemptionMayHelp)
                .containsExactly(false);
    }

    @Test
    void withTooFewDomainsTheEmptiestCountsAsEmpty() {
        Pod two = spread(app("p", "web"), constraint("web", ZONE, 1).with("minDomains", JsonNumber.of(2)));
        assertThat(onA(inZone("a", "x"), on("a", app("q", "web")), two))
                .containsExactly(new SpreadTooUneven(ZONE, "x", 1, 0, 1));
        assertThat(found(inZone("a", "x"), on("a", app("q", "web")), spread(app("p", "web"), "web", ZONE, 1)))
                .isInstanceOf(Schedulable.class);
    }

    @Test
    void nodesThatThePodDoesNotWantAreInNoDomainUnlessItSaysSo() {
        Node other = labelled(inZone("b", "y"), "disk", "none");
        Node wanted = labelled(inZone("a", "x"), "disk", "ssd");
        Pod selecting = app("p", "web");
        selecting = selecting.withSpec(selecting.spec().withNodeSelector(Map.of("disk", "ssd")));
        assertThat(found(wanted, other, on("a", app("q", "web")), spread(selecting, "web", ZONE, 1)))
                .isInstanceOf(Schedulable.class);
        Pod ignoring = inFirstConstraint(selecting, "nodeAffinityPolicy", constraint("web", ZONE, 1), "Ignore");
        assertThat(onA(wanted, other, on("a", app("q", "web")), ignoring))
                .containsExactly(new SpreadTooUneven(ZONE, "x", 1, 0, 1));
    }

    @Test
    void taintedNodesAreInADomainUnlessThePodSaysSo() {
        Node tainted = inZone("b", "y");
        tainted = tainted.withSpec(tainted.spec()
                .withRest(JsonObject.of(
                        "taints",
                        JsonArray.of(JsonObject.builder()
                                .put("key", "full")
                                .put("effect", "NoSchedule")
                                .build()))));
        assertThat(onA(inZone("a", "x"), tainted, on("a", app("q", "web")), spread(app("p", "web"), "web", ZONE, 1)))
                .containsExactly(new SpreadTooUneven(ZONE, "x", 1, 0, 1));
        Pod honoring = inFirstConstraint(app("p", "web"), "nodeTaintsPolicy", constraint("web", ZONE, 1), "Honor");
        assertThat(found(inZone("a", "x"), tainted, on("a", app("q", "web")), honoring))
                .isInstanceOf(Schedulable.class);
    }

    @Test
    void onlyPodsOfTheSameRevisionCount() {
        JsonObject byRevision =
                constraint("web", HOST, 1).with("matchLabelKeys", JsonArray.of(new JsonString("pod-template-hash")));
        Pod next = labelled(spread(app("p", "web"), byRevision), "pod-template-hash", "2");
        Pod old = on("a", labelled(app("q", "web"), "pod-template-hash", "1"));
        assertThat(found(node("a", "4"), old, next)).isInstanceOf(Schedulable.class);
    }

    @Test
    void preferencesRejectNobody() {
        Pod preferring =
                inFirstConstraint(app("p", "web"), "whenUnsatisfiable", constraint("web", ZONE, 1), "ScheduleAnyway");
        assertThat(found(node("a", "4"), preferring)).isInstanceOf(Schedulable.class);
    }

    @Test
    void everyConstraintMustHold() {
        Pod both = spread(spread(app("p", "web"), "web", ZONE, 5), "web", HOST, 1);
        assertThat(onA(inZone("a", "x"), on("a", app("q", "web")), cordoned(inZone("b", "x")), both))
                .containsExactly(new SpreadTooUneven(HOST, "a", 1, 0, 1));
    }

    @Test
    void aPodThatIsBeingDeletedIsNotSpreadAnyMore() {
        Cluster cluster = FoundPods.with(
                inZone("a", "x"), inZone("b", "y"), on("a", app("q", "web")), spread(app("p", "web"), "web", ZONE, 1));
        Cluster leaving = cluster.delete(podKey("q")).orThrow();
        assertThat(leaving.get(podKey("q"))).isPresent();
        assertThat(FoundPods.found(leaving)).isEqualTo(new Schedulable(podKey("p"), Node.ref("b")));
        assertThat(Domains.of(
                                leaving,
                                leaving.get(podKey("p")).orElseThrow(),
                                SpreadConstraint.of(leaving.get(podKey("p")).orElseThrow()))
                        .rejections(leaving.get(Node.ref("a")).orElseThrow()))
                .isEmpty();
    }
}
