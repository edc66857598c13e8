package io.mooring.testkit.assertj;

import static io.mooring.testkit.assertj.MooringAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.Mooring;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.Story;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MooringAssertionsTest {
    private static final String MANIFESTS = """
            {apiVersion: v1, kind: PersistentVolume, metadata: {name: pv-1}, spec: {accessModes: [ReadWriteOnce],
             capacity: {storage: 1Gi}, hostPath: {path: /data}, storageClassName: manual}}
            ---
            {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: small, labels: {app: shop}},
             spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1G}}, storageClassName: manual}}
            ---
            {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: large},
             spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 5Gi}}, storageClassName: manual}}
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: user}, spec: {containers: [{name: c, image: x}],
             volumes: [{name: d, persistentVolumeClaim: {claimName: small}}]}}
            ---
            {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, replicas: 2,
             selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}},
             spec: {containers: [{name: c, image: x}]}}, volumeClaimTemplates: [{metadata: {name: data},
             spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, storageClassName: manual}}]}}
            """;
    private static final Mooring MOORING = Mooring.read(MANIFESTS).settle();
    private static final Cluster CLUSTER = MOORING.cluster();

    private static void assertFails(ThrowingCallable assertion, String... parts) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .message()
                .contains(parts);
    }

    @Test
    void aBoundClaimIsBoundToItsVolume() {
        assertThat(CLUSTER)
                .claim("default/small")
                .isBound()
                .isBoundTo("pv-1")
                .hasClass("manual")
                .hasCapacity("1024Mi")
                .hasLabel("app", "shop")
                .hasFinalizer("kubernetes.io/pvc-protection")
                .hasAnnotation("pv.kubernetes.io/bind-completed", "yes")
                .isNotBeingDeleted()
                .isFine()
                .is(
                        "in the default namespace",
                        claim -> claim.metadata().namespace().equals("default"))
                .volume()
                .isBound()
                .isBoundTo("small")
                .hasReclaimPolicy(ReclaimPolicy.RETAIN)
                .hasCapacity("1Gi")
                .cluster()
                .isSettled();
        assertThat(CLUSTER).claim("large").isPending();
        assertThat(CLUSTER).pod("user").isReady().isOn("node-1").usesClaim("small");
    }

    @Test
    void aFailureHasTheExplanation() {
        assertThatThrownBy(() -> assertThat(CLUSTER).claim("large").isBoundTo("pv-1"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expecting PersistentVolumeClaim default/large to be bound to pv-1, but it is not bound.
                        %s""".formatted(MOORING.why("large").text()));
    }

    @Test
    void everyAssertionCanFail() {
        assertFails(
                () -> assertThat(CLUSTER).claim("small").isBoundTo("pv-2"),
                "to be bound to pv-2, but it is bound to pv-1");
        assertFails(() -> assertThat(CLUSTER).claim("large").isBound(), "to be bound, but it is not");
        assertFails(() -> assertThat(CLUSTER).claim("small").isPending(), "to be pending, but it is Bound");
        assertFails(() -> assertThat(CLUSTER).claim("small").isLost(), "to have lost its volume");
        assertFails(
                () -> assertThat(CLUSTER).claim("small").hasClass("fast"), "to have the class fast, but it has manual");
        assertFails(() -> assertThat(CLUSTER).claim("small").hasCapacity("2Gi"), "to have 2Gi, but it has 1Gi");
        assertFails(() -> assertThat(CLUSTER).claim("large").hasCapacity("2Gi"), "it has nothing");
        assertFails(() -> assertThat(CLUSTER).claim("small").hasLabel("app", "x"), "the label app x, but it has shop");
        assertFails(() -> assertThat(CLUSTER).claim("small").hasAnnotation("a", "x"), "but it has none");
        assertFails(() -> assertThat(CLUSTER).claim("small").hasFinalizer("x"), "kubernetes.io/pvc-protection");
        assertFails(() -> assertThat(CLUSTER).claim("small").isBeingDeleted(), "nobody has asked to delete it");
        assertFails(() -> assertThat(CLUSTER).claim("small").doesNotExist(), "not to exist, but it does");
        assertFails(() -> assertThat(CLUSTER).claim("small").is("blue", claim -> false), "to be blue");
        assertFails(() -> assertThat(CLUSTER).claim("small").hasEvent("Odd"), "to have an event Odd");
        assertFails(() -> assertThat(CLUSTER).claim("large").isFine(), "to be fine, but it is not");
        assertFails(() -> assertThat(CLUSTER).volume("pv-1").isBoundTo("large"), "its claimRef is default/small");
        assertFails(() -> assertThat(CLUSTER).volume("pv-1").isAvailable(), "to be available, but it is Bound");
        assertFails(() -> assertThat(CLUSTER).volume("pv-1").isReleased(), "to be released");
        assertFails(() -> assertThat(CLUSTER).volume("pv-1").isFailed(), "to be failed");
        assertFails(() -> assertThat(CLUSTER).volume("pv-1").hasReclaimPolicy(ReclaimPolicy.DELETE), "it has Retain");
        assertFails(() -> assertThat(CLUSTER).volume("pv-1").hasCapacity("1G"), "it has 1Gi");
        assertFails(() -> assertThat(CLUSTER).pod("web-0").isReady(), "to be ready, but it is not");
        assertFails(() -> assertThat(CLUSTER).pod("web-0").isOn("node-1"), "the node node-1, but it has none");
        assertFails(() -> assertThat(CLUSTER).pod("user").isWaitingForNode(), "it is on node-1");
        assertFails(() -> assertThat(CLUSTER).pod("user").usesClaim("large"), "it uses [small]");
        assertFails(
                () -> assertThat(CLUSTER).statefulSet("web").isReady(), "to have 2 ready replicas, but 0 are ready");
        assertFails(() -> assertThat(CLUSTER).isFine(), "default/large", "default/web");
        assertFails(() -> assertThat(CLUSTER).hasAllClaimsBound(), "default/large");
        assertFails(
                () -> assertThat(CLUSTER.delete(PersistentVolumeClaim.ref("default", "small"))
                                .orThrow())
                        .isSettled(),
                "call settle() first");
    }

    @Test
    void whatIsNotThereIsToldWithWhatIsOrWithWhoWantsIt() {
        assertFails(
                () -> assertThat(CLUSTER).claim("smal").exists(),
                "PersistentVolumeClaim default/smal to exist, but it does not; there are default/data-web-0, default/large");
        assertFails(() -> assertThat(CLUSTER).pod("web-1").exists(), "default/web-1", "web-0");
        assertFails(() -> assertThat(CLUSTER).object(StorageClass.ref("x")).exists(), "there is none of its kind");
    }

    @Test
    void aClusterThatIsNotSettledIsToldSo() {
        Cluster unsettled = Mooring.read(MANIFESTS).cluster();
        assertFails(() -> assertThat(unsettled).claim("small").isBound(), "The cluster is not settled");
    }

    @Test
    void answersAreAcceptedOrRefused() {
        var claim = CLUSTER.claim("default", "small").orElseThrow();
        assertThat(CLUSTER.create(claim)).isRefused().withCode(500).withMessageContaining("resourceVersion");
        assertThat(CLUSTER.delete(claim.ref()))
                .isAccepted()
                .withoutWarnings()
                .cluster()
                .claim("small")
                .isBeingDeleted();
        List<Step> recycled = new ArrayList<>(Step.create("""
                {apiVersion: v1, kind: PersistentVolume, metadata: {name: pv-2}, spec: {accessModes: [ReadWriteOnce],
                 capacity: {storage: 1Gi}, hostPath: {path: /data}, persistentVolumeReclaimPolicy: Recycle}}
                """));
        var volume = Story.of(CLUSTER, recycled).end().volume("pv-2").orElseThrow();
        var fresh = volume.withMetadata(
                volume.metadata().withName("pv-3").withResourceVersion("").withUid(""));
        assertThat(CLUSTER.create(fresh)).withWarningContaining("deprecated");
        assertThat(CLUSTER.create(fresh.withSpec(fresh.spec().withAccessModes(List.of()))))
                .isRefused()
                .withCode(422)
                .because("spec.accessModes");

        assertFails(() -> assertThat(CLUSTER.create(claim)).isAccepted(), "but it was refused");
        assertFails(() -> assertThat(CLUSTER.create(fresh)).isRefused(), "but it was done");
        assertFails(() -> assertThat(CLUSTER.create(fresh)).withoutWarnings(), "deprecated");
        assertFails(() -> assertThat(CLUSTER.create(fresh)).withWarningContaining("odd"), "odd", "deprecated");
        assertFails(() -> assertThat(CLUSTER.create(claim)).withCode(409), "to be 409, but it is 500");
        assertFails(() -> assertThat(CLUSTER.create(claim)).because("spec"), "Expecting spec to be the cause");
        assertFails(() -> assertThat(CLUSTER.create(claim)).withMessageContaining("odd"), "odd", "resourceVersion");
    }

    @Test
    void manifestsAreRefusedOrNot() {
        assertThat(MOORING).hasNoRefusals().claim("small").isBound();
        Mooring refused = Mooring.read("{apiVersion: v1, kind: Node, metadata: {name: Bad_Name}}");
        assertThat(refused).hasRefusalContaining("Bad_Name");
        assertFails(() -> assertThat(refused).hasNoRefusals(), "Bad_Name");
        assertFails(() -> assertThat(refused).hasRefusalContaining("odd"), "odd", "Bad_Name");
        assertFails(() -> assertThat(MOORING).hasRefusalContaining("odd"), "nothing was refused");
    }
}
