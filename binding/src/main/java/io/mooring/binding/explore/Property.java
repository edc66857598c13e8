package io.mooring.binding.explore;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is to hold whichever way a world takes.
 *
 * <pre>{@code
 * Property.never("two claims have pv-1", cluster -> claimsOf(cluster, "pv-1") > 1)
 * Property.eventually("data is bound", cluster -> cluster.claim("default", "data").orElseThrow().isBound())
 * Property.dataKept("pv-1")
 * }</pre>
 *
 * @param text what is to hold, in a few words
 * @param moment when it is asked
 * @param from what the cluster at the start makes of it: whether it holds in a cluster
 */
public record Property(String text, Moment moment, Function<Cluster, Predicate<Cluster>> from) {
    /** When a property is asked. */
    public enum Moment {
        /** In every cluster on the way. */
        ALWAYS,

        /** When all steps are taken and nothing happens any more. */
        IN_THE_END
    }

    /**
     * That this never is so.
     *
     * @param text what must not be
     * @param isSo whether it is so in a cluster
     */
    public static Property never(String text, Predicate<Cluster> isSo) {
        return new Property("never: " + text, Moment.ALWAYS, start -> isSo.negate());
    }

    /**
     * That this is so when everything has settled.
     *
     * @param text what is to come about
     * @param isSo whether it is so in a cluster
     */
    public static Property eventually(String text, Predicate<Cluster> isSo) {
        return new Property("eventually: " + text, Moment.IN_THE_END, start -> isSo);
    }

    /**
     * That nobody deletes or scrubs the storage of the volume of this name, under whatever name it is later.
     *
     * @throws IllegalArgumentException when it is checked, if there is no such volume at the start
     */
    public static Property dataKept(String volume) {
        return new Property("the data of " + volume + " are kept", Moment.ALWAYS, start -> {
            Ref<PersistentVolume> ref = PersistentVolume.ref(volume);
            List<VolumeSource> storage = start.get(ref)
                    .orElseThrow(() -> new IllegalArgumentException("there is no " + ref + " whose data could be kept"))
                    .spec()
                    .sources();
            return cluster -> StorageLoss.of(cluster, storage).isEmpty();
        });
    }
}
