package io.mooring.testkit.assertj;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.Optional;

/**
 * On a claim.
 *
 * <pre>{@code
 * assertThat(cluster).claim("default/data-0").isBoundTo("pv-1").hasCapacity("1Gi");
 * }</pre>
 */
public final class ClaimAssert extends AbstractObjectAssert<ClaimAssert, PersistentVolumeClaim> {
    ClaimAssert(Cluster cluster, Ref<PersistentVolumeClaim> claim) {
        super(cluster, claim, ClaimAssert.class);
    }

    /** It has a volume, whichever. */
    public ClaimAssert isBound() {
        return is(PersistentVolumeClaim::isBound, "to be bound", "it is not");
    }

    /** It has this volume. */
    public ClaimAssert isBoundTo(String volume) {
        if (!object().isBound()) {
            return broken("to be bound to " + volume, "it is not bound");
        }
        return object().spec().volumeName().equals(volume)
                ? this
                : broken(
                        "to be bound to " + volume,
                        "it is bound to " + object().spec().volumeName());
    }

    /** It waits for a volume. */
    public ClaimAssert isPending() {
        return is(
                claim ->
                        claim.isIn(ClaimPhase.PENDING) || claim.status().phase().isEmpty(),
                "to be pending",
                "it is " + phase());
    }

    /** Its volume is gone, or is another's. */
    public ClaimAssert isLost() {
        return is(claim -> claim.isIn(ClaimPhase.LOST), "to have lost its volume", "it is " + phase());
    }

    private String phase() {
        return object().status().phase().map(ClaimPhase::toString).orElse("as it was created");
    }

    /** It is of this class; {@code ""} asks for a volume without one. */
    public ClaimAssert hasClass(String className) {
        return has("the class", Optional.of(className), object().className());
    }

    /** It has so much, in any spelling. */
    public ClaimAssert hasCapacity(String capacity) {
        Quantity found = object().actualStorage();
        return found.equals(Quantity.parse(capacity))
                ? this
                : broken("to have " + capacity, found.isZero() ? "it has nothing" : "it has " + found);
    }

    /** The volume that it has. */
    public VolumeAssert volume() {
        Optional<Ref<PersistentVolume>> volume = isBound().object().volume();
        return new VolumeAssert(world(), volume.orElseThrow());
    }
}
