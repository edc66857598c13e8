package io.mooring.admission.workload;

import io.mooring.admission.metadata.Annotations;
import io.mooring.admission.metadata.Labels;
import io.mooring.admission.metadata.Selectors;
import io.mooring.admission.pod.PodSpecs;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelSelector;
import io.mooring.schema.BadValue;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.tree.JsonObject;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import java.util.List;
import java.util.Optional;

/** What is asked of a pod template by those who make pods from it. */
public final class TemplateChecks {
    private TemplateChecks() {}

    /** A selector that is there, takes some pods only and can be read. */
    static void selector(Optional<LabelSelector> selector, String forWhat, ErrorsAt at) {
        if (selector.isEmpty()) {
            at.required();
            return;
        }
        Selectors.SELECTOR.check(selector.get(), at);
        if (isEmpty(selector.get())) {
            at.invalid(printed(selector.get()), "empty selector is invalid for " + forWhat);
        }
    }

    static boolean isEmpty(LabelSelector selector) {
        return selector.matchLabels().isEmpty() && selector.matchExpressions().isEmpty();
    }

    /** As the API server prints it. */
    static BadValue printed(LabelSelector selector) {
        return isEmpty(selector) ? new BadValue("{}") : BadValue.STRUCTURE;
    }

    /** As the API server prints one that may be absent. */
    static BadValue printed(Optional<LabelSelector> selector) {
        return selector.map(TemplateChecks::printed).orElse(BadValue.NULL);
    }

    /**
     * Models {@code ValidatePodTemplateSpecForReplicaSet}, and what comes before it.
     *
     * @param at the owner's spec
     */
    static void ofReplicas(Optional<LabelSelector> selector, PodTemplateSpec template, ErrorsAt at) {
        LabelMatcher matcher = selector.map(LabelMatcher::of).orElse(LabelMatcher.NOTHING);
        if (!matcher.problems().isEmpty()) {
            at.child("selector").invalid(printed(selector), "invalid label selector");
            return;
        }
        if (!matcher.equals(LabelMatcher.EVERYTHING)
                && !matcher.matches(template.metadata().labels())) {
            unselected(at.child("template"));
        }
        contents(template, template.spec(), at.child("template"));
        neverEnding(template.spec(), "ReplicaSet", at.child("template", "spec"));
    }

    /** The template's labels are not those that the selector asks for. */
    public static void unselected(ErrorsAt template) {
        unselected(sentLabels(template), template);
    }

    static void unselected(BadValue labels, ErrorsAt template) {
        template.child("metadata", "labels")
                .advising("give the template the labels that the selector asks for")
                .invalid(labels, "`selector` does not match template `labels`");
    }

    static BadValue sentLabels(ErrorsAt template) {
        return BadValue.ofSent(template.child("metadata", "labels").sent());
    }

    /**
     * Models {@code ValidatePodTemplateSpec}. Upstream tells of labels and annotations beside the metadata, not in it.
     *
     * @param spec the template's, with what its owner adds to it
     */
    public static void contents(PodTemplateSpec template, PodSpec spec, ErrorsAt at) {
        Labels.check(template.metadata().labels(), at.child("labels"));
        Annotations.check(template.metadata().annotations(), at.child("annotations"));
        PodSpecs.OF_TEMPLATE.check(spec, at.child("spec"));
        if (!template.spec().ephemeralContainers().isEmpty()) {
            at.child("spec")
                    .child(PodSpecs.EPHEMERAL_CONTAINERS)
                    .forbidden("ephemeral containers not allowed in pod template");
        }
    }

    /** Its pods are always started again, and never end by themselves. */
    public static void neverEnding(PodSpec spec, String owner, ErrorsAt at) {
        JsonObject rest = spec.rest();
        Checks.oneOf("Always").check(PodSpecs.RESTART_POLICY.of(rest), at.child(PodSpecs.RESTART_POLICY));
        if (PodSpecs.ACTIVE_DEADLINE_SECONDS.isIn(rest)) {
            at.child(PodSpecs.ACTIVE_DEADLINE_SECONDS)
                    .forbidden("activeDeadlineSeconds in " + owner + " is not Supported");
        }
    }

    /** The ways that are there, as the API server lists them. */
    static void unknownWay(List<String> known, ErrorsAt at) {
        at.notSupported(BadValue.STRUCTURE, known);
    }
}
