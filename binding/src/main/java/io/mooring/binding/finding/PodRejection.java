package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;

/** Why a pod can run on no node, whatever the nodes are like: what a plug-in's {@code PreFilter} says. */
public sealed interface PodRejection {

    /** Which plug-in says it. */
    SchedulerPlugin plugin();

    /** Answers by the case for this rejection. */
    <R> R accept(Cases<R> cases);

    /**
     * Whether a change of the claims that it names is all that can lift it; new volumes, classes and nodes matter to those
     * claims, and only then to the pod.
     */
    default boolean dependsOnItsClaimsOnly() {
        return false;
    }

    /** One case for each kind of rejection. */
    interface Cases<R> {
        R contradictoryAffinity(ContradictoryAffinity rejection);

        R claimNotFound(ClaimNotFound rejection);

        R ephemeralClaimNotFound(EphemeralClaimNotFound rejection);

        R ephemeralClaimOfAnother(EphemeralClaimOfAnother rejection);

        R claimLost(ClaimLost rejection);

        R claimBeingDeleted(ClaimBeingDeleted rejection);

        R unboundImmediateClaims(UnboundImmediateClaims rejection);

        R volumeNotFound(VolumeNotFound rejection);
    }

    /** The pod's required affinity names nodes, and no name meets all that one term demands. */
    record ContradictoryAffinity() implements PodRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.NODE_AFFINITY;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.contradictoryAffinity(this);
        }
    }

    /** A claim that the pod names does not exist. */
    record ClaimNotFound(Ref<PersistentVolumeClaim> claim) implements PodRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_RESTRICTIONS;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.claimNotFound(this);
        }
    }

    /** The claim of an ephemeral volume has not been made yet. */
    record EphemeralClaimNotFound(Ref<PersistentVolumeClaim> claim) implements PodRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_BINDING;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.ephemeralClaimNotFound(this);
        }
    }

    /** The claim with the name of an ephemeral volume's claim was not made for this pod. */
    record EphemeralClaimOfAnother(Ref<PersistentVolumeClaim> claim) implements PodRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_BINDING;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.ephemeralClaimOfAnother(this);
        }
    }

    /** The claim's volume is lost. */
    record ClaimLost(Ref<PersistentVolumeClaim> claim, Ref<PersistentVolume> volume) implements PodRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_BINDING;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.claimLost(this);
        }
    }

    /** The claim is being deleted. */
    record ClaimBeingDeleted(Ref<PersistentVolumeClaim> claim) implements PodRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_BINDING;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.claimBeingDeleted(this);
        }
    }

    /**
     * Claims that are not bound and wait for no consumer.
     *
     * @param claims one or more, in the order of the pod's volumes
     */
    record UnboundImmediateClaims(List<Ref<PersistentVolumeClaim>> claims) implements PodRejection {
        public UnboundImmediateClaims {
            claims = List.copyOf(claims);
        }

        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_BINDING;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unboundImmediateClaims(this);
        }

        @Override
        public boolean dependsOnItsClaimsOnly() {
            return true;
        }
    }

    /** The volume that a claim is bound to does not exist. */
    record VolumeNotFound(Ref<PersistentVolumeClaim> claim, Ref<PersistentVolume> volume) implements PodRejection {
        @Override
        public SchedulerPlugin plugin() {
            return SchedulerPlugin.VOLUME_ZONE;
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.volumeNotFound(this);
        }
    }
}
