package io.mooring.binding.explain.set;

import io.mooring.admission.CauseKind;
import io.mooring.admission.Verdict;
import io.mooring.binding.control.part.PodLimit;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.PodState;
import io.mooring.binding.control.workload.Refusals;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.Quote;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaKeeper;
import io.mooring.workload.ReplicaSetCondition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pods that somebody makes from a template.
 *
 * @param kept those that there are, by name
 */
record Pods(Evidence evidence, KubernetesObject owner, PodTemplateSpec template, List<Pod> kept) {
    static Pods of(Evidence evidence, KubernetesObject owner, PodTemplateSpec template) {
        return new Pods(
                evidence,
                owner,
                template,
                Keeping.kept(evidence.cluster(), owner, Pod.KIND).toList());
    }

    HeldUp heldUp() {
        return new HeldUp(evidence, owner.ref());
    }

    List<Pod> active() {
        return kept.stream().filter(PodState::isActive).toList();
    }

    /** The first that has not ended and is not ready. */
    Optional<Pod> unready() {
        return active().stream().filter(pod -> !pod.isReady()).findFirst();
    }

    Optional<Pod> leaving() {
        return kept.stream().filter(PodState::isTerminating).findFirst();
    }

    /** That kinds are not known without which nothing can be said; empty if all are. */
    static Optional<Explanation> notKnown(HeldUp heldUp, ObjectKind<?>... needed) {
        Cluster cluster = heldUp.evidence().cluster();
        List<ObjectKind<?>> unknown =
                Stream.of(needed).filter(kind -> !cluster.isKnown(kind)).toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(heldUp.of(
                        Outlook.NOT_KNOWN,
                        "stands as nobody can say: " + KindText.notInTheDump(unknown),
                        Fact.of(FactCode.KIND_UNKNOWN, heldUp.about(), FieldPath.ROOT, KindText.dependence(unknown))));
    }

    /**
     * That some are missing: they are made, or the API server takes none.
     *
     * @param headline what is said first: {@code has 1 of 3 pods}
     */
    Explanation missing(int missing, String headline) {
        return tooMany(missing, headline).orElseGet(() -> withinLimit(missing, headline));
    }

    /** That those that are missing are more than the cluster can have; empty if they are not. */
    Optional<Explanation> tooMany(int missing, String headline) {
        return PodLimit.refusal(evidence.cluster(), missing)
                .map(why -> heldUp().of(
                                Outlook.BLOCKED,
                                headline + ": no more pods are made, since all that are missing are too many",
                                Fact.of(
                                        FactCode.SET_TOO_MANY,
                                        owner.ref(),
                                        FieldPath.of("spec"),
                                        "makes no more pods: " + why)));
    }

    private Explanation withinLimit(int missing, String headline) {
        Optional<Verdict.Refused> refusal = Refusals.of(evidence.cluster(), owner, template);
        if (refusal.isEmpty()) {
            return recordedRefusal()
                    .map(message -> refused(headline, "made pods that were refused: " + message))
                    .orElseGet(() -> heldUp().of(
                                    Outlook.WAITS,
                                    headline + ": " + Names.counted(missing, "pod") + " to be made",
                                    Fact.of(
                                            FactCode.SET_POD_MISSING,
                                            owner.ref(),
                                            FieldPath.ROOT,
                                            "is about to make pods")));
        }
        if (refusal.get().hasCause(CauseKind.NAMESPACE_TERMINATING)) {
            return heldUp().of(
                            Outlook.BLOCKED,
                            headline + ": its namespace is being deleted, and nothing is made in it",
                            Fact.of(
                                    FactCode.SET_NAMESPACE,
                                    Namespace.ref(owner.metadata().namespace()),
                                    FieldPath.of("metadata", "deletionTimestamp"),
                                    "is being deleted"));
        }
        return refused(headline, "makes pods that are refused: " + refusal.get().message());
    }

    private Explanation refused(String headline, String text) {
        return heldUp().of(
                        Outlook.BLOCKED,
                        headline + ": the API server refuses its pods",
                        Fact.of(FactCode.SET_POD_REFUSED, owner.ref(), FieldPath.of("spec", "template"), text))
                .withQuotes(failedCreate());
    }

    /** What the API server said where it asks more than Mooring does, such as quotas of pods. */
    private Optional<String> recordedRefusal() {
        return owner instanceof ReplicaKeeper keeper
                ? keeper.status().conditions().stream()
                        .filter(condition -> condition.type().equals("ReplicaFailure"))
                        .filter(condition -> condition.reason().equals("FailedCreate"))
                        .map(ReplicaSetCondition::message)
                        .findFirst()
                : failedCreate().stream().map(Quote::message).findFirst();
    }

    private List<Quote> failedCreate() {
        return evidence.lastWarning(owner, event -> event.reason().equals("FailedCreate")).stream()
                .toList();
    }

    /** Ready pods that do not count yet. */
    Explanation notAvailable(String headline, int minReadySeconds) {
        return heldUp().of(
                        Outlook.WAITS,
                        headline + ": ready pods count as available after " + minReadySeconds + " s",
                        Fact.of(
                                FactCode.SET_MIN_READY,
                                owner.ref(),
                                FieldPath.of("spec", "minReadySeconds"),
                                "wants pods to have been ready for " + minReadySeconds + " s"));
    }
}
