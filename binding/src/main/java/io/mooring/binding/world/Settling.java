package io.mooring.binding.world;

import io.mooring.binding.world.Write.Bind;
import io.mooring.binding.world.Write.Create;
import io.mooring.binding.world.Write.CreateAdmitted;
import io.mooring.binding.world.Write.Delete;
import io.mooring.binding.world.Write.Emit;
import io.mooring.binding.world.Write.Forget;
import io.mooring.binding.world.Write.LookAgain;
import io.mooring.binding.world.Write.Note;
import io.mooring.binding.world.Write.Update;
import io.mooring.binding.world.Write.UpdateStatus;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The loop: the first controller that has something to do applies one write; when no controller has, the first item that
 * waits for the resync is reconciled; when none waits, the cluster is settled.
 */
final class Settling {
    private Settling() {}

    static Cluster settle(Cluster cluster) {
        LivelockDetector livelock = new LivelockDetector(cluster);
        Cluster settled = cluster;
        Optional<Cluster> next = step(settled);
        while (next.isPresent()) {
            livelock.see(settled);
            settled = next.get();
            next = step(settled);
        }
        return settled;
    }

    static Cluster settle(Cluster cluster, Course course, Consumer<? super Change<?>> watcher) {
        LivelockDetector livelock = new LivelockDetector(cluster);
        Cluster now = cluster;
        Optional<Cluster> next = course.next(now);
        while (next.isPresent()) {
            livelock.see(now);
            Cluster before = now;
            now = next.get();
            now.changesSince(before).forEach(watcher);
            next = course.next(now);
        }
        return now;
    }

    static List<NextWrite> nextWrites(Cluster cluster) {
        return writing(cluster).map(Settling::nextWrites).orElse(List.of());
    }

    private static List<NextWrite> nextWrites(Turn<?> turn) {
        PendingWrites<?> pending = turn.queue().pending().orElseThrow();
        return pending.rest().stream()
                .map(write ->
                        new NextWrite(turn.controller().name(), pending.item().toString(), write))
                .toList();
    }

    static Cluster withoutNextWrite(Cluster cluster, Duration retry) {
        return writing(cluster)
                .orElseThrow(() -> new IllegalStateException("nothing is to be written"))
                .retried(retry);
    }

    /** Whose turn it is, if it is in the midst of its writes. */
    private static Optional<? extends Turn<?>> writing(Cluster cluster) {
        OptionalInt ready = cluster.queues().firstReady();
        return ready.isPresent()
                ? Optional.of(Turn.of(cluster, ready.getAsInt()))
                        .filter(turn -> turn.queue().pending().isPresent())
                : Optional.empty();
    }

    static Fork fork(Cluster cluster) {
        LivelockDetector livelock = new LivelockDetector(cluster);
        Fork fork = new Fork(cluster, Successors.ofOrdersThatMatter(cluster));
        while (fork.ways().size() == 1) {
            livelock.see(fork.cluster());
            Cluster next = fork.ways().get(0);
            fork = new Fork(next, Successors.ofOrdersThatMatter(next));
        }
        return fork;
    }

    /** One write or one reconciled item further; empty if the cluster is settled. */
    static Optional<Cluster> step(Cluster cluster) {
        OptionalInt ready = cluster.queues().firstReady();
        if (ready.isPresent()) {
            return Optional.of(step(cluster, ready.getAsInt()));
        }
        return cluster.queues().resynced().map(cluster::with);
    }

    static Cluster step(Cluster cluster, int index) {
        return Turn.of(cluster, index).step();
    }

    /** One controller's turn. */
    record Turn<I extends Comparable<? super I>>(
            Cluster cluster, int index, Controller<I> controller, ControllerQueue<I> queue) {

        static Turn<?> of(Cluster cluster, int index) {
            return of(cluster, index, cluster.controllers().all().get(index));
        }

        private static <I extends Comparable<? super I>> Turn<I> of(
                Cluster cluster, int index, Controller<I> controller) {
            return new Turn<>(cluster, index, controller, cluster.queues().queue(index, controller));
        }

        Cluster step() {
            if (queue.pending().isPresent()) {
                return write(queue.pending().get());
            }
            I item = queue.firstNow();
            return begin(item, new Reconciling<>(controller, cluster, item).writes());
        }

        /** Everything that the controller may write about the item. */
        List<List<Write>> choices(I item) {
            return new Reconciling<>(controller, cluster, item).choices();
        }

        /** Whether one of these takes what others may want too. */
        boolean isTaking(List<List<Write>> choices) {
            return choices.stream().flatMap(List::stream).anyMatch(write -> controller.isContested(cluster, write));
        }

        /** Whether it is about to look at something, and takes what others may want too. */
        boolean isTakingNext() {
            return queue.pending().isEmpty() && isTaking(choices(queue.firstNow()));
        }

        /** The controller's writes about the item begin. */
        Cluster begin(I item, List<Write> writes) {
            Optional<PendingWrites<I>> pending =
                    writes.isEmpty() ? Optional.empty() : Optional.of(PendingWrites.of(item, writes));
            return cluster.with(cluster.queues().with(index, queue.without(item).withPending(pending)));
        }

        private Cluster write(PendingWrites<I> pending) {
            return pending.rest().get(0).accept(new Writing<>(this, pending, pending.afterFirst()));
        }

        /** Without the writes that are under way; their item is looked at again after a while. */
        Cluster retried(Duration after) {
            I item = queue.pending().orElseThrow().item();
            ControllerQueue<I> dropped = queue.withPending(Optional.empty());
            return withQueue(
                    cluster,
                    after.isZero()
                            ? dropped.wake(Wake.now(item))
                            : dropped.withTimer(Times.after(cluster.now(), after), item));
        }

        private Cluster goOn(Cluster next, PendingWrites<I> pending) {
            Optional<PendingWrites<I>> left = pending.rest().isEmpty() ? Optional.empty() : Optional.of(pending);
            return withQueue(next, next.queues().queue(index, controller).withPending(left));
        }

        private Cluster withQueue(Cluster next, ControllerQueue<I> changed) {
            return next.with(next.queues().with(index, changed));
        }
    }

    /**
     * One write applied.
     *
     * @param rest what is to be written after it
     */
    private record Writing<I extends Comparable<? super I>>(
            Turn<I> turn, PendingWrites<I> pending, PendingWrites<I> rest) implements Write.Cases<Cluster> {
        @Override
        public Cluster create(Create write) {
            return created(ControllerWrites.create(turn.cluster(), write.object()));
        }

        @Override
        public Cluster createAdmitted(CreateAdmitted write) {
            return created(ControllerWrites.create(turn.cluster(), write.verdict()));
        }

        /** What the API refuses to create waits for a call from outside. */
        private Cluster created(Outcome outcome) {
            return outcome.answer().isAccepted()
                    ? turn.goOn(outcome.cluster(), rest)
                    : dropped(turn.queue().withPending(Optional.empty()).park(pending.item()));
        }

        @Override
        public Cluster update(Update write) {
            return updated(ControllerWrites.update(turn.cluster(), write.object(), pending.version(write.object())));
        }

        @Override
        public Cluster updateStatus(UpdateStatus write) {
            return updated(
                    ControllerWrites.updateStatus(turn.cluster(), write.object(), pending.version(write.object())));
        }

        private Cluster updated(Outcome outcome) {
            return outcome.accepted()
                    .map(written -> turn.goOn(outcome.cluster(), noted(written)))
                    .orElseGet(this::lookedAtAgain);
        }

        private PendingWrites<I> noted(KubernetesObject written) {
            return rest.wrote(written.ref(), written.metadata().resourceVersion());
        }

        @Override
        public Cluster delete(Delete write) {
            return done(ApiDeletion.delete(turn.cluster(), write.object(), write.options()));
        }

        @Override
        public Cluster bind(Bind write) {
            return done(ControllerWrites.bind(turn.cluster(), write.pod(), write.node()));
        }

        private Cluster done(Outcome outcome) {
            return outcome.answer().isAccepted() ? turn.goOn(outcome.cluster(), rest) : lookedAtAgain();
        }

        @Override
        public Cluster emit(Emit write) {
            return turn.goOn(turn.cluster().with(write, turn.controller().name()), rest);
        }

        @Override
        public Cluster lookAgain(LookAgain write) {
            Cluster cluster = turn.cluster();
            ControllerQueue<I> queue =
                    turn.queue().withTimer(Times.after(cluster.now(), write.after()), pending.item());
            return turn.goOn(turn.withQueue(cluster, queue), rest);
        }

        @Override
        public Cluster note(Note write) {
            return turn.goOn(turn.cluster().with(write.finding()), rest);
        }

        @Override
        public Cluster forget(Forget write) {
            return turn.goOn(turn.cluster().withoutFinding(write.object()), rest);
        }

        /** Somebody else changed what was to be written: the item is reconciled again. */
        private Cluster lookedAtAgain() {
            return dropped(turn.queue().withPending(Optional.empty()).wake(Wake.now(pending.item())));
        }

        private Cluster dropped(ControllerQueue<I> queue) {
            return turn.withQueue(turn.cluster(), queue);
        }
    }
}
