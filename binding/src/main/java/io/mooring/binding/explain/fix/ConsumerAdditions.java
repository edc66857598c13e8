package io.mooring.binding.explain.fix;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.List;

/** Pods for a claim that waits for its first consumer. */
record ConsumerAdditions(Cluster cluster, PersistentVolumeClaim claim) {
    private static final String HOSTNAME = "kubernetes.io/hostname";

    /** A pod; where something is there that makes one, that it does; where somebody placed one by hand, one that is not. */
    List<Proposal> proposals() {
        List<Pod> placed = VolumeIndexes.PODS_BY_CLAIM
                .find(cluster, claim.ref())
                .filter(pod -> pod.isPlaced() && !pod.isTerminated())
                .toList();
        if (!placed.isEmpty()) {
            return List.of(scheduled(placed.get(0)));
        }
        List<? extends KubernetesObject> makers = cluster.allIn(claim.metadata().namespace())
                .filter(object -> PodMakers.usesClaim(object, claim.metadata().name()))
                .toList();
        return makers.isEmpty()
                ? List.of(pod())
                : makers.stream()
                        .limit(1)
                        .flatMap(maker -> scaling(maker).stream())
                        .toList();
    }

    private static List<Proposal> scaling(KubernetesObject maker) {
        JsonObject patch = JsonObject.of("spec", JsonObject.of("replicas", JsonNumber.of(1)));
        String purpose = "scale " + maker.kind().name() + " " + maker.ref().qualifiedName() + " to 1";
        return PodMakers.isScaledToNone(maker)
                ? List.of(Proposal.of(new Edit.Patch(maker.ref(), patch, purpose), Fix.Cost.ADDITION))
                : List.of();
    }

    private Proposal pod() {
        String purpose = "create a pod that uses claim " + claim.ref().qualifiedName();
        return Proposal.of(new Edit.Create(example("first-consumer", JsonObject.EMPTY), purpose), Fix.Cost.ADDITION);
    }

    /** The pod again, placed by the scheduler, on the node where somebody put it without; or one like it. */
    private Proposal scheduled(Pod pod) {
        JsonObject selector = JsonObject.of(HOSTNAME, new JsonString(pod.spec().nodeName()));
        String purpose = "let the scheduler place pod " + pod.ref().qualifiedName()
                + ", with a nodeSelector or an affinity in place of its nodeName";
        if (pod.metadata().controller().isPresent()) {
            JsonObject example = example("first-consumer", JsonObject.of("nodeSelector", selector));
            return Proposal.of(new Edit.Create(example, purpose), Fix.Cost.ADDITION);
        }
        JsonObject anew =
                Trees.anew(cluster, pod.ref(), spec -> spec.without("nodeName").with("nodeSelector", selector));
        return Proposal.of(
                new Edit.Replace(pod.ref(), anew, purpose),
                Fix.Cost.RENEWAL,
                "pod " + pod.ref().qualifiedName() + " is deleted and made anew");
    }

    private JsonObject example(String name, JsonObject place) {
        JsonObject source = JsonObject.of(
                "persistentVolumeClaim",
                JsonObject.of("claimName", new JsonString(claim.metadata().name())));
        return JsonObject.builder()
                .put("apiVersion", Pod.KIND.apiVersion())
                .put("kind", Pod.KIND.name())
                .put(
                        "metadata",
                        JsonObject.builder()
                                .put("namespace", claim.metadata().namespace())
                                .put("name", name)
                                .build())
                .put(
                        "spec",
                        JsonObject.builder()
                                .put("containers", JsonArray.of(container()))
                                .put("volumes", JsonArray.of(source.with("name", new JsonString("data"))))
                                .putAll(place)
                                .build())
                .build();
    }

    private static JsonObject container() {
        return JsonObject.builder().put("name", "app").put("image", "app").build();
    }
}
