package io.mooring.binding.plan;

import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Volumes to be made that are all alike.
 *
 * @param className empty for none
 * @param capacity of each
 * @param labels what the claims' selectors ask for
 * @param attributesClass empty for none
 * @param claims for whom they are, one volume each
 * @param volumes names that are not taken, or that claims ask for; the first is for the first claim, those beyond the claims are spare
 */
public record VolumeGroup(
        String className,
        Quantity capacity,
        List<AccessMode> accessModes,
        VolumeMode volumeMode,
        Map<String, String> labels,
        String attributesClass,
        List<Ref<PersistentVolumeClaim>> claims,
        List<Ref<PersistentVolume>> volumes) {
    public VolumeGroup {
        accessModes = List.copyOf(accessModes);
        labels = Collections.unmodifiableMap(new TreeMap<>(labels));
        claims = List.copyOf(claims);
        volumes = List.copyOf(volumes);
    }

    /** How many volumes. */
    public int count() {
        return volumes.size();
    }

    /** How many of them are for nobody yet. */
    public int spares() {
        return volumes.size() - claims.size();
    }
}
