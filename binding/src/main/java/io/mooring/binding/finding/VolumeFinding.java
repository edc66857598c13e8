package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;

/** What is the matter with a volume. */
public sealed interface VolumeFinding extends Finding
        permits VolumeBindingFinding, VolumeReclaimFinding, VolumeUseFinding {
    @Override
    Ref<PersistentVolume> about();
}
