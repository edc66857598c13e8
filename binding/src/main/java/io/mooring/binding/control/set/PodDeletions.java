package io.mooring.binding.control.set;

import io.mooring.binding.finding.ScaleDownFinding;
import io.mooring.binding.finding.UpdateFinding;
import io.mooring.meta.Ref;
import io.mooring.workload.Pod;

/** The pods that a set deletes because they are too many, or of an earlier template: a case for each finding. */
record PodDeletions(SetView view, Work work) implements ScaleDownFinding.Cases<Work>, UpdateFinding.Cases<Work> {

    @Override
    public Work condemned(ScaleDownFinding.Condemned finding) {
        return delete(finding.pod());
    }

    @Override
    public Work terminating(ScaleDownFinding.Terminating finding) {
        return work;
    }

    @Override
    public Work heldBack(ScaleDownFinding.HeldBack finding) {
        return work;
    }

    @Override
    public Work upToDate(UpdateFinding.UpToDate finding) {
        return work;
    }

    @Override
    public Work leftToTheUser(UpdateFinding.LeftToTheUser finding) {
        return work;
    }

    @Override
    public Work belowThePartition(UpdateFinding.BelowThePartition finding) {
        return work;
    }

    @Override
    public Work heldUp(UpdateFinding.HeldUp finding) {
        return work;
    }

    @Override
    public Work replacing(UpdateFinding.Replacing finding) {
        finding.pods().forEach(this::delete);
        return work;
    }

    @Override
    public Work waiting(UpdateFinding.Waiting finding) {
        return work;
    }

    private Work delete(Ref<Pod> pod) {
        work.delete(view.cluster().get(pod).orElseThrow());
        return work;
    }
}
