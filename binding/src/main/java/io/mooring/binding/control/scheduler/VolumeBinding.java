package io.mooring.binding.control.scheduler;

import io.mooring.binding.cluster.Write;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the scheduler writes so that the binder and the provisioner do the rest: the claim's name on the volume, the
 * node's name on the claim. Models {@code AssumePodVolumes} and {@code BindPodVolumes}.
 */
final class VolumeBinding {
    private static final String BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";

    private VolumeBinding() {}

    /** Nothing for what is written already. */
    static List<Write> writes(VolumePlan plan, String node) {
        List<Write> writes = new ArrayList<>();
        for (VolumePlan.Binding binding : plan.bindings()) {
            PersistentVolume reserved = reserved(binding);
            if (!reserved.equals(binding.volume())) {
                writes.add(new Write.Update(reserved));
            }
        }
        for (PersistentVolumeClaim claim : plan.provisions()) {
            if (!claim.metadata().annotations().containsKey(VolumeFit.SELECTED_NODE)) {
                writes.add(new Write.Update(selected(claim, node)));
            }
        }
        return writes;
    }

    /** Models {@code GetBindVolumeToClaim}: a volume that names the claim already is not marked as bound by a controller. */
    private static PersistentVolume reserved(VolumePlan.Binding binding) {
        PersistentVolume volume = binding.volume();
        PersistentVolumeClaim claim = binding.claim();
        Optional<ObjectReference> before = volume.spec().claimRef();
        boolean isNamed = before.filter(reference -> names(reference, claim)).isPresent();
        if (isNamed && before.orElseThrow().uid().equals(claim.metadata().uid())) {
            return volume;
        }
        PersistentVolume referring = volume.withSpec(volume.spec().withClaimRef(reference(claim)));
        return isNamed
                ? referring
                : referring.withMetadata(referring
                        .metadata()
                        .withAnnotations(with(referring.metadata().annotations(), BOUND_BY_CONTROLLER, "yes")));
    }

    private static boolean names(ObjectReference reference, PersistentVolumeClaim claim) {
        return reference.name().equals(claim.metadata().name())
                && reference.namespace().equals(claim.metadata().namespace());
    }

    private static ObjectReference reference(PersistentVolumeClaim claim) {
        return ObjectReference.builder()
                .kind(PersistentVolumeClaim.KIND.name())
                .apiVersion(PersistentVolumeClaim.KIND.apiVersion())
                .namespace(claim.metadata().namespace())
                .name(claim.metadata().name())
                .uid(claim.metadata().uid())
                .resourceVersion(claim.metadata().resourceVersion())
                .build();
    }

    private static PersistentVolumeClaim selected(PersistentVolumeClaim claim, String node) {
        return claim.withMetadata(
                claim.metadata().withAnnotations(with(claim.metadata().annotations(), VolumeFit.SELECTED_NODE, node)));
    }

    private static Map<String, String> with(Map<String, String> annotations, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(annotations);
        changed.put(name, value);
        return changed;
    }
}
