package io.mooring.binding.control.set;

import io.mooring.binding.finding.SetFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.workload.StatefulSet;

/** How things stand with a StatefulSet: what its controller decides on. */
public final class SetFindings {
    private SetFindings() {}

    /** What the controller finds when it syncs the set now. */
    public static SetFinding of(Cluster cluster, StatefulSet set) {
        return SetSync.at(SetView.of(cluster, set)).finding();
    }
}
