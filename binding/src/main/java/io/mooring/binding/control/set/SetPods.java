package io.mooring.binding.control.set;

import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.claims.StatefulPods;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The pods of one StatefulSet, counted: what a sync of the set needs to know of them without visiting each. They are
 * those that the set controls and whose name is the set's name, a dash and their ordinal.
 *
 * <p>A pod is <em>settled</em> while it runs, is ready, carries its name as a label and is not being deleted.
 */
final class SetPods {

    static final SetPods NONE = new SetPods(TreePSet.empty(), TreePMap.empty(), HashTreePMap.empty(), 0, 0);

    private final TreePSet<Integer> ordinals;

    /** The settled ordinals as runs without a gap: the first of each, and the first after it. */
    private final TreePMap<Integer, Integer> runs;

    private final HashPMap<String, TreePSet<Integer>> revisions;
    private final int created;
    private final int ready;

    private SetPods(
            TreePSet<Integer> ordinals,
            TreePMap<Integer, Integer> runs,
            HashPMap<String, TreePSet<Integer>> revisions,
            int created,
            int ready) {
        this.ordinals = ordinals;
        this.runs = runs;
        this.revisions = revisions;
        this.created = created;
        this.ready = ready;
    }

    /** The ordinals that have a pod, upwards. */
    public TreePSet<Integer> ordinals() {
        return ordinals;
    }

    /** How many pods there are. Upstream: {@code isCreated}. */
    public int created() {
        return created;
    }

    /** How many of them run and are ready, those that are being deleted included. */
    public int ready() {
        return ready;
    }

    /** How many were made of this revision and are not being deleted. */
    public int ofRevision(String revision) {
        return podsOf(revision).size();
    }

    /** How many were made of other revisions than this one and are not being deleted. */
    public int otherThan(String revision) {
        return revisions.values().stream().mapToInt(Set::size).sum() - ofRevision(revision);
    }

    /** The revisions that pods were made of that are not being deleted. */
    public Set<String> revisions() {
        return revisions.keySet();
    }

    /**
     * The ordinals from {@code start} to before {@code end} of the pods that are not being deleted and were not made of
     * this revision, downwards.
     */
    public IntStream notOf(String revision, int start, int end) {
        return IntStream.iterate(lastNotOf(revision, end), each -> each >= start, each -> lastNotOf(revision, each));
    }

    private int lastNotOf(String revision, int end) {
        return revisions.entrySet().stream()
                .filter(each -> !each.getKey().equals(revision))
                .map(each -> each.getValue().lower(end))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .max()
                .orElse(-1);
    }

    private TreePSet<Integer> podsOf(String revision) {
        return revisions.getOrDefault(revision, TreePSet.empty());
    }

    /** The first ordinal from {@code start} on whose pod is missing or not settled. */
    public int firstUnsettled(int start) {
        Map.Entry<Integer, Integer> run = runs.floorEntry(start);
        return run == null || run.getValue() <= start ? start : run.getValue();
    }

    /** The ordinals from {@code start} to before {@code end} whose pod is missing or not settled, upwards. */
    public IntStream unsettled(int start, int end) {
        return IntStream.iterate(firstUnsettled(start), each -> each < end, each -> firstUnsettled(each + 1));
    }

    /** The ordinals of pods below {@code start} and from {@code end} on, downwards. */
    public IntStream outside(int start, int end) {
        IntStream above =
                IntStream.iterate(ordinals.isEmpty() ? -1 : ordinals.last(), each -> each >= end, each -> lower(each));
        IntStream below = IntStream.iterate(lower(start), each -> each >= 0, each -> lower(each));
        return IntStream.concat(above, below);
    }

    private int lower(int ordinal) {
        Integer lower = ordinals.lower(ordinal);
        return lower == null ? -1 : lower;
    }

    SetPods with(Pod pod, int ordinal) {
        SetPods counted = new SetPods(
                ordinals.plus(ordinal),
                runs,
                isLeaving(pod)
                        ? revisions
                        : revisions.plus(
                                StatefulPods.revisionOf(pod),
                                podsOf(StatefulPods.revisionOf(pod)).plus(ordinal)),
                created + 1,
                ready + (pod.isReady() ? 1 : 0));
        return isSettled(pod) ? counted.withSettled(ordinal) : counted;
    }

    SetPods without(Pod pod, int ordinal) {
        SetPods counted = new SetPods(
                ordinals.minus(ordinal),
                runs,
                isLeaving(pod) ? revisions : withoutRevision(StatefulPods.revisionOf(pod), ordinal),
                created - 1,
                ready - (pod.isReady() ? 1 : 0));
        return isSettled(pod) ? counted.withUnsettled(ordinal) : counted;
    }

    /** With one of its pods as it is now, which was there before; only what changed of it is counted anew. */
    SetPods with(Pod before, Pod after, int ordinal) {
        boolean countsAlike = isLeaving(before) == isLeaving(after)
                && StatefulPods.revisionOf(before).equals(StatefulPods.revisionOf(after));
        if (!countsAlike) {
            return without(before, ordinal).with(after, ordinal);
        }
        SetPods counted = new SetPods(
                ordinals, runs, revisions, created, ready + (after.isReady() ? 1 : 0) - (before.isReady() ? 1 : 0));
        if (isSettled(before) == isSettled(after)) {
            return counted;
        }
        return isSettled(after) ? counted.withSettled(ordinal) : counted.withUnsettled(ordinal);
    }

    boolean isEmpty() {
        return created == 0;
    }

    private HashPMap<String, TreePSet<Integer>> withoutRevision(String revision, int ordinal) {
        TreePSet<Integer> left = podsOf(revision).minus(ordinal);
        return left.isEmpty() ? revisions.minus(revision) : revisions.plus(revision, left);
    }

    /** No set wants the last ordinal, and there is none after it. */
    private static boolean isLast(int ordinal) {
        return ordinal == Integer.MAX_VALUE;
    }

    private SetPods withSettled(int ordinal) {
        if (isLast(ordinal)) {
            return this;
        }
        int first = ordinal;
        int end = ordinal + 1;
        TreePMap<Integer, Integer> joined = runs;
        Map.Entry<Integer, Integer> before = runs.lowerEntry(ordinal);
        if (before != null && before.getValue() == ordinal) {
            first = before.getKey();
        }
        Integer after = runs.get(end);
        if (after != null) {
            joined = joined.minus(end);
            end = after;
        }
        return withRuns(joined.plus(first, end));
    }

    private SetPods withUnsettled(int ordinal) {
        if (isLast(ordinal)) {
            return this;
        }
        Map.Entry<Integer, Integer> run = runs.floorEntry(ordinal);
        TreePMap<Integer, Integer> split = runs.minus(run.getKey());
        if (run.getKey() < ordinal) {
            split = split.plus(run.getKey(), ordinal);
        }
        if (ordinal + 1 < run.getValue()) {
            split = split.plus(ordinal + 1, run.getValue());
        }
        return withRuns(split);
    }

    private SetPods withRuns(TreePMap<Integer, Integer> changed) {
        return new SetPods(ordinals, changed, revisions, created, ready);
    }

    /** Whether a set may leave the pod as it is. */
    static boolean isSettled(Pod pod) {
        return pod.isReady()
                && !isLeaving(pod)
                && pod.metadata().name().equals(pod.metadata().labels().get(StatefulSet.POD_NAME_LABEL));
    }

    private static boolean isLeaving(Pod pod) {
        return pod.metadata().isBeingDeleted();
    }

    /** The set that controls the pod and the pod's ordinal in it. */
    static Optional<SetOrdinal> of(Pod pod) {
        return pod.metadata()
                .controller()
                .filter(owner -> owner.isOf(StatefulSet.KIND))
                .flatMap(owner -> StatefulPodName.parse(pod.metadata().name())
                        .filter(name -> (owner.name() + "-" + name.ordinal())
                                .equals(pod.metadata().name()))
                        .map(name -> new SetOrdinal(owner.uid(), name.ordinal())));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SetPods pods
                && created == pods.created
                && ready == pods.ready
                && ordinals.equals(pods.ordinals)
                && runs.equals(pods.runs)
                && revisions.equals(pods.revisions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ordinals, runs, revisions, created, ready);
    }

    @Override
    public String toString() {
        return "ordinals " + ordinals + ", settled " + runs + ", revisions " + revisions + ", created " + created
                + ", ready " + ready;
    }

    record SetOrdinal(String set, int ordinal) {}
}
