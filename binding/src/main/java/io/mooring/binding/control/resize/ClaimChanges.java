package io.mooring.binding.control.resize;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Wake;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.function.BiPredicate;

/** When a resizer reconciles a claim: when it is new, and when an update matters to it. Models {@code updatePVC}. */
final class ClaimChanges {
    private ClaimChanges() {}

    /**
     * The claim that changed, if it exists still and the change matters.
     *
     * @param matters asked of the claim before and after
     */
    static List<Wake<Ref<PersistentVolumeClaim>>> wakes(
            Change change, BiPredicate<PersistentVolumeClaim, PersistentVolumeClaim> matters) {
        return change.after(PersistentVolumeClaim.KIND)
                .filter(after -> change.before(PersistentVolumeClaim.KIND)
                        .map(before -> matters.test(before, after))
                        .orElse(true))
                .map(claim -> List.of(Wake.now(claim.ref())))
                .orElse(List.of());
    }
}
