package io.mooring.binding.world;

import io.mooring.meta.Ref;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * What one controller has before it.
 *
 * @param flight what it is at
 * @param now the keys to look at, by the number of their place in the queue
 * @param places the numbers of those places
 * @param resync the keys to look at when nobody has anything else to do
 * @param parked the keys whose writes the API refused; they wait for a step from outside
 * @param timers the keys to look at when their time has come
 * @param next the next number in the queue
 */
record Lane(
        Optional<Flight> flight,
        TreePMap<Long, Ref<?>> now,
        TreePMap<Ref<?>, Long> places,
        TreePSet<Ref<?>> resync,
        TreePSet<Ref<?>> parked,
        TreePSet<Timer> timers,
        long next) {

    static final Lane EMPTY = new Lane(
            Optional.empty(),
            TreePMap.empty(),
            TreePMap.empty(),
            TreePSet.empty(),
            TreePSet.empty(),
            TreePSet.empty(),
            0);

    /** A key and when to look at it. */
    record Timer(Instant due, Ref<?> key) implements Comparable<Timer> {
        private static final Comparator<Timer> ORDER =
                Comparator.comparing(Timer::due).thenComparing(Timer::key);

        @Override
        public int compareTo(Timer other) {
            return ORDER.compare(this, other);
        }
    }

    boolean isReady() {
        return flight.isPresent() || !now.isEmpty();
    }

    Ref<?> firstNow() {
        return now.firstEntry().getValue();
    }

    Lane wake(Wake wake) {
        return wake.moment() == Wake.Moment.NOW ? wakeNow(wake.key()) : wakeAtResync(wake.key());
    }

    private Lane wakeNow(Ref<?> key) {
        if (places.containsKey(key)) {
            return this;
        }
        return new Lane(
                flight,
                now.plus(next, key),
                places.plus(key, next),
                resync.minus(key),
                parked.minus(key),
                timers,
                next + 1);
    }

    private Lane wakeAtResync(Ref<?> key) {
        if (places.containsKey(key) || resync.contains(key)) {
            return this;
        }
        return new Lane(flight, now, places, resync.plus(key), parked.minus(key), timers, next);
    }

    /** Without this key, wherever it waits, but for timers. */
    Lane taken(Ref<?> key) {
        Long place = places.get(key);
        return new Lane(
                flight,
                place == null ? now : now.minus(place),
                place == null ? places : places.minus(key),
                resync.minus(key),
                parked,
                timers,
                next);
    }

    Lane withFlight(Optional<Flight> changed) {
        return new Lane(changed, now, places, resync, parked, timers, next);
    }

    Lane park(Ref<?> key) {
        return places.containsKey(key) || resync.contains(key)
                ? this
                : new Lane(flight, now, places, resync, parked.plus(key), timers, next);
    }

    /** What is parked gets its chance again. */
    Lane unparked() {
        Lane lane = this;
        for (Ref<?> key : parked) {
            lane = lane.wakeAtResync(key);
        }
        return lane;
    }

    Lane at(Instant due, Ref<?> key) {
        return new Lane(flight, now, places, resync, parked, timers.plus(new Timer(due, key)), next);
    }

    /** The keys whose time has come are looked at now. */
    Lane due(Instant time) {
        Lane lane = this;
        while (!lane.timers.isEmpty() && !lane.timers.first().due().isAfter(time)) {
            Timer timer = lane.timers.first();
            lane = new Lane(
                            lane.flight,
                            lane.now,
                            lane.places,
                            lane.resync,
                            lane.parked,
                            lane.timers.minus(timer),
                            lane.next)
                    .wakeNow(timer.key());
        }
        return lane;
    }

    Optional<Instant> firstDue() {
        return timers.isEmpty() ? Optional.empty() : Optional.of(timers.first().due());
    }

    /** The keys to look at now, in their order. */
    Iterable<Ref<?>> queued() {
        return now.entrySet().stream().map(Map.Entry::getValue).toList();
    }
}
