package io.mooring.binding.control.scheduler;

import io.mooring.binding.control.volume.ClaimReferences;
import io.mooring.binding.control.volume.VolumeAnnotations;
import io.mooring.binding.world.Write;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the scheduler writes so that the binder and the provisioner do the rest: the claim's name on the volume, the
 * node's name on the claim. Models {@code AssumePodVolumes} and {@code BindPodVolumes}.
 */
final class PreBind {
    private PreBind() {}

    /** Nothing for what is written already. */
    static List<Write> writes(PodVolumes volumes, String node) {
        List<Write> writes = new ArrayList<>();
        for (PodVolumes.Binding binding : volumes.bindings()) {
            PersistentVolume reserved = reserved(binding);
            if (!reserved.equals(binding.volume())) {
                writes.add(new Write.Update(reserved));
            }
        }
        for (PersistentVolumeClaim claim : volumes.provisions()) {
            if (!claim.metadata().annotations().containsKey(VolumeAnnotations.SELECTED_NODE)) {
                writes.add(new Write.Update(selected(claim, node)));
            }
        }
        return writes;
    }

    /** Models {@code GetBindVolumeToClaim}: a volume that names the claim already is not marked as bound by a controller. */
    private static PersistentVolume reserved(PodVolumes.Binding binding) {
        PersistentVolume volume = binding.volume();
        PersistentVolumeClaim claim = binding.claim();
        Optional<ObjectReference> before = volume.spec().claimRef();
        boolean isNamed = before.filter(reference -> reference.isNamesakeOf(claim.metadata()))
                .isPresent();
        if (isNamed && before.orElseThrow().uid().equals(claim.metadata().uid())) {
            return volume;
        }
        PersistentVolume referring = volume.withSpec(volume.spec().withClaimRef(ClaimReferences.to(claim)));
        return isNamed
                ? referring
                : referring.withMetadata(
                        VolumeAnnotations.marked(referring.metadata(), VolumeAnnotations.BOUND_BY_CONTROLLER));
    }

    private static PersistentVolumeClaim selected(PersistentVolumeClaim claim, String node) {
        return claim.withMetadata(VolumeAnnotations.with(claim.metadata(), VolumeAnnotations.SELECTED_NODE, node));
    }
}
