package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.PodFinding.BindingVolumes;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/**
 * How a pod comes to its volumes on one node. Upstream: {@code PodVolumes}.
 *
 * @param bindings volumes that exist, for claims that wait. Upstream: {@code StaticBindings}
 * @param provisions claims for which volumes are made. Upstream: {@code DynamicProvisions}
 */
record PodVolumesOnNode(List<Binding> bindings, List<PersistentVolumeClaim> provisions) {
    static final PodVolumesOnNode NONE = new PodVolumesOnNode(List.of(), List.of());

    /** A volume for a claim. */
    record Binding(PersistentVolume volume, PersistentVolumeClaim claim) {}

    /**
     * A claim whose node was taken back after its provisioner had been asked for a volume there. Models what {@code
     * checkBindings} takes for the sign of it.
     */
    Optional<PersistentVolumeClaim> deselected() {
        return provisions.stream()
                .filter(claim -> claim.metadata().hasAnnotation(PersistentVolumeClaim.PROVISIONER_ANNOTATION)
                        && claim.selectedNode().isEmpty())
                .findFirst();
    }

    BindingVolumes finding(Pod pod, Node node) {
        return new BindingVolumes(
                pod.ref(),
                node.ref(),
                bindings.stream()
                        .map(each -> new BindingVolumes.Binding(
                                each.claim().ref(), each.volume().ref()))
                        .toList(),
                provisions.stream().map(PersistentVolumeClaim::ref).toList());
    }
}
