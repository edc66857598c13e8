package io.mooring.binding.finding;

import io.mooring.binding.lifecycle.VolumeEvent;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;

/** What is the matter with a volume. */
public sealed interface VolumeFinding extends Finding
        permits VolumeBindingFinding, VolumeReclaimFinding, VolumeUseFinding {
    @Override
    Ref<PersistentVolume> about();

    /** What the lifecycle calls it; there stands what follows from it. */
    VolumeEvent event();
}
