package io.mooring.binding.control.set;

import static io.mooring.binding.control.set.RunningSets.allowingClaims;
import static io.mooring.binding.control.set.RunningSets.claims;
import static io.mooring.binding.control.set.RunningSets.messages;
import static io.mooring.binding.control.set.RunningSets.owners;
import static io.mooring.binding.control.set.RunningSets.patched;
import static io.mooring.binding.control.set.RunningSets.pods;
import static io.mooring.binding.control.set.RunningSets.retaining;
import static io.mooring.binding.control.set.RunningSets.running;
import static io.mooring.binding.control.set.RunningSets.scaled;
import static io.mooring.binding.control.set.RunningSets.status;
import static io.mooring.binding.control.set.RunningSets.text;
import static io.mooring.binding.control.set.RunningSets.uid;
import static io.mooring.binding.control.set.RunningSets.with;
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

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Kubelet;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.meta.OwnerReference;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetStatus;
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
}
