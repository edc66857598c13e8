package io.mooring.binding.world;

import io.mooring.binding.persistent.HashTrie;
import io.mooring.binding.world.Wake.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePSet;

/**
 * The work queue of one controller.
 *
 * @param pending the writes that are under way
 * @param now the items to reconcile
 * @param moments when each item is reconciled, of those now and those at the resync
 * @param resync the items to reconcile when no controller has anything else to do
 * @param parked the items whose writes the API refused; they wait for the next call from outside
 * @param timers the items to reconcile when their time has come
 */
record ControllerQueue<I extends Comparable<? super I>>(
        Optional<PendingWrites<I>> pending,
        Line<I> now,
        HashTrie<I, Moment> moments,
        TreePSet<I> resync,
        TreePSet<I> parked,
        TreePSet<Timer<I>> timers) {

    static <I extends Comparable<? super I>> ControllerQueue<I> empty() {
        return new ControllerQueue<>(
                Optional.<PendingWrites<I>>empty(),
                Line.<I>empty(),
                HashTrie.<I, Moment>empty(),
                TreePSet.<I>empty(),
                TreePSet.<I>empty(),
                TreePSet.<Timer<I>>empty());
    }

    /** An item, and when it is due. */
    record Timer<I extends Comparable<? super I>>(Instant due, I item) implements Comparable<Timer<I>> {
        @Override
        public int compareTo(Timer<I> other) {
            int byTime = due.compareTo(other.due);
            return byTime != 0 ? byTime : item.compareTo(other.item);
        }
    }

    boolean isReady() {
        return pending.isPresent() || !now.isEmpty();
    }

    boolean isEmpty() {
        return !isReady() && resync.isEmpty() && parked.isEmpty();
    }

    I firstNow() {
        return now.first();
    }

    ControllerQueue<I> wake(Wake<I> wake) {
        return wake.moment() == Wake.Moment.NOW ? wakeNow(wake.item()) : wakeAtResync(wake.item());
    }

    private ControllerQueue<I> wakeNow(I item) {
        Moment moment = moments.get(item);
        return moment == Moment.NOW
                ? this
                : new ControllerQueue<>(
                        pending,
                        now.plus(item),
                        moments.plus(item, Moment.NOW),
                        moment == Moment.AT_RESYNC ? resync.minus(item) : resync,
                        parked.isEmpty() ? parked : parked.minus(item),
                        timers);
    }

    private ControllerQueue<I> wakeAtResync(I item) {
        return moments.contains(item)
                ? this
                : new ControllerQueue<>(
                        pending,
                        now,
                        moments.plus(item, Moment.AT_RESYNC),
                        resync.plus(item),
                        parked.isEmpty() ? parked : parked.minus(item),
                        timers);
    }

    /** Without this item, wherever it waits, but for timers. */
    ControllerQueue<I> without(I item) {
        Moment moment = moments.get(item);
        return moment == null
                ? this
                : new ControllerQueue<>(
                        pending,
                        moment == Moment.NOW ? now.minus(item) : now,
                        moments.minus(item),
                        moment == Moment.AT_RESYNC ? resync.minus(item) : resync,
                        parked,
                        timers);
    }

    ControllerQueue<I> withPending(Optional<PendingWrites<I>> changed) {
        return pending.isEmpty() && changed.isEmpty()
                ? this
                : new ControllerQueue<>(changed, now, moments, resync, parked, timers);
    }

    ControllerQueue<I> park(I item) {
        return moments.contains(item)
                ? this
                : new ControllerQueue<>(pending, now, moments, resync, parked.plus(item), timers);
    }

    /** With the items that were parked reconciled at the next resync. */
    ControllerQueue<I> unparked() {
        ControllerQueue<I> queue = this;
        for (I item : parked) {
            queue = queue.wakeAtResync(item);
        }
        return queue;
    }

    /** With the first item that waits for the resync made ready; empty if none waits. */
    ControllerQueue<I> resynced() {
        return wakeNow(resync.first());
    }

    ControllerQueue<I> withTimer(Instant due, I item) {
        return new ControllerQueue<>(pending, now, moments, resync, parked, timers.plus(new Timer<>(due, item)));
    }

    /** With the items whose time has come reconciled now. */
    ControllerQueue<I> due(Instant time) {
        ControllerQueue<I> queue = this;
        while (!queue.timers.isEmpty() && !queue.timers.first().due().isAfter(time)) {
            Timer<I> timer = queue.timers.first();
            queue = queue.withoutTimer(timer).wakeNow(timer.item());
        }
        return queue;
    }

    private ControllerQueue<I> withoutTimer(Timer<I> timer) {
        return new ControllerQueue<>(pending, now, moments, resync, parked, timers.minus(timer));
    }

    Optional<Instant> firstDue() {
        return timers.isEmpty() ? Optional.empty() : Optional.of(timers.first().due());
    }

    /** The items to reconcile now, in their order. */
    List<I> queued() {
        return now.items();
    }

    /** The same, in the order of the items. */
    List<I> queuedInOrder() {
        return queued().stream().sorted().toList();
    }

    boolean hasSameQueuedAs(ControllerQueue<?> other) {
        return now == other.now || queued().equals(other.queued());
    }
}
