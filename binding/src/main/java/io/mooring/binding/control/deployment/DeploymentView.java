package io.mooring.binding.control.deployment;

import io.mooring.binding.control.workload.Int32;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.meta.LabelMatcher;
import io.mooring.workload.Deployment;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicaSetStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A Deployment with its ReplicaSets, as one sync of it sees them.
 *
 * @param current the ReplicaSet of the template as it is now, if there is one. Models {@code FindNewReplicaSet}
 * @param old all others, oldest first
 */
record DeploymentView(Cluster cluster, Deployment deployment, Optional<ReplicaSet> current, List<ReplicaSet> old) {
    static final Index<ReplicaSet, String> ORPHANS = Keeping.orphans(ReplicaSet.KIND);

    static final Comparator<ReplicaSet> OLDEST_FIRST = Comparator.comparing(
                    (ReplicaSet set) -> set.metadata().creationTimestamp(), Comparator.comparing(Optional::get))
            .thenComparing(set -> set.metadata().name());

    static DeploymentView of(Cluster cluster, Deployment deployment, List<ReplicaSet> sets) {
        List<ReplicaSet> sorted = sets.stream().sorted(OLDEST_FIRST).toList();
        Optional<ReplicaSet> current = sorted.stream()
                .filter(set -> withoutHash(set.spec().template())
                        .equals(withoutHash(deployment.spec().template())))
                .findFirst();
        List<ReplicaSet> old =
                sorted.stream().filter(set -> !current.equals(Optional.of(set))).toList();
        return new DeploymentView(cluster, deployment, current, old);
    }

    static LabelMatcher matcher(Deployment deployment) {
        return deployment.spec().selector().map(LabelMatcher::of).orElse(LabelMatcher.NOTHING);
    }

    private static PodTemplateSpec withoutHash(PodTemplateSpec template) {
        Map<String, String> labels = new HashMap<>(template.metadata().labels());
        labels.remove(Deployment.TEMPLATE_HASH_LABEL);
        return template.withMetadata(template.metadata().withLabels(labels));
    }

    /** With a ReplicaSet that was made for the template as it is now. */
    DeploymentView with(ReplicaSet made) {
        return new DeploymentView(cluster, deployment, Optional.of(made), old);
    }

    /** The old ones, then the current one. */
    Stream<ReplicaSet> all() {
        return Stream.concat(old.stream(), current.stream());
    }

    /** Those that are to have pods. */
    static List<ReplicaSet> active(Stream<ReplicaSet> sets) {
        return sets.filter(set -> set.wantedReplicas() > 0).toList();
    }

    int wanted() {
        return deployment.wantedReplicas();
    }

    /** How many pods are asked of all ReplicaSets. */
    int asked() {
        return Int32.bounded(all().mapToLong(ReplicaSet::wantedReplicas).sum());
    }

    /** The most pods that there may be. */
    int most() {
        return Int32.bounded((long) wanted() + maxSurge());
    }

    /** A number in the status of all ReplicaSets together. */
    int sum(ToIntFunction<ReplicaSetStatus> number) {
        return Int32.bounded(
                all().map(ReplicaSet::status).mapToLong(number::applyAsInt).sum());
    }

    boolean isRolling() {
        return RollingBounds.isRolling(deployment);
    }

    int maxSurge() {
        return RollingBounds.maxSurge(deployment);
    }

    int maxUnavailable() {
        return RollingBounds.maxUnavailable(deployment);
    }
}
