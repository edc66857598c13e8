package io.mooring.admission.set;

import io.mooring.admission.metadata.Annotations;
import io.mooring.admission.metadata.Labels;
import io.mooring.admission.pod.PodSpecs;
import io.mooring.meta.LabelMatcher;
import io.mooring.schema.BadValue;
import io.mooring.schema.CheckOption;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.tree.JsonObject;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.StatefulSetSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a set's pods are made from: the selector takes them, and they never end by themselves. Models {@code
 * ValidatePodTemplateSpecForStatefulSet} and the end of {@code ValidateStatefulSetSpec}.
 */
final class TemplateRules {
    /** Whether the template may be any, because the stored one has what is refused by now. */
    static final CheckOption<Boolean> ANY_TEMPLATE = new CheckOption<>("the template may be any", false);

    private TemplateRules() {}

    static void check(StatefulSetSpec spec, ErrorsAt at) {
        template(spec, at);
        lifeOfPods(spec, at.child("template", "spec"));
    }

    private static void template(StatefulSetSpec spec, ErrorsAt at) {
        LabelMatcher matcher = spec.selector().map(LabelMatcher::of).orElse(LabelMatcher.NOTHING);
        if (!matcher.problems().isEmpty()) {
            spec.selector()
                    .map(StatefulSetSchema::printed)
                    .ifPresent(printed -> at.child("selector").invalid(printed, ""));
            return;
        }
        selected(spec, matcher, at.child("template", "metadata").child("labels"));
        if (!at.option(ANY_TEMPLATE)) {
            contents(spec, at.child("template"));
        }
    }

    private static void selected(StatefulSetSpec spec, LabelMatcher matcher, ErrorsAt at) {
        Map<String, String> labels = spec.template().metadata().labels();
        if (!matcher.equals(LabelMatcher.EVERYTHING) && !matcher.matches(labels)) {
            at.advising("give the template the labels that the selector asks for")
                    .invalid(BadValue.ofSent(at.sent()), "`selector` does not match template `labels`");
        }
    }

    /** Upstream tells of labels and annotations beside the metadata, not in it. */
    private static void contents(StatefulSetSpec spec, ErrorsAt at) {
        PodTemplateSpec template = spec.template();
        Labels.check(template.metadata().labels(), at.child("labels"));
        Annotations.check(template.metadata().annotations(), at.child("annotations"));
        PodSpecs.OF_TEMPLATE.check(withClaims(spec), at.child("spec"));
        if (!template.spec().ephemeralContainers().isEmpty()) {
            at.child("spec")
                    .child(PodSpecs.EPHEMERAL_CONTAINERS)
                    .forbidden("ephemeral containers not allowed in pod template");
        }
    }

    /** The pod's spec with a volume for each claim template, in place of the pod's own volume of that name. */
    private static PodSpec withClaims(StatefulSetSpec spec) {
        Map<String, PodVolume> claims = new LinkedHashMap<>();
        for (ClaimTemplate template : spec.volumeClaimTemplates()) {
            String name = template.metadata().name();
            ClaimVolumeSource source =
                    ClaimVolumeSource.builder().claimName(name).build();
            claims.put(
                    name,
                    PodVolume.builder().name(name).persistentVolumeClaim(source).build());
        }
        PodSpec pod = spec.template().spec();
        List<PodVolume> volumes = new ArrayList<>(claims.values());
        pod.volumes().stream()
                .filter(volume -> !claims.containsKey(volume.name()))
                .forEach(volumes::add);
        return pod.withVolumes(volumes);
    }

    /** A set's pods are always started again, and never end by themselves. */
    private static void lifeOfPods(StatefulSetSpec spec, ErrorsAt at) {
        JsonObject pod = spec.template().spec().rest();
        Checks.oneOf("Always").check(PodSpecs.RESTART_POLICY.of(pod), at.child(PodSpecs.RESTART_POLICY));
        if (PodSpecs.ACTIVE_DEADLINE_SECONDS.isIn(pod)) {
            at.child(PodSpecs.ACTIVE_DEADLINE_SECONDS)
                    .forbidden("activeDeadlineSeconds in StatefulSet is not Supported");
        }
    }
}
