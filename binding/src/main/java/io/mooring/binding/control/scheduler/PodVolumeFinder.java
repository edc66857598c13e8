package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.match.Match;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.node.NodeMatcher;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeNodeAffinity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a pod comes to its volumes on a node, and how. Models {@code FindPodVolumes} of the plug-in {@code
 * volumebinding}; claims are served smallest request first, and no volume twice.
 */
record PodVolumeFinder(Cluster cluster, Node node, PodClaims claims) {
    private static final Comparator<PersistentVolumeClaim> SMALLEST_FIRST =
            Comparator.comparing(PersistentVolumeClaim::requestedStorage);

    /** Mooring's choice. */
    FilterResult found() {
        return found(search -> List.of(VolumeMatcher.match(search, cluster.view(VolumeIndexes.POOL))))
                .get(0);
    }

    /** Everything that upstream may find where volumes are equally good; Mooring's choice first. */
    List<FilterResult> allFound() {
        List<FilterResult> results = new ArrayList<>();
        results.add(found());
        found(search -> List.copyOf(VolumeMatcher.choices(search, cluster.view(VolumeIndexes.POOL)))).stream()
                .filter(result -> !results.contains(result))
                .forEach(results::add);
        return results;
    }

    /** All that keeps the pod from its volumes there, with Mooring's choice of volumes. */
    Stream<NodeRejection> unmet() {
        return Stream.concat(
                Stream.concat(unreachable(), madeElsewhere()),
                ways(search -> List.of(VolumeMatcher.match(search, cluster.view(VolumeIndexes.POOL))))
                        .get(0)
                        .provisions()
                        .stream()
                        .flatMap(claim -> new ProvisioningCheck(cluster, node).rejection(claim).stream()));
    }

    /** Which claim of the pod takes the volume that this one would take if it stood alone; empty if there is no such volume. */
    Optional<PersistentVolumeClaim> servedBefore(PersistentVolumeClaim claim) {
        Optional<PersistentVolume> alone = VolumeMatcher.match(
                        Search.byScheduler(claim, node.metadata().labels(), Set.of()), cluster.view(VolumeIndexes.POOL))
                .found();
        return ways(search -> List.of(VolumeMatcher.match(search, cluster.view(VolumeIndexes.POOL))))
                .get(0)
                .bindings()
                .stream()
                .filter(binding -> alone.equals(Optional.of(binding.volume())))
                .map(PodVolumesOnNode.Binding::claim)
                .findFirst();
    }

    private List<FilterResult> found(Function<Search, List<Match>> matches) {
        Optional<NodeRejection> bound = unreachable().findFirst();
        return forWaitingClaims(matches).stream()
                .map(waiting ->
                        bound.map(rejection -> withFirst(rejection, waiting)).orElse(waiting))
                .toList();
    }

    private FilterResult withFirst(NodeRejection rejection, FilterResult result) {
        List<NodeRejection> rejections = new ArrayList<>();
        rejections.add(rejection);
        rejections.addAll(result.rejections());
        return FilterResult.rejected(node, rejections);
    }

    /** Models {@code checkBoundClaims}: the volumes that are not for this node. */
    private Stream<NodeRejection> unreachable() {
        return claims.bound().stream()
                .filter(claim ->
                        !isReachable(claim.volume().flatMap(cluster::get).orElseThrow()))
                .map(claim -> new NodeRejection.VolumeNodeAffinityConflict(
                        claim.ref(), claim.volume().orElseThrow()));
    }

    private boolean isReachable(PersistentVolume volume) {
        return volume.spec()
                .nodeAffinity()
                .flatMap(VolumeNodeAffinity::required)
                .map(required ->
                        NodeMatcher.of(required).matches(node.metadata().labels()))
                .orElse(true);
    }

    private List<FilterResult> forWaitingClaims(Function<Search, List<Match>> matches) {
        Optional<NodeRejection> elsewhere = madeElsewhere().findFirst();
        return elsewhere.isPresent()
                ? List.of(FilterResult.rejected(node, elsewhere.get()))
                : ways(matches).stream().map(this::provisioned).toList();
    }

    /** A claim that has its node already waits for a volume to be made there. */
    private Stream<NodeRejection> madeElsewhere() {
        return claims.waiting().stream()
                .filter(claim -> claim.selectedNode()
                        .filter(selected -> !selected.equals(node.ref()))
                        .isPresent())
                .map(claim -> new NodeRejection.OtherNodeSelected(
                        claim.ref(), claim.selectedNode().orElseThrow()));
    }

    /** For the claims that find nothing, volumes are made; for those that have this node already, none is searched for any more. */
    private List<PodVolumesOnNode> ways(Function<Search, List<Match>> matches) {
        List<PersistentVolumeClaim> searching = claims.waiting().stream()
                .filter(claim -> claim.selectedNode().isEmpty())
                .sorted(SMALLEST_FIRST)
                .toList();
        List<PersistentVolumeClaim> selected = claims.waiting().stream()
                .filter(claim -> claim.selectedNode().equals(Optional.of(node.ref())))
                .toList();
        return bindings(searching, matches).stream()
                .map(bindings -> withProvisions(bindings, searching, selected))
                .toList();
    }

    /** Models {@code findMatchingVolumes}: one list of bindings for each way to choose. */
    private List<List<PodVolumesOnNode.Binding>> bindings(
            List<PersistentVolumeClaim> searching, Function<Search, List<Match>> matches) {
        List<List<PodVolumesOnNode.Binding>> ways = List.of(List.of());
        for (PersistentVolumeClaim claim : searching) {
            ways = ways.stream()
                    .flatMap(way -> matches.apply(search(claim, way)).stream().map(match -> with(way, claim, match)))
                    .toList();
        }
        return ways;
    }

    private Search search(PersistentVolumeClaim claim, List<PodVolumesOnNode.Binding> sofar) {
        Set<String> taken = sofar.stream()
                .map(binding -> binding.volume().metadata().name())
                .collect(Collectors.toSet());
        return Search.byScheduler(claim, node.metadata().labels(), taken);
    }

    private static List<PodVolumesOnNode.Binding> with(
            List<PodVolumesOnNode.Binding> way, PersistentVolumeClaim claim, Match match) {
        List<PodVolumesOnNode.Binding> longer = new ArrayList<>(way);
        match.found().ifPresent(volume -> longer.add(new PodVolumesOnNode.Binding(volume, claim)));
        return longer;
    }

    private static PodVolumesOnNode withProvisions(
            List<PodVolumesOnNode.Binding> bindings,
            List<PersistentVolumeClaim> searching,
            List<PersistentVolumeClaim> selected) {
        List<PersistentVolumeClaim> provisions = new ArrayList<>(selected);
        searching.stream()
                .filter(claim -> bindings.stream()
                        .noneMatch(binding -> binding.claim().ref().equals(claim.ref())))
                .forEach(provisions::add);
        return new PodVolumesOnNode(bindings, provisions);
    }

    private FilterResult provisioned(PodVolumesOnNode volumes) {
        ProvisioningCheck check = new ProvisioningCheck(cluster, node);
        return volumes.provisions().stream()
                .flatMap(claim -> check.rejection(claim).stream())
                .findFirst()
                .map(rejection -> FilterResult.rejected(node, rejection))
                .orElseGet(() -> FilterResult.feasible(node, volumes));
    }
}
