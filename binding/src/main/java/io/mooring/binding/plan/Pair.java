package io.mooring.binding.plan;

import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormat;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Collection;

/**
 * A claim and the volume that it has, or is to have.
 *
 * @param requested what the claim asks for
 * @param capacity what the volume holds
 */
public record Pair(
        Ref<PersistentVolumeClaim> claim, Ref<PersistentVolume> volume, Quantity requested, Quantity capacity) {

    static Pair of(PersistentVolumeClaim claim, PersistentVolume volume) {
        return new Pair(claim.ref(), volume.ref(), claim.requestedStorage(), volume.storageCapacity());
    }

    /** What the volume holds and nobody asked for; nothing while the claim waits for it to grow. */
    public Quantity waste() {
        Quantity difference = capacity.minus(requested);
        return difference.signum() < 0 ? Quantity.of(0, capacity.format()) : difference;
    }

    static Quantity wasteOf(Collection<Pair> pairs) {
        return pairs.stream().map(Pair::waste).reduce(Quantity.of(0, QuantityFormat.BINARY_SI), Quantity::plus);
    }

    static Quantity capacityOf(Collection<Pair> pairs) {
        return pairs.stream().map(Pair::capacity).reduce(Quantity.of(0, QuantityFormat.BINARY_SI), Quantity::plus);
    }
}
