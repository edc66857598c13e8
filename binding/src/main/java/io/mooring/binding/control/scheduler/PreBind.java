package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Write;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;

/**
 * What the scheduler writes so that the binder and the provisioner do the rest: the claim's name on the volume, the
 * node's name on the claim. Models {@code AssumePodVolumes} and {@code BindPodVolumes}.
 */
final class PreBind {
    private PreBind() {}

    /** Nothing for what is written already. */
    static List<Write> writes(PodVolumesOnNode volumes, String node) {
        List<Write> writes = new ArrayList<>();
        for (PodVolumesOnNode.Binding binding : volumes.bindings()) {
            PersistentVolume bound = binding.volume().boundTo(binding.claim());
            if (!bound.equals(binding.volume())) {
                writes.add(new Write.Update(bound));
            }
        }
        for (PersistentVolumeClaim claim : volumes.provisions()) {
            if (claim.selectedNode().isEmpty()) {
                writes.add(new Write.Update(selected(claim, node)));
            }
        }
        return writes;
    }

    private static PersistentVolumeClaim selected(PersistentVolumeClaim claim, String node) {
        return claim.withMetadata(
                claim.metadata().withAnnotation(PersistentVolumeClaim.SELECTED_NODE_ANNOTATION, node));
    }
}
