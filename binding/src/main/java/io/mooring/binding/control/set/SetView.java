package io.mooring.binding.control.set;

import io.mooring.binding.claims.ExistingObjects;
import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.control.volume.Dependents;
import io.mooring.binding.control.workload.Availability;
import io.mooring.binding.control.workload.Revision;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Behaviour;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.UpdateStrategyType;
import java.util.Optional;

/** A set with its pods and revisions, as one sync of it sees them. */
record SetView(Cluster cluster, StatefulSet set, SetPods pods, Revisions revisions) {

    static SetView of(Cluster cluster, StatefulSet set) {
        return new SetView(cluster, set, cluster.view(PodsBySet.VIEW).of(set), Revisions.of(cluster, set));
    }

    /** The first ordinal. */
    int start() {
        return set.startOrdinal();
    }

    /** The first ordinal after the last; ordinals beyond 32 bits are none. */
    int end() {
        return (int) Math.min(set.endOrdinal(), Integer.MAX_VALUE);
    }

    /** How many pods are missing at least: some of those that there are may be beyond the ordinals. */
    int missingAtLeast() {
        return end() - start() - pods.created();
    }

    boolean isInOrder() {
        return set.isInOrder();
    }

    /** Whether the spec has changed since the set was last looked at as a whole. */
    boolean isNew() {
        return set.status().observedGeneration() < set.metadata().generation();
    }

    boolean isOnDelete() {
        return set.spec().updateStrategy().type().equals(Optional.of(UpdateStrategyType.ON_DELETE));
    }

    /** Whether all pods of an earlier template go before new ones come. */
    boolean recreates() {
        return set.spec().updateStrategy().type().equals(Optional.of(UpdateStrategyType.RECREATE));
    }

    /** Whether the strategy is one that this Kubernetes does not know; then nothing is done. */
    boolean hasUnknownStrategy() {
        return recreates() && !cluster.semantics().has(Behaviour.STATEFUL_SET_RECREATE);
    }

    /** Whether claims may get owners at all. */
    boolean retainsAll() {
        return retainsAll(set);
    }

    static boolean retainsAll(StatefulSet set) {
        return !set.deletesClaimsWhenDeleted() && !set.deletesClaimsWhenScaled();
    }

    /**
     * Whether the claims of the set's pods have the owners that the retention policy gives them, as far as counting can
     * tell: so many as should be are the set's.
     */
    boolean ownsItsClaims() {
        int owned = Dependents.BY_OWNER.count(cluster, set.metadata().uid())
                - pods.created()
                - revisions.history().size();
        return owned == claimsToOwn();
    }

    private int claimsToOwn() {
        if (!set.deletesClaimsWhenDeleted()) {
            return 0;
        }
        int condemned = set.deletesClaimsWhenScaled()
                ? (int) pods.outside(start(), end()).count()
                : 0;
        int templates = (int) set.spec().volumeClaimTemplates().stream()
                .map(template -> template.metadata().name())
                .distinct()
                .count();
        return (pods.created() - condemned) * templates;
    }

    /** The pod that the set has at this ordinal. */
    Optional<Pod> pod(int ordinal) {
        return pods.ordinals().contains(ordinal) ? namedPod(set.podName(ordinal)) : Optional.empty();
    }

    private Optional<Pod> namedPod(String name) {
        return cluster.pod(set.metadata().namespace(), name);
    }

    /** Whether a pod that is not the set's has the name. */
    boolean isNameTaken(int ordinal) {
        return !pods.ordinals().contains(ordinal)
                && namedPod(set.podName(ordinal)).isPresent();
    }

    Optional<PersistentVolumeClaim> claim(String name) {
        return cluster.claim(set.metadata().namespace(), name);
    }

    ExistingObjects existing() {
        return new ExistingObjects() {
            @Override
            public Optional<PersistentVolumeClaim> claim(String name) {
                return SetView.this.claim(name);
            }

            @Override
            public Optional<Pod> pod(String name) {
                return namedPod(name);
            }
        };
    }

    /** The pod to make at this ordinal. Models {@code newVersionedStatefulSetPod}. */
    Pod newPod(int ordinal) {
        Revision revision = ordinal < firstToUpdate() ? revisions.current() : revisions.update();
        boolean isTemplate = revision.name().equals(revisions.update().name());
        return StatefulPods.create(isTemplate ? set : asOf(revision), ordinal, revision.name());
    }

    /** The set as the revision has it. Models {@code ApplyRevision}. */
    private StatefulSet asOf(Revision revision) {
        return revision.template()
                .map(template -> set.withSpec(set.spec().withTemplate(template)))
                .orElse(set);
    }

    /** From which ordinal on pods are replaced, counted from the first. */
    int partition() {
        return set.spec()
                .updateStrategy()
                .rollingUpdate()
                .flatMap(RollingUpdate::partition)
                .orElse(0);
    }

    /** Whether a rolling update is to replace the pod, and does so only once the pod and those before it are available. */
    boolean isToReplaceInOrder(Pod pod, int ordinal) {
        return isInOrder()
                && !isOnDelete()
                && !recreates()
                && ordinal >= fromStart(partition())
                && !StatefulPods.revisionOf(pod).equals(revisions.update().name());
    }

    /** Without a partition as many stay as are of the current revision. */
    private int firstToUpdate() {
        if (set.spec().updateStrategy().rollingUpdate().isPresent()) {
            return fromStart(partition());
        }
        return isOnDelete() || recreates() ? start() : fromStart(set.status().currentReplicas());
    }

    /** The ordinal so many after the first, or the last that can be. */
    int fromStart(int count) {
        return (int) Math.min((long) start() + count, Integer.MAX_VALUE);
    }

    /** Whether the pod has been ready for as long as the set wants. Models {@code isRunningAndAvailable}. */
    boolean isAvailable(Pod pod) {
        return Availability.isAvailable(set.spec().minReadySeconds(), pod, cluster.now());
    }

    boolean isUnavailable(Pod pod) {
        return pod.metadata().isBeingDeleted() || !isAvailable(pod);
    }
}
