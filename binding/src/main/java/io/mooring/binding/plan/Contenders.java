package io.mooring.binding.plan;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.lifecycle.Lifecycle;
import io.mooring.binding.lifecycle.VolumeEvent;
import io.mooring.binding.lifecycle.VolumeState;
import io.mooring.binding.match.Evaluation;
import io.mooring.binding.match.MatchRule;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeMatcher;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeNodeAffinity;
import io.mooring.storage.VolumePhase;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The claims that have never been bound, and the volumes that one of them may get.
 *
 * @param claims by namespace and name
 * @param volumes by name
 */
record Contenders(Cluster cluster, List<Contender> claims, List<Offer> volumes) {

    /**
     * A claim that waits.
     *
     * @param least how much a volume has to hold
     * @param kind equal for claims that no rule tells apart but that of capacity
     * @param isProvisioned whether somebody makes a volume for it if it gets none of those that are there
     */
    record Contender(PersistentVolumeClaim claim, Quantity least, Object kind, boolean isProvisioned) {
        static final Comparator<Contender> MOST_WANTING_FIRST = Comparator.comparing(Contender::isProvisioned)
                .thenComparing(Comparator.comparing(Contender::requested).reversed())
                .thenComparing(Contender::ref);

        Ref<PersistentVolumeClaim> ref() {
            return claim.ref();
        }

        Quantity requested() {
            return claim.requestedStorage();
        }
    }

    /**
     * A volume that nobody has, or that is kept for a claim that waits.
     *
     * @param volume as it is once the binder has looked at it
     * @param kind equal for volumes that no rule tells apart but that of capacity
     */
    record Offer(PersistentVolume volume, Object kind) {
        Ref<PersistentVolume> ref() {
            return volume.ref();
        }

        Quantity capacity() {
            return volume.storageCapacity();
        }
    }

    static Contenders of(Cluster cluster) {
        List<PersistentVolumeClaim> waiting = cluster.list(PersistentVolumeClaim.KIND)
                .filter(claim -> !claim.wasBound())
                .toList();
        Map<Ref<PersistentVolumeClaim>, PersistentVolumeClaim> byRef =
                waiting.stream().collect(Collectors.toMap(PersistentVolumeClaim::ref, claim -> claim));
        List<PersistentVolume> volumes = cluster.list(PersistentVolume.KIND)
                .filter(volume -> !volume.metadata().isBeingDeleted())
                .filter(volume -> volume.claim().isEmpty()
                        || volume.claim()
                                .map(byRef::get)
                                .filter(volume::isReservedFor)
                                .isPresent())
                .map(Contenders::onceLookedAt)
                .toList();
        Set<Ref<PersistentVolumeClaim>> favoured = new HashSet<>();
        volumes.forEach(volume -> volume.claim().ifPresent(favoured::add));
        Set<Ref<PersistentVolume>> named =
                waiting.stream().flatMap(claim -> claim.volume().stream()).collect(Collectors.toSet());
        return new Contenders(
                cluster,
                waiting.stream()
                        .map(claim -> contender(cluster, claim, favoured.contains(claim.ref())))
                        .toList(),
                volumes.stream()
                        .map(volume -> offer(volume, named.contains(volume.ref())))
                        .toList());
    }

    /** A volume without a claim becomes Available, whatever it was. */
    private static PersistentVolume onceLookedAt(PersistentVolume volume) {
        boolean becomesAvailable = volume.claim().isEmpty()
                && Lifecycle.next(VolumeState.of(volume), VolumeEvent.UNCLAIMED).next() == VolumeState.AVAILABLE;
        return becomesAvailable ? volume.withStatus(volume.status().withPhase(VolumePhase.AVAILABLE)) : volume;
    }

    private static Contender contender(Cluster cluster, PersistentVolumeClaim claim, boolean isFavoured) {
        Quantity requested = claim.requestedStorage();
        Quantity least = claim.volume()
                .flatMap(cluster::get)
                .map(PersistentVolume::storageCapacity)
                .filter(capacity -> capacity.compareTo(requested) < 0)
                .orElse(requested);
        Object kind = isFavoured || claim.volume().isPresent() ? claim.ref() : Demand.of(claim);
        return new Contender(claim, least, kind, VolumeMaker.of(cluster, claim).isPresent());
    }

    private static Offer offer(PersistentVolume volume, boolean isNamed) {
        return new Offer(volume, isNamed || volume.claim().isPresent() ? volume.ref() : Supply.of(volume));
    }

    /** What the rules ask of a claim but for its size. */
    private record Demand(
            Optional<String> className,
            List<AccessMode> accessModes,
            VolumeMode volumeMode,
            String attributesClass,
            Optional<LabelSelector> selector,
            Optional<Ref<Node>> selectedNode) {
        static Demand of(PersistentVolumeClaim claim) {
            return new Demand(
                    claim.className(),
                    claim.spec().accessModes(),
                    claim.volumeMode(),
                    claim.attributesClassName(),
                    claim.spec().selector(),
                    claim.selectedNode());
        }
    }

    /** What the rules ask of a volume but for its size. */
    private record Supply(
            String className,
            List<AccessMode> accessModes,
            VolumeMode volumeMode,
            String attributesClass,
            Map<String, String> labels,
            Optional<VolumeNodeAffinity> nodeAffinity) {
        static Supply of(PersistentVolume volume) {
            return new Supply(
                    volume.className(),
                    volume.spec().accessModes(),
                    volume.volumeMode(),
                    volume.attributesClassName(),
                    volume.metadata().labels(),
                    volume.spec().nodeAffinity());
        }
    }

    /**
     * Which of these the claim may have, if they hold enough. What was reserved for it stays its own, so that nothing else is
     * looked for then.
     */
    BitSet fitting(Contender contender, List<Offer> offers) {
        PersistentVolumeClaim claim = contender.claim();
        Set<Ref<PersistentVolume>> fitting = claim.volume().isPresent() ? named(claim) : found(claim, offers);
        BitSet all = numbers(offers, offer -> fitting.contains(offer.ref()));
        BitSet reserved = numbers(
                offers,
                offer -> fitting.contains(offer.ref())
                        && offer.volume().isReservedFor(claim)
                        && offer.capacity().compareTo(contender.least()) >= 0);
        return reserved.isEmpty() ? all : reserved;
    }

    private static BitSet numbers(List<Offer> offers, Predicate<Offer> isAmong) {
        BitSet numbers = new BitSet();
        for (int i = 0; i < offers.size(); i++) {
            numbers.set(i, isAmong.test(offers.get(i)));
        }
        return numbers;
    }

    private Set<Ref<PersistentVolume>> named(PersistentVolumeClaim claim) {
        return ClaimFindings.of(cluster, claim) instanceof ClaimBindingFinding.VolumeFound found
                ? Set.of(found.volume())
                : Set.of();
    }

    /** A claim that says nothing of a class looks among volumes without one, then gets the default class and looks again. */
    private Set<Ref<PersistentVolume>> found(PersistentVolumeClaim claim, List<Offer> offers) {
        VolumePool pool = VolumePool.of(offers.stream().map(Offer::volume).toList());
        Stream<PersistentVolumeClaim> later = claim.className().isPresent()
                ? Stream.empty()
                : StorageClasses.defaultClass(cluster).stream().map(found -> ofClass(claim, found));
        return Stream.concat(Stream.of(claim), later)
                .flatMap(each -> found(each, pool))
                .collect(Collectors.toSet());
    }

    private static PersistentVolumeClaim ofClass(PersistentVolumeClaim claim, StorageClass storageClass) {
        return claim.withSpec(
                claim.spec().withStorageClassName(storageClass.metadata().name()));
    }

    private Stream<Ref<PersistentVolume>> found(PersistentVolumeClaim claim, VolumePool pool) {
        Search search = ClaimFindings.search(cluster, claim);
        Stream<Ref<PersistentVolume>> byController = fitting(search, pool, MatchRule.CAPACITY);
        return search.delaysBinding() ? Stream.concat(byController, byScheduler(claim, pool)) : byController;
    }

    /**
     * From some node; of which nodes the pod fits on nothing is asked. A volume that is reserved is the controller's to find:
     * where it does not, the scheduler's choice comes to nothing.
     */
    private Stream<Ref<PersistentVolume>> byScheduler(PersistentVolumeClaim claim, VolumePool pool) {
        Search search = Search.byScheduler(claim, Map.of(), Set.of());
        return fitting(search, pool, MatchRule.CAPACITY, MatchRule.NODE_AFFINITY)
                .filter(volume -> isFreeFor(pool.get(volume.name()).orElseThrow(), claim));
    }

    private static Stream<Ref<PersistentVolume>> fitting(Search search, VolumePool pool, MatchRule... passedOver) {
        Set<MatchRule> others = Set.of(passedOver);
        return VolumeMatcher.evaluate(search, pool).stream()
                .filter(each -> each.mismatches().stream().allMatch(mismatch -> others.contains(mismatch.rule())))
                .map(Evaluation::volume)
                .map(PersistentVolume::ref);
    }

    private boolean isFreeFor(PersistentVolume volume, PersistentVolumeClaim claim) {
        return volume.claim().isEmpty() && isReachable(volume, claim);
    }

    private boolean isReachable(PersistentVolume volume, PersistentVolumeClaim claim) {
        Optional<NodeMatcher> affinity = volume.spec()
                .nodeAffinity()
                .flatMap(VolumeNodeAffinity::required)
                .map(NodeMatcher::of);
        return affinity.isEmpty()
                || !cluster.isKnown(Node.KIND)
                || nodes(claim)
                        .anyMatch(node -> affinity.get().matches(node.metadata().labels()));
    }

    /** All of them, or the one that the scheduler has chosen already. */
    private Stream<Node> nodes(PersistentVolumeClaim claim) {
        return claim.selectedNode()
                .map(selected -> cluster.get(selected).stream())
                .orElseGet(() -> cluster.list(Node.KIND));
    }
}
