package io.mooring.binding.explain.set;

import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.UpdateFinding;
import io.mooring.binding.finding.UpdateFinding.BelowThePartition;
import io.mooring.binding.finding.UpdateFinding.HeldUp;
import io.mooring.binding.finding.UpdateFinding.LeftToTheUser;
import io.mooring.binding.finding.UpdateFinding.Replacing;
import io.mooring.binding.finding.UpdateFinding.UpToDate;
import io.mooring.binding.finding.UpdateFinding.Waiting;
import io.mooring.meta.Ref;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNumber;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/** A StatefulSet whose replicas are as they should be, by how far they are of its template. */
record SetByUpdate(StatefulSetExplainer of) implements UpdateFinding.Cases<Explanation> {
    private static final FieldPath STRATEGY = FieldPath.of("spec", "updateStrategy");

    private io.mooring.binding.explain.set.HeldUp heldUp() {
        return new io.mooring.binding.explain.set.HeldUp(of.evidence(), of.set().ref());
    }

    private Fact fact(FactCode code, FieldPath field, String text) {
        return Fact.of(code, of.set().ref(), field, text);
    }

    private static String outdated(int count) {
        return Names.counted(count, "pod") + " of an earlier template";
    }

    private List<Pod> outdatedPods() {
        return of.pods()
                .filter(pod ->
                        !StatefulPods.revisionOf(pod).equals(of.set().status().updateRevision()))
                .toList();
    }

    private String names() {
        List<Ref<Pod>> refs = outdatedPods().stream().map(Pod::ref).toList();
        return refs.isEmpty() ? "" : ": " + Names.of(refs, 3);
    }

    @Override
    public Explanation upToDate(UpToDate finding) {
        return heldUp().of(Outlook.FINE, "has all of its replicas, ready and of its template");
    }

    @Override
    public Explanation leftToTheUser(LeftToTheUser finding) {
        return heldUp().of(
                        Outlook.WAITS,
                        "has its replicas ready, and " + outdated(finding.outdated()),
                        fact(
                                        FactCode.SET_ON_DELETE,
                                        STRATEGY.child("type"),
                                        "replaces pods only when somebody deletes them (OnDelete)" + names())
                                .having("OnDelete"));
    }

    @Override
    public Explanation belowThePartition(BelowThePartition finding) {
        return heldUp().of(
                        Outlook.WAITS,
                        "has its replicas ready, and " + outdated(finding.outdated()) + " that it keeps",
                        fact(
                                        FactCode.SET_PARTITION,
                                        STRATEGY.child("rollingUpdate").child("partition"),
                                        "replaces only pods from the partition on, " + finding.partition()
                                                + " after the first" + names())
                                .having(JsonNumber.of(finding.partition())));
    }

    @Override
    public Explanation heldUp(HeldUp finding) {
        return heldUp().of(
                        Outlook.WAITS,
                        "has " + outdated(finding.outdated()) + ", which it replaces after its replicas are ready",
                        fact(FactCode.SET_UPDATE, STRATEGY, "replaces pods once its replicas are ready" + names()));
    }

    @Override
    public Explanation replacing(Replacing finding) {
        return heldUp().of(
                        Outlook.WAITS,
                        "is updating: it is about to replace " + Names.of(finding.pods(), 3),
                        fact(FactCode.SET_UPDATE, STRATEGY, "replaces pods one after the other, the last first"));
    }

    /** It waits for pods that are not available: the first of them is the reason. */
    @Override
    public Explanation waiting(Waiting finding) {
        Fact budget = fact(
                        FactCode.SET_MAX_UNAVAILABLE,
                        STRATEGY.child("rollingUpdate").child("maxUnavailable"),
                        "has " + outdated(finding.outdated()) + ", and replaces no more while " + finding.unavailable()
                                + " of its pods are not available and " + finding.maxUnavailable() + " may be")
                .having(JsonNumber.of(finding.unavailable()))
                .needing(JsonNumber.of(finding.maxUnavailable()));
        Optional<Pod> first = of.pods().filter(pod -> !pod.isReady()).findFirst();
        return first.map(pod -> heldUp().by(pod, "is updating", List.of(budget)))
                .orElseGet(() ->
                        heldUp().of(Outlook.WAITS, "is updating, and waits for its pods to be available", budget));
    }
}
