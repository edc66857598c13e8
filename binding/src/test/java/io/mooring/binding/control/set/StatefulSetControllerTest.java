package io.mooring.binding.control.set;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.parallel;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.setKey;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Kubelet;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.binding.world.Event;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.Pod;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetStatus;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatefulSetControllerTest {

    @Test
    void claimsAreMadeBeforeTheirPodAndReplicasOneAfterTheOther() {
        assertThat(messages(running(set("web", 2, "1Gi", "fast"))))
                .containsExactly(
                        "Create Claim www-web-0 Pod web-0 in StatefulSet web success",
                        "Create Pod web-0 in StatefulSet web successful",
                        "Create Claim www-web-1 Pod web-1 in StatefulSet web success",
                        "Create Pod web-1 in StatefulSet web successful");
    }

    @Test
    void theStatusCountsWhatRuns() {
        StatefulSetStatus status = status(running(set("web", 3, "1Gi", "fast")));
        assertThat(status.replicas()).isEqualTo(3);
        assertThat(status.readyReplicas()).isEqualTo(3);
        assertThat(status.availableReplicas()).isEqualTo(3);
        assertThat(status.currentReplicas()).isEqualTo(3);
        assertThat(status.updatedReplicas()).isEqualTo(3);
        assertThat(status.observedGeneration()).isEqualTo(1);
        assertThat(status.currentRevision()).isEqualTo(status.updateRevision()).startsWith("web-");
    }

    @Test
    void inOrderAReplicaThatIsNotReadyHoldsUpTheNext() {
        assertThat(pods(with(cluster(), node("a", "8"), set("web", 3, "1Gi", "none"))))
                .containsExactly("web-0");
    }

    @Test
    void inParallelNobodyWaits() {
        assertThat(pods(with(cluster(), node("a", "8"), parallel(set("web", 3, "1Gi", "none")))))
                .containsExactly("web-0", "web-1", "web-2");
    }

    @Test
    void withoutAKubeletAReplicaNeverGetsReady() {
        Cluster cluster =
                Cluster.empty(ControlPlane.DEFAULT.withKubelet(Kubelet.OFF).controllers());
        Cluster after = with(cluster, node("a", "8"), set("web", 2, "1Gi", "none"));
        assertThat(pods(after)).containsExactly("web-0");
        assertThat(status(after).readyReplicas()).isZero();
    }

    @Test
    void scalesDownFromTheTopAndKeepsTheClaims() {
        Cluster scaled = scaled(running(set("web", 3, "1Gi", "fast")), 1);
        assertThat(pods(scaled)).containsExactly("web-0");
        assertThat(claims(scaled)).containsExactly("www-web-0", "www-web-1", "www-web-2");
        assertThat(messages(scaled))
                .endsWith(
                        "Delete Pod web-2 in StatefulSet web successful",
                        "Delete Pod web-1 in StatefulSet web successful");
    }

    @Test
    void whenScaledDeleteTakesTheClaimsOfThoseWhoGo() {
        Cluster scaled = scaled(running(retaining("Retain", "Delete")), 1);
        assertThat(claims(scaled)).containsExactly("www-web-0");
    }

    @Test
    void whenDeletedDeleteTakesTheClaimsWithTheSet() {
        Cluster cluster = running(retaining("Delete", "Retain"));
        assertThat(owners(cluster, "www-web-0"))
                .extracting(OwnerReference::kind)
                .containsExactly("StatefulSet");
        assertThat(claims(cluster.delete(setKey("web")).orThrow().settle())).isEmpty();
    }

    @Test
    void anotherPolicyChangesTheOwnersOfTheClaims() {
        JsonObject policy = text("whenDeleted", "Delete").with("whenScaled", new JsonString("Retain"));
        Cluster changed =
                patched(running(set("web", 2, "1Gi", "fast")), "persistentVolumeClaimRetentionPolicy", policy);
        assertThat(owners(changed, "www-web-1")).hasSize(1);
        assertThat(messages(changed))
                .endsWith(
                        "Update Pod web-0 in StatefulSet web successful",
                        "Update Pod web-1 in StatefulSet web successful");
    }

    @Test
    void theClaimsOfAPendingPodChangeTheirOwnersInSilence() {
        JsonObject policy = text("whenDeleted", "Delete").with("whenScaled", new JsonString("Retain"));
        Cluster pending = with(cluster(), node("a", "8"), parallel(set("web", 1, "1Gi", "none")));
        Cluster changed = patched(pending, "persistentVolumeClaimRetentionPolicy", policy);
        assertThat(owners(changed, "www-web-0")).hasSize(1);
        assertThat(messages(changed)).isEqualTo(messages(pending));
    }

    @Test
    void aClaimOfTheRightNameIsUsedAsItIs() {
        Cluster cluster = with(
                cluster(),
                node("a", "8"),
                storageClass("fast"),
                claim("www-web-0", "5Gi", "fast"),
                set("web", 1, "1Gi", "fast"));
        assertThat(claims(cluster)).containsExactly("www-web-0");
        assertThat(messages(cluster)).containsExactly("Create Pod web-0 in StatefulSet web successful");
    }

    @Test
    void aClaimThatSomebodyElseManagesIsLeftToThem() {
        Cluster start = with(cluster(), node("a", "8"), storageClass("fast"));
        OwnerReference manager = OwnerReference.builder()
                .apiVersion("v1")
                .kind("Node")
                .name("a")
                .uid(start.node("a").orElseThrow().metadata().uid())
                .controller(true)
                .build();
        PersistentVolumeClaim claim = claim("www-web-0", "1Gi", "fast");
        Cluster cluster = with(
                start,
                claim.withMetadata(claim.metadata().withOwnerReferences(manager)),
                retaining("Delete", "Retain"));
        assertThat(owners(cluster, "www-web-0")).containsExactly(manager);
        assertThat(messages(cluster))
                .contains("PersistentVolumeClaim www-web-0 has a conflicting OwnerReference that acts as a manging"
                        + " controller, the retention policy is ignored for this claim");
    }

    @Test
    void aClaimThatIsBeingDeletedHoldsUpItsPod() {
        Cluster cluster = running(set("web", 1, "1Gi", "fast"));
        String uid = uid(cluster, "www-web-0");
        Cluster after = cluster.delete(claimKey("www-web-0"))
                .orThrow()
                .settle()
                .delete(podKey("web-0"))
                .orThrow()
                .settle();
        assertThat(messages(after))
                .contains("Create Pod web-0 in StatefulSet web failed error: pvc www-web-0 is being deleted");
        assertThat(uid(after, "www-web-0")).isNotEqualTo(uid);
        assertThat(status(after).readyReplicas()).isEqualTo(1);
    }

    @Test
    void aClaimThatTheApiRefusesIsToldOf() {
        Cluster cluster = with(allowingClaims("0"), node("a", "8"), storageClass("fast"), set("web", 1, "1Gi", "fast"));
        assertThat(pods(cluster)).isEmpty();
        assertThat(messages(cluster)).hasSize(2);
        assertThat(messages(cluster).get(0))
                .startsWith("Create Claim www-web-0 for Pod web-0 in StatefulSet web failed error: ");
        assertThat(messages(cluster).get(1))
                .startsWith("Create Pod web-0 in StatefulSet web failed error: failed to create PVC www-web-0: ");
    }

    @Test
    void theStatusCountsThoseThatRunWhileTheApiRefusesTheNext() {
        Cluster cluster = with(allowingClaims("2"), node("a", "8"), storageClass("fast"), set("web", 3, "1Gi", "fast"));
        assertThat(status(cluster).replicas()).isEqualTo(2);
        assertThat(status(cluster).availableReplicas()).isEqualTo(2);
    }

    private static Cluster allowingClaims(String number) {
        JsonObject hard = JsonObject.of("hard", text("persistentvolumeclaims", number));
        JsonObject quota = text("apiVersion", "v1")
                .with("kind", new JsonString("ResourceQuota"))
                .with("metadata", text("name", "few"))
                .with("spec", hard);
        return cluster().create(quota).orThrow();
    }

    @Test
    void aNewTemplateReplacesThePodsFromTheTop() {
        Cluster updated = relabelled(running(set("web", 2, "1Gi", "fast")), "2");
        assertThat(messages(updated))
                .endsWith(
                        "Delete Pod web-1 in StatefulSet web successful",
                        "Delete Pod web-0 in StatefulSet web successful");
        assertThat(version(updated, "web-0")).isEqualTo("2");
        assertThat(status(updated).currentRevision()).isEqualTo(status(updated).updateRevision());
    }

    @Test
    void belowThePartitionPodsStayAndComeBackAsTheyWere() {
        StatefulSet set = set("web", 2, "1Gi", "fast");
        Cluster updated = relabelled(running(partitioned(set, 1)), "2");
        assertThat(version(updated, "web-0")).isEmpty();
        assertThat(version(updated, "web-1")).isEqualTo("2");
        assertThat(status(updated).currentReplicas()).isEqualTo(1);
        Cluster replaced = updated.delete(podKey("web-0")).orThrow().settle();
        assertThat(version(replaced, "web-0")).isEmpty();
    }

    @Test
    void onDeleteWaitsForSomebodyToDeleteThePods() {
        Cluster updated = relabelled(running(onDelete(set("web", 2, "1Gi", "fast"))), "2");
        assertThat(version(updated, "web-1")).isEmpty();
        Cluster replaced = updated.delete(podKey("web-1")).orThrow().settle();
        assertThat(version(replaced, "web-1")).isEqualTo("2");
        assertThat(version(replaced, "web-0")).isEmpty();
        assertThat(status(replaced).currentReplicas()).isEqualTo(1);
        assertThat(status(replaced).updatedReplicas()).isEqualTo(1);
    }

    @Test
    void onDeleteTheUpdateIsCompleteWithTheLastPodThatSomebodyDeleted() {
        Cluster updated = relabelled(running(onDelete(set("web", 2, "1Gi", "fast"))), "2");
        Cluster replaced = updated.delete(podKey("web-1"))
                .orThrow()
                .settle()
                .delete(podKey("web-0"))
                .orThrow()
                .settle();
        assertThat(status(replaced).currentReplicas()).isEqualTo(2);
        assertThat(status(replaced).updatedReplicas()).isEqualTo(2);
        assertThat(status(replaced).currentRevision())
                .isEqualTo(status(replaced).updateRevision())
                .isNotEqualTo(status(updated).currentRevision());
    }

    @Test
    void onDeleteAPodOfAScaleUpIsMadeOfTheNewTemplate() {
        Cluster updated = relabelled(running(onDelete(set("web", 1, "1Gi", "fast"))), "2");
        Cluster scaled = scaled(updated, 2);
        assertThat(version(scaled, "web-0")).isEmpty();
        assertThat(version(scaled, "web-1")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed", "Succeeded"})
    void aPodThatEndsIsMadeAnew(String phase) {
        Cluster cluster = running(set("web", 2, "1Gi", "fast"));
        String uid = cluster.get(podKey("web-1")).orElseThrow().metadata().uid();
        Cluster after = cluster.patchStatus(podKey("web-1"), JsonObject.of("status", text("phase", phase)))
                .orThrow()
                .settle();
        assertThat(after.get(podKey("web-1")).orElseThrow().metadata().uid()).isNotEqualTo(uid);
        assertThat(messages(after)).endsWith("Delete Pod web-1 in StatefulSet web successful");
        assertThat(status(after).readyReplicas()).isEqualTo(2);
    }

    @Test
    void anEarlierTemplateIsTheEarlierRevision() {
        Cluster first = running(set("web", 1, "1Gi", "fast"));
        Cluster second = relabelled(first, "2");
        Cluster third = relabelled(second, "3");
        Cluster back = relabelled(third, "2");
        assertThat(status(back).updateRevision()).isEqualTo(status(second).updateRevision());
        assertThat(List.of(
                        status(first).updateRevision(),
                        status(second).updateRevision(),
                        status(third).updateRevision()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPodThatIsDeletedComesBackToItsClaim() {
        Cluster cluster = running(set("web", 1, "1Gi", "fast"));
        Cluster after = cluster.delete(podKey("web-0")).orThrow().settle();
        assertThat(uid(after, "www-web-0")).isEqualTo(uid(cluster, "www-web-0"));
        assertThat(status(after).readyReplicas()).isEqualTo(1);
    }

    @Test
    void whatAnEarlierSetLeftBehindIsTakenIn() {
        StatefulSet set = set("web", 2, "1Gi", "fast");
        Cluster orphaned = running(set)
                .delete(setKey("web"), Deletion.DEFAULT.with(Propagation.ORPHAN))
                .orThrow()
                .settle();
        assertThat(pods(orphaned)).containsExactly("web-0", "web-1");
        Cluster again = with(orphaned, set("web", 1, "1Gi", "fast"));
        assertThat(pods(again)).containsExactly("web-0");
        assertThat(again.pod("default", "web-0").orElseThrow().metadata().ownerReferences())
                .extracting(OwnerReference::uid)
                .containsExactly(again.statefulSet("default", "web")
                        .orElseThrow()
                        .metadata()
                        .uid());
    }

    @Test
    void aPodThatLosesTheSetsLabelsIsLetGo() {
        Cluster cluster = running(set("web", 1, "1Gi", "fast"));
        JsonObject labels = text("app", "other");
        Cluster after = cluster.patch(podKey("web-0"), JsonObject.of("metadata", JsonObject.of("labels", labels)))
                .orThrow()
                .settle();
        assertThat(after.pod("default", "web-0").orElseThrow().metadata().ownerReferences())
                .isEmpty();
        assertThat(status(after).replicas()).isZero();
    }

    @Test
    void aStrangerOfTheRightNameHoldsUpTheReplica() {
        Cluster cluster =
                with(cluster(), node("a", "8"), storageClass("fast"), pod("web-0"), set("web", 1, "1Gi", "fast"));
        assertThat(status(cluster).replicas()).isZero();
        assertThat(status(with(cluster.delete(podKey("web-0")).orThrow().settle()))
                        .replicas())
                .isEqualTo(1);
    }

    @Test
    void aPodThatLostItsNameLabelGetsItBack() {
        Cluster cluster = running(set("web", 1, "1Gi", "fast"));
        Pod pod = cluster.pod("default", "web-0").orElseThrow();
        JsonObject labels = text("statefulset.kubernetes.io/pod-name", "other");
        Cluster after = cluster.patch(pod.ref(), JsonObject.of("metadata", JsonObject.of("labels", labels)))
                .orThrow()
                .settle();
        assertThat(after.pod("default", "web-0").orElseThrow().metadata().labels())
                .containsEntry("statefulset.kubernetes.io/pod-name", "web-0");
        assertThat(messages(after)).endsWith("Update Pod web-0 in StatefulSet web successful");
    }

    private static Cluster running(StatefulSet set) {
        return with(cluster(), node("a", "8"), storageClass("fast"), set);
    }

    private static Cluster with(Cluster start, KubernetesObject... objects) {
        Cluster cluster = start;
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    private static StatefulSet retaining(String whenDeleted, String whenScaled) {
        StatefulSet set = set("web", 2, "1Gi", "fast");
        return set.withSpec(set.spec()
                .withPersistentVolumeClaimRetentionPolicy(ClaimRetention.builder()
                        .whenDeleted(new ClaimRetentionPolicy(whenDeleted))
                        .whenScaled(new ClaimRetentionPolicy(whenScaled))
                        .build()));
    }

    private static StatefulSet partitioned(StatefulSet set, int partition) {
        UpdateStrategy strategy = UpdateStrategy.builder()
                .type(UpdateStrategyType.ROLLING_UPDATE)
                .rollingUpdate(RollingUpdate.builder().partition(partition).build())
                .build();
        return set.withSpec(set.spec().withUpdateStrategy(strategy));
    }

    private static StatefulSet onDelete(StatefulSet set) {
        UpdateStrategy strategy =
                UpdateStrategy.builder().type(UpdateStrategyType.ON_DELETE).build();
        return set.withSpec(set.spec().withUpdateStrategy(strategy));
    }

    private static Cluster scaled(Cluster cluster, int replicas) {
        return patched(cluster, "replicas", JsonNumber.of(replicas));
    }

    private static Cluster relabelled(Cluster cluster, String version) {
        JsonObject labels = JsonObject.of("labels", text("v", version));
        return patched(cluster, "template", JsonObject.of("metadata", labels));
    }

    private static Cluster patched(Cluster cluster, String field, JsonValue value) {
        JsonObject patch = JsonObject.of("spec", JsonObject.of(field, value));
        return cluster.patch(setKey("web"), patch).orThrow().settle();
    }

    private static JsonObject text(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }

    private static StatefulSetStatus status(Cluster cluster) {
        return cluster.statefulSet("default", "web").orElseThrow().status();
    }

    private static List<String> pods(Cluster cluster) {
        return cluster.list(Pod.KIND).map(pod -> pod.metadata().name()).toList();
    }

    private static List<String> claims(Cluster cluster) {
        return cluster.list(PersistentVolumeClaim.KIND)
                .map(claim -> claim.metadata().name())
                .toList();
    }

    private static String uid(Cluster cluster, String claim) {
        return cluster.claim("default", claim).orElseThrow().metadata().uid();
    }

    private static List<OwnerReference> owners(Cluster cluster, String claim) {
        return cluster.claim("default", claim).orElseThrow().metadata().ownerReferences();
    }

    private static String version(Cluster cluster, String pod) {
        Pod found = cluster.pod("default", pod).orElseThrow();
        assertThat(StatefulPods.revisionOf(found)).isNotEmpty();
        return Optional.ofNullable(found.metadata().labels().get("v")).orElse("");
    }

    private static List<String> messages(Cluster cluster) {
        Ref<?> web = setKey("web");
        return cluster.events().stream()
                .filter(event -> event.regarding().equals(web))
                .map(Event::message)
                .toList();
    }
}
