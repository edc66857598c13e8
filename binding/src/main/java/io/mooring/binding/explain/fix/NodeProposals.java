package io.mooring.binding.explain.fix;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What may make room for a pod on a node: changes to nodes, to its claims, and to the pod. */
final class NodeProposals {
    /** Nodes of how many sorts are looked at: of those of which the least is said. */
    private static final int SORTS = 4;

    /** Taints that controllers set, or that say what a node is for, by how their keys begin. */
    private static final List<String> CONTROLLERS =
            List.of("node.kubernetes.io/", "node.cloudprovider.kubernetes.io/", "node-role.kubernetes.io/");

    private final Cluster cluster;
    private final Pod pod;
    private final FitsNowhere finding;
    private final Set<Ref<?>> asked;

    /** @param asked the claims and pods that are being helped; the pod is among them */
    NodeProposals(Cluster cluster, Pod pod, FitsNowhere finding, Set<Ref<?>> asked) {
        this.cluster = cluster;
        this.pod = pod;
        this.finding = finding;
        this.asked = asked;
    }

    List<Proposal> all() {
        Set<Proposal> proposals = new LinkedHashSet<>();
        finding.rejected().stream()
                .sorted(Comparator.comparingInt(each -> each.rejections().size()))
                .limit(SORTS)
                .forEach(sort -> cluster.get(sort.nodes().get(0))
                        .ifPresent(node -> proposals.addAll(of(node, sort.rejections()))));
        new NodeAdditions(cluster, finding).like().ifPresent(proposals::add);
        return List.copyOf(proposals);
    }

    /** None unless there is something for each rejection; one after the other then. */
    private List<Proposal> of(Node node, List<NodeRejection> rejections) {
        Means means = new Means(node);
        boolean isHopeless = rejections.stream().anyMatch(rejection -> !rejection.accept(means));
        return isHopeless ? List.of() : means.proposals();
    }

    /** What takes the rejections of one node away; a case answers whether anything does. */
    private final class Means implements NodeRejection.Cases<Boolean> {
        private final Node node;
        private Optional<NodeChange> change = Optional.empty();
        private final List<Proposal> others = new ArrayList<>();

        Means(Node node) {
            this.node = node;
        }

        List<Proposal> proposals() {
            return Stream.concat(change.map(NodeChange::proposal).stream(), others.stream())
                    .toList();
        }

        private boolean change(NodeChange more) {
            change = Optional.of(change.map(before -> before.and(more)).orElse(more));
            return true;
        }

        /** Whether something may help the claim. */
        private boolean claim(Ref<PersistentVolumeClaim> ref) {
            others.addAll(ClaimProposals.of(cluster, ref, asked));
            return cluster.get(ref).isPresent();
        }

        private boolean renewal(Ref<PersistentVolumeClaim> ref) {
            Optional<Proposal> renewal = cluster.get(ref).flatMap(claim -> new ClaimRenewals(cluster, claim).renewal());
            renewal.ifPresent(others::add);
            return renewal.isPresent();
        }

        @Override
        public Boolean cordoned(NodeRejection.Cordoned rejection) {
            return change(NodeChange.uncordon(node));
        }

        /** What a controller says of the node, or what the node is for, is no matter of taste; else the taint goes, or the pod tolerates it. */
        @Override
        public Boolean untoleratedTaint(NodeRejection.UntoleratedTaint rejection) {
            if (isControllers(rejection.key())) {
                return false;
            }
            toleration(rejection).ifPresent(others::add);
            return change(NodeChange.untaint(node, rejection.key(), rejection.effect()));
        }

        /** In the pod, or in the template that it is made from. */
        private Optional<Proposal> toleration(NodeRejection.UntoleratedTaint taint) {
            JsonObject toleration = JsonObject.builder()
                    .put("key", taint.key())
                    .put("operator", "Equal")
                    .put("value", taint.value())
                    .put("effect", taint.effect())
                    .build();
            return new PodChange(cluster, pod)
                    .proposal(
                            "a toleration of " + taint.key() + ":" + taint.effect(),
                            spec -> Optional.of(JsonObject.of("tolerations", new JsonArray(and(spec, toleration)))),
                            "may come to nodes with the taint " + taint.key());
        }

        private static List<JsonValue> and(JsonObject spec, JsonObject toleration) {
            List<JsonValue> all = new ArrayList<>(Trees.items(spec, "tolerations"));
            all.add(toleration);
            return all;
        }

        /** Labels that people give; those of Kubernetes say where the node is. */
        @Override
        public Boolean nodeSelectorMismatch(NodeRejection.NodeSelectorMismatch rejection) {
            return rejection.lacking().keySet().stream().noneMatch(Means::isOfKubernetes)
                    && change(NodeChange.label(node, rejection.lacking()));
        }

        private static boolean isOfKubernetes(String key) {
            int slash = key.indexOf('/');
            String domain = slash < 0 ? "" : key.substring(0, slash);
            return domain.endsWith("kubernetes.io") || domain.endsWith("k8s.io");
        }

        private static boolean isControllers(String key) {
            return CONTROLLERS.stream().anyMatch(key::startsWith);
        }

        @Override
        public Boolean noVolumeToBind(NodeRejection.NoVolumeToBind rejection) {
            return claim(rejection.claim());
        }

        @Override
        public Boolean topologyNotAllowed(NodeRejection.TopologyNotAllowed rejection) {
            return claim(rejection.claim());
        }

        @Override
        public Boolean notEnoughStorage(NodeRejection.NotEnoughStorage rejection) {
            return claim(rejection.claim());
        }

        @Override
        public Boolean volumeNodeAffinityConflict(NodeRejection.VolumeNodeAffinityConflict rejection) {
            return renewal(rejection.claim());
        }

        @Override
        public Boolean volumeZoneConflict(NodeRejection.VolumeZoneConflict rejection) {
            return pod.claims().stream()
                    .filter(claim -> cluster.get(claim)
                            .flatMap(PersistentVolumeClaim::volume)
                            .filter(rejection.volume()::equals)
                            .isPresent())
                    .findFirst()
                    .map(this::renewal)
                    .orElse(false);
        }

        @Override
        public Boolean nodeAffinityMismatch(NodeRejection.NodeAffinityMismatch rejection) {
            return false;
        }

        @Override
        public Boolean tooManyPods(NodeRejection.TooManyPods rejection) {
            return false;
        }

        @Override
        public Boolean insufficientResource(NodeRejection.InsufficientResource rejection) {
            Optional<Proposal> smaller = new SmallerRequest(cluster, pod).of(rejection);
            smaller.ifPresent(others::add);
            return smaller.isPresent();
        }

        @Override
        public Boolean hostPortTaken(NodeRejection.HostPortTaken rejection) {
            return false;
        }

        @Override
        public Boolean claimInUse(NodeRejection.ClaimInUse rejection) {
            Optional<Proposal> alone = new KeptTogether(cluster, pod).alone(rejection.pods());
            alone.ifPresent(others::add);
            return alone.isPresent();
        }

        @Override
        public Boolean driverNotInstalled(NodeRejection.DriverNotInstalled rejection) {
            return false;
        }

        @Override
        public Boolean tooManyVolumes(NodeRejection.TooManyVolumes rejection) {
            return false;
        }

        @Override
        public Boolean otherNodeSelected(NodeRejection.OtherNodeSelected rejection) {
            return false;
        }

        @Override
        public Boolean noSpreadDomain(NodeRejection.NoSpreadDomain rejection) {
            return false;
        }

        @Override
        public Boolean spreadTooUneven(NodeRejection.SpreadTooUneven rejection) {
            return false;
        }

        @Override
        public Boolean notNearWantedPods(NodeRejection.NotNearWantedPods rejection) {
            return false;
        }

        @Override
        public Boolean nearUnwantedPods(NodeRejection.NearUnwantedPods rejection) {
            return false;
        }

        @Override
        public Boolean unwantedByPods(NodeRejection.UnwantedByPods rejection) {
            return false;
        }
    }
}
