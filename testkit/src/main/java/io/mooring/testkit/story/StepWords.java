package io.mooring.testkit.story;

import io.mooring.meta.KubernetesObject;
import io.mooring.testkit.story.Step.Cases;

/** Steps in a few words. */
final class StepWords implements Cases<String> {
    @Override
    public String create(Step.Create step) {
        return "create " + name(step.made());
    }

    @Override
    public String update(Step.Update step) {
        return "replace " + name(step.changed());
    }

    private static String name(KubernetesObject object) {
        String name = object.metadata().name();
        return object.kind().name() + " " + (name.isEmpty() ? object.metadata().generateName() + "*" : name);
    }

    @Override
    public String patch(Step.Patch step) {
        return "patch " + step.changed() + " " + step.patch().toJson();
    }

    @Override
    public String patchStatus(Step.PatchStatus step) {
        return "patch the status of " + step.changed() + " " + step.patch().toJson();
    }

    @Override
    public String delete(Step.Delete step) {
        return "delete " + step.deleted();
    }

    @Override
    public String scale(Step.Scale step) {
        return "scale " + step.scaled() + " to " + step.replicas();
    }

    @Override
    public String cordon(Step.Cordon step) {
        return "cordon " + step.node().name();
    }

    @Override
    public String uncordon(Step.Uncordon step) {
        return "uncordon " + step.node().name();
    }

    @Override
    public String taint(Step.Taint step) {
        return "taint " + step.node().name() + " " + step.key() + ":" + step.effect();
    }

    @Override
    public String untaint(Step.Untaint step) {
        return "take the taints " + step.key() + " off " + step.node().name();
    }

    @Override
    public String advance(Step.Advance step) {
        return "let " + StepText.words(step.time()) + " pass";
    }

    @Override
    public String settle(Step.Settle step) {
        return "settle";
    }

    @Override
    public String own(Step.Own step) {
        return step.what();
    }
}
