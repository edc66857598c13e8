package io.mooring.binding.explain.set;

import static io.mooring.binding.control.workload.Workloads.broken;
import static io.mooring.binding.control.workload.Workloads.deployment;
import static io.mooring.binding.control.workload.Workloads.patched;
import static io.mooring.binding.control.workload.Workloads.replicas;
import static io.mooring.binding.control.workload.Workloads.version;
import static io.mooring.binding.story.Demands.onPort;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.managed;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.onNode;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.setKey;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.explain.Fixes;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.Quote;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.Container;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.Pod;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetCondition;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why sets and Deployments are not where they are to be. */
class SetExplainerTest {
    private static Cluster settled(KubernetesObject... objects) {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT
                .withProvisioners(Provisioner.instant("csi.example.com"))
                .withAttachers(Attacher.instant("csi.example.com"))
                .withKubelet(Workloads.SOME_BROKEN)
                .controllers());
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    private static Explanation explain(Cluster cluster, StatefulSet set) {
        return SetExplainer.explain(Evidence.of(cluster), cluster.get(set.ref()).orElseThrow());
    }

    private static Explanation explain(Cluster cluster, Ref<Deployment> deployment) {
        return SetExplainer.explain(
                Evidence.of(cluster), cluster.get(deployment).orElseThrow());
    }

    private static StatefulSet onPorts(StatefulSet set) {
        Pod pod = onPort(pod("x").withSpec(set.spec().template().spec()), 80);
        return set.withSpec(set.spec().withTemplate(set.spec().template().withSpec(pod.spec())));
    }

    private static Cluster mended(Cluster cluster, Ref<?> object) {
        return patched(
                        cluster,
                        object,
                        JsonObject.of(
                                "spec",
                                JsonObject.of(
                                        "template",
                                        JsonObject.of(
                                                "metadata",
                                                JsonObject.of("labels", JsonObject.of("broken", JsonNull.NULL))))))
                .settle();
    }

    private static List<String> codes(List<Fact> facts) {
        return facts.stream().map(Fact::code).map(FactCode::code).toList();
    }

    private static final StatefulSet WEB = set("web", 3, "1Gi", "fast");
    private static final Ref<Deployment> APP = Deployment.ref("default", "app");

    private static StatefulSet strategy(StatefulSet set, RollingUpdate rolling) {
        return set.withSpec(set.spec()
                .withUpdateStrategy(
                        UpdateStrategy.builder().rollingUpdate(rolling).build()));
    }

    @Test
    void aSetThatHasAllIsFineAndTellsWhatItKeeps() {
        Explanation explanation = explain(settled(node("n1", "4"), storageClass("fast"), WEB), WEB);
        assertThat(explanation.text()).isEqualTo("""
                default/web has all of its replicas, ready and of its template.
                  when scaled down (whenScaled: Retain) keeps its claims and their data: default/www-web-0, default/www-web-1, \
                default/www-web-2
                  when deleted (whenDeleted: Retain) keeps its claims and their data: default/www-web-0, default/www-web-1, \
                default/www-web-2
                """);
        assertThat(explanation.outlook()).isEqualTo(Outlook.FINE);
    }

    @Test
    void whatARetentionPolicyLosesIsTold() {
        StatefulSet deleting = WEB.withSpec(WEB.spec()
                .withPersistentVolumeClaimRetentionPolicy(ClaimRetention.builder()
                        .whenDeleted(ClaimRetentionPolicy.DELETE)
                        .whenScaled(ClaimRetentionPolicy.DELETE)
                        .build()));
        Explanation explanation = explain(settled(node("n1", "4"), storageClass("fast"), deleting), deleting);
        assertThat(codes(explanation.context())).containsExactly("set.scale-down", "set.deletion");
        assertThat(explanation.context().get(0).text())
                .startsWith(
                        "when scaled down (whenScaled: Delete) the claims of the replicas that go are deleted; the data of"
                                + " pvc-")
                .endsWith(" with them (reclaim policy Delete)");
        assertThat(explanation.context().get(1).text())
                .startsWith("when deleted (whenDeleted: Delete) the claims are deleted; the data of pvc-");
    }

    /** A rollout that breaks pods, and a template that was put right afterwards. */
    @Test
    void aBrokenPodIsNotReplacedAfterTheTemplateWasPutRight() {
        Cluster broken = patched(settled(node("n1", "4"), storageClass("fast"), WEB), setKey("web"), broken())
                .settle();
        Cluster mended = mended(broken, setKey("web"));
        Explanation explanation = explain(mended, WEB);
        assertThat(explanation.headline())
                .isEqualTo(
                        "has 2 of 3 replicas ready: its update waits for pod web-2 of an earlier revision, which is on n1"
                                + " and waits for its kubelet to start it.");
        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(codes(explanation.facts())).containsExactly("pod.readiness", "set.broken-rollout");
        assertThat(Fixes.of(mended, setKey("web")).fixes())
                .extracting(Fix::purpose)
                .containsExactly("delete pod default/web-2, which its StatefulSet makes anew");
        Fact trap = explanation.facts().get(1);
        assertThat(trap.object()).isEqualTo(podKey("web-2"));
        assertThat(trap.text()).endsWith("only once it is ready, unless somebody deletes it (OrderedReady)");
        assertThat(explain(mended.delete(podKey("web-2")).orThrow().settle(), WEB)
                        .outlook())
                .isEqualTo(Outlook.FINE);
    }

    /** The second took the first one's port while the first was made anew. */
    @Test
    void twoOrdinalsWaitForEachOtherInACircle() {
        StatefulSet ports = onPorts(set("web", 2, "1Gi", "fast"));
        Cluster taken = settled(node("n1", "4"), storageClass("fast"), ports)
                .delete(podKey("web-0"))
                .orThrow()
                .settle();
        Explanation before = explain(taken, ports);
        assertThat(before.text()).doesNotContain("circle");
        Explanation explanation =
                explain(patched(taken, setKey("web"), replicas(1)).settle(), ports);
        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text()).startsWith("""
                default/web has 0 of 1 replicas ready: pod web-0 does not fit on n1, the only node.
                  1. Pod default/web-0 wants port 80/TCP of its node
                  2. Pod default/web-1 has port 80/TCP of n1
                  3. Pod default/web-0 waits for default/web-1 to go: port 80/TCP taken
                  4. Pod default/web-1 is scaled away once default/web-0 is ready (OrderedReady)
                  3 and 4 are a circle: each waits for the next, and the last for the first.
                  n1   has port 80/TCP taken by default/web-1
                """);
        assertThat(explain(patched(taken, setKey("web"), version("2")).settle(), ports)
                        .text())
                .contains("Pod default/web-1 is updated once default/web-0 is ready (OrderedReady)")
                .contains("are a circle");
    }

    @Test
    void aDeploymentWaitsForItsOwnOldPod() {
        Cluster cluster = settled(
                managed(node("n1", "4")),
                managed(node("n2", "4")),
                volume("v", "1Gi", "manual"),
                claim("c", "1Gi", "manual"),
                deployment("app", 1, "c"));
        assertThat(explain(cluster, APP).text()).isEqualTo("default/app has 1 of 1 pods ready, of its template.\n");
        Explanation explanation = explain(patched(cluster, APP, version("2")).settle(), APP);
        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.text()).isEqualTo("""
                default/app has 0 of 1 pods of its template ready: its new pod app-6dd8648858-bbbbc waits for its old pod \
                app-56cf887596-bbbbb to go, and the old one stays until the new one is ready.
                  1. PersistentVolume v is attached to n1, where default/app-56cf887596-bbbbb uses it; its access modes allow \
                one node at a time
                  2. Pod default/app-6dd8648858-bbbbc waits for default/app-56cf887596-bbbbb to leave n1, where that has volume v
                  3. Pod default/app-56cf887596-bbbbb stays until default/app-6dd8648858-bbbbc, which is to take its place, is \
                ready (RollingUpdate)
                  2 and 3 are a circle: each waits for the next, and the last for the first.
                  Pod default/app-6dd8648858-bbbbc is of the template as it is now
                  keeps 1 pod of earlier templates as long as no more than 0 of its pods may be away
                  chain: pod app-6dd8648858-bbbbc - claim c - volume v - node n2
                Kubernetes says: FailedAttachVolume "Waiting for detach for volume "v" Volume is already used by pod(s) \
                app-56cf887596-bbbbb"
                """);
    }

    @Test
    void recreatingLetsADeploymentGoOn() {
        Cluster cluster = settled(
                managed(node("n1", "4")),
                managed(node("n2", "4")),
                volume("v", "1Gi", "manual"),
                claim("c", "1Gi", "manual"),
                deployment("app", 1, "c"));
        assertThat(Fixes.of(patched(cluster, APP, version("2")).settle(), APP).fixes())
                .extracting(Fix::purpose)
                .contains("give Deployment default/app the strategy Recreate");
    }

    @Test
    void aDeploymentWhosePodsShareAReadWriteOncePodClaimWaitsForItself() {
        PersistentVolume alone = volume("v", "1Gi", "manual");
        PersistentVolumeClaim claim = claim("c", "1Gi", "manual");
        Cluster cluster = settled(
                node("n1", "4"),
                alone.withSpec(alone.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD)),
                claim.withSpec(claim.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD)),
                deployment("app", 1, "c"));
        Explanation explanation = explain(patched(cluster, APP, version("2")).settle(), APP);
        assertThat(explanation.headline()).contains("waits for its old pod").endsWith("until the new one is ready.");
        assertThat(codes(explanation.facts()))
                .containsExactly("claim.access-modes", "claim.in-use", "pod.circle", "pod.circle");
        Cluster recreating = patched(
                        cluster,
                        APP,
                        Workloads.spec(
                                "strategy",
                                JsonObject.of("type", new JsonString("Recreate"))
                                        .with("rollingUpdate", JsonNull.NULL)))
                .settle();
        assertThat(explain(patched(recreating, APP, version("2")).settle(), APP).outlook())
                .isEqualTo(Outlook.FINE);
    }

    @Test
    void aReplicaThatIsNotMadeYetWaitsForThoseBeforeIt() {
        Cluster cluster = settled(node("n1", "4"), set("web", 3, "1Gi", "manual"));
        assertThat(Explainer.wanted(cluster))
                .extracting(Ref::qualifiedName)
                .containsExactly("default/www-web-1", "default/web-1", "default/www-web-2", "default/web-2");
        Explanation pod = Explainer.explain(cluster, Pod.ref("default", "web-2"));
        assertThat(pod.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(pod.headline())
                .isEqualTo(
                        "does not exist yet: StatefulSet web makes it, once the pods before web-2 are ready (OrderedReady).");
        assertThat(codes(pod.facts())).startsWith("object.standing");
        Explanation claim = Explainer.explain(cluster, PersistentVolumeClaim.ref("default", "www-web-2"));
        assertThat(claim.headline())
                .isEqualTo(
                        "does not exist yet: StatefulSet web makes it for pod web-2, once the pods before web-2 are ready"
                                + " (OrderedReady).");
        assertThat(claim.outlook()).isEqualTo(Outlook.BLOCKED);
    }

    @Test
    void noReplicaIsWaitedForThatTheSetDoesNotWant() {
        Cluster cluster = settled(node("n1", "4"), set("web", 3, "1Gi", "manual"));
        assertThatThrownBy(() -> Explainer.explain(cluster, Pod.ref("default", "web-3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no Pod default/web-3");
    }

    @Test
    void aReplicaOfANewSetWaitsForNothing() {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers())
                .create(set("web", 2, "1Gi", "manual"))
                .orThrow();
        Explanation first = Explainer.explain(cluster, Pod.ref("default", "web-0"));
        assertThat(first.outlook()).isEqualTo(Outlook.WAITS);
        assertThat(first.headline()).isEqualTo("does not exist yet: StatefulSet web makes it.");
    }

    @Test
    void aPartitionKeepsPodsAsTheyAre() {
        StatefulSet parted = strategy(WEB, RollingUpdate.builder().partition(2).build());
        Cluster cluster = patched(settled(node("n1", "4"), storageClass("fast"), parted), setKey("web"), version("2"))
                .settle();
        Explanation explanation = explain(cluster, parted);
        assertThat(explanation.outlook()).isEqualTo(Outlook.WAITS);
        assertThat(explanation.headline())
                .isEqualTo("has its replicas ready, and 2 pods of an earlier template that it keeps.");
        assertThat(explanation.facts())
                .extracting(Fact::text)
                .containsExactly(
                        "replaces only pods from the partition on, 2 after the first: default/web-0, default/web-1");
    }

    @Test
    void podsThatAreLeftToTheUser() {
        StatefulSet left = WEB.withSpec(WEB.spec()
                .withUpdateStrategy(UpdateStrategy.builder()
                        .type(UpdateStrategyType.ON_DELETE)
                        .build()));
        Cluster cluster = patched(settled(node("n1", "4"), storageClass("fast"), left), setKey("web"), version("2"))
                .settle();
        assertThat(codes(explain(cluster, left).facts())).containsExactly("set.on-delete");
    }

    @Test
    void aReplicaThatHasNotBeenReadyForLongEnough() {
        StatefulSet slow = WEB.withSpec(WEB.spec().withMinReadySeconds(30));
        Cluster cluster = settled(node("n1", "4"), storageClass("fast"), slow);
        Explanation explanation = explain(cluster, slow);
        assertThat(explanation.headline())
                .matches("has 1 of 3 replicas ready: pod web-0 is ready, and counts as available in [0-9]+ s\\.");
        assertThat(explanation.outlook()).isEqualTo(Outlook.WAITS);
        for (int i = 0; i < 3; i++) {
            cluster = cluster.advance(Duration.ofSeconds(40)).settle();
        }
        assertThat(explain(cluster, slow).outlook()).isEqualTo(Outlook.FINE);
    }

    @Test
    void podsThatTheApiRefuses() {
        Deployment spaced = deployment("app", 2);
        Container container =
                spaced.spec().template().spec().containers().get(0).withImage(" x");
        PodTemplateSpec template = spaced.spec().template();
        Cluster cluster = settled(
                node("n1", "4"),
                spaced.withSpec(spaced.spec()
                        .withTemplate(template.withSpec(template.spec().withContainers(container)))));
        Explanation explanation = explain(cluster, APP);
        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.headline())
                .isEqualTo("has 0 of 2 pods of its template ready: the API server refuses its pods.");
        assertThat(explanation.facts().get(0).text()).contains("must not have leading or trailing whitespace");
        assertThat(explanation.quotes()).extracting(Quote::reason).contains("FailedCreate");
        ReplicaSet keeper = cluster.list(ReplicaSet.KIND).findFirst().orElseThrow();
        assertThat(codes(SetExplainer.explain(Evidence.of(cluster), keeper).facts()))
                .containsExactly("set.pod-refused");
    }

    /** Quotas of pods are not Mooring's; that one was exceeded is what the ReplicaSet says. */
    @Test
    void podsThatWereRefusedForWhatIsNotModelled() {
        ReplicaSet keeper = Workloads.replicaSet("app", 2);
        ReplicaSetCondition failure = ReplicaSetCondition.builder()
                .type("ReplicaFailure")
                .status("True")
                .reason("FailedCreate")
                .message("pods \"app-x\" is forbidden: exceeded quota: few")
                .build();
        Cluster cluster = Cluster.empty(Controllers.NONE).create(keeper).orThrow();
        ReplicaSet stored = cluster.get(keeper.ref()).orElseThrow();
        Explanation explanation = SetExplainer.explain(
                Evidence.of(cluster), stored.withStatus(stored.status().withConditions(List.of(failure))));
        assertThat(explanation.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(explanation.facts().get(0).text()).endsWith("exceeded quota: few");
    }

    @Test
    void aReplicaThatTheApiRefuses() {
        JsonObject quota = JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "ResourceQuota")
                .put(
                        "metadata",
                        JsonObject.builder()
                                .put("name", "few")
                                .put("namespace", "default")
                                .build())
                .put("spec", JsonObject.of("hard", JsonObject.of("persistentvolumeclaims", new JsonString("1"))))
                .build();
        Cluster cluster = settled(node("n1", "4"), storageClass("fast"))
                .create(quota)
                .orThrow()
                .settle()
                .create(WEB)
                .orThrow()
                .settle();
        Explanation explanation = explain(cluster, WEB);
        assertThat(explanation.headline())
                .isEqualTo("has 1 of 3 replicas ready: pod web-1 is not made without its claims.");
        assertThat(codes(explanation.facts())).containsExactly("set.claim-refused", "quota.refuses");
    }

    @Test
    void aDaemonSetWithAPodThatWaits() {
        DaemonSet agent = Workloads.daemonSet("agent", "c");
        Cluster cluster = settled(node("n1", "4"), claim("c", "1Gi", "manual"), agent);
        Explanation explanation = SetExplainer.explain(
                Evidence.of(cluster), cluster.get(agent.ref()).orElseThrow());
        assertThat(explanation.headline())
                .startsWith("has a ready pod on 0 of 1 nodes: pod agent-")
                .endsWith(" has no node: its claim c is not bound.");
    }

    @Test
    void aJobWhosePodWaits() {
        Job job = Workloads.job("once", JobSpec.builder().completions(1).build(), "c");
        Cluster cluster = settled(node("n1", "4"), claim("c", "1Gi", "manual"), job);
        Explanation explanation = SetExplainer.explain(
                Evidence.of(cluster), cluster.get(job.ref()).orElseThrow());
        assertThat(explanation.headline())
                .startsWith("has 0 of 1 pods that succeeded: pod once-")
                .endsWith(" has no node: its claim c is not bound.");
    }

    @Test
    void theChainOfAReplica() {
        Cluster cluster =
                settled(node("n1", "4"), set("web", 2, "1Gi", "manual"), onNode(volume("pv-0", "1Gi", "manual"), "n1"));
        List<Chain> chains = Chain.of(cluster, cluster.get(setKey("web")).orElseThrow());
        assertThat(chains)
                .extracting(Chain::text)
                .containsExactly(
                        "ordinal 0 - pod web-0 - claim www-web-0 - volume pv-0 - node n1",
                        "ordinal 1 - pod web-1 - claim www-web-1 - no volume - no node");
    }
}
