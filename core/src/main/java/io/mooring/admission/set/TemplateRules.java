package io.mooring.admission.set;

import io.mooring.admission.workload.TemplateChecks;
import io.mooring.meta.LabelMatcher;
import io.mooring.schema.CheckOption;
import io.mooring.schema.ErrorsAt;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.PodSpec;
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
        TemplateChecks.neverEnding(spec.template().spec(), "StatefulSet", at.child("template", "spec"));
    }

    private static void template(StatefulSetSpec spec, ErrorsAt at) {
        LabelMatcher matcher = spec.selector().map(LabelMatcher::of).orElse(LabelMatcher.NOTHING);
        if (!matcher.problems().isEmpty()) {
            spec.selector()
                    .map(StatefulSetSchema::printed)
                    .ifPresent(printed -> at.child("selector").invalid(printed, ""));
            return;
        }
        if (!matcher.equals(LabelMatcher.EVERYTHING)
                && !matcher.matches(spec.template().metadata().labels())) {
            TemplateChecks.unselected(at.child("template"));
        }
        if (!at.option(ANY_TEMPLATE)) {
            TemplateChecks.contents(spec.template(), withClaims(spec), at.child("template"));
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
}
