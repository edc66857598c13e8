package io.mooring.binding.explain.fix;

import io.mooring.binding.control.set.SetFindings;
import io.mooring.binding.control.volume.Dependents;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Fix;
import io.mooring.binding.finding.SetFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentStrategyType;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What makes pods, and is to have all of them, running and of its template as it is now. What makes none is as it is to be.
 *
 * @param makers by uid, itself and what it makes, which may make pods
 */
record WorkloadTarget(KubernetesObject maker, Set<String> makers) implements Target {
    static WorkloadTarget of(Cluster settled, KubernetesObject maker) {
        Set<String> makers = Stream.concat(Stream.of(maker), controlled(settled, maker))
                .map(each -> each.metadata().uid())
                .collect(Collectors.toSet());
        return new WorkloadTarget(maker, makers);
    }

    @Override
    public Ref<?> object() {
        return maker.ref();
    }

    @Override
    public boolean isReached(Cluster settled) {
        return settled.get(maker.ref()).filter(now -> hasAll(settled, now)).isPresent();
    }

    private static boolean hasAll(Cluster settled, KubernetesObject now) {
        List<Pod> pods = pods(settled, now).toList();
        boolean doAllRun = pods.stream().allMatch(pod -> new PodTarget(pod.ref()).isReached(settled));
        if (now instanceof StatefulSet set) {
            return doAllRun && isSettled(settled, set);
        }
        if (now instanceof Deployment deployment) {
            int wanted = deployment.wantedReplicas();
            return doAllRun && pods.size() == wanted && deployment.status().updatedReplicas() == wanted;
        }
        return doAllRun && (!(now instanceof ReplicaKeeper keeper) || pods.size() == keeper.wantedReplicas());
    }

    private static boolean isSettled(Cluster settled, StatefulSet set) {
        return SetFindings.of(settled, set) instanceof SetFinding.Settled;
    }

    /** Its pods and those of what it makes, by name. */
    private static Stream<Pod> pods(Cluster settled, KubernetesObject owner) {
        return controlled(settled, owner)
                .flatMap(each -> each instanceof Pod pod ? Stream.of(pod) : pods(settled, each));
    }

    private static Stream<KubernetesObject> controlled(Cluster settled, KubernetesObject owner) {
        return Dependents.BY_OWNER
                .find(settled, owner.metadata().uid())
                .filter(each -> each.metadata().isControlledBy(owner.metadata()));
    }

    @Override
    public Object standing(Cluster settled) {
        return settled.get(maker.ref()).stream()
                .flatMap(now -> pods(settled, now))
                .map(pod -> List.of(pod.ref(), new PodTarget(pod.ref()).standing(settled)))
                .toList();
    }

    /** What helps the first of its pods that does not run. */
    @Override
    public List<Proposal> proposals(Cluster settled) {
        List<Pod> stuck = settled.get(maker.ref()).stream()
                .flatMap(now -> pods(settled, now))
                .filter(pod -> !new PodTarget(pod.ref()).isReached(settled))
                .limit(1)
                .toList();
        return stuck.isEmpty()
                ? trapped(settled).stream().toList()
                : Stream.concat(
                                recreating().stream(),
                                stuck.stream().flatMap(pod -> PodProposals.of(settled, pod.ref(), Set.of()).stream()))
                        .toList();
    }

    /** The pod of an earlier revision that has all it needs, and is not ready for a reason that is not modelled. */
    private Optional<Proposal> trapped(Cluster settled) {
        return settled.get(maker.ref()).stream()
                .flatMap(now -> pods(settled, now))
                .flatMap(pod -> PodProposals.outdated(settled, pod).stream())
                .findFirst();
    }

    /** Where the new pod waits for what the old one has. */
    Optional<Proposal> recreating() {
        boolean isRolling = maker instanceof Deployment deployment
                && deployment
                        .spec()
                        .strategy()
                        .type()
                        .filter(DeploymentStrategyType.RECREATE::equals)
                        .isEmpty();
        if (!isRolling) {
            return Optional.empty();
        }
        JsonObject strategy = JsonObject.builder()
                .put("type", new JsonString(DeploymentStrategyType.RECREATE.value()))
                .put("rollingUpdate", JsonNull.NULL)
                .build();
        return Optional.of(Proposal.of(
                new Edit.Patch(
                        maker.ref(),
                        JsonObject.of("spec", JsonObject.of("strategy", strategy)),
                        "give Deployment " + maker.ref().qualifiedName() + " the strategy Recreate"),
                Fix.Cost.FIELD,
                "it has no pod between the old one and the new one"));
    }

    /** Its pods come and go. */
    @Override
    public boolean mayLose(KubernetesObject lost) {
        return !(lost instanceof PersistentVolume)
                && !(lost instanceof PersistentVolumeClaim)
                && lost.metadata()
                        .controller()
                        .filter(owner -> makers.contains(owner.uid()))
                        .isPresent();
    }

    @Override
    public List<ObjectKind<?>> unknown(Cluster settled) {
        return settled.isKnown(Pod.KIND) ? List.of() : List.of(Pod.KIND);
    }
}
