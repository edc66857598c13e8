package io.mooring.testkit.story;

import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.story.Step.Cases;
import io.mooring.tree.JsonObject;
import io.mooring.workload.StatefulSet;

/** Whether somebody who takes a step may want data to go. */
final class AsksToLose implements Cases<Boolean> {
    static final AsksToLose CASES = new AsksToLose();

    private AsksToLose() {}

    @Override
    public Boolean create(Step.Create step) {
        return false;
    }

    @Override
    public Boolean update(Step.Update step) {
        return isOfStorage(step.changed().ref());
    }

    @Override
    public Boolean patch(Step.Patch step) {
        return isOfStorage(step.changed()) && isOfSpec(step.patch());
    }

    private static boolean isOfSpec(JsonObject patch) {
        return patch.has("spec");
    }

    private static boolean isOfStorage(Ref<?> object) {
        return object.kind().equals(PersistentVolume.KIND)
                || object.kind().equals(PersistentVolumeClaim.KIND)
                || object.kind().equals(StatefulSet.KIND);
    }

    @Override
    public Boolean patchStatus(Step.PatchStatus step) {
        return isOfStorage(step.changed());
    }

    @Override
    public Boolean delete(Step.Delete step) {
        return true;
    }

    @Override
    public Boolean scale(Step.Scale step) {
        return true;
    }

    @Override
    public Boolean cordon(Step.Cordon step) {
        return false;
    }

    @Override
    public Boolean uncordon(Step.Uncordon step) {
        return false;
    }

    @Override
    public Boolean taint(Step.Taint step) {
        return false;
    }

    @Override
    public Boolean untaint(Step.Untaint step) {
        return false;
    }

    @Override
    public Boolean advance(Step.Advance step) {
        return false;
    }

    @Override
    public Boolean settle(Step.Settle step) {
        return false;
    }

    @Override
    public Boolean own(Step.Own step) {
        return false;
    }
}
