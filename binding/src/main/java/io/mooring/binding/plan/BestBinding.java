package io.mooring.binding.plan;

import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.control.volume.VolumeIndexes;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.plan.Competition.HallSet;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a {@link BindingPlan}. */
final class BestBinding {
    private static final List<ObjectKind<?>> NEEDED =
            List.of(PersistentVolume.KIND, PersistentVolumeClaim.KIND, StorageClass.KIND, Node.KIND, Pod.KIND);

    private final Cluster cluster;
    private final Contenders contenders;
    private final BindingGraph graph;
    private final Matching best;

    private BestBinding(Cluster cluster) {
        this.cluster = cluster;
        this.contenders = Contenders.of(cluster);
        this.graph = BindingGraph.of(contenders);
        this.best = Matching.best(graph);
    }

    static BindingPlan of(Cluster cluster) {
        return in(cluster).plan();
    }

    static BestBinding in(Cluster cluster) {
        return new BestBinding(cluster);
    }

    /** What ties each claim to its volume. */
    List<Edit> reservations() {
        return Reservations.of(contenders, pairs());
    }

    /** The claims without a volume that somebody makes one for. */
    List<Ref<PersistentVolumeClaim>> provisioned() {
        return refs(best.unmatched().filter(claim -> graph.claim(claim).isProvisioned()));
    }

    /** The claims without a volume that nobody makes one for, by namespace and name. */
    List<PersistentVolumeClaim> unserved() {
        return losers().mapToObj(claim -> graph.claim(claim).claim())
                .sorted(Comparator.comparing(PersistentVolumeClaim::ref))
                .toList();
    }

    private BindingPlan plan() {
        List<Pair> pairs = pairs();
        List<Edit> edits = reservations();
        List<Edit> refused = new ArrayList<>();
        Cluster tried = applied(edits, refused).settle();
        Cluster byItself = cluster.settle();
        return new BindingPlan(
                contenders.claims().size(),
                (int) cluster.list(PersistentVolumeClaim.KIND).count()
                        - contenders.claims().size(),
                pairs,
                boundIn(byItself),
                edits,
                refused,
                provisioned(),
                awaitingPods(byItself),
                competitions(),
                refs(losers().filter(claim -> !fitsAny(claim))),
                unplaced(pairs, tried),
                NEEDED.stream().filter(kind -> !cluster.isKnown(kind)).toList());
    }

    private Cluster applied(List<Edit> edits, List<Edit> refused) {
        Cluster changed = cluster;
        for (Edit edit : edits) {
            Outcome outcome = edit.on(changed);
            changed = outcome.cluster();
            if (!outcome.answer().isAccepted()) {
                refused.add(edit);
            }
        }
        return changed;
    }

    /** Who gets what, by claim. */
    List<Pair> pairs() {
        return IntStream.range(0, graph.claimSide().size())
                .filter(claim -> best.volumeOf(claim) >= 0)
                .mapToObj(claim -> Pair.of(
                        graph.claim(claim).claim(),
                        graph.volume(best.volumeOf(claim)).volume()))
                .sorted(Comparator.comparing(Pair::claim))
                .toList();
    }

    /** The claims that waited and have one of the volumes now. */
    private List<Pair> boundIn(Cluster settled) {
        Set<Ref<PersistentVolume>> offered =
                contenders.volumes().stream().map(Contenders.Offer::ref).collect(Collectors.toSet());
        return contenders.claims().stream()
                .flatMap(contender -> settled.get(contender.ref()).stream())
                .filter(PersistentVolumeClaim::isBound)
                .flatMap(claim -> claim
                        .volume()
                        .filter(offered::contains)
                        .flatMap(settled::get)
                        .map(volume -> Pair.of(claim, volume))
                        .stream())
                .toList();
    }

    /** The claims that waited and still have no volume, since no pod that uses them is being scheduled. */
    private List<Ref<PersistentVolumeClaim>> awaitingPods(Cluster settled) {
        return contenders.claims().stream()
                .flatMap(contender -> settled.get(contender.ref()).stream())
                .filter(claim -> !claim.wasBound() && StorageClasses.waitsForFirstConsumer(settled, claim))
                .filter(claim ->
                        VolumeIndexes.PODS_BY_CLAIM.find(settled, claim.ref()).noneMatch(pod -> !pod.hasEnded()))
                .map(PersistentVolumeClaim::ref)
                .toList();
    }

    private IntStream losers() {
        return best.unmatched().filter(claim -> !graph.claim(claim).isProvisioned());
    }

    private boolean fitsAny(int claim) {
        return graph.claimSide().next(claim, 0, graph.allVolumes()) >= 0;
    }

    private List<Ref<PersistentVolumeClaim>> refs(IntStream claims) {
        return claims.mapToObj(claim -> graph.claim(claim).ref()).sorted().toList();
    }

    private List<Competition> competitions() {
        return HallSets.among(losers().filter(this::fitsAny), graph, best).stream()
                .map(contest -> new Competition(
                        claims(contest.losers(), contest.volumes()),
                        volumes(contest.volumes()),
                        new HallSet(claims(List.of(contest.loser()), contest.fewest()), volumes(contest.fewest()))))
                .sorted(Comparator.comparing(competition -> competition.claims().get(0)))
                .toList();
    }

    /** The losers, and those who have the volumes. */
    private List<Ref<PersistentVolumeClaim>> claims(List<Integer> losers, BitSet volumes) {
        return refs(IntStream.concat(
                losers.stream().mapToInt(Integer::intValue), volumes.stream().map(best::claimOf)));
    }

    private List<Ref<PersistentVolume>> volumes(BitSet volumes) {
        return volumes.stream()
                .mapToObj(volume -> graph.volume(volume).ref())
                .sorted()
                .toList();
    }

    /** Which of the pods that use the claims have all that they want of volumes, and no node. */
    private List<Ref<Pod>> unplaced(List<Pair> pairs, Cluster tried) {
        Set<Ref<PersistentVolumeClaim>> planned =
                pairs.stream().map(Pair::claim).collect(Collectors.toSet());
        return tried.list(Pod.KIND)
                .filter(pod -> !pod.isPlaced() && !pod.hasEnded())
                .filter(pod -> pod.claims().stream().anyMatch(planned::contains))
                .filter(pod -> pod.claims().stream().allMatch(claim -> isBound(tried, claim)))
                .map(Pod::ref)
                .toList();
    }

    private static boolean isBound(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        return cluster.get(claim).filter(PersistentVolumeClaim::isBound).isPresent();
    }
}
