package io.mooring.binding.world;

import io.mooring.meta.Ref;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Notices controllers that undo each other's work for ever. Work that comes to an end touches ever other objects, and each a
 * few times; a circle touches the same few again and again. So the writes are counted, by controller, item and object, in
 * windows: one of a fixed size for small circles, however late they begin, and one that doubles for large ones. Nothing is
 * counted at first, so that what settles soon costs nothing.
 */
final class LivelockDetector {
    private static final int WINDOW = 5_000;
    private static final int UNCOUNTED_STEPS = 5_000;

    private final Window small = new Window(WINDOW, 1);
    private final Window growing = new Window(2 * WINDOW, 2);
    private int steps;

    /** A controller that wrote an object while it looked at an item. */
    private record Author(String controller, Object item, Ref<?> object) {
        @Override
        public String toString() {
            return controller + " at " + item + (object.toString().equals(item.toString()) ? "" : " writing " + object);
        }
    }

    /** @throws IllegalStateException if the step is one of a circle */
    void see(Cluster before) {
        if (steps < UNCOUNTED_STEPS) {
            steps++;
            return;
        }
        author(before).ifPresent(author -> {
            small.count(author);
            growing.count(author);
        });
    }

    private static Optional<Author> author(Cluster cluster) {
        OptionalInt index = cluster.queues().firstReady();
        return index.isEmpty() ? Optional.empty() : author(cluster, index.getAsInt());
    }

    private static Optional<Author> author(Cluster cluster, int index) {
        return cluster.queues().queue(index).pending().flatMap(pending -> {
            String controller = cluster.controllers().all().get(index).name();
            return pending.rest()
                    .get(0)
                    .accept(new Target(cluster))
                    .map(object -> new Author(controller, pending.item(), object));
        });
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
    private static final class Window {
        /** No controller needs so many writes for one object, on average over all that it writes. */
        private static final int TOO_MANY_WRITES = 100;

        private static final int NAMED = 5;

        private final int growth;
        private final Map<Author, Integer> writes = new HashMap<>();
        private int size;
        private int counted;

        Window(int size, int growth) {
            this.size = size;
            this.growth = growth;
        }

        void count(Author author) {
            writes.merge(author, 1, Integer::sum);
            counted++;
            if (counted < size) {
                return;
            }
            if (writes.size() * TOO_MANY_WRITES <= size) {
                throw new IllegalStateException(circle());
            }
            writes.clear();
            counted = 0;
            size = Math.min(size, Integer.MAX_VALUE / growth) * growth;
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
                    + named + (rest > 0 ? ", and " + rest + " more" : "");
        }
    }
}
