package io.mooring.binding.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * The work queue of one controller.
 *
 * @param pending the writes that are under way
 * @param now the items to reconcile, by the number of their place in the queue
 * @param places the numbers of those places
 * @param resync the items to reconcile when no controller has anything else to do
 * @param parked the items whose writes the API refused; they wait for the next call from outside
 * @param timers the items to reconcile when their time has come
 * @param next the next number in the queue
 */
record ControllerQueue<I extends Comparable<? super I>>(
        Optional<PendingWrites<I>> pending,
        TreePMap<Long, I> now,
        TreePMap<I, Long> places,
        TreePSet<I> resync,
        TreePSet<I> parked,
        TreePSet<Timer<I>> timers,
        long next) {

    static <I extends Comparable<? super I>> ControllerQueue<I> empty() {
        return new ControllerQueue<>(
                Optional.<PendingWrites<I>>empty(),
                TreePMap.<Long, I>empty(),
                TreePMap.<I, Long>empty(),
                TreePSet.<I>empty(),
                TreePSet.<I>empty(),
                TreePSet.<Timer<I>>empty(),
                0);
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
        return now.firstEntry().getValue();
    }

    ControllerQueue<I> wake(Wake<I> wake) {
        return wake.moment() == Wake.Moment.NOW ? wakeNow(wake.item()) : wakeAtResync(wake.item());
    }

    private ControllerQueue<I> wakeNow(I item) {
        if (places.containsKey(item)) {
            return this;
        }
        return new ControllerQueue<>(
                pending,
                now.plus(next, item),
                places.plus(item, next),
                resync.minus(item),
                parked.minus(item),
                timers,
                next + 1);
    }

    private ControllerQueue<I> wakeAtResync(I item) {
        if (places.containsKey(item) || resync.contains(item)) {
            return this;
        }
        return new ControllerQueue<>(pending, now, places, resync.plus(item), parked.minus(item), timers, next);
    }

    /** Without this item, wherever it waits, but for timers. */
    ControllerQueue<I> without(I item) {
        Long place = places.get(item);
        return new ControllerQueue<>(
                pending,
                place == null ? now : now.minus(place),
                place == null ? places : places.minus(item),
                resync.minus(item),
                parked,
                timers,
                next);
    }

    ControllerQueue<I> withPending(Optional<PendingWrites<I>> changed) {
        return pending.isEmpty() && changed.isEmpty()
                ? this
                : new ControllerQueue<>(changed, now, places, resync, parked, timers, next);
    }

    ControllerQueue<I> park(I item) {
        return places.containsKey(item) || resync.contains(item)
                ? this
                : new ControllerQueue<>(pending, now, places, resync, parked.plus(item), timers, next);
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
        return new ControllerQueue<>(pending, now, places, resync, parked, timers.plus(new Timer<>(due, item)), next);
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
        return new ControllerQueue<>(pending, now, places, resync, parked, timers.minus(timer), next);
    }

    Optional<Instant> firstDue() {
        return timers.isEmpty() ? Optional.empty() : Optional.of(timers.first().due());
    }

    /** The items to reconcile now, in their order. */
    List<I> queued() {
        return new ArrayList<>(now.values());
    }
}
