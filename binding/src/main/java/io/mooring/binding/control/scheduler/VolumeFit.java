package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.match.Match;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.node.NodeMatcher;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeNodeAffinity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether a pod comes to its volumes on a node, and how. Models {@code FindPodVolumes} of the plug-in {@code
 * volumebinding}; claims are served smallest request first, and no volume twice.
 */
record VolumeFit(Cluster world, Node node) {
    private static final String STORAGE = "storage";
    private static final Comparator<PersistentVolumeClaim> SMALLEST_FIRST =
            Comparator.comparing(claim -> request(claim).orElse(Quantity.ZERO));

    /** Mooring's choice. */
    NodeFit fit(PodClaims claims) {
        return fits(claims, search -> List.of(VolumeMatcher.match(search, world.view(VolumeIndexes.POOL))))
                .get(0);
    }

    /** Everything that upstream may find where volumes are equally good; Mooring's choice first. */
    List<NodeFit> fits(PodClaims claims) {
        List<NodeFit> fits = new ArrayList<>();
        fits.add(fit(claims));
        fits(claims, search -> List.copyOf(VolumeMatcher.choices(search, world.view(VolumeIndexes.POOL)))).stream()
                .filter(fit -> !fits.contains(fit))
                .forEach(fits::add);
        return fits;
    }

    private List<NodeFit> fits(PodClaims claims, Function<Search, List<Match>> matches) {
        Optional<Reason> bound = boundProblem(claims.bound());
        return waitingFits(claims.waiting(), matches).stream()
                .map(waiting -> bound.map(problem -> both(problem, waiting)).orElse(waiting))
                .toList();
    }

    private static NodeFit both(Reason bound, NodeFit waiting) {
        List<String> reasons = new ArrayList<>();
        if (waiting instanceof NodeFit.Rejects rejects) {
            reasons.addAll(rejects.misfit().reasons());
        }
        int place = bound == Reason.VOLUME_NODE_AFFINITY ? 0 : reasons.size();
        reasons.add(place, bound.text());
        return new NodeFit.Rejects(new Misfit(reasons, false));
    }

    /** Models {@code checkBoundClaims}: the first volume that is not there or not for this node. */
    private Optional<Reason> boundProblem(List<PersistentVolumeClaim> claims) {
        for (PersistentVolumeClaim claim : claims) {
            Optional<PersistentVolume> volume = world.volume(claim.spec().volumeName());
            if (volume.isEmpty()) {
                return Optional.of(Reason.VOLUME_MISSING);
            }
            if (!isReachable(volume.get())) {
                return Optional.of(Reason.VOLUME_NODE_AFFINITY);
            }
        }
        return Optional.empty();
    }

    private boolean isReachable(PersistentVolume volume) {
        return volume.spec()
                .nodeAffinity()
                .flatMap(VolumeNodeAffinity::required)
                .map(required ->
                        NodeMatcher.of(required).matches(node.metadata().labels()))
                .orElse(true);
    }

    private List<NodeFit> waitingFits(List<PersistentVolumeClaim> claims, Function<Search, List<Match>> matches) {
        List<PersistentVolumeClaim> searching = new ArrayList<>();
        List<PersistentVolumeClaim> provisioning = new ArrayList<>();
        for (PersistentVolumeClaim claim : claims) {
            String selected = claim.metadata().annotations().get(VolumeAnnotations.SELECTED_NODE);
            if (selected == null) {
                searching.add(claim);
            } else if (selected.equals(node.metadata().name())) {
                provisioning.add(claim);
            } else {
                return List.of(new NodeFit.Rejects(Misfit.of(Reason.NO_VOLUME_TO_BIND)));
            }
        }
        searching.sort(SMALLEST_FIRST);
        return bindings(searching, matches).stream()
                .map(bindings -> provisioned(bindings, searching, provisioning))
                .toList();
    }

    /** Models {@code findMatchingVolumes}: one list of bindings for each way to choose. */
    private List<List<VolumePlan.Binding>> bindings(
            List<PersistentVolumeClaim> claims, Function<Search, List<Match>> matches) {
        List<List<VolumePlan.Binding>> ways = List.of(List.of());
        for (PersistentVolumeClaim claim : claims) {
            ways = ways.stream()
                    .flatMap(way -> matches.apply(search(claim, way)).stream().map(match -> with(way, claim, match)))
                    .toList();
        }
        return ways;
    }

    private Search search(PersistentVolumeClaim claim, List<VolumePlan.Binding> sofar) {
        Set<String> taken = sofar.stream()
                .map(binding -> binding.volume().metadata().name())
                .collect(Collectors.toSet());
        return Search.byScheduler(claim, node.metadata().labels(), taken);
    }

    private static List<VolumePlan.Binding> with(
            List<VolumePlan.Binding> way, PersistentVolumeClaim claim, Match match) {
        List<VolumePlan.Binding> longer = new ArrayList<>(way);
        match.found().ifPresent(volume -> longer.add(new VolumePlan.Binding(volume, claim)));
        return longer;
    }

    private NodeFit provisioned(
            List<VolumePlan.Binding> bindings,
            List<PersistentVolumeClaim> searching,
            List<PersistentVolumeClaim> selected) {
        List<PersistentVolumeClaim> provisions = new ArrayList<>(selected);
        searching.stream()
                .filter(claim -> bindings.stream()
                        .noneMatch(binding -> binding.claim().ref().equals(claim.ref())))
                .forEach(provisions::add);
        return provisioningProblem(provisions)
                .<NodeFit>map(reason -> new NodeFit.Rejects(Misfit.of(reason)))
                .orElseGet(() -> new NodeFit.Fits(node, new VolumePlan(bindings, provisions)));
    }

    private Optional<Reason> provisioningProblem(List<PersistentVolumeClaim> claims) {
        return claims.stream()
                .flatMap(claim -> Provisioning.problem(world, node, claim).stream())
                .findFirst();
    }

    static Optional<Quantity> request(PersistentVolumeClaim claim) {
        Map<String, Quantity> requests = claim.spec().resources().requests();
        return Optional.ofNullable(requests.get(STORAGE));
    }
}
