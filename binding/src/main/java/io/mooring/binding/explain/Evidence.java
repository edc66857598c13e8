package io.mooring.binding.explain;

import io.mooring.meta.Ref;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/**
 * What an explanation of a claim rests on: the volumes and pods that matter to it, and what may help.
 *
 * @param named the volume that it names or had, if there is one and it does not do
 * @param volumes the volumes among which it looks for one
 * @param pods the pods that it waits for
 * @param mentions the objects that speak of it and make no pod, where it waits for one
 * @param remedies what may help, to be tried; the smallest first
 */
record Evidence(
        Optional<VolumeExplanation> named,
        List<VolumeExplanation> volumes,
        List<Ref<Pod>> pods,
        List<Ref<?>> mentions,
        List<Remedy> remedies) {
    static final Evidence NONE = new Evidence(Optional.empty(), List.of(), List.of(), List.of(), List.of());

    static Evidence of(List<VolumeExplanation> volumes) {
        return new Evidence(Optional.empty(), volumes, List.of(), List.of(), List.of());
    }

    static Evidence named(VolumeExplanation volume, List<Remedy> remedies) {
        return new Evidence(Optional.of(volume), List.of(), List.of(), List.of(), remedies);
    }

    static Evidence of(Remedy remedy) {
        return new Evidence(Optional.empty(), List.of(), List.of(), List.of(), List.of(remedy));
    }
}
