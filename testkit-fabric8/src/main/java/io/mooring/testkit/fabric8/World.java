package io.mooring.testkit.fabric8;

import io.mooring.Mooring;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Course;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The cluster as it changes, and everything that was written to it, in order; the events of a settling after its writes. Whoever calls
 * holds its lock: one request, or one call of the test, is done before the next begins.
 */
final class World {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final List<Written> log = new ArrayList<>();
    /** What the controllers said, by namespace and name, as the API shows it. */
    private final Map<Ref<?>, JsonObject> events = new LinkedHashMap<>();

    private final List<Consumer<Written>> watchers = new CopyOnWriteArrayList<>();
    private final Faults faults = new Faults();
    private Mooring mooring;
    private boolean isPaused;
    private Optional<Random> order = Optional.empty();

    World(Mooring start, boolean isPaused) {
        this.mooring = start;
        this.isPaused = isPaused;
        heard(start.cluster().eventTrees());
    }

    /**
     * One write of one object.
     *
     * @param version that the write has
     * @param before as it was; empty if it is new
     * @param after as it is; empty if it is gone
     */
    record Written(String version, Ref<?> ref, Optional<JsonObject> before, Optional<JsonObject> after) {
        static Written of(Change<?> change, Cluster before, Cluster after) {
            return new Written(
                    after.version(),
                    change.ref(),
                    change.before().map(object -> before.tree(object.ref()).orElseThrow()),
                    change.after().map(object -> after.tree(object.ref()).orElseThrow()));
        }

        /** As a watch shows what is no longer there: as it last was, with the version of the deletion. */
        JsonObject gone() {
            JsonObject last = before.orElseThrow();
            JsonObject metadata = (JsonObject) last.get("metadata").orElse(JsonObject.EMPTY);
            return last.with("metadata", metadata.with("resourceVersion", new JsonString(version)));
        }
    }

    Mooring mooring() {
        return mooring;
    }

    /** What the controllers said, in the order in which they first did. */
    Collection<JsonObject> events() {
        return Collections.unmodifiableCollection(events.values());
    }

    /** Each event gets a uid, and the version of the world in which it was last told. */
    private void heard(List<JsonObject> told) {
        for (JsonObject tree : told) {
            JsonObject metadata = (JsonObject) tree.get("metadata").orElseThrow();
            Ref<?> ref = EventRecorder.KIND.ref(text(metadata, "namespace"), text(metadata, "name"));
            String uid = UUID.nameUUIDFromBytes(ref.toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
            String version = cluster().version();
            JsonObject shown = tree.with(
                    "metadata",
                    metadata.with("resourceVersion", new JsonString(version)).with("uid", new JsonString(uid)));
            Optional<JsonObject> before = Optional.ofNullable(events.put(ref, shown));
            tell(new Written(version, ref, before, Optional.of(shown)));
        }
    }

    private static String text(JsonObject metadata, String field) {
        return ((JsonString) metadata.get(field).orElseThrow()).value();
    }

    Cluster cluster() {
        return mooring.cluster();
    }

    Faults faults() {
        return faults;
    }

    /** Everything that was written after this version. */
    List<Written> since(long version) {
        return log.stream()
                .filter(each -> Long.parseLong(each.version()) > version)
                .toList();
    }

    void watch(Consumer<Written> watcher) {
        watchers.add(watcher);
    }

    void unwatch(Consumer<Written> watcher) {
        watchers.remove(watcher);
    }

    void setPaused(boolean paused) {
        isPaused = paused;
    }

    void setOrder(Optional<Random> random) {
        order = random;
    }

    /** The world after a call; the controllers act unless they are paused. */
    void become(Cluster called) {
        record(cluster(), called);
        if (!isPaused) {
            settle();
        }
    }

    /** Another control plane, or another time. */
    void become(Mooring changed) {
        Cluster before = cluster();
        mooring = changed;
        heard(changed.cluster().eventTreesSince(before));
        if (!isPaused) {
            settle();
        }
    }

    private void record(Cluster before, Cluster after) {
        after.changesSince(before).forEach(change -> tell(Written.of(change, before, after)));
        mooring = mooring.in(after);
        heard(after.eventTreesSince(before));
    }

    private void tell(Written written) {
        log.add(written);
        watchers.forEach(watcher -> watcher.accept(written));
    }

    void settle() {
        follow(this::next);
    }

    /** Up to the next write of an object; empty if none comes. */
    Optional<Change<?>> step() {
        List<Change<?>> seen = new ArrayList<>();
        Cluster before = cluster();
        follow(now -> now.changesSince(before).isEmpty() ? next(now) : Optional.empty(), seen::add);
        return seen.stream().findFirst();
    }

    private void follow(Course course) {
        follow(course, change -> {});
    }

    private void follow(Course course, Consumer<Change<?>> also) {
        Cluster start = cluster();
        Followed followed = new Followed(course, start);
        try {
            start.settle(followed, change -> {
                tell(Written.of(change, followed.before, followed.now));
                also.accept(change);
            });
        } finally {
            mooring = mooring.in(followed.now);
            heard(followed.now.eventTreesSince(start));
        }
    }

    /** A course whose last step is known. */
    private static final class Followed implements Course {
        private final Course course;
        private Cluster before;
        private Cluster now;

        Followed(Course course, Cluster start) {
            this.course = course;
            this.before = start;
            this.now = start;
        }

        @Override
        public Optional<Cluster> next(Cluster from) {
            Optional<Cluster> next = course.next(from);
            next.ifPresent(cluster -> {
                before = from;
                now = cluster;
            });
            return next;
        }
    }

    private Optional<Cluster> next(Cluster now) {
        Optional<Fault> fault = now.nextWrite().flatMap(faults::meets);
        if (fault.isPresent()) {
            return Optional.of(now.withoutNextWrite(fault.get().isLasting() ? RETRY : Duration.ZERO));
        }
        if (order.isEmpty()) {
            return now.step();
        }
        List<Cluster> ways = now.successors();
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(ways.get(order.get().nextInt(ways.size())));
    }
}
