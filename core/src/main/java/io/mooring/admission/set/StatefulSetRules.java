package io.mooring.admission.set;

import io.mooring.admission.claim.ClaimSpecRules;
import io.mooring.admission.metadata.MetadataRules;
import io.mooring.admission.metadata.SelectorRules;
import io.mooring.admission.pod.PodSpecs;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.LabelSelector;
import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.schema.Errors;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Rules;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.ClaimTemplate;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.PodManagementPolicy;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.PodVolume;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSetOrdinals;
import io.mooring.workload.StatefulSetSpec;
import io.mooring.workload.UpdateStrategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is checked on a StatefulSet's spec. Models {@code ValidateStatefulSetSpec} of {@code pkg/apis/apps/validation}. */
final class StatefulSetRules {
    private static final Check<Optional<ClaimRetentionPolicy>> RETENTION_POLICY =
            (policy, at) -> Checks.oneOf("Retain", "Delete")
                    .check(policy.map(ClaimRetentionPolicy::value).orElse(""), at);

    private static final Rules<ClaimRetention> RETENTION = Rules.<ClaimRetention>table()
            .field("whenDeleted", ClaimRetention::whenDeleted, RETENTION_POLICY)
            .field("whenScaled", ClaimRetention::whenScaled, RETENTION_POLICY);

    private static final Rules<RollingUpdate> ROLLING_UPDATE = Rules.<RollingUpdate>table()
            .optional("partition", RollingUpdate::partition, Checks.nonNegative())
            .optional("maxUnavailable", RollingUpdate::maxUnavailable, StatefulSetRules::maxUnavailable);

    private static final Rules<StatefulSetOrdinals> ORDINALS =
            Rules.<StatefulSetOrdinals>table().field("start", StatefulSetOrdinals::start, Checks.nonNegative());

    private static final Rules<StatefulSetSpec> CLAIM_TEMPLATES = Rules.<StatefulSetSpec>table()
            .each(
                    "volumeClaimTemplates",
                    StatefulSetSpec::volumeClaimTemplates,
                    Rules.<ClaimTemplate>table().field("spec", ClaimTemplate::spec, ClaimSpecRules.created()));

    private static final Rules<StatefulSetSpec> SERVICE_NAME = Rules.<StatefulSetSpec>table()
            .unlessEmpty("serviceName", StatefulSetSpec::serviceName, Checks.name(NameRule.DNS_1123_LABEL));

    private static final String CREATE_ANEW =
            "it stays as it is; delete the set but not its pods (--cascade=orphan) and create it anew";

    /** What no update may change. */
    static final Check<Update<StatefulSetSpec>> IMMUTABLE = Rules.<Update<StatefulSetSpec>>table()
            .rule(Updates.immutable("selector", StatefulSetSpec::selector, StatefulSetRules::printed))
            .rule(StatefulSetRules::sameClaimTemplates)
            .rule(Updates.immutable("serviceName", StatefulSetSpec::serviceName, BadValue::of))
            .rule(Updates.immutable(
                    "podManagementPolicy",
                    StatefulSetSpec::podManagementPolicy,
                    policy -> BadValue.ofTyped(
                            policy.map(PodManagementPolicy::value).orElse(""))))
            .advise(CREATE_ANEW);

    private static final Check<StatefulSetSpec> CREATED = rules(true, true);

    private StatefulSetRules() {}

    /** A spec that is new. */
    static Check<StatefulSetSpec> created() {
        return CREATED;
    }

    /**
     * A spec in place of a stored one: claim templates and the service's name may stay as they are, and a template that
     * was refused today may be changed.
     */
    static Check<StatefulSetSpec> replacing(StatefulSetSpec stored) {
        Errors errors = new Errors(() -> JsonObject.EMPTY);
        rules(false, true).check(stored, errors.root());
        return rules(false, errors.list().isEmpty());
    }

    private static Check<StatefulSetSpec> rules(boolean isNew, boolean checksPodSpec) {
        return Rules.<StatefulSetSpec>table()
                .field("podManagementPolicy", StatefulSetSpec::podManagementPolicy, StatefulSetRules::podManagement)
                .field("updateStrategy", StatefulSetSpec::updateStrategy, StatefulSetRules::updateStrategy)
                .optional(
                        "persistentVolumeClaimRetentionPolicy",
                        StatefulSetSpec::persistentVolumeClaimRetentionPolicy,
                        RETENTION)
                .ruleIf(spec -> isNew, CLAIM_TEMPLATES)
                .field("replicas", spec -> spec.replicas().orElse(0), Checks.nonNegative())
                .field("minReadySeconds", StatefulSetSpec::minReadySeconds, Checks.nonNegative())
                .optional("ordinals", StatefulSetSpec::ordinals, ORDINALS)
                .ruleIf(spec -> isNew, SERVICE_NAME)
                .required("selector", StatefulSetSpec::selector, StatefulSetRules::selector)
                .rule((spec, at) -> template(spec, checksPodSpec, at))
                .rule(StatefulSetRules::lifeOfPods);
    }

    private static void podManagement(Optional<PodManagementPolicy> policy, ErrorsAt at) {
        String value = policy.map(PodManagementPolicy::value).orElse("");
        if (value.isEmpty()) {
            at.required();
        } else if (!value.equals("OrderedReady") && !value.equals("Parallel")) {
            at.invalid(BadValue.ofTyped(value), "must be 'OrderedReady' or 'Parallel'");
        }
    }

    private static void updateStrategy(UpdateStrategy strategy, ErrorsAt at) {
        switch (strategy.type().map(Object::toString).orElse("")) {
            case "" -> at.required();
            case "RollingUpdate" ->
                strategy.rollingUpdate().ifPresent(update -> ROLLING_UPDATE.check(update, at.child("rollingUpdate")));
            case "OnDelete" -> {
                if (strategy.rollingUpdate().isPresent()) {
                    at.child("rollingUpdate")
                            .invalid(BadValue.STRUCTURE, "only allowed for updateStrategy 'RollingUpdate'");
                }
            }
            default -> at.invalid(BadValue.STRUCTURE, "must be 'RollingUpdate' or 'OnDelete'");
        }
    }

    /** A number of pods above 0, or a percentage from 1% to 100%. Upstream reads text that is neither as 0. */
    private static void maxUnavailable(JsonValue value, ErrorsAt at) {
        if (value instanceof JsonNumber number) {
            long pods = number.toLong().orElse(0);
            Checks.nonNegative().check(pods, at);
            if (pods == 0) {
                at.invalid(BadValue.of(0), "cannot be 0");
            }
            return;
        }
        String text = value instanceof JsonString string ? string.value() : "";
        boolean isPercentage = text.matches("[0-9]+%");
        if (!isPercentage) {
            at.invalid(
                    BadValue.ofTyped(text),
                    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%',"
                            + " regex used for validation is '[0-9]+%')");
        }
        if (!text.matches("[-+]?0*[1-9][0-9]*" + (isPercentage ? "%" : ""))) {
            at.invalid(BadValue.ofTyped(text), "cannot be 0");
        }
        if (text.matches("0*[1-9][0-9]{2,}%") && !text.matches("0*100%")) {
            at.invalid(BadValue.ofTyped(text), "must not be greater than 100%");
        }
    }

    private static void selector(Optional<LabelSelector> selector, ErrorsAt at) {
        LabelSelector present = selector.orElseThrow();
        SelectorRules.labelSelector().check(present, at);
        if (present.matchLabels().isEmpty() && present.matchExpressions().isEmpty()) {
            at.invalid(printed(selector), "empty selector is invalid for statefulset");
        }
    }

    private static void template(StatefulSetSpec spec, boolean checksPodSpec, ErrorsAt at) {
        LabelMatcher matcher = spec.selector().map(LabelMatcher::of).orElse(LabelMatcher.NOTHING);
        if (!matcher.problems().isEmpty()) {
            at.child("selector").invalid(printed(spec.selector()), "");
            return;
        }
        PodTemplateSpec template = spec.template();
        Map<String, String> labels = template.metadata().labels();
        ErrorsAt labelsAt = at.child("template", "metadata").child("labels");
        if (!matcher.equals(LabelMatcher.EVERYTHING) && !matcher.matches(labels)) {
            labelsAt.advising("give the template the labels that the selector asks for")
                    .invalid(BadValue.ofSent(labelsAt.sent()), "`selector` does not match template `labels`");
        }
        if (checksPodSpec) {
            ErrorsAt templateAt = at.child("template");
            MetadataRules.labels(labels, templateAt.child("labels"));
            MetadataRules.annotations(template.metadata().annotations(), templateAt.child("annotations"));
            PodSpecs.OF_TEMPLATE.check(withClaims(spec), templateAt.child("spec"));
            if (!template.spec().ephemeralContainers().isEmpty()) {
                templateAt
                        .child("spec")
                        .child(PodSpecs.EPHEMERAL_CONTAINERS)
                        .forbidden("ephemeral containers not allowed in pod template");
            }
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
        ErrorsAt place = at.child("template", "spec");
        Checks.oneOf("Always").check(PodSpecs.RESTART_POLICY.of(pod), place.child(PodSpecs.RESTART_POLICY));
        if (PodSpecs.ACTIVE_DEADLINE_SECONDS.isIn(pod)) {
            place.child(PodSpecs.ACTIVE_DEADLINE_SECONDS)
                    .forbidden("activeDeadlineSeconds in StatefulSet is not Supported");
        }
    }

    private static void sameClaimTemplates(Update<StatefulSetSpec> change, ErrorsAt at) {
        List<ClaimTemplate> updated = change.updated().volumeClaimTemplates();
        if (!updated.equals(change.stored().volumeClaimTemplates())) {
            ErrorsAt templates = at.child("volumeClaimTemplates");
            templates.invalid(BadValue.ofSent(templates.sent()), Updates.IMMUTABLE);
        }
    }

    private static BadValue printed(Optional<LabelSelector> selector) {
        boolean isEmpty = selector.equals(Optional.of(LabelSelector.builder().build()));
        return isEmpty ? new BadValue("{}") : BadValue.ofStructure(selector);
    }
}
