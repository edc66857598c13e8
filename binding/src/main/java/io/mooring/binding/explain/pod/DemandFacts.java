package io.mooring.binding.explain.pod;

import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
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
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeMatcher;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One demand as facts: what the pod asks for, and what in the cluster makes nodes fail it. Each is needed for the demand to exclude
 * the nodes that it excludes.
 *
 * @param constraint the demand, on all nodes that fail it
 * @param spoken the same, on those nodes of which something is to be said
 */
record DemandFacts(Cluster cluster, Pod pod, List<Ref<Node>> nodes, Constraint constraint, Constraint spoken)
        implements NodeRejection.Cases<List<Fact>> {
    private static final FieldPath AFFINITY = FieldPath.of("spec", "affinity");
    private static final FieldPath REQUESTS = FieldPath.of("spec", "containers");
    private static final int MOST_PODS = 3;
    static final String HOSTNAME = "kubernetes.io/hostname";

    static List<Fact> of(Cluster cluster, Pod pod, List<Ref<Node>> nodes, Constraint constraint, Constraint spoken) {
        return constraint
                .rejected()
                .firstEntry()
                .getValue()
                .accept(new DemandFacts(cluster, pod, nodes, constraint, spoken));
    }

    private FactCode code() {
        return constraint.demand().code();
    }

    private String about() {
        return constraint.demand().about();
    }

    private Fact ofPod(FieldPath field, String text) {
        return Fact.of(code(), pod.ref(), field, text);
    }

    /** Those that meet the demand: {@code n1 alone}. */
    private String served() {
        return Places.whoOf(constraint.allowed(nodes), nodes);
    }

    /** Those that do not, as far as they matter. */
    private String failing() {
        return Places.of(List.copyOf(spoken.rejected().keySet()));
    }

    /** One node, if there is one alone to speak of. */
    private Optional<Ref<Node>> onlyNode() {
        return spoken.rejected().size() == 1 ? Optional.of(spoken.rejected().firstKey()) : Optional.empty();
    }

    @Override
    public List<Fact> cordoned(Cordoned rejection) {
        FieldPath field = FieldPath.of("spec", "unschedulable");
        return List.of(onlyNode()
                .map(node -> Fact.of(code(), node, field, "is cordoned").having(JsonBool.TRUE))
                .orElseGet(
                        () -> ofPod(FieldPath.of("spec", "tolerations"), "may not go to " + failing() + ": cordoned")));
    }

    @Override
    public List<Fact> untoleratedTaint(UntoleratedTaint rejection) {
        return List.of(ofPod(
                        FieldPath.of("spec", "tolerations"),
                        "does not tolerate the taint " + about() + " of " + failing())
                .needing(about()));
    }

    @Override
    public List<Fact> nodeSelectorMismatch(NodeSelectorMismatch rejection) {
        String verb = constraint.allowed(nodes).size() > 1 ? " have" : " has";
        return List.of(ofPod(
                        FieldPath.of("spec", "nodeSelector"),
                        "selects nodes with the label " + about() + ", which " + served() + verb)
                .having(about()));
    }

    @Override
    public List<Fact> nodeAffinityMismatch(NodeAffinityMismatch rejection) {
        String verb = constraint.allowed(nodes).size() > 1 ? " meet" : " meets";
        return List.of(ofPod(
                AFFINITY.child("nodeAffinity"), "requires of its node what " + served() + verb + " (nodeAffinity)"));
    }

    @Override
    public List<Fact> tooManyPods(TooManyPods rejection) {
        return List.of(onlyNode()
                .map(node -> Fact.of(
                                code(),
                                node,
                                FieldPath.of("status", "allocatable").key("pods"),
                                rejection.allocatable() == 0
                                        ? "takes no pods: status.allocatable[pods] is 0 or not set"
                                        : "takes " + rejection.allocatable() + " pods and has " + rejection.pods())
                        .having(JsonNumber.of(rejection.pods()))
                        .needing(JsonNumber.of(rejection.allocatable())))
                .orElseGet(() -> ofPod(FieldPath.ROOT, "is one pod too many for " + failing())));
    }

    @Override
    public List<Fact> insufficientResource(InsufficientResource rejection) {
        boolean isBeyondAll = constraint.rejected().values().stream().allMatch(each -> !each.preemptionMayHelp());
        String rest = constraint.allowed(nodes).isEmpty()
                ? (isBeyondAll ? ", more than any node has" : ", and no node has that much left")
                : ", and " + served() + (constraint.allowed(nodes).size() > 1 ? " have" : " has") + " that much left";
        return List.of(ofPod(REQUESTS, "requests " + about() + " " + rejection.requested() + rest)
                .having(rejection.requested().toString()));
    }

    @Override
    public List<Fact> hostPortTaken(HostPortTaken rejection) {
        Fact wanted = ofPod(REQUESTS, "wants port " + about() + " of its node").having(about());
        List<Ref<Pod>> holders = holders(each -> ((HostPortTaken) each).pods());
        String verb = "has port " + about() + " of ";
        return List.of(wanted, held(holders, verb, "finds port " + about() + " taken by "));
    }

    @Override
    public List<Fact> claimInUse(ClaimInUse rejection) {
        Fact mode = Fact.of(
                        FactCode.CLAIM_ACCESS_MODES,
                        rejection.claim(),
                        FieldPath.of("spec", "accessModes"),
                        "is ReadWriteOncePod: one pod at a time may use it")
                .having("ReadWriteOncePod");
        return List.of(mode, users(rejection));
    }

    private Fact users(ClaimInUse rejection) {
        List<Ref<Pod>> users = rejection.pods();
        return users.size() == 1
                ? Fact.of(
                        code(),
                        users.get(0),
                        FieldPath.of("spec", "volumes"),
                        "uses claim " + rejection.claim().name())
                : Fact.of(code(), rejection.claim(), FieldPath.ROOT, "is in use by " + podNames(users));
    }

    @Override
    public List<Fact> driverNotInstalled(DriverNotInstalled rejection) {
        String verb = constraint.allowed(nodes).size() > 1 ? " have" : " has";
        return List.of(ofPod(
                        FieldPath.of("spec", "volumes"),
                        "uses volumes of driver " + about() + ", which " + served() + verb)
                .needing(about()));
    }

    @Override
    public List<Fact> tooManyVolumes(TooManyVolumes rejection) {
        return List.of(ofPod(
                        FieldPath.of("spec", "volumes"),
                        "uses volumes of driver " + about() + ", of which no more can be attached to " + failing())
                .needing(JsonNumber.of(rejection.limit())));
    }

    @Override
    public List<Fact> volumeNodeAffinityConflict(VolumeNodeAffinityConflict rejection) {
        return List.of(
                boundTo(rejection.claim(), rejection.volume()),
                Fact.of(
                        code(),
                        rejection.volume(),
                        FieldPath.of("spec", "nodeAffinity"),
                        "can be reached from " + served() + wanted(rejection.volume())));
    }

    /** What the volume asks of a node, where none has it: the node it was made for may be gone. */
    private String wanted(Ref<PersistentVolume> volume) {
        return constraint.allowed(nodes).isEmpty()
                ? cluster.get(volume)
                        .flatMap(found -> found.spec().nodeAffinity())
                        .flatMap(VolumeNodeAffinity::required)
                        .map(required -> "; its nodeAffinity wants " + NodeMatcher.of(required))
                        .orElse("")
                : "";
    }

    private static Fact boundTo(Ref<PersistentVolumeClaim> claim, Ref<PersistentVolume> volume) {
        return Fact.of(
                        FactCode.CLAIM_VOLUME,
                        claim,
                        FieldPath.of("spec", "volumeName"),
                        "is bound to volume " + volume.name())
                .having(volume.name());
    }

    @Override
    public List<Fact> noVolumeToBind(NoVolumeToBind rejection) {
        String where = constraint.allowed(nodes).isEmpty() ? "any node" : failing();
        String before = cluster.get(spoken.rejected().firstKey())
                .flatMap(node -> PodFindings.servedBefore(cluster, pod, node, rejection.claim()))
                .map(other -> " beside the one that claim " + other.name() + " of the pod takes")
                .orElse("");
        return List.of(Fact.of(
                code(),
                rejection.claim(),
                FieldPath.ROOT,
                "finds no volume that can be reached from " + where + before + ", and its class makes none"));
    }

    @Override
    public List<Fact> otherNodeSelected(OtherNodeSelected rejection) {
        return List.of(Fact.of(
                        code(),
                        rejection.claim(),
                        FieldPath.of("metadata", "annotations").key(PersistentVolumeClaim.SELECTED_NODE_ANNOTATION),
                        "is to get a volume made for node "
                                + rejection.selected().name()
                                + (cluster.get(rejection.selected()).isEmpty() ? ", which does not exist" : ""))
                .having(rejection.selected().name()));
    }

    @Override
    public List<Fact> topologyNotAllowed(TopologyNotAllowed rejection) {
        Ref<StorageClass> storageClass = rejection.storageClass();
        Fact ofClass = Fact.of(
                        FactCode.CLAIM_CLASS,
                        rejection.claim(),
                        FieldPath.of("spec", "storageClassName"),
                        "is of class " + storageClass.name() + ", and no volume that exists suits it")
                .having(storageClass.name());
        Fact topology =
                Fact.of(code(), storageClass, FieldPath.of("allowedTopologies"), "makes volumes for " + served());
        return List.of(ofClass, topology);
    }

    @Override
    public List<Fact> notEnoughStorage(NotEnoughStorage rejection) {
        String size = cluster.get(rejection.claim())
                .map(claim -> claim.requestedStorage().toString())
                .orElse("");
        boolean isOne = constraint.allowed(nodes).size() < 2;
        return List.of(Fact.of(
                        code(),
                        rejection.claim(),
                        FieldPath.of("spec", "resources", "requests").key("storage"),
                        "requests " + size + ", and " + rejection.provisioner() + " has that much left where "
                                + served() + (isOne ? " is" : " are"))
                .having(size));
    }

    @Override
    public List<Fact> volumeZoneConflict(VolumeZoneConflict rejection) {
        List<Fact> facts = new ArrayList<>();
        cluster.get(rejection.volume())
                .flatMap(PersistentVolume::claim)
                .ifPresent(claim -> facts.add(boundTo(claim, rejection.volume())));
        String zones = cluster.get(rejection.volume())
                .map(volume -> volume.metadata().labels().getOrDefault(rejection.label(), ""))
                .orElse("");
        boolean isOne = constraint.allowed(nodes).size() < 2;
        facts.add(Fact.of(
                        code(),
                        rejection.volume(),
                        FieldPath.of("metadata", "labels").key(rejection.label()),
                        "is for " + rejection.label() + "=" + zones + ", where " + served() + (isOne ? " is" : " are"))
                .having(zones));
        return facts;
    }

    @Override
    public List<Fact> noSpreadDomain(NoSpreadDomain rejection) {
        return spread();
    }

    @Override
    public List<Fact> spreadTooUneven(SpreadTooUneven rejection) {
        return spread();
    }

    private List<Fact> spread() {
        List<String> reasons = new ArrayList<>();
        List<Ref<Node>> unlabelled = spokenWith(NoSpreadDomain.class);
        if (!unlabelled.isEmpty()) {
            reasons.add(Places.of(unlabelled) + (unlabelled.size() == 1 ? " has" : " have") + " no such label");
        }
        Map<String, SpreadTooUneven> domains = new LinkedHashMap<>();
        spoken.rejected().values().stream()
                .filter(SpreadTooUneven.class::isInstance)
                .map(SpreadTooUneven.class::cast)
                .forEach(uneven -> domains.putIfAbsent(uneven.domain(), uneven));
        domains.values()
                .forEach(uneven -> reasons.add("one more in " + uneven.domain() + ", which has " + uneven.pods()
                        + ", would be too many beside the " + uneven.fewest() + " of the emptiest (maxSkew "
                        + uneven.maxSkew()
                        + ")"));
        return List.of(ofPod(
                FieldPath.of("spec", "topologySpreadConstraints"),
                "must be spread with its like over " + about() + ": " + String.join("; ", reasons)));
    }

    private List<Ref<Node>> spokenWith(Class<? extends NodeRejection> type) {
        return spoken.entries().stream()
                .filter(each -> type.isInstance(each.getValue()))
                .<Ref<Node>>map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public List<Fact> notNearWantedPods(NotNearWantedPods rejection) {
        String where = constraint.allowed(nodes).isEmpty() ? "anywhere" : "near " + failing();
        return List.of(ofPod(
                AFFINITY.child("podAffinity"),
                "must share " + place() + " with pods of its podAffinity, and none of these is " + where));
    }

    @Override
    public List<Fact> nearUnwantedPods(NearUnwantedPods rejection) {
        List<Ref<Pod>> holders = holders(each -> ((NearUnwantedPods) each).pods());
        Fact demand = ofPod(
                AFFINITY.child("podAntiAffinity"),
                "must not share " + place() + " with pods such as "
                        + holders.get(0).qualifiedName() + " (podAntiAffinity)");
        return List.of(demand, held(holders, "is on ", "finds such pods in its way: "));
    }

    @Override
    public List<Fact> unwantedByPods(UnwantedByPods rejection) {
        List<Ref<Pod>> pods = holders(each -> ((UnwantedByPods) each).pods());
        Ref<Pod> first = pods.get(0);
        return List.of(
                Fact.of(
                        code(),
                        first,
                        AFFINITY.child("podAntiAffinity"),
                        "must not share " + place() + " with pods such as "
                                + pod.ref().qualifiedName() + " (podAntiAffinity)"),
                held(pods, "is on ", "finds such pods in its way: "));
    }

    /** What pods share that are near to each other. */
    private String place() {
        return about().equals(HOSTNAME) ? "a node" : "its " + about();
    }

    /** Who stands against a demand. */
    private Fact held(List<Ref<Pod>> holders, String one, String several) {
        return holders.size() == 1
                ? Fact.of(
                                FactCode.POD_NODE,
                                holders.get(0),
                                FieldPath.of("spec", "nodeName"),
                                one + where(holders.get(0)))
                        .having(node(holders.get(0)))
                : Fact.of(FactCode.POD_NODE, pod.ref(), FieldPath.ROOT, several + podNames(holders));
    }

    private List<Ref<Pod>> holders(Function<NodeRejection, List<Ref<Pod>>> holdersOf) {
        return spoken.rejected().values().stream()
                .flatMap(each -> holdersOf.apply(each).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private String podNames(List<Ref<Pod>> pods) {
        List<String> named = pods.stream()
                .limit(MOST_PODS)
                .map(each -> each.qualifiedName() + " on " + where(each))
                .toList();
        return String.join(", ", named)
                + (pods.size() > MOST_PODS ? " and " + (pods.size() - MOST_PODS) + " more" : "");
    }

    /** Its node, and what of it counts, where that is not the node itself. */
    private String where(Ref<Pod> other) {
        String node = node(other);
        String domain = constraint.demand().code() == FactCode.NODE_PORT || about().equals(HOSTNAME)
                ? ""
                : cluster.node(node)
                        .flatMap(found ->
                                Optional.ofNullable(found.metadata().labels().get(about())))
                        .orElse("");
        return domain.isEmpty() ? node : node + " (" + domain + ")";
    }

    private String node(Ref<Pod> other) {
        return cluster.get(other)
                .map(found -> found.isPlaced()
                        ? found.spec().nodeName()
                        : found.status().nominatedNodeName())
                .orElse("");
    }
}
