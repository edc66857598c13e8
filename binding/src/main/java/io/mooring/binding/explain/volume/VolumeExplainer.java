package io.mooring.binding.explain.volume;

import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.world.Cluster;
import io.mooring.storage.PersistentVolume;

/** Explains how a volume stands that is not being deleted. */
public final class VolumeExplainer {
    private VolumeExplainer() {}

    /** Whose it is, or why it is nobody's and who could take it. */
    public static Explanation explain(Cluster cluster, PersistentVolume volume) {
        return VolumeFindings.of(cluster, volume).accept(new VolumeByFinding(cluster, volume));
    }
}
