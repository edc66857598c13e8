package io.mooring.testkit.fabric8;

import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Course;
import io.mooring.binding.world.Event;
import io.mooring.binding.world.NextWrite;
import io.mooring.binding.world.Write;
import io.mooring.meta.Namespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the controllers want to write first, and what they tell by the way. */
final class NextChange implements Course {
    private static final Duration LATER = Duration.ofSeconds(1);

    private final Set<String> leftOut;
    private final List<Event> found = new ArrayList<>();
    private List<Event> following = List.of();
    private @Nullable Change<?> change;
    private String author = "";

    /** @param leftOut whose writes are passed over: a controller and the item that it looks at */
    NextChange(Set<String> leftOut) {
        this.leftOut = leftOut;
    }

    /** What is to be written; empty if nothing is. */
    Optional<Change<?>> change() {
        return Optional.ofNullable(change);
    }

    /** The controller that wants it, and the item that it looks at. */
    String author() {
        return author;
    }

    /** What was told before. */
    List<Event> found() {
        return found;
    }

    /** What is told when it is written. */
    List<Event> following() {
        return following;
    }

    void see(Change<?> seen) {
        if (change == null) {
            change = seen;
        }
    }

    @Override
    public Optional<Cluster> next(Cluster now) {
        if (change != null) {
            return Optional.empty();
        }
        List<NextWrite> writes = now.nextWrites();
        if (writes.isEmpty()) {
            return now.step();
        }
        NextWrite next = writes.get(0);
        author = next.controller() + " at " + next.item();
        if (leftOut.contains(author)) {
            return Optional.of(now.withoutNextWrite(LATER));
        }
        if (next.write() instanceof Write.Emit emit) {
            event(now, next, emit).ifPresent(found::add);
        } else {
            following = following(now, writes.subList(1, writes.size()));
        }
        return now.step();
    }

    /** Up to the next write of an object. */
    private static List<Event> following(Cluster now, List<NextWrite> writes) {
        List<Event> events = new ArrayList<>();
        for (NextWrite each : writes) {
            if (each.write() instanceof Write.Emit emit) {
                event(now, each, emit).ifPresent(events::add);
            } else if (!(each.write() instanceof Write.LookAgain)) {
                return events;
            }
        }
        return events;
    }

    /** A namespace that is being deleted takes none. */
    private static Optional<Event> event(Cluster now, NextWrite next, Write.Emit emit) {
        String namespace = emit.regarding().metadata().namespace();
        boolean isTaken = now.get(Namespace.ref(namespace))
                .filter(Namespace::isTerminating)
                .isEmpty();
        return isTaken
                ? Optional.of(new Event(
                        emit.regarding().ref(),
                        emit.regarding().metadata().uid(),
                        emit.type(),
                        emit.reason(),
                        emit.message(),
                        next.controller(),
                        1,
                        now.now(),
                        now.now()))
                : Optional.empty();
    }
}
