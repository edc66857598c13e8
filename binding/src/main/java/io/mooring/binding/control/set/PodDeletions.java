package io.mooring.binding.control.set;

import io.mooring.binding.finding.ScaleDownFinding;
import io.mooring.binding.finding.UpdateFinding;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;

/** The pods that a set deletes because they are too many, or of an earlier template: a case for each finding. */
record PodDeletions(SetView view, SetWrites writes)
        implements ScaleDownFinding.Cases<SetWrites>, UpdateFinding.Cases<SetWrites> {

    @Override
    public SetWrites condemned(ScaleDownFinding.Condemned finding) {
        return delete(finding.pod());
    }

    @Override
    public SetWrites terminating(ScaleDownFinding.Terminating finding) {
        return writes;
    }

    @Override
    public SetWrites heldBack(ScaleDownFinding.HeldBack finding) {
        return writes;
    }

    @Override
    public SetWrites upToDate(UpdateFinding.UpToDate finding) {
        return writes;
    }

    @Override
    public SetWrites leftToTheUser(UpdateFinding.LeftToTheUser finding) {
        return writes;
    }

    @Override
    public SetWrites belowThePartition(UpdateFinding.BelowThePartition finding) {
        return writes;
    }

    @Override
    public SetWrites heldUp(UpdateFinding.HeldUp finding) {
        return writes;
    }

    @Override
    public SetWrites replacing(UpdateFinding.Replacing finding) {
        finding.pods().forEach(this::delete);
        return writes;
    }

    @Override
    public SetWrites waiting(UpdateFinding.Waiting finding) {
        return writes;
    }

    private SetWrites delete(Ref<Pod> pod) {
        writes.delete(view.cluster().get(pod).orElseThrow());
        return writes;
    }
}
