package io.mooring.binding.plan;

import io.mooring.binding.explain.Edit;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormat;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import java.util.List;

/**
 * The volumes to be made so that every claim gets one: those that wait, and those that sets and pods are yet to make.
 *
 * @param groups what to make, by class and size
 * @param served who gets a volume that is there
 * @param reservations what brings that about, of the volumes that are there
 * @param provisioned the claims that are left to their provisioners
 * @param unservable the claims that no new volume would serve
 * @param refused the claims that the API server will not take
 * @param shortages which quotas are too small for the claims that are refused
 * @param leftOpen the claims that Kubernetes' own order leaves without a volume if none of them is reserved; it was tried
 * @param awaitingPods the claims that get their volumes when a pod that uses them comes
 * @param unknown the kinds that would have to be known and are not, since the cluster was opened without them
 */
public record VolumePlan(
        List<VolumeGroup> groups,
        List<Pair> served,
        List<Edit> reservations,
        List<Ref<PersistentVolumeClaim>> provisioned,
        List<Unservable> unservable,
        List<Refused> refused,
        List<Shortage> shortages,
        List<Ref<PersistentVolumeClaim>> leftOpen,
        List<Ref<PersistentVolumeClaim>> awaitingPods,
        List<ObjectKind<?>> unknown) {
    public VolumePlan {
        groups = List.copyOf(groups);
        served = List.copyOf(served);
        reservations = List.copyOf(reservations);
        provisioned = List.copyOf(provisioned);
        unservable = List.copyOf(unservable);
        refused = List.copyOf(refused);
        shortages = List.copyOf(shortages);
        leftOpen = List.copyOf(leftOpen);
        awaitingPods = List.copyOf(awaitingPods);
        unknown = List.copyOf(unknown);
    }

    /** A claim that no new volume would serve. */
    public record Unservable(Ref<PersistentVolumeClaim> claim, Reason reason) {}

    /** Why no new volume would serve a claim. */
    public enum Reason {
        /** Its selector cannot be read, or no labels meet it. */
        SELECTOR("selector", "has a selector that no labels meet"),

        /** It names a volume that is there and is not for it. */
        NAMED_VOLUME("namedVolume", "names a volume that is there and is not for it"),

        /** The API server would not take a volume as it would have to be. */
        REFUSED_VOLUME("refusedVolume", "needs a volume that the API server refuses");

        private final String code;
        private final String words;

        Reason(String code, String words) {
            this.code = code;
            this.words = words;
        }

        /** For a program; stable. */
        public String code() {
            return code;
        }

        String words() {
            return words;
        }
    }

    /**
     * A claim that will not come into being.
     *
     * @param message the API server's
     */
    public record Refused(Ref<PersistentVolumeClaim> claim, String message) {}

    /**
     * A quota that leaves no room for all claims.
     *
     * @param resource {@code requests.storage}, {@code persistentvolumeclaims}, or that of a class
     * @param hard how much there may be
     * @param wanted how much there would be with the claims that are refused
     */
    public record Shortage(Ref<?> quota, String resource, Quantity hard, Quantity wanted) {}

    /** How many volumes are to be made. */
    public int count() {
        return groups.stream().mapToInt(VolumeGroup::count).sum();
    }

    /** How much all of them hold. */
    public Quantity capacity() {
        Quantity sum = Quantity.of(0, QuantityFormat.BINARY_SI);
        for (VolumeGroup group : groups) {
            for (int i = 0; i < group.count(); i++) {
                sum = sum.plus(group.capacity());
            }
        }
        return sum;
    }

    /** The volumes, for whoever comes first; where the bytes are stands for something else, and is to be replaced. */
    public List<PersistentVolume> manifests() {
        return groups.stream().flatMap(VolumeManifests::open).toList();
    }

    /** The same, each reserved for its claim; spare ones for whoever comes. */
    public List<PersistentVolume> reservedManifests() {
        return groups.stream().flatMap(VolumeManifests::reserved).toList();
    }

    /** For a person: how many, which, what else is needed; ends in a newline. */
    public String text() {
        return VolumePlanWords.of(this);
    }

    /** The same for a program. */
    public JsonObject tree() {
        return PlanTree.of(this);
    }
}
