package io.mooring.binding.world;

import io.mooring.meta.Ref;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notices controllers that undo each other's work for ever, or make ever more. Work that comes to an end touches ever other objects, and each a
 * few times; a circle touches the same few again and again. So the writes are counted, by controller, item and object, in
 * windows: one of a fixed size for small circles, however late they begin, and one that doubles for large ones. A window that
 * has seen too many for a circle counts no more until it is full. Of what makes ever new things no write is like another; so what
 * each controller writes is held against its {@link Controller#budget}.
 * Nothing is counted at first, so that what settles soon costs nothing.
 */
final class LivelockDetector {
    /** What to do about a controller that made too much. */
    static final String ADVICE = "its work is undone again and again, or is more than its Controller.budget says";

    private static final int WINDOW = 5_000;
    private static final int UNCOUNTED_STEPS = 1_000;

    private final Window small = new Window(WINDOW, 1);
    private final Window growing = new Window(2 * WINDOW, 2);
    private final LastWrites last = new LastWrites();
    private final Map<String, Done> done = new HashMap<>();
    private final Cluster start;
    private int steps;

    /** @param start as it was when the settling began */
    LivelockDetector(Cluster start) {
        this.start = start;
    }

    /** A controller that wrote an object while it looked at an item. */
    private record Author(String controller, Object item, Ref<?> object) {
        @Override
        public String toString() {
            return controller + " at " + item + (object.toString().equals(item.toString()) ? "" : " writing " + object);
        }
    }

    /** @throws IllegalStateException if the step is one of a circle, or of work beyond its controller's budget */
    void see(Cluster before) {
        if (steps < UNCOUNTED_STEPS) {
            steps++;
            return;
        }
        OptionalInt index = before.queues().firstReady();
        if (index.isPresent()) {
            see(before, index.getAsInt());
        }
    }

    private void see(Cluster before, int index) {
        Optional<? extends PendingWrites<?>> pending =
                before.queues().queue(index).pending();
        if (pending.isEmpty()) {
            return;
        }
        Controller<?> controller = before.controllers().all().get(index);
        Write write = pending.get().rest().get(0);
        last.add(controller.name(), write);
        Optional<Ref<?>> object = write.accept(new Target(before));
        done.computeIfAbsent(controller.name(), each -> new Done(controller)).count(object, before);
        if (object.isPresent()) {
            Object item = pending.get().item();
            small.count(controller.name(), item, object.get());
            growing.count(controller.name(), item, object.get());
        }
    }

    /** What a controller has done: the objects that it wrote, each once, and all that is no object. */
    private final class Done {
        private final Controller<?> controller;
        private final Set<Ref<?>> objects = new HashSet<>();
        private long others;
        private long budget;

        Done(Controller<?> controller) {
            this.controller = controller;
            this.budget = controller.budget(start, start);
        }

        void count(Optional<Ref<?>> object, Cluster now) {
            if (budget == Long.MAX_VALUE) {
                return;
            }
            object.ifPresentOrElse(objects::add, () -> others++);
            if (objects.size() + others > budget) {
                budget = Math.max(budget, controller.budget(start, now));
                check();
            }
        }

        private void check() {
            if (objects.size() + others > budget) {
                throw new IllegalStateException("does not settle: " + controller.name()
                        + " writes more in one settling than its budget of " + budget + "; " + ADVICE + lastWrites());
            }
        }
    }

    private String lastWrites() {
        return "; the last ten writes: " + last;
    }

    /** The object that a write is about; empty for one that changes no object. One that has no name yet is like no other. */
    private record Target(Cluster cluster) implements Write.Cases<Optional<Ref<?>>> {
        @Override
        public Optional<Ref<?>> create(Write.Create write) {
            Ref<?> object = write.object().ref();
            return Optional.of(
                    object.name().isEmpty()
                            ? object.kind()
                                    .ref(
                                            object.namespace(),
                                            "number " + cluster.numbering().names())
                            : object);
        }

        @Override
        public Optional<Ref<?>> createAdmitted(Write.CreateAdmitted write) {
            return Optional.of(write.verdict().object().ref());
        }

        @Override
        public Optional<Ref<?>> update(Write.Update write) {
            return Optional.of(write.object().ref());
        }

        @Override
        public Optional<Ref<?>> updateStatus(Write.UpdateStatus write) {
            return Optional.of(write.object().ref());
        }

        @Override
        public Optional<Ref<?>> delete(Write.Delete write) {
            return Optional.of(write.object());
        }

        @Override
        public Optional<Ref<?>> bind(Write.Bind write) {
            return Optional.of(write.pod());
        }

        @Override
        public Optional<Ref<?>> emit(Write.Emit write) {
            return Optional.empty();
        }

        @Override
        public Optional<Ref<?>> lookAgain(Write.LookAgain write) {
            return Optional.empty();
        }

        @Override
        public Optional<Ref<?>> note(Write.Note write) {
            return Optional.empty();
        }

        @Override
        public Optional<Ref<?>> forget(Write.Forget write) {
            return Optional.empty();
        }
    }

    /** The writes since it was opened. It is opened anew when it is full. */
    private final class Window {
        /** No controller needs so many writes for one object, on average over all that it writes. */
        private static final int TOO_MANY_WRITES = 100;

        private static final int NAMED = 5;

        private final int growth;
        private final Map<Author, Integer> writes = new HashMap<>();
        private int size;
        private int seen;

        Window(int size, int growth) {
            this.size = size;
            this.growth = growth;
        }

        void count(String controller, Object item, Ref<?> object) {
            if (mayBeCircle()) {
                writes.merge(new Author(controller, item, object), 1, Integer::sum);
            }
            seen++;
            if (seen < size) {
                return;
            }
            if (mayBeCircle()) {
                throw new IllegalStateException(circle());
            }
            writes.clear();
            seen = 0;
            size = Math.min(size, Integer.MAX_VALUE / growth) * growth;
        }

        /** Whether so few wrote so far that it would be a circle if nobody else did. */
        private boolean mayBeCircle() {
            return writes.size() * TOO_MANY_WRITES <= size;
        }

        private String circle() {
            int most = Collections.max(writes.values());
            List<Map.Entry<Author, Integer>> mostFirst = writes.entrySet().stream()
                    .filter(entry -> entry.getValue() >= most / TOO_MANY_WRITES)
                    .sorted(Map.Entry.<Author, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(entry -> entry.getKey().toString()))
                    .toList();
            String named = mostFirst.stream()
                    .limit(NAMED)
                    .map(entry -> entry.getKey() + " " + entry.getValue() + " times")
                    .collect(Collectors.joining(", "));
            int rest = mostFirst.size() - NAMED;
            return "does not settle, the controllers go round in a circle; who wrote in the last " + size + " writes: "
                    + named + (rest > 0 ? ", and " + rest + " more" : "") + lastWrites();
        }
    }
}
