package io.mooring.testkit.fabric8;

import io.mooring.binding.world.Event;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Where the controllers' events go. One that is there is told once more by its count. Models {@code EventCorrelator}, without its
 * limits.
 */
final class EventRecorder {
    static final ObjectKind<OtherObject> KIND = OtherObject.kindOf("v1", "Event");

    private final ApiClient api;
    private final Seen seen;
    private long lastName;

    EventRecorder(ApiClient api, Seen seen) {
        this.api = api;
        this.seen = seen;
    }

    /** What a controller found again: controllers look anew after every write, and upstream's do not. */
    void found(Event event) {
        if (stored(event).isEmpty()) {
            create(event);
        }
    }

    /** What came with a write, and so has happened again. */
    void happened(Event event) {
        stored(event)
                .ifPresentOrElse(tree -> seen.saw(KIND, api.replace(KIND, again(tree, event))), () -> create(event));
    }

    private void create(Event event) {
        Instant now = Instant.now();
        lastName = Math.max(lastName + 1, ChronoUnit.NANOS.between(Instant.EPOCH, now));
        String name = event.regarding().name() + "." + Long.toHexString(lastName);
        seen.saw(KIND, api.create(KIND, event.toTree(name)));
    }

    private Optional<JsonObject> stored(Event event) {
        return seen.first(tree -> isSame(tree, event));
    }

    private static boolean isSame(JsonObject tree, Event event) {
        return ApiServer.text(tree.get("kind")).equals(KIND.name())
                && ApiServer.text(tree.at("involvedObject", "uid")).equals(event.uid())
                && ApiServer.text(tree.get("reason")).equals(event.reason())
                && ApiServer.text(tree.get("message")).equals(event.message())
                && ApiServer.text(tree.at("source", "component")).equals(event.source());
    }

    private static JsonObject again(JsonObject tree, Event event) {
        long count = tree.get("count")
                .filter(JsonNumber.class::isInstance)
                .map(number -> ((JsonNumber) number).toLong().orElse(1))
                .orElse(1L);
        String last = event.last().truncatedTo(ChronoUnit.SECONDS).toString();
        return tree.with("count", JsonNumber.of(count + 1)).with("lastTimestamp", new JsonString(last));
    }
}
