package io.mooring.testkit.story;

import io.mooring.meta.KubernetesObject;
import io.mooring.testkit.story.Step.Cases;
import io.mooring.tree.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Steps as commands that can be pasted. */
final class StepText implements Cases<String> {
    /** The controllers settle. */
    static final String SETTLED = "# the controllers settle";

    /** Before the words of a step that no command does. */
    static final String OWN = "# own step: ";

    private static final StepText ONE = new StepText();

    private StepText() {}

    static String of(Step step) {
        return step.accept(ONE);
    }

    /** What is created one after the other is one input. */
    static String of(List<Step> steps) {
        List<String> parts = new ArrayList<>();
        List<KubernetesObject> made = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Create create) {
                made.add(create.made());
            } else {
                close(made, parts);
                parts.add(of(step));
            }
        }
        close(made, parts);
        return parts.stream().map(part -> part + "\n").collect(Collectors.joining());
    }

    private static void close(List<KubernetesObject> made, List<String> parts) {
        if (!made.isEmpty()) {
            parts.add(Shell.reading(
                    "kubectl create", made.stream().map(CompactYaml::of).collect(Collectors.joining("---\n"))));
            made.clear();
        }
    }

    @Override
    public String create(Step.Create step) {
        return Shell.reading("kubectl create", CompactYaml.of(step.made()));
    }

    @Override
    public String update(Step.Update step) {
        return Shell.reading("kubectl replace", CompactYaml.of(step.changed()));
    }

    @Override
    public String patch(Step.Patch step) {
        return "kubectl patch " + Shell.object(step.changed()) + patching(step.patch());
    }

    @Override
    public String patchStatus(Step.PatchStatus step) {
        return "kubectl patch " + Shell.object(step.changed()) + " --subresource=status" + patching(step.patch());
    }

    private static String patching(JsonObject patch) {
        return " --type=merge -p " + Shell.word(patch.toJson());
    }

    @Override
    public String delete(Step.Delete step) {
        StringBuilder text = new StringBuilder("kubectl delete " + Shell.object(step.deleted()) + " --wait=false");
        step.options()
                .propagation()
                .ifPresent(
                        way -> text.append(" --cascade=").append(way.toString().toLowerCase(Locale.ROOT)));
        step.options()
                .gracePeriodSeconds()
                .ifPresent(seconds -> text.append(" --grace-period=").append(seconds));
        return text.toString();
    }

    @Override
    public String scale(Step.Scale step) {
        return "kubectl scale " + Shell.object(step.scaled()) + " --replicas=" + step.replicas();
    }

    @Override
    public String cordon(Step.Cordon step) {
        return "kubectl cordon " + Shell.word(step.node().name());
    }

    @Override
    public String uncordon(Step.Uncordon step) {
        return "kubectl uncordon " + Shell.word(step.node().name());
    }

    @Override
    public String taint(Step.Taint step) {
        String value = step.value().isEmpty() ? "" : "=" + step.value();
        return "kubectl taint nodes " + Shell.word(step.node().name()) + " --overwrite "
                + Shell.word(step.key() + value + ":" + step.effect());
    }

    @Override
    public String untaint(Step.Untaint step) {
        return "kubectl taint nodes " + Shell.word(step.node().name()) + " " + Shell.word(step.key() + "-");
    }

    @Override
    public String advance(Step.Advance step) {
        return "# " + words(step.time()) + " pass";
    }

    static String words(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    @Override
    public String settle(Step.Settle step) {
        return SETTLED;
    }

    @Override
    public String own(Step.Own step) {
        return OWN + step.what();
    }
}
