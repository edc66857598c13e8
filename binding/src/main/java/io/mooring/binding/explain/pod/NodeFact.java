package io.mooring.binding.explain.pod;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.NodeRejection.ClaimInUse;
import io.mooring.binding.finding.NodeRejection.Cordoned;
import io.mooring.binding.finding.NodeRejection.DriverNotInstalled;
import io.mooring.binding.finding.NodeRejection.HostPortTaken;
import io.mooring.binding.finding.NodeRejection.InsufficientResource;
import io.mooring.binding.finding.NodeRejection.NearUnwantedPods;
import io.mooring.binding.finding.NodeRejection.NoSpreadDomain;
import io.mooring.binding.finding.NodeRejection.NoVolumeToBind;
import io.mooring.binding.finding.NodeRejection.NodeAffinityMismatch;
import io.mooring.binding.finding.NodeRejection.NodeSelectorMismatch;
import io.mooring.binding.finding.NodeRejection.NotEnoughStorage;
import io.mooring.binding.finding.NodeRejection.NotNearWantedPods;
import io.mooring.binding.finding.NodeRejection.OtherNodeSelected;
import io.mooring.binding.finding.NodeRejection.SpreadTooUneven;
import io.mooring.binding.finding.NodeRejection.TooManyPods;
import io.mooring.binding.finding.NodeRejection.TooManyVolumes;
import io.mooring.binding.finding.NodeRejection.TopologyNotAllowed;
import io.mooring.binding.finding.NodeRejection.UntoleratedTaint;
import io.mooring.binding.finding.NodeRejection.UnwantedByPods;
import io.mooring.binding.finding.NodeRejection.VolumeNodeAffinityConflict;
import io.mooring.binding.finding.NodeRejection.VolumeZoneConflict;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Objects;

/** What one node lacks for a pod, as a fact about the node. */
record NodeFact(Ref<Node> node, Demand demand) implements NodeRejection.Cases<Fact> {
    private static final int MOST_PODS = 2;
    private static final FieldPath LABELS = FieldPath.of("metadata", "labels");
    private static final FieldPath TAINTS = FieldPath.of("spec", "taints");
    private static final FieldPath ALLOCATABLE = FieldPath.of("status", "allocatable");

    static Fact of(Ref<Node> node, Constraint constraint) {
        return Objects.requireNonNull(constraint.rejected().get(node)).accept(new NodeFact(node, constraint.demand()));
    }

    private Fact fact(FieldPath field, String text) {
        return Fact.of(demand.code(), node, field, text);
    }

    private Fact fact(String text) {
        return fact(FieldPath.ROOT, text);
    }

    private static String names(List<Ref<Pod>> pods) {
        return Names.of(pods, MOST_PODS);
    }

    @Override
    public Fact cordoned(Cordoned rejection) {
        return fact(FieldPath.of("spec", "unschedulable"), "is cordoned").having(JsonBool.TRUE);
    }

    @Override
    public Fact untoleratedTaint(UntoleratedTaint rejection) {
        return fact(TAINTS, "has the taint " + demand.about()).having(demand.about());
    }

    @Override
    public Fact nodeSelectorMismatch(NodeSelectorMismatch rejection) {
        return fact(LABELS, "lacks the label " + demand.about()).needing(demand.about());
    }

    @Override
    public Fact nodeAffinityMismatch(NodeAffinityMismatch rejection) {
        return fact(LABELS, "does not meet the nodeAffinity");
    }

    @Override
    public Fact tooManyPods(TooManyPods rejection) {
        return fact(
                        ALLOCATABLE.key("pods"),
                        rejection.allocatable() == 0
                                ? "takes no pods: status.allocatable[pods] is 0 or not set"
                                : "takes no more than " + rejection.allocatable() + " pods")
                .having(JsonNumber.of(rejection.pods()))
                .needing(JsonNumber.of(rejection.allocatable()));
    }

    @Override
    public Fact insufficientResource(InsufficientResource rejection) {
        return fact(
                        ALLOCATABLE.key(rejection.resource()),
                        "has " + rejection.resource() + " " + rejection.free() + " left of " + rejection.allocatable()
                                + ", and " + rejection.requested() + " is requested")
                .having(rejection.free().toString())
                .needing(rejection.requested().toString());
    }

    @Override
    public Fact hostPortTaken(HostPortTaken rejection) {
        return fact("has port " + demand.about() + " taken by " + names(rejection.pods()));
    }

    @Override
    public Fact claimInUse(ClaimInUse rejection) {
        return fact("may not have claim " + rejection.claim().name() + ", which " + names(rejection.pods()) + " uses");
    }

    @Override
    public Fact driverNotInstalled(DriverNotInstalled rejection) {
        return fact("lacks driver " + rejection.driver()).needing(rejection.driver());
    }

    @Override
    public Fact tooManyVolumes(TooManyVolumes rejection) {
        return fact("has " + Names.counted(rejection.attached(), "volume") + " of driver " + rejection.driver()
                        + ", and " + rejection.requested() + " more would be beyond its limit of " + rejection.limit())
                .having(JsonNumber.of(rejection.attached()))
                .needing(JsonNumber.of(rejection.limit()));
    }

    @Override
    public Fact volumeNodeAffinityConflict(VolumeNodeAffinityConflict rejection) {
        return fact("does not reach volume " + rejection.volume().name() + " of claim "
                + rejection.claim().name());
    }

    @Override
    public Fact noVolumeToBind(NoVolumeToBind rejection) {
        return fact("reaches no volume for claim " + rejection.claim().name());
    }

    @Override
    public Fact otherNodeSelected(OtherNodeSelected rejection) {
        return fact(
                "is not where a volume is made for claim " + rejection.claim().name());
    }

    @Override
    public Fact topologyNotAllowed(TopologyNotAllowed rejection) {
        return fact(
                LABELS,
                "is outside the allowedTopologies of class "
                        + rejection.storageClass().name() + " of claim "
                        + rejection.claim().name());
    }

    @Override
    public Fact notEnoughStorage(NotEnoughStorage rejection) {
        return fact("is where " + rejection.provisioner() + " has too little left for claim "
                + rejection.claim().name());
    }

    @Override
    public Fact volumeZoneConflict(VolumeZoneConflict rejection) {
        return fact(
                LABELS,
                "is in another " + rejection.label() + " than volume "
                        + rejection.volume().name());
    }

    @Override
    public Fact noSpreadDomain(NoSpreadDomain rejection) {
        return fact(LABELS, "lacks the label " + rejection.topologyKey() + " to spread by");
    }

    @Override
    public Fact spreadTooUneven(SpreadTooUneven rejection) {
        return fact("has " + rejection.pods() + " of its like in " + rejection.domain() + ", and " + rejection.fewest()
                + " are in the emptiest (maxSkew " + rejection.maxSkew() + ")");
    }

    @Override
    public Fact notNearWantedPods(NotNearWantedPods rejection) {
        return fact("has no pod of the podAffinity " + place(rejection.topologyKey()));
    }

    @Override
    public Fact nearUnwantedPods(NearUnwantedPods rejection) {
        return fact("has " + names(rejection.pods()) + " " + place(rejection.topologyKey()) + " (podAntiAffinity)");
    }

    @Override
    public Fact unwantedByPods(UnwantedByPods rejection) {
        return fact(
                "has " + names(rejection.pods()) + " " + place(rejection.topologyKey()) + " (their podAntiAffinity)");
    }

    private static String place(String topologyKey) {
        return topologyKey.equals(DemandFacts.HOSTNAME) ? "on it" : "in its " + topologyKey;
    }
}
