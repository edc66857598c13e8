package io.mooring.binding.explain.pod;

import io.mooring.binding.control.scheduler.Taint;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.finding.NodeRejection;
import java.util.List;

/** Which of a pod's demands a node fails; several where the scheduler says one thing of them. */
final class DemandByRejection implements NodeRejection.Cases<List<Demand>> {
    static final DemandByRejection INSTANCE = new DemandByRejection();

    private DemandByRejection() {}

    private static List<Demand> of(FactCode code, String about, String failure) {
        return List.of(new Demand(code, about, failure));
    }

    @Override
    public List<Demand> cordoned(NodeRejection.Cordoned rejection) {
        return of(FactCode.NODE_CORDONED, "", "cordoned");
    }

    @Override
    public List<Demand> untoleratedTaint(NodeRejection.UntoleratedTaint rejection) {
        return of(FactCode.NODE_TAINT, taint(rejection), "tainted with " + taint(rejection));
    }

    static String taint(NodeRejection.UntoleratedTaint taint) {
        return new Taint(taint.key(), taint.value(), taint.effect()).toString();
    }

    @Override
    public List<Demand> nodeSelectorMismatch(NodeRejection.NodeSelectorMismatch rejection) {
        return rejection.lacking().entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .map(label -> new Demand(FactCode.POD_NODE_SELECTOR, label, "without the label " + label))
                .toList();
    }

    @Override
    public List<Demand> nodeAffinityMismatch(NodeRejection.NodeAffinityMismatch rejection) {
        return of(FactCode.POD_NODE_AFFINITY, "", "outside the nodeAffinity");
    }

    @Override
    public List<Demand> tooManyPods(NodeRejection.TooManyPods rejection) {
        return of(FactCode.NODE_PODS, "", "full of pods");
    }

    @Override
    public List<Demand> insufficientResource(NodeRejection.InsufficientResource rejection) {
        return of(FactCode.NODE_RESOURCE, rejection.resource(), "too little " + rejection.resource() + " left");
    }

    @Override
    public List<Demand> hostPortTaken(NodeRejection.HostPortTaken rejection) {
        return of(FactCode.NODE_PORT, port(rejection), "port " + port(rejection) + " taken");
    }

    static String port(NodeRejection.HostPortTaken port) {
        String address = port.hostIp().equals("0.0.0.0") ? "" : port.hostIp() + ":";
        return address + port.port() + "/" + port.protocol();
    }

    @Override
    public List<Demand> claimInUse(NodeRejection.ClaimInUse rejection) {
        return of(
                FactCode.CLAIM_IN_USE,
                rejection.claim().qualifiedName(),
                "claim " + rejection.claim().name() + " in use");
    }

    @Override
    public List<Demand> driverNotInstalled(NodeRejection.DriverNotInstalled rejection) {
        return of(FactCode.NODE_DRIVER, rejection.driver(), "without driver " + rejection.driver());
    }

    @Override
    public List<Demand> tooManyVolumes(NodeRejection.TooManyVolumes rejection) {
        return of(FactCode.NODE_VOLUME_LIMIT, rejection.driver(), "no more volumes of driver " + rejection.driver());
    }

    @Override
    public List<Demand> volumeNodeAffinityConflict(NodeRejection.VolumeNodeAffinityConflict rejection) {
        return of(
                FactCode.VOLUME_REACH,
                rejection.claim().qualifiedName(),
                "volume of claim " + rejection.claim().name() + " out of reach");
    }

    @Override
    public List<Demand> noVolumeToBind(NodeRejection.NoVolumeToBind rejection) {
        return of(
                FactCode.CLAIM_NO_VOLUME_THERE,
                rejection.claim().qualifiedName(),
                "no volume for claim " + rejection.claim().name());
    }

    @Override
    public List<Demand> otherNodeSelected(NodeRejection.OtherNodeSelected rejection) {
        return of(
                FactCode.CLAIM_SELECTED_NODE,
                rejection.claim().qualifiedName(),
                "volume for claim " + rejection.claim().name() + " made elsewhere");
    }

    @Override
    public List<Demand> topologyNotAllowed(NodeRejection.TopologyNotAllowed rejection) {
        return of(
                FactCode.CLASS_TOPOLOGY,
                rejection.claim().qualifiedName(),
                "outside the topologies of class " + rejection.storageClass().name());
    }

    @Override
    public List<Demand> notEnoughStorage(NodeRejection.NotEnoughStorage rejection) {
        return of(
                FactCode.DRIVER_CAPACITY,
                rejection.claim().qualifiedName(),
                rejection.provisioner() + " has too little left for claim "
                        + rejection.claim().name());
    }

    @Override
    public List<Demand> volumeZoneConflict(NodeRejection.VolumeZoneConflict rejection) {
        return of(
                FactCode.VOLUME_ZONE,
                rejection.volume().name() + " " + rejection.label(),
                "outside the zone of volume " + rejection.volume().name());
    }

    @Override
    public List<Demand> noSpreadDomain(NodeRejection.NoSpreadDomain rejection) {
        return of(
                FactCode.POD_SPREAD,
                rejection.topologyKey(),
                "spread over " + rejection.topologyKey() + " would be uneven");
    }

    @Override
    public List<Demand> spreadTooUneven(NodeRejection.SpreadTooUneven rejection) {
        return of(
                FactCode.POD_SPREAD,
                rejection.topologyKey(),
                "spread over " + rejection.topologyKey() + " would be uneven");
    }

    @Override
    public List<Demand> notNearWantedPods(NodeRejection.NotNearWantedPods rejection) {
        return of(
                FactCode.POD_AFFINITY,
                rejection.topologyKey(),
                "not near the pods of its podAffinity by " + rejection.topologyKey());
    }

    @Override
    public List<Demand> nearUnwantedPods(NodeRejection.NearUnwantedPods rejection) {
        return of(
                FactCode.POD_ANTI_AFFINITY,
                rejection.topologyKey(),
                "near pods of its podAntiAffinity by " + rejection.topologyKey());
    }

    @Override
    public List<Demand> unwantedByPods(NodeRejection.UnwantedByPods rejection) {
        return of(
                FactCode.POD_UNWANTED,
                rejection.topologyKey(),
                "kept away by the podAntiAffinity of others by " + rejection.topologyKey());
    }
}
