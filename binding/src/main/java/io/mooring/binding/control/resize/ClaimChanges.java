package io.mooring.binding.control.resize;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
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
    static Watches.Handler<PersistentVolumeClaim, Ref<PersistentVolumeClaim>> where(
            BiPredicate<PersistentVolumeClaim, PersistentVolumeClaim> matters) {
        return (change, cluster) ->
                matters(change, matters) ? List.of(Wake.now(change.object().ref())) : List.of();
    }

    private static boolean matters(
            Change<PersistentVolumeClaim> change, BiPredicate<PersistentVolumeClaim, PersistentVolumeClaim> matters) {
        return change.isCreation()
                || (change.isUpdate() && matters.test(change.before().orElseThrow(), change.object()));
    }
}
