package io.mooring.binding.control.set;

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
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.finding.ClaimObstacle;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.finding.ScaleDownFinding;
import io.mooring.binding.finding.SetFinding;
import io.mooring.binding.finding.UpdateFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.quantity.Quantity;
import io.mooring.quota.ResourceQuota;
import io.mooring.quota.ResourceQuotaSpec;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.PodPhase;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetFindingsTest {
    private static final ControlPlane WITHOUT_KUBELET = ControlPlane.DEFAULT
            .withProvisioners(Provisioner.instant("csi.example.com"))
            .withKubelet(Kubelet.OFF);

    @Test
    void aSetThatHasItsPodsIsSettled() {
        assertThat(find(running(set("web", 2, "1Gi", "fast"))))
                .isEqualTo(new SetFinding.Settled(setKey("web"), new UpdateFinding.UpToDate()));
    }

    @Test
    void aNewSetMakesItsFirstReplica() {
        Cluster fresh = created(set("web", 2, "1Gi", "fast"));
        assertThat(replicas(fresh)).singleElement().isInstanceOfSatisfying(ReplicaFinding.Missing.class, missing -> {
            assertThat(missing.pod()).isEqualTo(podKey("web-0"));
            assertThat(missing.claims()).containsExactly(claimKey("www-web-0"));
            assertThat(missing.revision()).startsWith("web-");
        });
    }

    @Test
    void aNewParallelSetMakesAllReplicas() {
        assertThat(replicas(created(parallel(set("web", 2, "1Gi", "fast")))))
                .extracting(ReplicaFinding::pod)
                .containsExactly(podKey("web-0"), podKey("web-1"));
    }

    @Test
    void claimsThatGetOwnersAreMadeBeforeTheirPod() {
        assertThat(replicas(created(deletingClaims(set("web", 1, "1Gi", "fast")))))
                .containsExactly(new ReplicaFinding.ClaimsFirst(podKey("web-0"), List.of(claimKey("www-web-0"))));
    }

    @Test
    void aPodThatIsNotReadyIsWaitedFor() {
        Cluster waiting = in(WITHOUT_KUBELET, set("web", 2, "1Gi", "fast"));
        assertThat(replicas(waiting)).containsExactly(new ReplicaFinding.NotReady(podKey("web-0")));
    }

    @Test
    void aPodThatHasNotBeenReadyForLongEnoughIsWaitedFor() {
        StatefulSet set = set("web", 2, "1Gi", "fast");
        Cluster waiting = running(set.withSpec(set.spec().withMinReadySeconds(1_000)));
        assertThat(replicas(waiting))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReplicaFinding.NotAvailable.class,
                        finding -> assertThat(finding.remaining()).isLessThanOrEqualTo(Duration.ofSeconds(1_000)));
    }

    @Test
    void aPodThatIsBeingDeletedIsWaitedFor() {
        Cluster waiting = in(WITHOUT_KUBELET, set("web", 1, "1Gi", "fast"))
                .delete(podKey("web-0"))
                .orThrow()
                .settle();
        assertThat(replicas(waiting)).containsExactly(new ReplicaFinding.Terminating(podKey("web-0")));
    }

    @Test
    void aPodThatHasEndedIsReplaced() {
        Cluster ended = running(set("web", 1, "1Gi", "fast"))
                .patchStatus(podKey("web-0"), JsonObject.of("status", text("phase", "Failed")))
                .orThrow();
        assertThat(replicas(ended)).containsExactly(new ReplicaFinding.Ended(podKey("web-0"), PodPhase.FAILED));
    }

    @Test
    void aPodOfSomebodyElseTakesTheName() {
        Cluster taken = running(set("web", 0, "1Gi", "fast"))
                .create(pod("web-0"))
                .orThrow()
                .settle();
        assertThat(replicas(patched(taken, "replicas", JsonNumber.of(1))))
                .containsExactly(new ReplicaFinding.NameTaken(podKey("web-0")));
    }

    @Test
    void aClaimThatTheApiRefusesStandsInTheWay() {
        Cluster limited = create(cluster(), quota("0"), node("a", "8"), set("web", 1, "1Gi", "fast"));
        assertThat(replicas(limited))
                .singleElement()
                .isInstanceOfSatisfying(
                        ReplicaFinding.ClaimsRefused.class,
                        found -> assertThat(found.obstacles())
                                .singleElement()
                                .isInstanceOfSatisfying(ClaimObstacle.Refused.class, refused -> {
                                    assertThat(refused.claim()).isEqualTo(claimKey("www-web-0"));
                                    assertThat(refused.message()).contains("exceeded quota");
                                }));
    }

    @Test
    void aClaimThatIsBeingDeletedStandsInTheWay() {
        Cluster held = in(WITHOUT_KUBELET, set("web", 1, "1Gi", "fast"))
                .delete(claimKey("www-web-0"))
                .orThrow()
                .settle();
        assertThat(replicas(held))
                .containsExactly(new ReplicaFinding.PendingWithoutClaims(
                        podKey("web-0"), List.of(new ClaimObstacle.BeingDeleted(claimKey("www-web-0")))));
    }

    @Test
    void aLabelThatWasLostIsPutBack() {
        JsonObject labels = text("statefulset.kubernetes.io/pod-name", "other");
        Cluster changed = running(set("web", 1, "1Gi", "fast"))
                .patch(podKey("web-0"), JsonObject.of("metadata", JsonObject.of("labels", labels)))
                .orThrow();
        assertThat(replicas(changed)).containsExactly(new ReplicaFinding.OutOfShape(podKey("web-0")));
    }

    @Test
    void aBrokenPodOfTheOldRevisionHoldsUpItsOwnUpdate() {
        Cluster broken = in(WITHOUT_KUBELET, set("web", 1, "1Gi", "fast"));
        Cluster updated = relabelled(broken);
        StatefulSet web = updated.get(setKey("web")).orElseThrow();
        assertThat(replicas(updated))
                .containsExactly(new ReplicaFinding.OutdatedNotReady(
                        podKey("web-0"),
                        web.status().currentRevision(),
                        web.status().updateRevision()));
        assertThat(update(updated)).isEqualTo(new UpdateFinding.HeldUp(1));
    }

    @Test
    void anUpdateReplacesThePodsFromTheTop() {
        Cluster updated = patchedOnly(running(set("web", 2, "1Gi", "fast")));
        assertThat(update(updated)).isEqualTo(new UpdateFinding.Replacing(List.of(podKey("web-1"))));
    }

    @Test
    void anUpdateWaitsForWhatIsUnavailable() {
        Cluster updated =
                relabelled(in(WITHOUT_KUBELET.withKubelet(readyOnly("web-0")), parallel(set("web", 2, "1Gi", "fast"))));
        assertThat(update(updated)).isEqualTo(new UpdateFinding.Waiting(1, 1, 1));
    }

    @Test
    void whatIsBelowThePartitionStays() {
        StatefulSet set = set("web", 2, "1Gi", "fast");
        UpdateStrategy strategy = UpdateStrategy.builder()
                .type(UpdateStrategyType.ROLLING_UPDATE)
                .rollingUpdate(RollingUpdate.builder().partition(1).build())
                .build();
        Cluster updated = relabelled(running(set.withSpec(set.spec().withUpdateStrategy(strategy))));
        assertThat(find(updated))
                .isEqualTo(new SetFinding.Settled(setKey("web"), new UpdateFinding.BelowThePartition(1, 1)));
    }

    @Test
    void underOnDeleteThePodsAreLeftToTheUser() {
        StatefulSet set = set("web", 2, "1Gi", "fast");
        UpdateStrategy strategy =
                UpdateStrategy.builder().type(UpdateStrategyType.ON_DELETE).build();
        Cluster updated = relabelled(running(set.withSpec(set.spec().withUpdateStrategy(strategy))));
        assertThat(find(updated)).isEqualTo(new SetFinding.Settled(setKey("web"), new UpdateFinding.LeftToTheUser(2)));
    }

    @Test
    void aScaleDownTakesTheHighestFirst() {
        Cluster scaled = running(set("web", 3, "1Gi", "fast"))
                .patch(setKey("web"), spec("replicas", JsonNumber.of(1)))
                .orThrow();
        assertThat(scaleDown(scaled)).containsExactly(new ScaleDownFinding.Condemned(podKey("web-2")));
    }

    @Test
    void aPodThatIsNotWellIsHeldBackByAnother() {
        Cluster parallel = in(WITHOUT_KUBELET.withKubelet(readyOnly("web-0")), parallel(set("web", 3, "1Gi", "fast")));
        StatefulSet web = parallel.get(setKey("web")).orElseThrow();
        StatefulSet inOrder = web.withSpec(
                set("web", 1, "1Gi", "fast").spec().withTemplate(web.spec().template()));
        assertThat(SetFindings.of(parallel, inOrder))
                .isInstanceOfSatisfying(
                        SetFinding.Unsettled.class,
                        finding -> assertThat(finding.scaleDown())
                                .containsExactly(new ScaleDownFinding.HeldBack(podKey("web-2"), podKey("web-1"))));
    }

    @Test
    void aSetThatIsBeingDeletedIsLeftAlone() {
        StatefulSet set = set("web", 1, "1Gi", "fast");
        Cluster deleting = running(set.withMetadata(set.metadata().withFinalizers("example.com/hold")))
                .delete(setKey("web"))
                .orThrow();
        assertThat(find(deleting)).isEqualTo(new SetFinding.BeingDeleted(setKey("web")));
    }

    private static Kubelet readyOnly(String name) {
        return (pod, cluster) -> pod.metadata().name().equals(name)
                ? Kubelet.READY_AT_ONCE.report(pod, cluster)
                : new Kubelet.Report.Nothing();
    }

    private static SetFinding find(Cluster cluster) {
        return SetFindings.of(cluster, cluster.get(setKey("web")).orElseThrow());
    }

    private static List<ReplicaFinding> replicas(Cluster cluster) {
        return find(cluster) instanceof SetFinding.Unsettled unsettled ? unsettled.replicas() : List.of();
    }

    private static List<ScaleDownFinding> scaleDown(Cluster cluster) {
        return find(cluster) instanceof SetFinding.Unsettled unsettled ? unsettled.scaleDown() : List.of();
    }

    private static UpdateFinding update(Cluster cluster) {
        return ((SetFinding.Unsettled) find(cluster)).update();
    }

    private static Cluster running(StatefulSet set) {
        return create(cluster(), node("a", "8"), storageClass("fast"), set);
    }

    private static Cluster in(ControlPlane plane, StatefulSet set) {
        return create(Cluster.empty(plane.controllers()), node("a", "8"), storageClass("fast"), set);
    }

    private static Cluster created(StatefulSet set) {
        return running(set("other", 0, "1Gi", "fast")).create(set).orThrow();
    }

    private static Cluster create(Cluster start, KubernetesObject... objects) {
        Cluster cluster = start;
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    private static KubernetesObject quota(String claims) {
        return ResourceQuota.builder()
                .metadata(ObjectMeta.builder().name("few").namespace("default").build())
                .spec(ResourceQuotaSpec.builder()
                        .putHard("persistentvolumeclaims", Quantity.parse(claims))
                        .build())
                .build();
    }

    private static StatefulSet deletingClaims(StatefulSet set) {
        return set.withSpec(set.spec()
                .withPersistentVolumeClaimRetentionPolicy(ClaimRetention.builder()
                        .whenDeleted(new ClaimRetentionPolicy("Delete"))
                        .whenScaled(new ClaimRetentionPolicy("Retain"))
                        .build()));
    }

    private static Cluster relabelled(Cluster cluster) {
        return patchedOnly(cluster).settle();
    }

    private static Cluster patchedOnly(Cluster cluster) {
        JsonObject labels = JsonObject.of("labels", text("v", "2"));
        return cluster.patch(setKey("web"), spec("template", JsonObject.of("metadata", labels)))
                .orThrow();
    }

    private static Cluster patched(Cluster cluster, String field, JsonValue value) {
        return cluster.patch(setKey("web"), spec(field, value)).orThrow().settle();
    }

    private static JsonObject spec(String field, JsonValue value) {
        return JsonObject.of("spec", JsonObject.of(field, value));
    }

    private static JsonObject text(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }
}
