package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.FoundPods.A;
import static io.mooring.binding.control.scheduler.FoundPods.C;
import static io.mooring.binding.control.scheduler.FoundPods.P;
import static io.mooring.binding.control.scheduler.FoundPods.V;
import static io.mooring.binding.control.scheduler.FoundPods.bound;
import static io.mooring.binding.control.scheduler.FoundPods.found;
import static io.mooring.binding.control.scheduler.FoundPods.named;
import static io.mooring.binding.control.scheduler.FoundPods.object;
import static io.mooring.binding.control.scheduler.FoundPods.on;
import static io.mooring.binding.control.scheduler.FoundPods.rejected;
import static io.mooring.binding.control.scheduler.FoundPods.requiring;
import static io.mooring.binding.control.scheduler.FoundPods.with;
import static io.mooring.binding.control.scheduler.FoundPods.withScratch;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.PodRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is found about pod {@code p}; in clusters without controllers, so that everything stays as it is given. */
class PodFindingsTest {
    @Test
    void aPodOnANodeIsPlaced() {
        assertThat(found(on("a", pod("p")))).isEqualTo(new PodFinding.Placed(P, A));
    }

    @Test
    void aPodThatIsBeingDeletedIsNotScheduled() {
        Pod held = pod("p").withMetadata(pod("p").metadata().withFinalizers("example.com/hold"));
        Cluster cluster = with(node("a", "4"), held).delete(P).orThrow();
        assertThat(found(cluster)).isEqualTo(new PodFinding.BeingDeleted(P));
    }

    @Test
    void aPodThatHasEndedIsNotScheduled() {
        Pod ended = pod("p").withStatus(pod("p").status().withPhase(PodPhase.FAILED));
        Cluster cluster = with(node("a", "4"), pod("p")).updateStatus(ended).orThrow();
        assertThat(found(cluster)).isEqualTo(new PodFinding.Ended(P, PodPhase.FAILED));
    }

    @Test
    void aPodOfAnotherSchedulerIsLeftToIt() {
        Pod pod = pod("p").withSpec(pod("p").spec().withSchedulerName("volcano"));
        assertThat(found(node("a", "4"), pod)).isEqualTo(new PodFinding.OtherScheduler(P, "volcano"));
    }

    @Test
    void aPodWaitsForItsGates() {
        JsonArray gates = new JsonArray(List.of(object("name", "example.com/wait")));
        Pod pod = pod("p").withSpec(pod("p").spec().withRest(JsonObject.of("schedulingGates", gates)));
        assertThat(found(node("a", "4"), pod)).isEqualTo(new PodFinding.Gated(P, List.of("example.com/wait")));
    }

    @Test
    void aPodThatFitsIsSchedulable() {
        assertThat(found(node("a", "4"), pod("p"))).isEqualTo(new PodFinding.Schedulable(P, A));
    }

    @Test
    void volumesThatExistAndVolumesToBeMadeAreBoundForTheNode() {
        Cluster cluster = with(
                node("a", "4"),
                lazy("lazy"),
                volume("v", "2Gi", "lazy"),
                claim("c", "1Gi", "lazy"),
                claim("d", "5Gi", "lazy"),
                pod("p", "c", "d"));
        PersistentVolume volume = cluster.get(V).orElseThrow();
        cluster = cluster.updateStatus(volume.withStatus(volume.status().withPhase(VolumePhase.AVAILABLE)))
                .orThrow();
        assertThat(found(cluster))
                .isEqualTo(new PodFinding.BindingVolumes(
                        P,
                        A,
                        List.of(new PodFinding.BindingVolumes.Binding(C, V)),
                        List.of(PersistentVolumeClaim.ref("default", "d"))));
    }

    @Test
    void thereMayBeNoNodes() {
        assertThat(found(pod("p"))).isEqualTo(new PodFinding.NoNodes(P));
    }

    @Test
    void affinityMayContradictItself() {
        Pod pod = requiring(pod("p"), named("a"), named("b"));
        assertThat(found(node("a", "4"), pod)).isEqualTo(rejected(new PodRejection.ContradictoryAffinity()));
    }

    @Test
    void affinityMayNameNoNodeThatExists() {
        Pod pod = requiring(pod("p"), named("b"));
        assertThat(found(node("a", "4"), pod))
                .isEqualTo(new FitsNowhere(P, List.of(), 1, FitsNowhere.PreemptionPolicy.PREEMPT_LOWER_PRIORITY));
    }

    @Test
    void aClaimMayNotExist() {
        assertThat(found(node("a", "4"), pod("p", "c"))).isEqualTo(rejected(new PodRejection.ClaimNotFound(C)));
    }

    @Test
    void anEphemeralClaimMayNotExistYet() {
        assertThat(found(node("a", "4"), withScratch()))
                .isEqualTo(rejected(
                        new PodRejection.EphemeralClaimNotFound(PersistentVolumeClaim.ref("default", "p-scratch"))));
    }

    @Test
    void anEphemeralClaimMayBeSomebodyElses() {
        assertThat(found(node("a", "4"), claim("p-scratch", "1Gi", "m"), withScratch()))
                .isEqualTo(rejected(
                        new PodRejection.EphemeralClaimOfAnother(PersistentVolumeClaim.ref("default", "p-scratch"))));
    }

    @Test
    void aClaimMayHaveLostItsVolume() {
        Cluster cluster = with(node("a", "4"), bound(claim("c", "1Gi", "m"), "v"), pod("p", "c"));
        PersistentVolumeClaim claim = cluster.get(C).orElseThrow();
        cluster = cluster.updateStatus(claim.withStatus(claim.status().withPhase(ClaimPhase.LOST)))
                .orThrow();
        assertThat(found(cluster)).isEqualTo(rejected(new PodRejection.ClaimLost(C, V)));
    }

    @Test
    void aClaimMayBeBeingDeleted() {
        Cluster cluster = with(node("a", "4"), claim("c", "1Gi", "m"), pod("p", "c"));
        assertThat(found(cluster.delete(C).orThrow())).isEqualTo(rejected(new PodRejection.ClaimBeingDeleted(C)));
    }

    @Test
    void allClaimsThatAreNotBoundAndWaitForNobodyAreNamed() {
        assertThat(found(
                        node("a", "4"),
                        lazy("lazy"),
                        claim("b", "1Gi", "lazy"),
                        claim("c", "1Gi", "m"),
                        claim("d", "1Gi", "m"),
                        pod("p", "b", "c", "d")))
                .isEqualTo(rejected(new PodRejection.UnboundImmediateClaims(
                        List.of(C, PersistentVolumeClaim.ref("default", "d")))));
    }

    @Test
    void theVolumeOfABoundClaimMayNotExist() {
        assertThat(found(node("a", "4"), bound(claim("c", "1Gi", "m"), "v"), pod("p", "c")))
                .isEqualTo(rejected(new PodRejection.VolumeNotFound(C, V)));
    }
}
