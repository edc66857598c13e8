package io.mooring.binding.story;

import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.onNode;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reclaimed;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.quantity.Quantity;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.PodPhase;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people meet first when they put a StatefulSet on volumes made by hand. */
class ArticleTest {
    private static final JsonObject WITHOUT_CLAIM_REF = JsonObject.of("spec", JsonObject.of("claimRef", JsonNull.NULL));

    @Test
    void aSecondVolumeFreesTheSecondReplica() {
        Cluster one = with(node("node-1", "8"), volume("pv-0", "1Gi", "manual"), set("web", 2, "1Gi", "manual"));

        assertThat(phase(one, "web-0")).hasValue(PodPhase.RUNNING);
        assertThat(phase(one, "web-1")).hasValue(PodPhase.PENDING);
        assertThat(claimPhase(one, "www-web-1")).hasValue(ClaimPhase.PENDING);

        Cluster two = one.create(volume("pv-1", "2Gi", "manual")).orThrow().settle();

        assertThat(phase(two, "web-1")).hasValue(PodPhase.RUNNING);
        assertThat(two.claim("default", "www-web-1").orElseThrow().spec().volumeName())
                .isEqualTo("pv-1");
    }

    @Test
    void aBiggerVolumeIsTakenWhole() {
        Cluster cluster =
                with(volume("big", "10Gi", "manual"), claim("c", "1Gi", "manual"), claim("d", "1Gi", "manual"));

        PersistentVolumeClaim bound = cluster.claim("default", "c").orElseThrow();
        assertThat(bound.spec().volumeName()).isEqualTo("big");
        assertThat(bound.status().capacity()).containsEntry("storage", Quantity.parse("10Gi"));
        assertThat(claimPhase(cluster, "d")).hasValue(ClaimPhase.PENDING);
    }

    @Test
    void clearingClaimRefMakesAReleasedVolumeAvailable() {
        Cluster released = with(volume("pv", "1Gi", "manual"), claim("c", "1Gi", "manual"))
                .delete(claimKey("c"))
                .orThrow()
                .settle();
        assertThat(volumePhase(released, "pv")).hasValue(VolumePhase.RELEASED);
        assertThat(claimPhase(and(released, claim("d", "1Gi", "manual")), "d")).hasValue(ClaimPhase.PENDING);

        Cluster cleared =
                released.patch(volumeKey("pv"), WITHOUT_CLAIM_REF).orThrow().settle();

        assertThat(volumePhase(cleared, "pv")).hasValue(VolumePhase.AVAILABLE);
        assertThat(claimPhase(and(cleared, claim("d", "1Gi", "manual")), "d")).hasValue(ClaimPhase.BOUND);
    }

    @Test
    void deletingAllVolumesLeavesTheBoundOnesTerminating() {
        Cluster cluster = with(volume("a", "1Gi", "manual"), volume("b", "2Gi", "manual"), claim("c", "1Gi", "manual"));
        for (PersistentVolume volume : cluster.list(PersistentVolume.KIND).toList()) {
            cluster = cluster.delete(volume.ref()).orThrow().settle();
        }

        assertThat(cluster.volume("b")).isEmpty();
        assertThat(cluster.volume("a").orElseThrow().metadata().isBeingDeleted())
                .isTrue();
        assertThat(volumePhase(cluster, "a")).hasValue(VolumePhase.BOUND);
        assertThat(claimPhase(cluster, "c")).hasValue(ClaimPhase.BOUND);
        assertThat(cluster.delete(claimKey("c")).orThrow().settle().volume("a")).isEmpty();
    }

    @Test
    void deletingThePodKeepsTheClaim() {
        Cluster cluster = with(node("node-1", "8"), storageClass("fast"), claim("c", "1Gi", "fast"), pod("p", "c"));
        Cluster after = cluster.delete(podKey("p")).orThrow().settle();

        assertThat(phase(cluster, "p")).hasValue(PodPhase.RUNNING);
        assertThat(after.pod("default", "p")).isEmpty();
        assertThat(claimPhase(after, "c")).hasValue(ClaimPhase.BOUND);
        assertThat(after.list(PersistentVolume.KIND)).hasSize(1);
    }

    @Test
    void deletingTheClaimUnderDeleteLosesTheData() {
        Cluster cluster = with(storageClass("fast"), claim("c", "1Gi", "fast"));
        assertThat(cluster.list(PersistentVolume.KIND)).hasSize(1);

        assertThat(cluster.delete(claimKey("c")).orThrow().settle().list(PersistentVolume.KIND))
                .isEmpty();
    }

    @Test
    void deletingTheClaimUnderRetainKeepsTheData() {
        Cluster cluster =
                with(reclaimed(volume("pv", "1Gi", "manual"), ReclaimPolicy.RETAIN), claim("c", "1Gi", "manual"));

        Cluster after = cluster.delete(claimKey("c")).orThrow().settle();

        assertThat(volumePhase(after, "pv")).hasValue(VolumePhase.RELEASED);
    }

    @Test
    void aPodWhoseVolumeSitsOnAFullNodeStaysPending() {
        Cluster cluster = with(
                node("small", "1"),
                node("large", "8"),
                onNode(volume("pv", "1Gi", "manual"), "small"),
                claim("c", "1Gi", "manual"),
                asking(pod("p", "c"), "2"));

        Pod pod = cluster.pod("default", "p").orElseThrow();
        assertThat(pod.spec().nodeName()).isEmpty();
        assertThat(pod.status().conditions())
                .filteredOn(condition -> condition.type().equals("PodScheduled"))
                .extracting(PodCondition::reason)
                .containsExactly("Unschedulable");
        assertThat(phase(and(cluster, asking(pod("q"), "2")), "q")).hasValue(PodPhase.RUNNING);
    }

    private static Cluster with(KubernetesObject... objects) {
        return and(Given.cluster(), objects);
    }

    private static Cluster and(Cluster start, KubernetesObject... objects) {
        Cluster cluster = start;
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    private static Optional<PodPhase> phase(Cluster cluster, String pod) {
        return cluster.pod("default", pod).orElseThrow().status().phase();
    }

    private static Optional<ClaimPhase> claimPhase(Cluster cluster, String claim) {
        return cluster.claim("default", claim).orElseThrow().status().phase();
    }

    private static Optional<VolumePhase> volumePhase(Cluster cluster, String volume) {
        return cluster.volume(volume).orElseThrow().status().phase();
    }
}
