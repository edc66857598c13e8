package io.mooring.binding.plan;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;

/**
 * Claims that fit these volumes and no others, and are more than they: the certificate that not all of them can be bound.
 *
 * @param claims by namespace and name
 * @param volumes by name; one or more
 * @param smallest the fewest of the claims of which that is so already: without any one of them all would have a volume
 */
public record Competition(
        List<Ref<PersistentVolumeClaim>> claims, List<Ref<PersistentVolume>> volumes, HallSet smallest) {
    public Competition {
        claims = List.copyOf(claims);
        volumes = List.copyOf(volumes);
    }

    /** How many of the claims have to wait at least. */
    public int losers() {
        return claims.size() - volumes.size();
    }

    /**
     * Claims that fit one volume less than they are: a violation of Hall's condition, and none of the claims can be left out
     * of it.
     *
     * @param claims by namespace and name
     * @param volumes by name
     */
    public record HallSet(List<Ref<PersistentVolumeClaim>> claims, List<Ref<PersistentVolume>> volumes) {
        public HallSet {
            claims = List.copyOf(claims);
            volumes = List.copyOf(volumes);
        }
    }
}
