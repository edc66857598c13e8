package io.mooring.binding.explain.fix;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.tree.JsonObject;
import io.mooring.tree.MergePatch;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A change to what a pod asks for: in the template that it is made from, or in a pod that nobody makes, made anew. */
record PodChange(Cluster cluster, Pod pod) {
    /**
     * @param what it gets: {@code a toleration of team:NoSchedule}
     * @param fields of a pod's spec, a merge patch; empty if the spec does not allow it
     * @param consequence of all pods of a template: {@code may come to other nodes}
     */
    Optional<Proposal> proposal(String what, Function<JsonObject, Optional<JsonObject>> fields, String consequence) {
        if (pod.metadata().controller().isPresent()) {
            return PodMakers.keeper(cluster, pod).flatMap(keeper -> inTemplate(keeper, what, fields, consequence));
        }
        JsonObject before = Trees.at(cluster.tree(pod.ref()).orElseThrow(), "spec");
        String purpose = "make pod " + pod.ref().qualifiedName() + " anew with " + what;
        return fields.apply(before)
                .map(patch -> Trees.anew(cluster, pod.ref(), spec -> MergePatch.apply(spec.without("nodeName"), patch)))
                .map(anew -> Proposal.of(new Edit.Replace(pod.ref(), anew, purpose), Fix.Cost.RENEWAL));
    }

    private Optional<Proposal> inTemplate(
            KubernetesObject keeper,
            String what,
            Function<JsonObject, Optional<JsonObject>> fields,
            String consequence) {
        JsonObject tree = cluster.tree(keeper.ref()).orElseThrow();
        JsonObject before = Trees.at(Trees.at(Trees.at(tree, "spec"), "template"), "spec");
        String purpose = "give the template of " + keeper.kind().name() + " "
                + keeper.ref().qualifiedName() + " " + what;
        return fields.apply(before)
                .map(fieldsOfPod ->
                        JsonObject.of("spec", JsonObject.of("template", JsonObject.of("spec", fieldsOfPod))))
                .map(patch -> new Edit.Patch(keeper.ref(), patch, purpose))
                .map(patch -> keeper instanceof ReplicaSet
                        ? new Proposal(List.of(patch, renewed()), Fix.Cost.RENEWAL, List.of())
                        : Proposal.of(patch, Fix.Cost.FIELD, "all its pods are made anew, and " + consequence));
    }

    /** A ReplicaSet leaves the pods that it has as they are. */
    private Edit renewed() {
        return new Edit.Delete(
                pod.ref(), "delete pod " + pod.ref().qualifiedName() + ", which its ReplicaSet makes anew");
    }
}
