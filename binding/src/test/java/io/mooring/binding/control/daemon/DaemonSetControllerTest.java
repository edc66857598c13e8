package io.mooring.binding.control.daemon;

import static io.mooring.binding.control.workload.Workloads.SOME_BROKEN;
import static io.mooring.binding.control.workload.Workloads.broken;
import static io.mooring.binding.control.workload.Workloads.daemonSet;
import static io.mooring.binding.control.workload.Workloads.ended;
import static io.mooring.binding.control.workload.Workloads.patched;
import static io.mooring.binding.control.workload.Workloads.pods;
import static io.mooring.binding.control.workload.Workloads.spec;
import static io.mooring.binding.control.workload.Workloads.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Kubelet;
import io.mooring.binding.control.workload.Revision;
import io.mooring.binding.finding.DaemonBackoff;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeSpec;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.DaemonSetStatus;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DaemonSetControllerTest {
    private static final Ref<DaemonSet> AGENT = DaemonSet.ref(Given.NAMESPACE, "agent");

    private static final Duration QUARTER = Duration.ofMinutes(15);

    /** Whatever is placed fails. */
    private static final Kubelet ALL_FAIL =
            (pod, cluster) -> pod.hasEnded() || pod.metadata().isBeingDeleted()
                    ? Kubelet.READY_AT_ONCE.report(pod, cluster)
                    : new Kubelet.Report.Status(pod.status().withPhase(PodPhase.FAILED));

    private static Cluster running(DaemonSet set, Node... nodes) {
        Cluster cluster =
                Cluster.empty(ControlPlane.DEFAULT.withKubelet(SOME_BROKEN).controllers());
        for (Node node : nodes) {
            cluster = cluster.create(node).orThrow();
        }
        return cluster.create(set).orThrow().settle();
    }

    private static Cluster onThree() {
        return running(daemonSet("agent"), Given.node("a", "4"), Given.node("b", "4"), Given.node("c", "4"));
    }

    private static Cluster after(Cluster cluster, JsonObject patch) {
        return patched(cluster, AGENT, patch).settle();
    }

    private static DaemonSet agent(Cluster cluster) {
        return cluster.get(AGENT).orElseThrow();
    }

    private static List<String> nodes(List<Pod> pods) {
        return pods.stream().map(pod -> pod.spec().nodeName()).sorted().toList();
    }

    private static Node tainted(String name, String effect) {
        JsonObject taint = JsonObject.of("key", new JsonString("dedicated")).with("effect", new JsonString(effect));
        return Given.node(name, "4")
                .withSpec(NodeSpec.builder()
                        .rest(JsonObject.of("taints", new JsonArray(List.of(taint))))
                        .build());
    }

    private static JsonObject rolling(JsonObject how) {
        return spec("updateStrategy", JsonObject.of("rollingUpdate", how));
    }

    @Test
    void hasAPodOnEveryNodePinnedToIt() {
        Cluster cluster = onThree();
        assertThat(nodes(pods(cluster))).containsExactly("a", "b", "c");
        assertThat(pods(cluster))
                .allMatch(pod -> DaemonPods.node(pod.withSpec(pod.spec().withNodeName("")))
                        .filter(pod.spec().nodeName()::equals)
                        .isPresent());
        assertThat(agent(cluster).status().numberAvailable()).isEqualTo(3);
        assertThat(agent(cluster).status().updatedNumberScheduled()).isEqualTo(3);
        assertThat(agent(cluster).metadata().annotations()).containsEntry(DaemonSet.TEMPLATE_GENERATION, "1");
    }

    @Test
    void nodesComeAndGoWithTheirPods() {
        Cluster cluster = onThree().create(Given.node("d", "4")).orThrow().settle();
        assertThat(nodes(pods(cluster))).containsExactly("a", "b", "c", "d");
        Cluster labelled = after(
                cluster,
                spec(
                        "template",
                        JsonObject.of(
                                "spec",
                                JsonObject.of(
                                        "nodeSelector",
                                        JsonObject.of("kubernetes.io/hostname", new JsonString("b"))))));
        assertThat(nodes(pods(labelled))).containsExactly("b");
        assertThat(agent(labelled).status().desiredNumberScheduled()).isEqualTo(1);
    }

    /** Upstream: {@code syncNodeUpdate} asks only whether a pod is to be made or taken away; nobody hears of a node that goes. */
    @Test
    void aNodeThatGoesOrTakesNoNewPodIsCountedWhenTheSetIsLookedAtAgain() {
        Cluster kept = keptOnOneNode(onThree());
        assertThat(agent(kept).status()).isEqualTo(agent(onThree()).status());
        Cluster gone = onThree().delete(Node.ref("c")).orThrow().settle();
        assertThat(agent(gone).status()).isEqualTo(agent(onThree()).status());

        DaemonSetStatus recounted = agent(after(kept, version("2"))).status();
        assertThat(recounted.desiredNumberScheduled()).isEqualTo(2);
        assertThat(agent(after(gone, version("2"))).status().desiredNumberScheduled())
                .isEqualTo(2);
    }

    /** Upstream: the third case of {@code syncNodeUpdate}. */
    @Test
    void aPodThatCountsAsMisplacedIsCountedAgainWhenItsNodeChanges() {
        Cluster misplaced = onThree();
        misplaced = misplaced
                .updateStatus(
                        agent(misplaced).withStatus(agent(misplaced).status().withNumberMisscheduled(1)))
                .orThrow();
        assertThat(agent(keptOnOneNode(misplaced)).status().numberMisscheduled())
                .isEqualTo(1);
        assertThat(agent(keptOnOneNode(misplaced)).status().desiredNumberScheduled())
                .isEqualTo(2);
    }

    @Test
    void taintsKeepPodsOffAndDriveThemAway() {
        Cluster cluster = running(
                daemonSet("agent"),
                tainted("a", "NoSchedule"),
                tainted("b", "NoExecute"),
                tainted("c", "PreferNoSchedule"),
                Given.node("d", "4")
                        .withSpec(NodeSpec.builder().unschedulable(true).build()));
        assertThat(nodes(pods(cluster))).containsExactly("c", "d");
        Node kept = tainted("c", "NoSchedule");
        Cluster stays = patched(
                        cluster,
                        kept.ref(),
                        JsonObject.of(
                                "spec",
                                JsonObject.of(
                                        "taints",
                                        kept.spec().rest().get("taints").orElseThrow())))
                .settle();
        assertThat(nodes(pods(stays))).containsExactly("c", "d");
        Node driven = tainted("c", "NoExecute");
        Cluster gone = patched(
                        stays,
                        driven.ref(),
                        JsonObject.of(
                                "spec",
                                JsonObject.of(
                                        "taints",
                                        driven.spec().rest().get("taints").orElseThrow())))
                .settle();
        assertThat(nodes(pods(gone))).containsExactly("d");
    }

    @Test
    void replacesOnePodAtATime() {
        Cluster cluster = patched(onThree(), AGENT, version("2"));
        for (List<Cluster> next = cluster.successors(); !next.isEmpty(); next = cluster.successors()) {
            cluster = next.get(0);
            assertThat(pods(cluster).stream().filter(Pod::isReady)).hasSizeGreaterThanOrEqualTo(2);
        }
        assertThat(pods(cluster, "v", "2")).hasSize(3);
        assertThat(pods(cluster, DaemonSet.GENERATION_LABEL, "2")).hasSize(3);
        assertThat(cluster.list(Revision.KIND)).hasSize(2);
    }

    @Test
    void stopsWhereANewPodDoesNotWork() {
        Cluster cluster = after(onThree(), broken());
        assertThat(pods(cluster, "broken", "yes")).hasSize(1);
        assertThat(agent(cluster).status().numberUnavailable()).isEqualTo(1);
        assertThat(agent(cluster).status().updatedNumberScheduled()).isEqualTo(1);
        Cluster wider = after(cluster, rolling(JsonObject.of("maxUnavailable", new JsonString("50%"))));
        assertThat(pods(wider, "broken", "yes")).hasSize(2);
        assertThat(pods(after(wider, version("3")), "v", "3")).hasSize(2);
    }

    @Test
    void withASurgeTheNewPodComesBeforeTheOldOneGoes() {
        Cluster start = after(
                onThree(),
                rolling(JsonObject.of("maxUnavailable", JsonNumber.of(0)).with("maxSurge", JsonNumber.of(1))));
        Cluster cluster = patched(start, AGENT, version("2"));
        for (List<Cluster> next = cluster.successors(); !next.isEmpty(); next = cluster.successors()) {
            cluster = next.get(0);
            assertThat(pods(cluster).stream().filter(Pod::isReady)).hasSizeBetween(3, 4);
        }
        assertThat(pods(cluster, "v", "2")).hasSize(3);
        Cluster hanging = after(cluster, broken());
        assertThat(pods(hanging)).hasSize(4);
        assertThat(pods(after(hanging, version("3")))).hasSize(4);
    }

    @Test
    void onDeleteItWaitsForTheUser() {
        Cluster cluster = after(
                onThree(),
                spec(
                        "updateStrategy",
                        JsonObject.of("type", new JsonString("OnDelete")).with("rollingUpdate", JsonNull.NULL)));
        Cluster changed = after(cluster, version("2"));
        assertThat(pods(changed, "v", "2")).isEmpty();
        Cluster deleted = changed.delete(pods(changed).get(0).ref()).orThrow().settle();
        assertThat(pods(deleted, "v", "2")).hasSize(1);
    }

    @Test
    void aPodThatEndedIsReplacedAndTold() {
        Cluster cluster = onThree();
        Ref<Pod> failed = pods(cluster).get(0).ref();
        Cluster replaced =
                cluster.patchStatus(failed, ended(PodPhase.FAILED)).orThrow().settle();
        assertThat(pods(replaced)).hasSize(3).allMatch(Pod::isReady);
        assertThat(replaced.events())
                .anyMatch(event -> event.message()
                        .equals("Found failed daemon pod default/" + failed.name()
                                + " on node a, will try to kill it"));
    }

    private static Duration delay(Cluster cluster, String node) {
        DaemonBackoff backoff = (DaemonBackoff) cluster.finding(AGENT).orElseThrow();
        return Objects.requireNonNull(backoff.delays().get(Node.ref(node))).length();
    }

    private static Cluster failed(Cluster cluster, String node) {
        Pod pod = pods(cluster).stream()
                .filter(each -> each.spec().nodeName().equals(node))
                .findFirst()
                .orElseThrow();
        return cluster.patchStatus(pod.ref(), ended(PodPhase.FAILED)).orThrow().settle();
    }

    private static Cluster untilDue(Cluster cluster) {
        return cluster.advance(Duration.between(cluster.now(), cluster.nextDue().orElseThrow()));
    }

    private static long killed(Cluster cluster) {
        return cluster.events().stream()
                .filter(event -> event.reason().equals("FailedDaemonPod"))
                .count();
    }

    @Test
    void aPodThatFailsAgainAndAgainWaitsTwiceAsLongEachTime() {
        Cluster cluster = Cluster.empty(
                        ControlPlane.DEFAULT.withKubelet(ALL_FAIL).controllers())
                .create(Given.node("a", "4"))
                .orThrow()
                .create(daemonSet("agent"))
                .orThrow()
                .settle();
        while (delay(cluster, "a").compareTo(Duration.ofSeconds(30)) < 0) {
            cluster = untilDue(cluster).settle();
        }
        Duration before = delay(cluster, "a");
        for (int i = 0; i < 6; i++) {
            assertThat(pods(cluster)).hasSize(1).allMatch(pod -> pod.isIn(PodPhase.FAILED));
            assertThat(cluster.advance(before.dividedBy(2)).settle().events()).hasSameSizeAs(cluster.events());
            long killed = killed(cluster);
            cluster = untilDue(cluster).settle();
            assertThat(killed(cluster)).isEqualTo(killed + 1);
            Duration twice = before.multipliedBy(2);
            before = delay(cluster, "a");
            assertThat(before).isEqualTo(twice.compareTo(QUARTER) > 0 ? QUARTER : twice);
        }
        assertThat(before).isEqualTo(QUARTER);
        assertThat(agent(cluster).status().currentNumberScheduled()).isEqualTo(1);
        assertThat(agent(cluster).status().numberReady()).isZero();
    }

    @Test
    void eachNodeWaitsForItself() {
        Cluster cluster = failed(failed(onThree(), "a"), "a");
        assertThat(delay(cluster, "a")).hasSeconds(2);
        assertThat(delay(failed(cluster, "b"), "b")).hasSeconds(1);
    }

    @Test
    void afterHalfAnHourWithoutAFailureTheWaitingBeginsAnew() {
        Cluster cluster = failed(failed(onThree(), "a"), "a");
        assertThat(delay(failed(cluster.advance(Duration.ofMinutes(29)), "a"), "a"))
                .hasSeconds(4);
        assertThat(delay(failed(cluster.advance(Duration.ofMinutes(31)), "a"), "a"))
                .hasSeconds(1);
        Cluster other = failed(cluster.advance(Duration.ofMinutes(31)), "b");
        assertThat(((DaemonBackoff) other.finding(AGENT).orElseThrow()).delays())
                .containsOnlyKeys(Node.ref("b"));
    }

    @Test
    void withAnotherSpecTheWaitingBeginsAnew() {
        Cluster cluster = after(failed(failed(onThree(), "a"), "a"), spec("minReadySeconds", JsonNumber.of(1)));
        assertThat(delay(failed(cluster, "a"), "a")).hasSeconds(1);
    }

    @Test
    void aFailedPodOfAnEarlierTemplateDoesNotWait() {
        Cluster cluster = Cluster.empty(
                        ControlPlane.DEFAULT.withKubelet(ALL_FAIL).controllers())
                .create(Given.node("a", "4"))
                .orThrow()
                .create(daemonSet("agent"))
                .orThrow()
                .settle();
        Ref<Pod> waiting = pods(cluster).get(0).ref();
        assertThat(after(cluster, version("2")).get(waiting)).isEmpty();
    }

    private static Cluster keptOnOneNode(Cluster cluster) {
        Node kept = tainted("c", "NoSchedule");
        return patched(
                        cluster,
                        kept.ref(),
                        JsonObject.of(
                                "spec",
                                JsonObject.of(
                                        "taints",
                                        kept.spec().rest().get("taints").orElseThrow())))
                .settle();
    }

    @Test
    void anUpdateTakesThePodOfANodeThatIsToHaveNoNewOne() {
        Cluster cluster = after(keptOnOneNode(onThree()), version("2"));
        assertThat(nodes(pods(cluster))).containsExactly("a", "b");
        assertThat(pods(cluster, "v", "2")).hasSize(2);
    }

    @Test
    void withASurgeThatPodGoesWhenEnoughOthersAreAvailable() {
        JsonObject surge =
                rolling(JsonObject.of("maxUnavailable", JsonNumber.of(0)).with("maxSurge", new JsonString("50%")));
        Cluster cluster = keptOnOneNode(after(onThree(), surge));
        Cluster updated = after(cluster, version("2"));
        assertThat(nodes(pods(updated))).containsExactly("a", "b");
        assertThat(pods(updated, "v", "2")).hasSize(2);
    }

    @Test
    void keepsAsManyTemplatesAsItIsToldAndGoesWithAll() {
        Cluster cluster = after(onThree(), spec("revisionHistoryLimit", JsonNumber.of(1)));
        for (String version : List.of("2", "3", "4")) {
            cluster = after(cluster, version(version));
        }
        assertThat(cluster.list(Revision.KIND)).hasSize(2);
        Cluster gone = cluster.delete(AGENT, Deletion.BACKGROUND).orThrow().settle();
        assertThat(pods(gone)).isEmpty();
        assertThat(gone.list(Revision.KIND)).isEmpty();
    }

    @Test
    void adoptsAPodOfItsOwnThatSomebodyLeftBehind() {
        Cluster cluster = onThree()
                .delete(AGENT, Deletion.DEFAULT.with(Deletion.Propagation.ORPHAN))
                .orThrow()
                .settle()
                .create(daemonSet("agent"))
                .orThrow()
                .settle();
        assertThat(pods(cluster))
                .hasSize(3)
                .allMatch(pod -> pod.metadata().isControlledBy(agent(cluster).metadata()));
        assertThat(agent(cluster).spec().template().metadata().labels()).isEqualTo(Map.of("app", "agent"));
    }
}
