package io.mooring.binding.control.binder;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reclaimed;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumePhase;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a volume whose claim is gone. */
class ReclaimTest {
    private static final VolumeSource DATA = VolumeSource.hostPath("/data/p");
    private static final VolumeSource NFS = VolumeSource.nfs("s", "/p");

    @Test
    void retainKeepsEverything() {
        Settled released = released(volume("p", "1Gi", "m"));

        assertThat(released.phaseOfVolume("p")).hasValue(VolumePhase.RELEASED);
        assertThat(released.volume("p").spec().claimRef()).isPresent();
        assertThat(released.told(volumeKey("p"))).isEmpty();
    }

    @Test
    void deleteDeletesWhatLiesBelowTmp() {
        assertThat(released(deleted(path("/tmp/p"))).has(volumeKey("p"))).isFalse();
    }

    @Test
    void deleteRefusesWhatUpstreamsPluginsRefuse() {
        assertThat(whyFailed(deleted(DATA)))
                .isEqualTo("host_path deleter only supports /tmp/.+ but received provided /data/p");
        assertThat(whyFailed(deleted(NFS)))
                .isEqualTo("error getting deleter volume plugin for volume \"p\": no deletable volume plugin matched");
        assertThat(whyFailed(deleted(
                        VolumeSource.of("awsElasticBlockStore", JsonObject.of("volumeID", new JsonString("v"))))))
                .isEqualTo("error getting deleter volume plugin for volume \"p\": no volume plugin matched");
        assertThat(whyFailed(provisionedBy("kubernetes.io/rbd")))
                .isEqualTo("no volume plugin matched name: kubernetes.io/rbd");
    }

    private static String whyFailed(PersistentVolume volume) {
        Settled failed = released(volume);
        String message = failed.volume("p").status().message();
        assertThat(failed.phaseOfVolume("p")).hasValue(VolumePhase.FAILED);
        assertThat(failed.told(volumeKey("p"))).containsExactly("Warning VolumeFailedDelete: " + message);
        return message;
    }

    @Test
    void deleteLeavesTheVolumesOfStrangersToThem() {
        VolumeSource stranger = VolumeSource.csi("alien.example.org", "p");

        assertThat(released(deleted(stranger)).phaseOfVolume("p")).hasValue(VolumePhase.RELEASED);
        assertThat(released(provisionedBy("alien.example.org")).phaseOfVolume("p"))
                .hasValue(VolumePhase.RELEASED);
        assertThat(released(provisionedBy("kubernetes.io/aws-ebs"))
                        .volume("p")
                        .metadata()
                        .annotations())
                .containsEntry("pv.kubernetes.io/migrated-to", "ebs.csi.aws.com");
    }

    @Test
    void aFailedVolumeThatIsFreedIsAvailableWithoutAMessage() {
        Settled freed = released(deleted(DATA))
                .changeVolume("p", volume -> volume.withSpec(volume.spec().withClaimRef(Optional.empty())));

        assertThat(freed.phaseOfVolume("p")).hasValue(VolumePhase.AVAILABLE);
        assertThat(freed.volume("p").status().message()).isEmpty();
    }

    @Test
    void recycleScrubsByAPodAndGivesTheVolumeBack() {
        Settled recycled = Settled.with(node("node-1", "8"), recycled(DATA), claim("c", "1Gi", "m"))
                .deleteClaim("c");

        assertThat(recycled.phaseOfVolume("p")).hasValue(VolumePhase.AVAILABLE);
        assertThat(recycled.volume("p").spec().claimRef()).isEmpty();
        assertThat(recycled.volume("p").metadata().annotations()).isEmpty();
        assertThat(recycled.has(podKey("recycler-for-p"))).isFalse();
        assertThat(recycled.told(volumeKey("p")))
                .containsExactly(
                        "Normal RecyclerPod: Recycler pod: Successfully assigned default/recycler-for-p to node-1",
                        "Normal VolumeRecycled: Volume recycled");
    }

    @Test
    void aRecyclerWaitsForANode() {
        Settled waiting = released(recycled(NFS));

        assertThat(waiting.phaseOfVolume("p")).hasValue(VolumePhase.RELEASED);
        assertThat(waiting.told(volumeKey("p")))
                .containsExactly("Warning RecyclerPod: Recycler pod: no nodes available to schedule pods");
        assertThat(waiting.and(node("node-1", "8")).phaseOfVolume("p")).hasValue(VolumePhase.AVAILABLE);
    }

    @Test
    void recycleWaitsForPodsThatStillNameTheClaim() {
        Settled used = Settled.with(recycled(DATA), claim("c", "1Gi", "m"), pod("user", "c"))
                .deleteClaim("c");

        assertThat(used.told(volumeKey("p")))
                .containsExactly("Normal VolumeFailedRecycle: Volume is used by pods: default/user");
        assertThat(used.has(podKey("recycler-for-p"))).isFalse();
        assertThat(used.delete(podKey("user")).has(podKey("recycler-for-p"))).isTrue();
    }

    @Test
    void nothingRecyclesACsiVolume() {
        Settled failed = released(reclaimed(volume("p", "1Gi", "m"), ReclaimPolicy.RECYCLE));

        assertThat(failed.phaseOfVolume("p")).hasValue(VolumePhase.FAILED);
        assertThat(failed.told(volumeKey("p")))
                .containsExactly("Warning VolumeFailedRecycle: No recycler plugin found for the volume!");
    }

    @Test
    void aRecyclerThatFailsIsTriedAgainAfterAWhile() {
        Settled failed = failed(released(recycled(DATA)));

        assertThat(failed.phaseOfVolume("p")).hasValue(VolumePhase.FAILED);
        assertThat(failed.volume("p").status().message())
                .isEqualTo("Recycle failed: failed to recycle volume: pod failed, pod.Status.Message unknown");
        assertThat(failed.has(podKey("recycler-for-p"))).isFalse();

        Cluster later = failed.cluster().advance(Duration.ofSeconds(15)).settle();

        assertThat(later.pod("default", "recycler-for-p")).isPresent();
    }

    @Test
    void aPodThatHasTheRecyclersNameIsDeletedFirst() {
        Settled blocked = Settled.with(pod("recycler-for-p"), recycled(DATA), claim("c", "1Gi", "m"))
                .deleteClaim("c");

        assertThat(blocked.phaseOfVolume("p")).hasValue(VolumePhase.FAILED);
        assertThat(blocked.told(volumeKey("p")))
                .containsExactly(
                        "Warning VolumeFailedRecycle: Recycle failed: old recycler pod found, will retry later");
        assertThat(blocked.has(podKey("recycler-for-p"))).isFalse();
        Settled later =
                new Settled(blocked.cluster().advance(Duration.ofSeconds(15)).settle());
        assertThat(later.has(podKey("recycler-for-p"))).isTrue();
        assertThat(later.and(node("node-1", "8")).phaseOfVolume("p")).hasValue(VolumePhase.AVAILABLE);
    }

    @Test
    void aVolumeThatCouldNotBeDeletedIsRecycledAtOnceIfItsPolicySaysSo() {
        Settled failed = released(deleted(DATA));
        assertThat(failed.phaseOfVolume("p")).hasValue(VolumePhase.FAILED);

        Settled recycled = failed.changeVolume("p", volume -> reclaimed(volume, ReclaimPolicy.RECYCLE));
        assertThat(recycled.has(podKey("recycler-for-p"))).isTrue();

        assertThat(recycled.and(node("node-1", "8")).phaseOfVolume("p")).hasValue(VolumePhase.AVAILABLE);
    }

    @Test
    void aRecyclerThatFailedWaitsEvenIfSomebodyChangesTheVolume() {
        Settled failed = failed(released(recycled(DATA)));

        Settled changed = failed.changeVolume(
                "p", volume -> volume.withMetadata(volume.metadata().withLabels(Map.of("a", "b"))));

        assertThat(changed.has(podKey("recycler-for-p"))).isFalse();
        assertThat(changed.cluster().advance(Duration.ofSeconds(15)).settle().pod("default", "recycler-for-p"))
                .isPresent();
    }

    private static Settled failed(Settled waiting) {
        Pod recycler = waiting.cluster().pod("default", "recycler-for-p").orElseThrow();
        return new Settled(waiting.cluster()
                .updateStatus(recycler.withStatus(recycler.status().withPhase(PodPhase.FAILED)))
                .orThrow()
                .settle());
    }

    @Test
    void aRecyclerThatNobodyNeedsGoesWhenItEnds() {
        Settled freed = released(recycled(DATA))
                .changeVolume("p", volume -> volume.withSpec(volume.spec().withClaimRef(Optional.empty())));
        assertThat(freed.has(podKey("recycler-for-p"))).isTrue();

        Settled ended = freed.and(node("node-1", "8"));

        assertThat(ended.has(podKey("recycler-for-p"))).isFalse();
        assertThat(ended.phaseOfVolume("p")).hasValue(VolumePhase.AVAILABLE);
    }

    @Test
    void aVolumeThatWasProvisionedInVainIsDeleted() {
        Settled bound = Settled.with(volume("p", "1Gi", "m"), claim("c", "1Gi", "m"));
        PersistentVolume needless = provisionedBy("csi.example.com");
        PersistentVolume tied = needless.withMetadata(needless.metadata().withName("q"))
                .withSpec(needless.spec().withClaimRef(bound.claim("c").reference()));

        assertThat(bound.and(tied).has(volumeKey("q"))).isFalse();
    }

    private static Settled released(PersistentVolume volume) {
        Settled bound = Settled.with(volume, claim("c", "1Gi", "m"));
        assertThat(bound.phaseOfVolume("p")).hasValue(VolumePhase.BOUND);
        Settled released = bound.deleteClaim("c");
        assertThat(released.has(claimKey("c"))).isFalse();
        return released;
    }

    private static PersistentVolume deleted(VolumeSource source) {
        return reclaimed(of(source), ReclaimPolicy.DELETE);
    }

    private static PersistentVolume recycled(VolumeSource source) {
        return reclaimed(of(source), ReclaimPolicy.RECYCLE);
    }

    private static PersistentVolume of(VolumeSource source) {
        PersistentVolume volume = volume("p", "1Gi", "m");
        return volume.withSpec(volume.spec().withSources(List.of(source)));
    }

    private static VolumeSource path(String path) {
        return VolumeSource.hostPath(path);
    }

    private static PersistentVolume provisionedBy(String provisioner) {
        PersistentVolume volume = reclaimed(volume("p", "1Gi", "m"), ReclaimPolicy.DELETE);
        return volume.withMetadata(
                volume.metadata().withAnnotations(Map.of("pv.kubernetes.io/provisioned-by", provisioner)));
    }
}
