package io.mooring.admission.pod;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.metadata.Metadata;
import io.mooring.admission.plugin.TopologyLabels;
import io.mooring.admission.policy.KindPolicy;
import io.mooring.admission.policy.Plugin;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.names.NameRule;
import io.mooring.release.Semantics;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Type;
import io.mooring.schema.Update;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.PodPhase;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pods: what they are, and what may change. An update may change what upstream lets it change of a pod's metadata; of its
 * spec only the node may be given, which is what the scheduler does. Models {@code pkg/registry/core/pod}.
 */
public final class PodPolicy implements KindPolicy<Pod> {
    public static final PodPolicy POLICY = new PodPolicy();

    private static final String FIXED = "pod updates may not change fields other than"
            + " `spec.containers[*].image`,`spec.initContainers[*].image`,"
            + "`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing"
            + " tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was"
            + " previously negative)";

    /** Models {@code applySchedulingGatedCondition}, which gives no time. */
    private static final PodCondition GATED = PodCondition.builder()
            .type("PodScheduled")
            .status("False")
            .reason("SchedulingGated")
            .message("Scheduling is blocked due to non-empty scheduling gates")
            .build();

    private static final List<Plugin<Pod>> PLUGINS = List.of(new TopologyLabels());

    private PodPolicy() {}

    @Override
    public ObjectKind<Pod> kind() {
        return Pod.KIND;
    }

    @Override
    public Type<Pod> type() {
        return Pods.POD;
    }

    @Override
    public Pod withoutDisabled(Semantics semantics, Pod sent, Optional<Pod> stored) {
        PodSpec known = GatedFields.of(semantics).withoutDisabled(sent.spec(), stored.map(Pod::spec));
        return known == sent.spec() ? sent : sent.withSpec(known);
    }

    /** A new pod is Pending; one with scheduling gates says so. Keys of its labels become demands. */
    @Override
    public Pod prepareForCreate(Pod created, AdmissionWorld world) {
        PodStatus status = PodStatus.builder().phase(PodPhase.PENDING).build();
        boolean isGated = !Scheduling.SCHEDULING_GATES.of(created.spec().rest()).isEmpty();
        return created.withSpec(
                        MatchLabelKeys.merged(created.spec(), created.metadata().labels()))
                .withStatus(isGated ? status.withConditions(GATED) : status);
    }

    @Override
    public List<Plugin<Pod>> plugins() {
        return PLUGINS;
    }

    @Override
    public Pod prepareForUpdate(Update<Pod> change, AdmissionWorld world) {
        return change.updated().withStatus(change.stored().status());
    }

    /** Models {@code podStatusStrategy}, which keeps the owners as well: old kubelets wrote them wrong. */
    @Override
    public ObjectMeta metadataOfStatusUpdate(Update<ObjectMeta> update) {
        return update.updated().withOwnerReferences(update.stored().ownerReferences());
    }

    @Override
    public Check<Update<Pod>> updated() {
        return PodPolicy::checkUpdate;
    }

    private static void checkUpdate(Update<Pod> change, ErrorsAt at) {
        Metadata.legacyFinalizers(change.updated().metadata(), at.child("metadata"));
        PodSpec stored = change.stored().spec();
        PodSpec updated = change.updated().spec();
        boolean givesNode = stored.nodeName().isEmpty();
        if (!updated.equals(givesNode ? stored.withNodeName(updated.nodeName()) : stored)) {
            at.child(Pods.SPEC).forbidden(FIXED);
        }
    }

    @Override
    public List<String> warnings(Pod pod, Semantics semantics) {
        List<String> warnings = new ArrayList<>();
        String name = pod.metadata().name();
        List<String> problems = name.isEmpty() ? List.of() : NameRule.DNS_1123_LABEL.problems(name);
        if (!problems.isEmpty()) {
            warnings.add(
                    "metadata.name: this is used in the Pod's hostname, which can result in surprising behavior; a DNS label"
                            + " is recommended: [" + String.join(" ", problems) + "]");
        }
        warnings.addAll(PodWarnings.of(pod.spec(), pod.metadata(), "", semantics));
        return warnings;
    }

    /** None: pods are not updated by people. */
    @Override
    public List<String> warnings(Update<Pod> update, Semantics semantics) {
        return List.of();
    }
}
