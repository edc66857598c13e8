package io.mooring.binding.control.deployment;

import static io.mooring.binding.control.workload.Workloads.SOME_BROKEN;
import static io.mooring.binding.control.workload.Workloads.broken;
import static io.mooring.binding.control.workload.Workloads.deployment;
import static io.mooring.binding.control.workload.Workloads.patched;
import static io.mooring.binding.control.workload.Workloads.pods;
import static io.mooring.binding.control.workload.Workloads.replicas;
import static io.mooring.binding.control.workload.Workloads.spec;
import static io.mooring.binding.control.workload.Workloads.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentCondition;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentControllerTest {
    private static final Ref<Deployment> WEB = Deployment.ref(Given.NAMESPACE, "web");

    private static Cluster running(int replicas) {
        return running(deployment("web", replicas));
    }

    private static Cluster running(Deployment deployment) {
        return Cluster.empty(ControlPlane.DEFAULT.withKubelet(SOME_BROKEN).controllers())
                .create(Given.node("n", "64"))
                .orThrow()
                .create(deployment)
                .orThrow()
                .settle();
    }

    private static Cluster after(Cluster cluster, JsonObject patch) {
        return patched(cluster, WEB, patch).settle();
    }

    private static Deployment web(Cluster cluster) {
        return cluster.get(WEB).orElseThrow();
    }

    /** Oldest first. */
    private static List<ReplicaSet> sets(Cluster cluster) {
        return cluster.list(ReplicaSet.KIND, Given.NAMESPACE).stream()
                .sorted(Comparator.comparing(set -> set.metadata().uid()))
                .toList();
    }

    private static List<Integer> sizes(Cluster cluster) {
        return sets(cluster).stream().map(ReplicaSet::wantedReplicas).toList();
    }

    private static List<String> scalings(Cluster cluster, Cluster before) {
        return cluster.eventsSince(before.events().size()).stream()
                .filter(event -> event.reason().equals("ScalingReplicaSet"))
                .map(event -> event.message().replaceAll("web-\\w+", "it"))
                .toList();
    }

    private static String reason(Cluster cluster, String type) {
        return web(cluster).status().conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .map(DeploymentCondition::reason)
                .findFirst()
                .orElse("");
    }

    private static JsonObject rolling(JsonObject how) {
        return spec("strategy", JsonObject.of("rollingUpdate", how));
    }

    @Test
    void makesPodsByAReplicaSetOfItsTemplate() {
        Cluster cluster = running(2);
        ReplicaSet set = sets(cluster).get(0);
        String hash = set.metadata().labels().getOrDefault(Deployment.TEMPLATE_HASH_LABEL, "none");
        assertThat(set.metadata().name()).isEqualTo("web-" + hash);
        assertThat(set.metadata().annotations())
                .containsEntry(Deployment.REVISION, "1")
                .containsEntry(ReplicaAnnotations.DESIRED, "2")
                .containsEntry(ReplicaAnnotations.MOST, "3");
        assertThat(pods(cluster, Deployment.TEMPLATE_HASH_LABEL, hash))
                .hasSize(2)
                .allMatch(Pod::isReady)
                .allMatch(pod -> pod.metadata().name().startsWith("web-" + hash + "-"));
        assertThat(web(cluster).metadata().annotations()).containsEntry(Deployment.REVISION, "1");
        assertThat(web(cluster).metadata().generation()).isEqualTo(1);
        assertThat(web(cluster).status().availableReplicas()).isEqualTo(2);
        assertThat(reason(cluster, "Available")).isEqualTo("MinimumReplicasAvailable");
        assertThat(reason(cluster, "Progressing")).isEqualTo("NewReplicaSetAvailable");
    }

    @Test
    void rollsOutAStepAtATime() {
        Cluster before = running(4);
        Cluster cluster = after(before, version("2"));
        assertThat(scalings(cluster, before))
                .startsWith("Scaled up replica set it from 0 to 1", "Scaled down replica set it from 4 to 3")
                .endsWith("Scaled down replica set it from 1 to 0");
        assertThat(sizes(cluster)).containsExactly(0, 4);
        assertThat(pods(cluster, "v", "2")).hasSize(4);
        assertThat(web(cluster).metadata().annotations()).containsEntry(Deployment.REVISION, "2");
    }

    @Test
    void recreatesOnceTheLastOldPodIsGone() {
        Deployment recreating = deployment("web", 2);
        Cluster start = running(recreating);
        Cluster cluster = after(
                start,
                spec(
                        "strategy",
                        JsonObject.of("type", new JsonString("Recreate")).with("rollingUpdate", JsonNull.NULL)));
        Cluster held = patched(
                        cluster,
                        pods(cluster).get(0).ref(),
                        JsonObject.of(
                                "metadata",
                                JsonObject.of(
                                        "finalizers", new JsonArray(List.of(new JsonString("example.com/hold"))))))
                .settle();
        Cluster waiting = after(held, version("2"));
        assertThat(pods(waiting)).hasSize(1).allMatch(pod -> pod.metadata().isBeingDeleted());
        assertThat(sizes(waiting)).containsExactly(0);
        Cluster freed = patched(
                        waiting,
                        pods(waiting).get(0).ref(),
                        JsonObject.of("metadata", JsonObject.of("finalizers", JsonNull.NULL)))
                .settle();
        assertThat(pods(freed, "v", "2")).hasSize(2);
    }

    @Test
    void aTemplateThatComesBackIsTheSameReplicaSet() {
        Cluster cluster = after(
                after(running(1), version("2")),
                spec(
                        "template",
                        JsonObject.of("metadata", JsonObject.of("labels", JsonObject.of("v", JsonNull.NULL)))));
        assertThat(sizes(cluster)).containsExactly(1, 0);
        assertThat(sets(cluster).get(0).metadata().annotations())
                .containsEntry(Deployment.REVISION, "3")
                .containsEntry("deployment.kubernetes.io/revision-history", "1");
        assertThat(web(cluster).metadata().annotations()).containsEntry(Deployment.REVISION, "3");
    }

    /** The example of Kubernetes' documentation. */
    @Test
    void scalesInProportionWhileARolloutHangs() {
        Cluster start = after(
                running(10),
                rolling(JsonObject.of("maxSurge", JsonNumber.of(3)).with("maxUnavailable", JsonNumber.of(2))));
        Cluster hanging = after(start, broken());
        assertThat(sizes(hanging)).containsExactly(8, 5);
        assertThat(sizes(after(hanging, replicas(15)))).containsExactly(11, 7);
        assertThat(sizes(after(hanging, replicas(0)))).containsExactly(0, 0);
    }

    @Test
    void whatNeverBecameAvailableGoesFirst() {
        Cluster hanging = after(running(4), broken());
        assertThat(sizes(hanging)).containsExactly(3, 2);
        Cluster cluster = after(hanging, version("3"));
        assertThat(sizes(cluster)).hasSize(3).startsWith(3);
        assertThat(web(cluster).status().unavailableReplicas()).isPositive();
    }

    @Test
    void saysSoWhenARolloutMakesNoProgress() {
        Cluster hanging = after(running(1), broken());
        assertThat(reason(hanging, "Progressing")).isEqualTo("ReplicaSetUpdated");
        Cluster later = hanging.advance(Duration.ofMinutes(11)).settle();
        assertThat(reason(later, "Progressing")).isEqualTo("ProgressDeadlineExceeded");
        assertThat(reason(after(later, replicas(2)), "Available")).isEqualTo("MinimumReplicasUnavailable");
    }

    @Test
    void keepsAsManyOldReplicaSetsAsItIsTold() {
        Cluster cluster = after(running(1), spec("revisionHistoryLimit", JsonNumber.of(1)));
        for (String version : List.of("2", "3", "4")) {
            cluster = after(cluster, version(version));
        }
        assertThat(sets(cluster))
                .extracting(set -> set.metadata().annotations().get(Deployment.REVISION))
                .containsExactly("3", "4");
    }

    @Test
    void pausedItScalesButDoesNotRollOut() {
        Cluster paused = after(running(1), spec("paused", JsonBool.TRUE));
        assertThat(reason(paused, "Progressing")).isEqualTo("DeploymentPaused");
        Cluster cluster = after(after(paused, version("2")), replicas(3));
        assertThat(sizes(cluster)).containsExactly(3);
        Cluster resumed = after(cluster, spec("paused", JsonBool.FALSE));
        assertThat(sizes(resumed)).containsExactly(0, 3);
    }

    @Test
    void takesInWhatAnEarlierOneOfItsNameLeftBehind() {
        Cluster orphaned = running(2)
                .delete(WEB, Deletion.DEFAULT.with(Propagation.ORPHAN))
                .orThrow()
                .settle();
        assertThat(pods(orphaned)).hasSize(2);
        Cluster cluster = orphaned.create(deployment("web", 2)).orThrow().settle();
        assertThat(sets(cluster)).hasSize(1);
        assertThat(sets(cluster).get(0).metadata().isControlledBy(web(cluster).metadata()))
                .isTrue();
        assertThat(pods(cluster)).isEqualTo(pods(orphaned));
    }

    @Test
    void findsAnotherNameWhereItsOwnIsTaken() {
        Cluster first = running(1);
        ReplicaSet set = sets(first).get(0);
        Cluster taken = Cluster.empty(first.controllers())
                .create(set.withMetadata(set.metadata()
                        .withOwnerReferences(List.of())
                        .withLabels(Map.of())
                        .withResourceVersion("")))
                .orThrow()
                .create(deployment("web", 1))
                .orThrow()
                .settle();
        assertThat(sets(taken)).hasSize(2);
        assertThat(web(taken).status().collisionCount()).contains(1);
    }

    @Test
    void itsAnnotationsAreItsReplicaSetsToo() {
        Cluster cluster = after(
                running(1),
                JsonObject.of(
                        "metadata", JsonObject.of("annotations", JsonObject.of("team", new JsonString("storage")))));
        assertThat(sets(cluster).get(0).metadata().annotations()).containsEntry("team", "storage");
    }

    @Test
    void goesWithEverythingThatItMade() {
        for (Propagation propagation : List.of(Propagation.BACKGROUND, Propagation.FOREGROUND)) {
            Cluster cluster = after(running(3), version("2"))
                    .delete(WEB, Deletion.DEFAULT.with(propagation))
                    .orThrow()
                    .settle();
            assertThat(cluster.all()).hasSize(1);
        }
    }
}
