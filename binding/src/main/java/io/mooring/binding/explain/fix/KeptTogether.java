package io.mooring.binding.explain.fix;

import io.mooring.binding.control.workload.PodTemplates;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What helps a pod whose volume can be on one node alone, while other pods have it on another: one pod where several share
 * it, or all of them on one node.
 */
record KeptTogether(Cluster cluster, Pod pod) {
    /**
     * @param users the pods that have the volume
     * @param holders the nodes where they have it
     */
    List<Proposal> proposals(List<Ref<Pod>> users, List<Ref<Node>> holders) {
        return Stream.of(
                        alone(users),
                        holders.stream().findFirst().flatMap(cluster::get).flatMap(this::on))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Only one pod, where all that use it are made by the same. */
    Optional<Proposal> alone(List<Ref<Pod>> users) {
        return sharer(users)
                .filter(keeper ->
                        PodTemplates.wanted(keeper).filter(wanted -> wanted > 1).isPresent())
                .map(this::scaled);
    }

    private Proposal scaled(KubernetesObject keeper) {
        JsonObject patch = JsonObject.of("spec", JsonObject.of("replicas", JsonNumber.of(1)));
        String purpose = "scale " + keeper.kind().name() + " " + keeper.ref().qualifiedName() + " to 1";
        int wanted = PodTemplates.wanted(keeper).orElseThrow();
        return Proposal.of(
                new Edit.Patch(keeper.ref(), patch, purpose), Fix.Cost.FIELD, "it has 1 pod in place of " + wanted);
    }

    /** What makes this pod and every one of those. */
    private Optional<KubernetesObject> sharer(List<Ref<Pod>> users) {
        Optional<KubernetesObject> keeper = PodMakers.keeper(cluster, pod);
        return keeper.filter(mine -> users.stream()
                .map(user -> cluster.get(user).flatMap(found -> PodMakers.keeper(cluster, found)))
                .allMatch(theirs -> theirs.map(KubernetesObject::ref)
                        .filter(mine.ref()::equals)
                        .isPresent()));
    }

    /** Unless the pod already says on which node it is to be. */
    private Optional<Proposal> on(Node node) {
        String key = VolumeDemand.HOSTNAME;
        return Optional.ofNullable(node.metadata().labels().get(key))
                .filter(host -> !pod.spec().nodeSelector().containsKey(key))
                .flatMap(host -> new PodChange(cluster, pod)
                        .proposal(
                                "the nodeSelector " + key + "=" + host,
                                spec -> Optional.of(
                                        JsonObject.of("nodeSelector", JsonObject.of(key, new JsonString(host)))),
                                "run on node " + node.metadata().name() + " alone"));
    }
}
