package io.mooring.binding.control.scheduler;

import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;

/**
 * How a pod comes to its volumes on one node. Upstream: {@code PodVolumes}.
 *
 * @param bindings volumes that exist, for claims that wait
 * @param provisions claims for which volumes are made
 */
record VolumePlan(List<Binding> bindings, List<PersistentVolumeClaim> provisions) {
    static final VolumePlan NOTHING = new VolumePlan(List.of(), List.of());

    /** A volume for a claim. */
    record Binding(PersistentVolume volume, PersistentVolumeClaim claim) {}

    boolean isEmpty() {
        return bindings.isEmpty() && provisions.isEmpty();
    }
}
