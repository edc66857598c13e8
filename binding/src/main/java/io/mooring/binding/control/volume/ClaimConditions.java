package io.mooring.binding.control.volume;

import io.mooring.storage.PersistentVolumeClaimCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The conditions of a claim, one of each type, in the order they came up. */
public final class ClaimConditions {
    private ClaimConditions() {}

    /** With this condition, in place of the one of its type if there is one. */
    public static List<PersistentVolumeClaimCondition> with(
            List<PersistentVolumeClaimCondition> conditions, PersistentVolumeClaimCondition condition) {
        List<PersistentVolumeClaimCondition> changed = new ArrayList<>(conditions);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).type().equals(condition.type())) {
                changed.set(i, condition);
                return changed;
            }
        }
        changed.add(condition);
        return changed;
    }

    public static List<PersistentVolumeClaimCondition> without(
            List<PersistentVolumeClaimCondition> conditions, Set<String> types) {
        return conditions.stream().filter(each -> !types.contains(each.type())).toList();
    }
}
