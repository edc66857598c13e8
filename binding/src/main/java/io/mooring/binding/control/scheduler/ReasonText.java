package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.EphemeralClaims;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodRejection;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;

/** Rejections in Kubernetes' words. Upstream: the reasons of a {@code Status}. */
final class ReasonText {
    private static final OfNode OF_NODE = new OfNode();

    private ReasonText() {}

    static String of(NodeRejection rejection) {
        return rejection.accept(OF_NODE);
    }

    static String of(Ref<Pod> pod, PodRejection rejection) {
        return rejection.accept(new OfPod(pod));
    }

    private record OfPod(Ref<Pod> pod) implements PodRejection.Cases<String> {
        @Override
        public String contradictoryAffinity(PodRejection.ContradictoryAffinity rejection) {
            return "pod affinity terms conflict";
        }

        @Override
        public String claimNotFound(PodRejection.ClaimNotFound rejection) {
            return quoted(rejection.claim()) + " not found";
        }

        @Override
        public String ephemeralClaimNotFound(PodRejection.EphemeralClaimNotFound rejection) {
            return "waiting for ephemeral volume controller to create the " + quoted(rejection.claim());
        }

        @Override
        public String ephemeralClaimOfAnother(PodRejection.EphemeralClaimOfAnother rejection) {
            return EphemeralClaims.notOwner(pod, rejection.claim());
        }

        @Override
        public String claimLost(PodRejection.ClaimLost rejection) {
            return quoted(rejection.claim()) + " bound to non-existent persistentvolume \""
                    + rejection.volume().name() + "\"";
        }

        @Override
        public String claimBeingDeleted(PodRejection.ClaimBeingDeleted rejection) {
            return quoted(rejection.claim()) + " is being deleted";
        }

        @Override
        public String unboundImmediateClaims(PodRejection.UnboundImmediateClaims rejection) {
            return "pod has unbound immediate PersistentVolumeClaims";
        }

        @Override
        public String volumeNotFound(PodRejection.VolumeNotFound rejection) {
            return "persistentvolume \"" + rejection.volume().name() + "\" not found";
        }

        private static String quoted(Ref<PersistentVolumeClaim> claim) {
            return "persistentvolumeclaim \"" + claim.name() + "\"";
        }
    }

    private static final class OfNode implements NodeRejection.Cases<String> {
        private static final String AFFINITY_OR_SELECTOR = "node(s) didn't match Pod's node affinity/selector";
        private static final String NOTHING_TO_BIND = "node(s) didn't find available persistent volumes to bind";
        private static final String UNEVEN = "node(s) didn't match pod topology spread constraints";

        @Override
        public String cordoned(NodeRejection.Cordoned rejection) {
            return "node(s) were unschedulable";
        }

        @Override
        public String untoleratedTaint(NodeRejection.UntoleratedTaint rejection) {
            return "node(s) had untolerated taint(s)";
        }

        @Override
        public String nodeSelectorMismatch(NodeRejection.NodeSelectorMismatch rejection) {
            return AFFINITY_OR_SELECTOR;
        }

        @Override
        public String nodeAffinityMismatch(NodeRejection.NodeAffinityMismatch rejection) {
            return AFFINITY_OR_SELECTOR;
        }

        @Override
        public String tooManyPods(NodeRejection.TooManyPods rejection) {
            return "Too many pods";
        }

        @Override
        public String insufficientResource(NodeRejection.InsufficientResource rejection) {
            return "Insufficient " + rejection.resource();
        }

        @Override
        public String hostPortTaken(NodeRejection.HostPortTaken rejection) {
            return "node(s) didn't have free ports for the requested pod ports";
        }

        @Override
        public String driverNotInstalled(NodeRejection.DriverNotInstalled rejection) {
            return rejection.driver() + " CSI driver is not installed on the node";
        }

        @Override
        public String tooManyVolumes(NodeRejection.TooManyVolumes rejection) {
            return "node(s) exceed max volume count";
        }

        @Override
        public String noSpreadDomain(NodeRejection.NoSpreadDomain rejection) {
            return UNEVEN + " (missing required label)";
        }

        @Override
        public String spreadTooUneven(NodeRejection.SpreadTooUneven rejection) {
            return UNEVEN;
        }

        @Override
        public String notNearWantedPods(NodeRejection.NotNearWantedPods rejection) {
            return "node(s) didn't match pod affinity rules";
        }

        @Override
        public String nearUnwantedPods(NodeRejection.NearUnwantedPods rejection) {
            return "node(s) didn't match pod anti-affinity rules";
        }

        @Override
        public String unwantedByPods(NodeRejection.UnwantedByPods rejection) {
            return "node(s) didn't satisfy existing pods anti-affinity rules";
        }

        @Override
        public String claimInUse(NodeRejection.ClaimInUse rejection) {
            return "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by"
                    + " another pod";
        }

        @Override
        public String volumeNodeAffinityConflict(NodeRejection.VolumeNodeAffinityConflict rejection) {
            return "node(s) didn't match PersistentVolume's node affinity";
        }

        @Override
        public String noVolumeToBind(NodeRejection.NoVolumeToBind rejection) {
            return NOTHING_TO_BIND;
        }

        @Override
        public String otherNodeSelected(NodeRejection.OtherNodeSelected rejection) {
            return NOTHING_TO_BIND;
        }

        @Override
        public String topologyNotAllowed(NodeRejection.TopologyNotAllowed rejection) {
            return NOTHING_TO_BIND;
        }

        @Override
        public String notEnoughStorage(NodeRejection.NotEnoughStorage rejection) {
            return "node(s) did not have enough free storage";
        }

        @Override
        public String volumeZoneConflict(NodeRejection.VolumeZoneConflict rejection) {
            return "node(s) had no available volume zone";
        }
    }
}
