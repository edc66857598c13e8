package io.mooring.binding.plan;

import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the volumes of bound claims hold that nobody asked for.
 *
 * @param bound the claims and their volumes, the most wasted first
 * @param unknown the kinds that would have to be known and are not, since the cluster was opened without them
 */
public record Waste(List<Pair> bound, List<ObjectKind<?>> unknown) {
    /** How many volumes have a line. */
    private static final int MOST = 20;

    public Waste {
        bound = List.copyOf(bound);
        unknown = List.copyOf(unknown);
    }

    static Waste of(Cluster cluster) {
        return new Waste(
                cluster.list(PersistentVolumeClaim.KIND)
                        .filter(PersistentVolumeClaim::isBound)
                        .flatMap(claim ->
                                claim.volume().flatMap(cluster::get).map(volume -> Pair.of(claim, volume)).stream())
                        .sorted(Comparator.comparing(Pair::waste).reversed().thenComparing(Pair::volume))
                        .toList(),
                Stream.<ObjectKind<?>>of(PersistentVolume.KIND, PersistentVolumeClaim.KIND)
                        .filter(kind -> !cluster.isKnown(kind))
                        .toList());
    }

    /** Of all together. */
    public Quantity total() {
        return Pair.wasteOf(bound);
    }

    /** What all together hold. */
    public Quantity capacity() {
        return Pair.capacityOf(bound);
    }

    /** For a person: the sum, then the volumes, the most wasted first; ends in a newline. */
    public String text() {
        Words words = new Words();
        if (!unknown.isEmpty()) {
            words.line("Not known: " + KindText.notInTheDump(unknown) + ".");
            return words.text();
        }
        List<Pair> wasting =
                bound.stream().filter(pair -> !pair.waste().isZero()).toList();
        words.line(
                wasting.isEmpty()
                        ? "Nothing is wasted: every bound volume holds what was asked for."
                        : total() + " of the " + capacity() + " in " + Names.counted(bound.size(), "bound volume")
                                + " was not asked for.");
        words.table(wasting.stream()
                .limit(MOST)
                .map(pair -> List.of(
                        pair.volume().name(),
                        pair.capacity() + " for " + pair.requested(),
                        pair.waste() + " unused",
                        pair.claim().qualifiedName()))
                .toList());
        if (wasting.size() > MOST) {
            words.line("  and " + (wasting.size() - MOST) + " more");
        }
        return words.text();
    }

    /** The same for a program. */
    public JsonObject tree() {
        return PlanTree.of(this);
    }
}
