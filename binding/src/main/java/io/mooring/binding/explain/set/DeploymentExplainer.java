package io.mooring.binding.explain.set;

import io.mooring.binding.control.deployment.Rollout;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.Quote;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.pod.Circle;
import io.mooring.binding.explain.words.Names;
import io.mooring.meta.Ref;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNumber;
import io.mooring.workload.Deployment;
import io.mooring.workload.DeploymentCondition;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A Deployment: how far its rollout is, and which pod holds it up. */
record DeploymentExplainer(Evidence evidence, Deployment deployment) {
    private static final FieldPath ROLLING = FieldPath.of("spec", "strategy", "rollingUpdate");

    private HeldUp heldUp() {
        return new HeldUp(evidence, deployment.ref());
    }

    Explanation explanation() {
        return Pods.notKnown(heldUp(), Pod.KIND, ReplicaSet.KIND).orElseGet(() -> {
            Explanation explanation = explanation(Rollout.of(evidence.cluster(), deployment));
            List<Quote> quotes = new ArrayList<>(explanation.quotes());
            overdue().map(each -> new Quote(each.reason(), each.message())).ifPresent(quotes::add);
            return explanation.withQuotes(quotes);
        });
    }

    /** That it has not moved for as long as it may take. */
    private Optional<DeploymentCondition> overdue() {
        return deployment.status().conditions().stream()
                .filter(condition -> condition.type().equals("Progressing"))
                .filter(condition -> condition.status().equals("False"))
                .findFirst();
    }

    private Explanation explanation(Rollout rollout) {
        if (rollout.current().isEmpty()) {
            return withoutCurrent();
        }
        ReplicaSet current = rollout.current().get();
        Pods pods = Pods.of(evidence, current, deployment.spec().template());
        int wanted = deployment.wantedReplicas();
        long ready = pods.active().stream().filter(Pod::isReady).count();
        String headline = "has " + ready + " of " + wanted + " pods of its template ready";
        Optional<Pod> unready = pods.unready();
        if (unready.isPresent()) {
            return heldUpBy(unready.get(), headline, rollout);
        }
        if (pods.active().size() < current.wantedReplicas()) {
            return about(pods.missing(current.wantedReplicas() - pods.active().size(), headline), current);
        }
        return rolling(rollout, current, headline, (int) ready);
    }

    /** What is said of its ReplicaSet is said of the Deployment. */
    private Explanation about(Explanation explanation, ReplicaSet current) {
        Fact made = Fact.of(FactCode.SET_REPLICA, current.ref(), FieldPath.ROOT, "is the one that makes its pods");
        return explanation.withAbout(deployment.ref()).withContext(List.of(made));
    }

    private Explanation withoutCurrent() {
        Optional<DeploymentCondition> refused = overdue();
        boolean isPaused = deployment.spec().paused();
        return heldUp().of(
                        refused.isPresent() ? Outlook.BLOCKED : Outlook.WAITS,
                        isPaused
                                ? "is paused, and has no pods of its template"
                                : "has no ReplicaSet of its template yet",
                        Fact.of(
                                FactCode.SET_UPDATE,
                                deployment.ref(),
                                isPaused ? FieldPath.of("spec", "paused") : FieldPath.of("spec", "template"),
                                isPaused ? "is paused" : "is about to make a ReplicaSet"));
    }

    private Explanation heldUpBy(Pod pod, String headline, Rollout rollout) {
        List<Fact> more = new ArrayList<>();
        more.add(Fact.of(
                FactCode.SET_REPLICA,
                pod.ref(),
                FieldPath.of("metadata", "labels").key(Deployment.TEMPLATE_HASH_LABEL),
                "is of the template as it is now"));
        old(rollout).forEach(more::add);
        Explanation explanation = heldUp().by(pod, headline, more);
        return Circle.through(evidence.cluster(), pod.ref())
                .filter(this::isAmongItsOwn)
                .map(circle -> waitingForItself(explanation, headline, pod, circle))
                .orElse(explanation);
    }

    /** Whether all that wait for each other are pods of this Deployment. */
    private boolean isAmongItsOwn(Circle circle) {
        return circle.steps().stream()
                .allMatch(step -> evidence.cluster()
                        .get(step.pod())
                        .flatMap(pod -> pod.metadata().controller())
                        .filter(owner -> owner.isOf(ReplicaSet.KIND))
                        .flatMap(owner -> evidence.cluster()
                                .get(ReplicaSet.ref(deployment.metadata().namespace(), owner.name())))
                        .filter(set -> set.metadata().isControlledBy(deployment.metadata()))
                        .isPresent());
    }

    private static Explanation waitingForItself(Explanation explanation, String headline, Pod pod, Circle circle) {
        String old = circle.steps().stream()
                .map(Circle.Step::pod)
                .filter(other -> !other.equals(pod.ref()))
                .map(Ref::name)
                .findFirst()
                .orElse("");
        return explanation.withOutlook(
                Outlook.BLOCKED,
                headline + ": its new pod " + pod.metadata().name() + " waits for its old pod " + old
                        + " to go, and the old one stays until the new one is ready.");
    }

    private Stream<Fact> old(Rollout rollout) {
        if (rollout.old().isEmpty()) {
            return Stream.empty();
        }
        long pods = rollout.old().stream().mapToLong(ReplicaSet::wantedReplicas).sum();
        return Stream.of(Fact.of(
                        FactCode.SET_MAX_UNAVAILABLE,
                        deployment.ref(),
                        ROLLING.child("maxUnavailable"),
                        "keeps " + Names.counted(pods, "pod") + " of earlier templates as long as no more than "
                                + rollout.maxUnavailable() + " of its pods may be away")
                .having(JsonNumber.of(rollout.maxUnavailable())));
    }

    /** All pods of the template are ready; old ones may still have to go, and more may have to come. */
    private Explanation rolling(Rollout rollout, ReplicaSet current, String headline, int ready) {
        int wanted = deployment.wantedReplicas();
        boolean isOld = !rollout.old().isEmpty();
        if (deployment.spec().paused() && (isOld || ready < wanted)) {
            return heldUp().of(
                            Outlook.WAITS,
                            headline + ", and is paused",
                            Fact.of(
                                    FactCode.SET_UPDATE,
                                    deployment.ref(),
                                    FieldPath.of("spec", "paused"),
                                    "is paused"));
        }
        if (isOld || ready != wanted) {
            return heldUp().of(
                            Outlook.WAITS,
                            headline + ", and goes on",
                            old(rollout).toArray(Fact[]::new))
                    .withFacts(Stream.concat(
                                    old(rollout),
                                    Stream.of(Fact.of(
                                            FactCode.SET_UPDATE,
                                            current.ref(),
                                            FieldPath.of("spec", "replicas"),
                                            "wants " + Names.counted(current.wantedReplicas(), "pod") + " so far")))
                            .toList());
        }
        Pods pods = Pods.of(evidence, current, deployment.spec().template());
        return current.status().availableReplicas() < wanted
                        && deployment.spec().minReadySeconds() > 0
                ? about(pods.notAvailable(headline, deployment.spec().minReadySeconds()), current)
                : heldUp().of(
                                Outlook.FINE,
                                wanted == 0
                                        ? "wants no pods"
                                        : "has " + wanted + " of " + wanted + " pods ready, of its template");
    }
}
