package io.mooring.binding.plan;

import io.mooring.tree.JsonObject;
import java.util.List;

/**
 * What a change of the release changes for the objects that were asked about.
 *
 * @param rows those that turn and matter here, in their order
 * @param breakages what was well and is not
 * @param admittedNow what the release before refuses and the one after takes
 * @param difference between what both make of the objects, everything quiet
 */
public record UpgradeReport(
        Upgrade upgrade,
        List<TurnedRow> rows,
        List<Breakage> breakages,
        List<UpgradeTrial.Refused> admittedNow,
        WorldDifference difference) {
    public UpgradeReport {
        rows = List.copyOf(rows);
        breakages = List.copyOf(breakages);
        admittedNow = List.copyOf(admittedNow);
    }

    /** Whether nothing changes here. */
    public boolean isEmpty() {
        return rows.isEmpty() && breakages.isEmpty() && admittedNow.isEmpty() && difference.isEmpty();
    }

    /** Whether something would break. */
    public boolean breaks() {
        return !breakages.isEmpty();
    }

    /** For a person: the rows with what they touch, what breaks, and what differs; ends in a newline. */
    public String text() {
        return UpgradeWords.of(this);
    }

    /** The same for a program. */
    public JsonObject tree() {
        return UpgradeTree.of(this);
    }
}
