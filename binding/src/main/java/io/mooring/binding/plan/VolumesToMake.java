package io.mooring.binding.plan;

import io.mooring.admission.Verdict;
import io.mooring.binding.control.volume.StorageClasses;
import io.mooring.binding.explain.fix.VolumeDemand;
import io.mooring.binding.plan.VolumePlan.Reason;
import io.mooring.binding.plan.VolumePlan.Unservable;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeMode;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes a {@link VolumePlan}. */
final class VolumesToMake {
    private static final List<ObjectKind<?>> NEEDED =
            List.of(PersistentVolume.KIND, PersistentVolumeClaim.KIND, StorageClass.KIND, StatefulSet.KIND, Node.KIND);

    private final ClaimsToCome coming;
    private final Cluster world;
    private final Margin margin;
    private final BestBinding best;
    private int names;

    private VolumesToMake(Cluster cluster, Margin margin) {
        this.coming = ClaimsToCome.of(cluster);
        this.world = coming.cluster();
        this.margin = margin;
        this.best = BestBinding.in(world);
    }

    static VolumePlan of(Cluster cluster, Margin margin) {
        return new VolumesToMake(cluster, margin).plan();
    }

    private VolumePlan plan() {
        List<PersistentVolumeClaim> servable = new ArrayList<>();
        List<Unservable> unservable = new ArrayList<>();
        for (PersistentVolumeClaim claim : best.unserved()) {
            obstacle(claim)
                    .ifPresentOrElse(
                            reason -> unservable.add(new Unservable(claim.ref(), reason)), () -> servable.add(claim));
        }
        List<VolumeGroup> groups = new ArrayList<>();
        for (VolumeGroup group : groups(servable)) {
            if (isAdmitted(group)) {
                groups.add(group);
            } else {
                group.claims().forEach(claim -> unservable.add(new Unservable(claim, Reason.REFUSED_VOLUME)));
            }
        }
        List<Pair> served = best.pairs();
        Cluster open = withOpen(groups).settle();
        List<PersistentVolumeClaim> unbound = Stream.concat(
                        served.stream().map(Pair::claim), groups.stream().flatMap(group -> group.claims().stream()))
                .sorted()
                .flatMap(claim -> open.get(claim).stream())
                .filter(claim -> !claim.isBound())
                .toList();
        return new VolumePlan(
                groups,
                served,
                best.reservations(),
                best.provisioned(),
                unservable,
                coming.refused(),
                coming.refused().isEmpty() ? List.of() : coming.shortages(),
                refs(unbound.stream().filter(claim -> !StorageClasses.waitsForFirstConsumer(open, claim))),
                refs(unbound.stream().filter(claim -> StorageClasses.waitsForFirstConsumer(open, claim))),
                NEEDED.stream().filter(kind -> !world.isKnown(kind)).toList());
    }

    private boolean isAdmitted(VolumeGroup group) {
        return VolumeManifests.open(group)
                .limit(1)
                .allMatch(volume -> world.verdictOn(volume) instanceof Verdict.Admitted);
    }

    /** With the volumes, for whoever takes them. */
    private Cluster withOpen(List<VolumeGroup> groups) {
        Cluster cluster = world;
        for (VolumeGroup group : groups) {
            for (PersistentVolume volume : (Iterable<PersistentVolume>) VolumeManifests.open(group)::iterator) {
                cluster = cluster.create(volume).orThrow();
            }
        }
        return cluster;
    }

    private static List<Ref<PersistentVolumeClaim>> refs(Stream<PersistentVolumeClaim> claims) {
        return claims.map(PersistentVolumeClaim::ref).toList();
    }

    private Optional<Reason> obstacle(PersistentVolumeClaim claim) {
        if (claim.volume().flatMap(world::get).isPresent()) {
            return Optional.of(Reason.NAMED_VOLUME);
        }
        boolean isReadable = claim.spec().selector().isEmpty()
                || LabelMatcher.of(claim.spec().selector().get()).problems().isEmpty();
        return isReadable && VolumeDemand.of(claim).contradiction().isEmpty()
                ? Optional.empty()
                : Optional.of(Reason.SELECTOR);
    }

    /** What volumes that are alike have in common. */
    private record Sort(
            Optional<Ref<PersistentVolume>> name,
            String className,
            Quantity capacity,
            List<AccessMode> accessModes,
            VolumeMode volumeMode,
            Map<String, String> labels,
            String attributesClass)
            implements Comparable<Sort> {
        private static final Comparator<Sort> ORDER = Comparator.comparing(Sort::className)
                .thenComparing(Comparator.comparing(Sort::capacity).reversed())
                .thenComparing(Sort::toString);

        @Override
        public int compareTo(Sort other) {
            return ORDER.compare(this, other);
        }
    }

    private List<VolumeGroup> groups(List<PersistentVolumeClaim> claims) {
        Map<Sort, List<Ref<PersistentVolumeClaim>>> sorts = new TreeMap<>();
        for (PersistentVolumeClaim claim : claims) {
            sorts.computeIfAbsent(sort(claim), ignored -> new ArrayList<>()).add(claim.ref());
        }
        List<VolumeGroup> groups = new ArrayList<>();
        sorts.forEach((sort, group) -> groups.add(new VolumeGroup(
                sort.className(),
                sort.capacity(),
                sort.accessModes(),
                sort.volumeMode(),
                sort.labels(),
                sort.attributesClass(),
                group,
                names(sort, group.size()))));
        return groups;
    }

    private Sort sort(PersistentVolumeClaim claim) {
        VolumeDemand demand = VolumeDemand.of(claim);
        return new Sort(
                claim.volume(),
                className(claim),
                margin.capacity(claim.requestedStorage()),
                claim.spec().accessModes(),
                claim.volumeMode(),
                demand.exampleLabels(),
                claim.attributesClassName());
    }

    /** A claim that says nothing of a class has the default class before long, if there is one. */
    private String className(PersistentVolumeClaim claim) {
        return claim.className()
                .or(() -> StorageClasses.defaultClass(world)
                        .map(found -> found.metadata().name()))
                .orElse("");
    }

    /** That which is asked for, or such as nobody has. */
    private List<Ref<PersistentVolume>> names(Sort sort, int claims) {
        return sort.name()
                .map(List::of)
                .orElseGet(() -> Stream.generate(this::nextName)
                        .limit(claims + margin.spares(claims))
                        .toList());
    }

    private Ref<PersistentVolume> nextName() {
        Ref<PersistentVolume> name;
        do {
            names++;
            name = PersistentVolume.ref("planned-" + names);
        } while (world.get(name).isPresent());
        return name;
    }
}
