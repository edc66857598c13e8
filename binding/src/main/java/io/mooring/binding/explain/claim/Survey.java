package io.mooring.binding.explain.claim;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.match.Evaluation;
import io.mooring.binding.match.MatchRule;
import io.mooring.binding.match.Mismatch;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds every volume against every rule, as whoever chooses does: the volume controller, or, where binding waits
 * for the first consumer, the scheduler on each node.
 */
final class Survey {
    private final Cluster cluster;
    private final PersistentVolumeClaim claim;
    private final Search search;

    Survey(Cluster cluster, PersistentVolumeClaim claim) {
        this.cluster = cluster;
        this.claim = claim;
        this.search = ClaimFindings.search(cluster, claim);
    }

    /** Of every volume, by name. */
    List<VolumeVerdict> verdicts() {
        VolumePool pool = cluster.view(VolumeIndexes.POOL);
        return search.delaysBinding() ? byScheduler(pool) : byController(pool);
    }

    private List<VolumeVerdict> byController(VolumePool pool) {
        return VolumeMatcher.evaluate(search, pool).stream()
                .map(evaluation -> verdict(evaluation.volume(), evaluation.mismatches(), Optional.empty()))
                .toList();
    }

    /** The nodes matter only for volumes that would do otherwise. */
    private List<VolumeVerdict> byScheduler(VolumePool pool) {
        if (!cluster.isKnown(Node.KIND)) {
            return evaluations(pool).stream()
                    .map(each -> verdict(each.volume(), apartFromReach(each), Optional.empty()))
                    .toList();
        }
        List<Node> nodes = nodes();
        List<Evaluation> evaluations = evaluations(pool);
        Map<Ref<PersistentVolume>, VolumeVerdict.Reach> reaches = reaches(
                VolumePool.of(evaluations.stream()
                        .filter(each -> apartFromReach(each).isEmpty())
                        .map(Evaluation::volume)
                        .toList()),
                nodes);
        return evaluations.stream()
                .map(each -> verdict(
                        each.volume(),
                        apartFromReach(each),
                        Optional.ofNullable(reaches.get(each.volume().ref()))))
                .toList();
    }

    private List<Evaluation> evaluations(VolumePool pool) {
        return VolumeMatcher.evaluate(Search.byScheduler(claim, Map.of(), Set.of()), pool);
    }

    private static List<Mismatch> apartFromReach(Evaluation evaluation) {
        return evaluation.mismatches().stream()
                .filter(mismatch -> mismatch.rule() != MatchRule.NODE_AFFINITY)
                .toList();
    }

    /** All of them, or the one that the scheduler has chosen already. */
    private List<Node> nodes() {
        return claim.selectedNode()
                .map(selected -> cluster.get(selected).stream().toList())
                .orElseGet(() -> cluster.list(Node.KIND).toList());
    }

    /** From which of the nodes each volume can be reached. */
    private Map<Ref<PersistentVolume>, VolumeVerdict.Reach> reaches(VolumePool volumes, List<Node> nodes) {
        Reaches reaches = new Reaches();
        for (Node node : nodes) {
            Search onNode = Search.byScheduler(claim, node.metadata().labels(), Set.of());
            VolumeMatcher.evaluate(onNode, volumes).forEach(evaluation -> reaches.add(node.ref(), evaluation));
        }
        return volumes.volumes().stream()
                .map(PersistentVolume::ref)
                .collect(Collectors.toMap(volume -> volume, volume -> reaches.of(volume, nodes.size())));
    }

    /** What was found node by node. */
    private static final class Reaches {
        private final Map<Ref<PersistentVolume>, List<Ref<Node>>> reachedFrom = new HashMap<>();
        private final Map<Ref<PersistentVolume>, Mismatch.NotReachable> unreached = new HashMap<>();

        void add(Ref<Node> node, Evaluation evaluation) {
            Ref<PersistentVolume> volume = evaluation.volume().ref();
            if (evaluation.fits()) {
                reachedFrom
                        .computeIfAbsent(volume, ignored -> new ArrayList<>())
                        .add(node);
            }
            evaluation.mismatches().stream()
                    .filter(Mismatch.NotReachable.class::isInstance)
                    .map(Mismatch.NotReachable.class::cast)
                    .forEach(mismatch -> unreached.putIfAbsent(volume, mismatch));
        }

        VolumeVerdict.Reach of(Ref<PersistentVolume> volume, int looked) {
            return new VolumeVerdict.Reach(
                    reachedFrom.getOrDefault(volume, List.of()), looked, Optional.ofNullable(unreached.get(volume)));
        }
    }

    private VolumeVerdict verdict(
            PersistentVolume volume, List<Mismatch> mismatches, Optional<VolumeVerdict.Reach> reach) {
        return new VolumeVerdict(volume, mismatches, reach);
    }
}
