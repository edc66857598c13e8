package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/**
 * What a claim may hope for.
 *
 * @param named the volume that it names or had, if there is one and it does not do
 * @param volumes the volumes among which it looks for one
 * @param pods the pods that it waits for
 * @param remedies what may help, to be tried; the smallest first
 */
record Prospects(
        Optional<VolumeVerdict> named, List<VolumeVerdict> volumes, List<Ref<Pod>> pods, List<Remedy> remedies) {
    static final Prospects NONE = new Prospects(Optional.empty(), List.of(), List.of(), List.of());

    static Prospects of(List<VolumeVerdict> volumes) {
        return new Prospects(Optional.empty(), volumes, List.of(), List.of());
    }

    static Prospects named(VolumeVerdict volume, List<Remedy> remedies) {
        return new Prospects(Optional.of(volume), List.of(), List.of(), remedies);
    }

    static Prospects of(Remedy remedy) {
        return new Prospects(Optional.empty(), List.of(), List.of(), List.of(remedy));
    }
}
