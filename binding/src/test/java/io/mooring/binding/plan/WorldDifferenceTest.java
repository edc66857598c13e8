package io.mooring.binding.plan;

import static io.mooring.binding.control.workload.Workloads.deployment;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.reclaimed;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.setKey;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.plan.Difference.Topic;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumeSource;
import io.mooring.workload.Deployment;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorldDifferenceTest {
    static final Cluster ONE = BestBindingTest.cluster(
                    reclaimed(volume("a", "2Gi", ""), ReclaimPolicy.DELETE),
                    claim("c", "1Gi", ""),
                    storageClass("fast"),
                    node("node-1", "8"),
                    set("web", 2, "1Gi", "fast"))
            .settle();

    @Test
    void nothingDiffersWhereNothingIsDone() {
        assertThat(WorldDifference.ofEdits(ONE, List.of()).text()).isEqualTo("Nothing differs.\n");
    }

    @Test
    void saysFirstThatDataAreLost() {
        WorldDifference difference = WorldDifference.ofEdits(ONE, List.of(WhatIf.delete(claimKey("c"))));

        assertThat(difference.text()).isEqualTo("""
                Data are lost: the storage of 1 volume is deleted or scrubbed.
                1 PersistentVolume loses its data:
                  a   was default/c's
                1 PersistentVolume is gone:
                  a
                1 PersistentVolumeClaim is gone:
                  default/c
                """);
    }

    @Test
    void aPolicyThatIsChangedFirstKeepsTheData() {
        WorldDifference difference = WorldDifference.ofEdits(
                ONE, List.of(WhatIf.reclaimPolicy(volumeKey("a"), ReclaimPolicy.RETAIN), WhatIf.delete(claimKey("c"))));

        assertThat(difference.text()).isEqualTo("""
                No volume loses its data.
                1 PersistentVolumeClaim is gone:
                  default/c
                1 PersistentVolume is released:
                  a   from default/c
                1 PersistentVolume has another policy:
                  a   spec.persistentVolumeReclaimPolicy: Delete -> Retain
                """);
    }

    @Test
    void aSetThatGrowsHasNewPodsAndClaims() {
        WorldDifference difference = WorldDifference.ofEdits(ONE, List.of(WhatIf.scale(setKey("web"), 3)));

        assertThat(difference.text()).isEqualTo("""
                No volume loses its data.
                1 PersistentVolume is new:
                  pvc-00000000-0000-4000-8000-00000000000d
                1 PersistentVolumeClaim is new:
                  default/www-web-2
                1 Pod is new:
                  default/web-2
                1 PersistentVolumeClaim is bound:
                  default/www-web-2   to pvc-00000000-0000-4000-8000-00000000000d
                1 Pod is placed:
                  default/web-2   on node-1
                1 StatefulSet is of another size:
                  default/web   spec.replicas: 2 -> 3
                """);
        assertThat(difference.of(Topic.CLAIM_BOUND)).hasSize(1);
    }

    @Test
    void scrubbingLosesDataToo() {
        PersistentVolume onServer = volume("r", "1Gi", "");
        Cluster recycling = BestBindingTest.cluster(
                        reclaimed(
                                onServer.withSpec(
                                        onServer.spec().withSources(VolumeSource.nfs("nfs.example.com", "/r"))),
                                ReclaimPolicy.RECYCLE),
                        claim("c", "1Gi", ""),
                        node("node-1", "8"))
                .settle();
        Cluster scrubbed = recycling.delete(claimKey("c")).orThrow().settle();

        assertThat(WorldDifference.between(recycling, scrubbed).text()).isEqualTo("""
                Data are lost: the storage of 1 volume is deleted or scrubbed.
                1 PersistentVolume loses its data:
                  r   was default/c's
                1 PersistentVolumeClaim is gone:
                  default/c
                """);
        assertThat(WorldDifference.between(scrubbed, scrubbed).isEmpty()).isTrue();
    }

    /** The annotations by which it counts are nobody's question. */
    @Test
    void aDeploymentThatGrowsDiffersInItsSize() {
        Cluster before = Cluster.empty(ControlPlane.DEFAULT.controllers())
                .create(claim("c", "1Gi", "manual"))
                .orThrow()
                .create(deployment("app", 1, "c"))
                .orThrow()
                .settle();
        WorldDifference difference =
                WorldDifference.ofEdits(before, List.of(WhatIf.scale(Deployment.ref("default", "app"), 2)));

        assertThat(difference.text()).contains("app   spec.replicas: 1 -> 2").doesNotContain("annotations");
    }

    @Test
    void anotherReleaseIsNoDifferenceByItself() {
        Cluster other = WhatIf.in(Semantics.of(Release.parse("1.34")), ONE).settle();

        assertThat(WorldDifference.between(ONE, other).text()).isEqualTo("Nothing differs.\n");
    }
}
