package io.mooring.binding.control.resize;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Wake;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.function.BiPredicate;

/** When a resizer looks at a claim: when it is new, and when an update tells it something. Models {@code updatePVC}. */
final class ClaimNews {
    private ClaimNews() {}

    /** @param hasNews asked of the claim before and after */
    static List<Wake<Ref<PersistentVolumeClaim>>> wakes(
            Change change,
            PersistentVolumeClaim claim,
            BiPredicate<PersistentVolumeClaim, PersistentVolumeClaim> hasNews) {
        boolean isNews = change.before()
                .map(before -> hasNews.test((PersistentVolumeClaim) before, claim))
                .orElse(true);
        return isNews ? List.of(Wake.now(claim.ref())) : List.of();
    }
}
