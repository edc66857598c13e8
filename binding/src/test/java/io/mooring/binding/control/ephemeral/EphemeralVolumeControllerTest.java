package io.mooring.binding.control.ephemeral;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.OwnerReference;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodVolume;
import org.junit.jupiter.api.Test;

class EphemeralVolumeControllerTest {

    @Test
    void theClaimIsNamedAfterPodAndVolumeAndBelongsToThePod() {
        Cluster cluster = with(withScratch());
        assertThat(cluster.claim("default", "p-scratch")
                        .orElseThrow()
                        .metadata()
                        .ownerReferences())
                .extracting(OwnerReference::uid)
                .containsExactly(
                        cluster.pod("default", "p").orElseThrow().metadata().uid());
        assertThat(cluster.pod("default", "p").orElseThrow().status().phase()).contains(PodPhase.RUNNING);
    }

    @Test
    void theClaimGoesWithItsPod() {
        Cluster cluster = with(withScratch()).delete(podKey("p")).orThrow().settle();
        assertThat(cluster.claim("default", "p-scratch")).isEmpty();
    }

    @Test
    void somebodyElsesClaimIsNotUsed() {
        Cluster cluster = with(claim("p-scratch", "1Gi", "fast"), withScratch());
        String refusal = "PVC default/p-scratch was not created for pod default/p (pod is not owner)";
        assertThat(cluster.pod("default", "p").orElseThrow().spec().nodeName()).isEmpty();
        assertThat(cluster.events())
                .extracting(Event::message)
                .contains(
                        "ephemeral volume scratch: " + refusal, "0/1 nodes are available: " + refusal + ". not found");
    }

    private static Pod withScratch() {
        Pod pod = pod("p");
        EphemeralClaimTemplate template = EphemeralClaimTemplate.builder()
                .spec(claim("", "1Gi", "fast").spec())
                .build();
        return pod.withSpec(pod.spec()
                .withVolumes(PodVolume.builder()
                        .name("scratch")
                        .ephemeral(EphemeralVolumeSource.builder()
                                .volumeClaimTemplate(template)
                                .build())
                        .build()));
    }

    private static Cluster with(KubernetesObject... objects) {
        Cluster cluster = cluster();
        cluster = cluster.create(node("a", "4")).orThrow();
        cluster = cluster.create(storageClass("fast")).orThrow();
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }
}
