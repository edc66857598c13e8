package io.mooring.binding.control.scheduler;

import io.mooring.binding.cluster.Cluster;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.node.Node;
import io.mooring.node.NodeMatcher;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeNodeAffinity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a pod comes to its volumes on a node, and how. Models {@code FindPodVolumes} of the plug-in {@code
 * volumebinding}; claims are served smallest request first, and no volume twice.
 */
record VolumeFit(Cluster world, Node node) {
    static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";

    private static final String STORAGE = "storage";
    private static final Comparator<PersistentVolumeClaim> SMALLEST_FIRST =
            Comparator.comparing(claim -> request(claim).orElse(Quantity.ZERO));

    NodeFit fit(PodClaims claims) {
        Optional<Reason> bound = boundProblem(claims.bound());
        NodeFit waiting = waitingFit(claims.waiting());
        if (bound.isEmpty()) {
            return waiting;
        }
        List<String> reasons = new ArrayList<>();
        if (waiting instanceof NodeFit.Rejects rejects) {
            reasons.addAll(rejects.misfit().reasons());
        }
        int place = bound.get() == Reason.VOLUME_NODE_AFFINITY ? 0 : reasons.size();
        reasons.add(place, bound.get().text());
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

    private NodeFit waitingFit(List<PersistentVolumeClaim> claims) {
        List<PersistentVolumeClaim> searching = new ArrayList<>();
        List<PersistentVolumeClaim> provisioning = new ArrayList<>();
        for (PersistentVolumeClaim claim : claims) {
            String selected = claim.metadata().annotations().get(SELECTED_NODE);
            if (selected == null) {
                searching.add(claim);
            } else if (selected.equals(node.metadata().name())) {
                provisioning.add(claim);
            } else {
                return new NodeFit.Rejects(Misfit.of(Reason.NO_VOLUME_TO_BIND));
            }
        }
        List<VolumePlan.Binding> bindings = find(searching);
        searching.stream()
                .filter(claim -> bindings.stream()
                        .noneMatch(binding -> binding.claim().key().equals(claim.key())))
                .sorted(SMALLEST_FIRST)
                .forEach(provisioning::add);
        return provisioningProblem(provisioning)
                .<NodeFit>map(reason -> new NodeFit.Rejects(Misfit.of(reason)))
                .orElseGet(() -> new NodeFit.Fits(node, new VolumePlan(bindings, provisioning)));
    }

    /** Models {@code findMatchingVolumes}. */
    private List<VolumePlan.Binding> find(List<PersistentVolumeClaim> claims) {
        List<VolumePlan.Binding> bindings = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        claims.stream().sorted(SMALLEST_FIRST).forEach(claim -> {
            Search search = Search.byScheduler(claim, node.metadata().labels(), Set.copyOf(taken));
            VolumeMatcher.match(search, world.volumes()).found().ifPresent(volume -> {
                taken.add(volume.metadata().name());
                bindings.add(new VolumePlan.Binding(volume, claim));
            });
        });
        return bindings;
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
