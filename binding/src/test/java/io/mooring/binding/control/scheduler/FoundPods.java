package io.mooring.binding.control.scheduler;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.PodRejection;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.EphemeralClaimTemplate;
import io.mooring.workload.EphemeralVolumeSource;
import io.mooring.workload.NodeAffinity;
import io.mooring.workload.Pod;
import io.mooring.workload.PodAffinity;
import io.mooring.workload.PodVolume;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clusters with a pod, and what the scheduler finds of it. */
final class FoundPods {
    static final Ref<Pod> P = Pod.ref("default", "p");
    static final Ref<PersistentVolumeClaim> C = PersistentVolumeClaim.ref("default", "c");
    static final Ref<PersistentVolume> V = PersistentVolume.ref("v");
    static final Ref<Node> A = Node.ref("a");
    static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

    private FoundPods() {}

    static PodFinding rejected(PodRejection rejection) {
        return new PodFinding.RejectedByPreFilter(P, 1, rejection);
    }

    static List<NodeRejection> onA(KubernetesObject... objects) {
        return rejections(with(objects));
    }

    static List<NodeRejection> rejections(Cluster cluster) {
        PodFinding finding = found(cluster);
        assertThat(finding).isInstanceOf(FitsNowhere.class);
        return ((FitsNowhere) finding).rejectionsOf(A);
    }

    static PodFinding found(KubernetesObject... objects) {
        return found(with(objects));
    }

    static PodFinding found(Cluster cluster) {
        return PodFindings.of(cluster, cluster.get(P).orElseThrow());
    }

    static Cluster with(KubernetesObject... objects) {
        Cluster cluster = Cluster.empty(Controllers.NONE);
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow();
        }
        return cluster;
    }

    static Pod on(String node, Pod pod) {
        return pod.withSpec(pod.spec().withNodeName(node));
    }

    static PersistentVolumeClaim bound(PersistentVolumeClaim claim, String volume) {
        PersistentVolumeClaim named = claim.withSpec(claim.spec().withVolumeName(volume));
        return annotated(named, "pv.kubernetes.io/bind-completed", "yes");
    }

    static PersistentVolumeClaim annotated(PersistentVolumeClaim claim, String key, String value) {
        return claim.withMetadata(claim.metadata().withAnnotations(Map.of(key, value)));
    }

    static Node offering(Node node, String resource, String amount) {
        Map<String, Quantity> allocatable = new HashMap<>(node.status().allocatable());
        allocatable.put(resource, Quantity.parse(amount));
        return node.withStatus(node.status().withAllocatable(allocatable));
    }

    static Pod alsoAsking(Pod pod, String resource, String amount) {
        var container = pod.spec().containers().get(0);
        Map<String, Quantity> requests = new HashMap<>(container.resources().requests());
        requests.put(resource, Quantity.parse(amount));
        return pod.withSpec(pod.spec()
                .withContainers(container.withResources(container
                        .resources()
                        .withRequests(requests)
                        .withLimits(Map.of(resource, Quantity.parse(amount))))));
    }

    static Pod requiring(Pod pod, NodeSelectorTerm... parts) {
        NodeSelectorTerm.Builder term = NodeSelectorTerm.builder();
        Arrays.stream(parts).forEach(part -> {
            term.addAllMatchFields(part.matchFields());
            term.addAllMatchExpressions(part.matchExpressions());
        });
        NodeSelector selector =
                NodeSelector.builder().addNodeSelectorTerms(term.build()).build();
        NodeAffinity affinity = NodeAffinity.builder()
                .requiredDuringSchedulingIgnoredDuringExecution(selector)
                .build();
        return pod.withSpec(pod.spec()
                .withAffinity(PodAffinity.builder().nodeAffinity(affinity).build()));
    }

    static NodeSelectorTerm named(String node) {
        return NodeSelectorTerm.builder()
                .addMatchFields(requirement("metadata.name", node))
                .build();
    }

    static NodeSelectorTerm expression(String key, String value) {
        return NodeSelectorTerm.builder()
                .addMatchExpressions(requirement(key, value))
                .build();
    }

    static NodeSelectorRequirement requirement(String key, String value) {
        return NodeSelectorRequirement.builder()
                .key(key)
                .operator("In")
                .addValues(value)
                .build();
    }

    static Pod withScratch() {
        EphemeralClaimTemplate template = EphemeralClaimTemplate.builder()
                .spec(claim("", "1Gi", "fast").spec())
                .build();
        return pod("p").withSpec(pod("p").spec()
                .withVolumes(PodVolume.builder()
                        .name("scratch")
                        .ephemeral(EphemeralVolumeSource.builder()
                                .volumeClaimTemplate(template)
                                .build())
                        .build()));
    }

    static JsonObject object(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }
}
