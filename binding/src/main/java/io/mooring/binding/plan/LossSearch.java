package io.mooring.binding.plan;

import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explore.StorageLoss;
import io.mooring.binding.finding.VolumeReclaimFinding;
import io.mooring.binding.plan.DataLoss.Move;
import io.mooring.binding.plan.DataLoss.Verdict;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Digest;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks through every order of steps and of what the controllers do between them; what takes fewest steps comes first. */
final class LossSearch {
    /** So many have their bits in a number. */
    private static final int MOST_STEPS = 30;

    private final Ref<PersistentVolume> volume;
    private final List<VolumeSource> storage;
    private final List<Edit> steps;
    private final int limit;
    private final Set<Seen> seen = new HashSet<>();
    private final Queue<State> ahead = new PriorityQueue<>(
            Comparator.comparingInt(State::steps).thenComparingInt(State::moves).thenComparingInt(State::number));
    private final List<ObjectKind<?>> unknown;
    private int numbers;

    /** The first in which the storage is left to a provisioner and everybody is quiet. */
    private @Nullable State left;

    private LossSearch(PersistentVolume volume, List<Edit> steps, int limit, List<ObjectKind<?>> unknown) {
        this.unknown = unknown;
        this.volume = volume.ref();
        this.storage = volume.spec().sources();
        this.steps = steps;
        this.limit = limit;
    }

    /** A state is known by the steps that are done and by what matters of the cluster. */
    private record Seen(int done, Digest cluster) {}

    /**
     * Where one may be.
     *
     * @param from where one came from; null at the start
     * @param step the step that led here; null if the controllers did
     * @param done a bit for each step that was taken
     * @param moves how many writes led here
     * @param number in the order in which states were found
     */
    private record State(
            Cluster cluster, @Nullable State from, @Nullable Edit step, int done, int moves, int number) {
        int steps() {
            return Integer.bitCount(done);
        }
    }

    static DataLoss of(Cluster cluster, Ref<PersistentVolume> volume, List<Edit> steps, int limit) {
        PersistentVolume found = cluster.get(volume)
                .orElseThrow(() -> new IllegalArgumentException("there is no PersistentVolume " + volume.name()));
        if (limit < 1 || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException("a limit of at least 1 and at most " + MOST_STEPS
                    + " steps are needed, not " + limit + " and " + steps.size());
        }
        List<ObjectKind<?>> unknown = cluster.standing().stream()
                .flatMap(standing -> standing.unknown().stream())
                .<ObjectKind<?>>map(kind -> kind)
                .distinct()
                .sorted()
                .toList();
        return new LossSearch(found, steps, limit, unknown).search(cluster.asStart());
    }

    private DataLoss search(Cluster start) {
        add(start, null, null, 0, 0);
        while (!ahead.isEmpty() && seen.size() <= limit) {
            State state = ahead.remove();
            Optional<Verdict> loss = loss(state.cluster());
            if (loss.isPresent()) {
                return found(loss.get(), trace(state));
            }
            if (left == null && isLeftToProvisioner(state.cluster())) {
                left = state;
            }
            controllersAct(state);
            stepsAreTaken(state);
        }
        if (left != null) {
            return found(Verdict.LEFT_TO_PROVISIONER, trace(left));
        }
        if (!unknown.isEmpty()) {
            return found(Verdict.NOT_KNOWN, List.of());
        }
        return found(ahead.isEmpty() ? Verdict.IMPOSSIBLE : Verdict.NOT_FOUND, List.of());
    }

    private DataLoss found(Verdict verdict, List<Move> trace) {
        return new DataLoss(volume, steps.size(), verdict, trace, seen.size(), unknown);
    }

    /** Its storage is to be deleted by somebody whose answer is not known. */
    private boolean isLeftToProvisioner(Cluster cluster) {
        return cluster.successors().isEmpty()
                && cluster.list(PersistentVolume.KIND)
                        .filter(each -> each.spec().sources().equals(storage))
                        .flatMap(each -> VolumeFindings.reclaim(cluster, each).stream())
                        .anyMatch(VolumeReclaimFinding.LeftToProvisioner.class::isInstance);
    }

    private void add(Cluster cluster, @Nullable State from, @Nullable Edit step, int done, int moves) {
        if (seen.add(new Seen(done, cluster.digest()))) {
            ahead.add(new State(cluster, from, step, done, moves, numbers++));
        }
    }

    /** Any volume with this storage: an object may be deleted, and made anew with other policies. */
    private Optional<Verdict> loss(Cluster cluster) {
        return StorageLoss.of(cluster, storage)
                .map(loss -> loss == StorageLoss.DELETED ? Verdict.DELETED : Verdict.SCRUBBED);
    }

    /** Where they are quiet, time passes until somebody waits no longer. */
    private void controllersAct(State state) {
        Cluster cluster = state.cluster();
        List<Cluster> successors = cluster.successors();
        if (successors.isEmpty()) {
            successors = cluster.untilNextDue().stream().map(cluster::advance).toList();
        }
        successors.forEach(next -> add(next, state, null, state.done(), state.moves() + 1));
    }

    /** One that the API refuses now may be taken later. */
    private void stepsAreTaken(State state) {
        for (int i = 0; i < steps.size(); i++) {
            int bit = 1 << i;
            if ((state.done() & bit) == 0) {
                Outcome outcome = steps.get(i).on(state.cluster());
                if (outcome.answer().isAccepted()) {
                    add(outcome.cluster(), state, steps.get(i), state.done() | bit, state.moves());
                }
            }
        }
    }

    /** From the start: each step with what differs between the state that it led to, and the one before the next. */
    private static List<Move> trace(State end) {
        Deque<Move> moves = new ArrayDeque<>();
        Cluster last = end.cluster();
        for (State state = end; state != null; state = state.from()) {
            State from = state.from();
            if (state.step() != null || from == null) {
                List<Difference> consequences =
                        new ArrayList<>(WorldDifference.between(from == null ? state.cluster() : from.cluster(), last)
                                .differences());
                moves.addFirst(new Move(Optional.ofNullable(state.step()), consequences));
                last = from == null ? last : from.cluster();
            }
        }
        return moves.stream()
                .filter(move -> move.step().isPresent() || !move.consequences().isEmpty())
                .toList();
    }
}
