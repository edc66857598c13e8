package io.mooring.testkit.assertj;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumePhase;
import java.util.Optional;

/**
 * On a volume.
 *
 * <pre>{@code
 * assertThat(cluster).volume("pv-1").isBoundTo("default/data-0");
 * }</pre>
 */
public final class VolumeAssert extends AbstractObjectAssert<VolumeAssert, PersistentVolume> {
    VolumeAssert(Cluster cluster, Ref<PersistentVolume> volume) {
        super(cluster, volume, VolumeAssert.class);
    }

    /** A claim has it, whichever. */
    public VolumeAssert isBound() {
        return isIn(VolumePhase.BOUND, "bound");
    }

    /** This claim has it, {@code namespace/name} or in {@code default}. */
    public VolumeAssert isBoundTo(String claim) {
        String expected = claim.contains("/") ? claim : "default/" + claim;
        Optional<String> holder = object().spec().claimRef().map(VolumeAssert::name);
        return object().isBound() && holder.equals(Optional.of(expected))
                ? this
                : broken(
                        "to be bound to " + expected,
                        "it is " + phase()
                                + holder.map(name -> ", and its claimRef is " + name)
                                        .orElse(""));
    }

    private static String name(ObjectReference claim) {
        return claim.namespace() + "/" + claim.name();
    }

    /** Nobody has it. */
    public VolumeAssert isAvailable() {
        return isIn(VolumePhase.AVAILABLE, "available");
    }

    /** Its claim is gone. */
    public VolumeAssert isReleased() {
        return isIn(VolumePhase.RELEASED, "released");
    }

    /** Its storage could not be deleted or scrubbed. */
    public VolumeAssert isFailed() {
        return isIn(VolumePhase.FAILED, "failed");
    }

    private VolumeAssert isIn(VolumePhase phase, String words) {
        return is(volume -> volume.isIn(phase), "to be " + words, "it is " + phase());
    }

    private String phase() {
        return object().status().phase().map(VolumePhase::toString).orElse("as it was created");
    }

    /** This becomes of it when its claim is gone. */
    public VolumeAssert hasReclaimPolicy(ReclaimPolicy policy) {
        return has("the reclaim policy", Optional.of(policy), object().spec().persistentVolumeReclaimPolicy());
    }

    /** It has so much, in any spelling. */
    public VolumeAssert hasCapacity(String capacity) {
        Quantity found = object().storageCapacity();
        return found.equals(Quantity.parse(capacity)) ? this : broken("to have " + capacity, "it has " + found);
    }
}
