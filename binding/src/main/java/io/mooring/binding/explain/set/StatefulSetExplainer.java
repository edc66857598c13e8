package io.mooring.binding.explain.set;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.claims.StatefulPods;
import io.mooring.binding.control.set.SetFindings;
import io.mooring.binding.control.workload.Revision;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.finding.SetFinding;
import io.mooring.binding.finding.SetFinding.BeingDeleted;
import io.mooring.binding.finding.SetFinding.Settled;
import io.mooring.binding.finding.SetFinding.Unsettled;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A StatefulSet: which replica of which revision holds it up, and what holds that. */
record StatefulSetExplainer(Evidence evidence, StatefulSet set) implements SetFinding.Cases<Explanation> {

    /** More are only counted. */
    private static final int MOST_PODS = 3;

    static Explanation explain(Evidence evidence, StatefulSet set) {
        Cluster cluster = evidence.cluster();
        StatefulSetExplainer explainer = new StatefulSetExplainer(evidence, set);
        List<ObjectKind<?>> unknown = Stream.<ObjectKind<?>>of(Pod.KIND, PersistentVolumeClaim.KIND)
                .filter(kind -> !cluster.isKnown(kind))
                .toList();
        if (!unknown.isEmpty()) {
            return explainer.notKnown(unknown);
        }
        Explanation explanation = cluster.isKnown(Revision.KIND)
                ? SetFindings.of(cluster, set).accept(explainer)
                : explainer.withoutRevisions();
        List<Fact> context = new ArrayList<>(explanation.context());
        context.addAll(new Retention(cluster, set).facts());
        return explanation.withContext(context);
    }

    private HeldUp heldUp() {
        return new HeldUp(evidence, set.ref());
    }

    private Explanation notKnown(List<ObjectKind<?>> kinds) {
        return heldUp().of(
                        Outlook.NOT_KNOWN,
                        "stands as nobody can say: " + KindText.notInTheDump(kinds),
                        Fact.of(FactCode.KIND_UNKNOWN, set.ref(), FieldPath.ROOT, KindText.dependence(kinds)));
    }

    /** Readiness can be told without knowing which pod is of which template. */
    private Explanation withoutRevisions() {
        Fact unknown = Fact.of(
                FactCode.KIND_UNKNOWN,
                set.ref(),
                FieldPath.of("status", "updateRevision"),
                "may have pods of earlier templates: " + KindText.notInTheDump(List.of(Revision.KIND)));
        Optional<Long> first = LongStream.range(set.startOrdinal(), set.endOrdinal())
                .boxed()
                .filter(ordinal -> pod(ordinal).filter(Pod::isReady).isEmpty())
                .findFirst();
        if (first.isEmpty()) {
            return isLookedAt() && outdated().isEmpty()
                    ? heldUp().of(Outlook.FINE, "has all of its " + wanted() + " replicas, ready and of its template")
                    : readyOfUnknownTemplate(unknown);
        }
        return pod(first.get())
                .map(pod -> heldUp().by(pod, ready(), List.of(unknown)))
                .orElseGet(() -> heldUp().of(
                                Outlook.BLOCKED,
                                ready() + ": pod " + set.podName(first.get()) + " is not there",
                                Fact.of(
                                        FactCode.SET_POD_MISSING,
                                        Pod.ref(set.metadata().namespace(), set.podName(first.get())),
                                        FieldPath.ROOT,
                                        "is not there"))
                        .withContext(List.of(unknown)));
    }

    /** The status says which revision the template is, if the set was looked at since it was changed. */
    private boolean isLookedAt() {
        return set.status().observedGeneration() >= set.metadata().generation()
                && !set.status().updateRevision().isEmpty();
    }

    private List<Ref<Pod>> outdated() {
        return pods().filter(
                        pod -> !StatefulPods.revisionOf(pod).equals(set.status().updateRevision()))
                .map(Pod::ref)
                .toList();
    }

    private Explanation readyOfUnknownTemplate(Fact unknown) {
        Explanation explanation = heldUp().of(
                        Outlook.NOT_KNOWN,
                        "has all of its " + wanted() + " replicas ready; whether all are of its template is not known: "
                                + KindText.notInTheDump(List.of(Revision.KIND)),
                        unknown);
        List<Ref<Pod>> outdated = outdated();
        return !isLookedAt() || outdated.isEmpty()
                ? explanation
                : explanation.withContext(List.of(Fact.of(
                                FactCode.SET_UPDATE,
                                set.ref(),
                                FieldPath.of("status", "updateRevision"),
                                "is at revision " + set.status().updateRevision() + ", of which are not: "
                                        + Names.of(outdated, MOST_PODS))
                        .having(set.status().updateRevision())));
    }

    private Optional<Pod> pod(long ordinal) {
        return evidence.cluster().pod(set.metadata().namespace(), set.podName(ordinal));
    }

    /** The pods of its replicas that there are, by ordinal. Of a set that wants more than there are, not each ordinal is tried. */
    Stream<Pod> pods() {
        Collection<Pod> all = evidence.cluster().list(Pod.KIND, set.metadata().namespace());
        return wanted() <= all.size()
                ? LongStream.range(set.startOrdinal(), set.endOrdinal())
                        .boxed()
                        .flatMap(ordinal -> pod(ordinal).stream())
                : all.stream().filter(pod -> ordinal(pod) >= 0).sorted(Comparator.comparingLong(this::ordinal));
    }

    /** The ordinal of a pod that has the name of one of its replicas; -1 for any other. */
    private long ordinal(Pod pod) {
        String name = pod.metadata().name();
        return StatefulPodName.parse(name)
                .map(parsed -> (long) parsed.ordinal())
                .filter(ordinal ->
                        set.hasOrdinal(ordinal) && set.podName(ordinal).equals(name))
                .orElse(-1L);
    }

    private long wanted() {
        return set.endOrdinal() - set.startOrdinal();
    }

    String ready() {
        long ready = pods().filter(Pod::isReady).count();
        return "has " + ready + " of " + wanted() + " replicas ready";
    }

    @Override
    public Explanation beingDeleted(BeingDeleted finding) {
        return heldUp().of(
                        Outlook.WAITS,
                        "is being deleted: its pods are left to the garbage collector",
                        Fact.of(
                                FactCode.OBJECT_DELETION,
                                set.ref(),
                                FieldPath.of("metadata", "deletionTimestamp"),
                                "is being deleted"));
    }

    @Override
    public Explanation settled(Settled finding) {
        return finding.update().accept(new SetByUpdate(this));
    }

    /** What holds up the replicas holds up all that comes after them. */
    @Override
    public Explanation unsettled(Unsettled finding) {
        Optional<ReplicaFinding> first = finding.replicas().stream()
                .filter(replica -> replica.effect() != ReplicaFinding.Effect.NONE)
                .findFirst()
                .or(() -> finding.replicas().stream().findFirst());
        if (first.isPresent()) {
            return first.get().accept(new SetByReplica(this));
        }
        return finding.scaleDown().isEmpty()
                ? finding.update().accept(new SetByUpdate(this))
                : finding.scaleDown().get(0).accept(new SetByScaleDown(this));
    }
}
