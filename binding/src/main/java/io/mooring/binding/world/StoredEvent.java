package io.mooring.binding.world;

import io.mooring.admission.object.Kinds;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * An event as an object of the API: of {@code v1}, or of {@code events.k8s.io/v1}, whose fields have other names.
 *
 * @param event as much of it as Mooring keeps
 * @param tree all of it
 */
record StoredEvent(Event event, JsonObject tree) {
    private static final String KIND = "Event";
    private static final String CORE = "v1";
    private static final String EVENTS_GROUP = "events.k8s.io";
    private static final String DEFAULT_NAMESPACE = "default";
    private static final int NAME_DIGITS = 16;

    /** What the two groups call the same. */
    private record Names(String regarding, String message, String first, String last, String count, String source) {
        static final Names OF_CORE =
                new Names("involvedObject", "message", "firstTimestamp", "lastTimestamp", "count", "source");
        static final Names OF_EVENTS = new Names(
                "regarding",
                "note",
                "deprecatedFirstTimestamp",
                "deprecatedLastTimestamp",
                "deprecatedCount",
                "deprecatedSource");

        static Optional<Names> of(JsonObject tree) {
            String apiVersion = text(tree, "apiVersion");
            if (!text(tree, "kind").equals(KIND)) {
                return Optional.empty();
            }
            if (apiVersion.equals(CORE)) {
                return Optional.of(OF_CORE);
            }
            return ObjectKind.groupOf(apiVersion).equals(EVENTS_GROUP) ? Optional.of(OF_EVENTS) : Optional.empty();
        }
    }

    /** The event that the tree says; empty if it says none. */
    static Optional<StoredEvent> of(JsonObject tree) {
        return Names.of(tree)
                .filter(names -> !text(tree, names.regarding(), "kind").isEmpty())
                .flatMap(names -> read(tree, names));
    }

    private static Optional<StoredEvent> read(JsonObject tree, Names names) {
        Optional<Instant> first = time(tree, names.first())
                .or(() -> time(tree, "eventTime"))
                .or(() -> time(tree, "metadata", "creationTimestamp"));
        return first.map(begin -> {
            Instant last = time(tree, "series", "lastObservedTime")
                    .or(() -> time(tree, names.last()))
                    .orElse(begin);
            String component = text(tree, names.source(), "component");
            Event event = new Event(
                    regarding(tree, names.regarding()),
                    text(tree, names.regarding(), "uid"),
                    text(tree, "type").equals(Event.Type.WARNING.toString()) ? Event.Type.WARNING : Event.Type.NORMAL,
                    text(tree, "reason"),
                    text(tree, names.message()),
                    component.isEmpty() ? reportingController(tree) : component,
                    number(tree, "series", "count")
                            .or(() -> number(tree, names.count()))
                            .filter(count -> count > 0)
                            .orElse(1),
                    begin,
                    last);
            return new StoredEvent(event, tree);
        });
    }

    private static Ref<?> regarding(JsonObject tree, String field) {
        return Kinds.of(text(tree, field, "apiVersion"), text(tree, field, "kind"))
                .ref(text(tree, field, "namespace"), text(tree, field, "name"));
    }

    private static String reportingController(JsonObject tree) {
        String component = text(tree, "reportingComponent");
        return component.isEmpty() ? text(tree, "reportingController") : component;
    }

    /**
     * An event that was recorded here. Models {@code makeEvent}, whose name ends in the time in nanoseconds; several are
     * recorded here at one time, and their number among all takes the place of what is below a second.
     */
    static StoredEvent recorded(Event event, int number) {
        long nanos = event.first().getEpochSecond()
                        * ChronoUnit.SECONDS.getDuration().toNanos()
                + number;
        String digits = Long.toHexString(nanos);
        String ending = "0".repeat(NAME_DIGITS - digits.length()) + digits;
        return new StoredEvent(event, tree(event, event.regarding().name() + "." + ending));
    }

    static JsonObject tree(Event event, String name) {
        Ref<?> about = event.regarding();
        String namespace = about.namespace().isEmpty() ? DEFAULT_NAMESPACE : about.namespace();
        JsonObject regarding = JsonObject.builder()
                .put("apiVersion", about.kind().apiVersion())
                .put("kind", about.kind().name())
                .put("name", about.name())
                .put("namespace", about.namespace())
                .put("uid", event.uid())
                .build();
        JsonObject metadata = JsonObject.builder()
                .put("creationTimestamp", text(event.first()))
                .put("name", name)
                .put("namespace", namespace)
                .build();
        return JsonObject.builder()
                .put("apiVersion", CORE)
                .put("count", JsonNumber.of(event.count()))
                .put("eventTime", JsonNull.NULL)
                .put("firstTimestamp", text(event.first()))
                .put("involvedObject", about.namespace().isEmpty() ? regarding.without("namespace") : regarding)
                .put("kind", KIND)
                .put("lastTimestamp", text(event.last()))
                .put("message", event.message())
                .put("metadata", metadata)
                .put("reason", event.reason())
                .put("reportingComponent", event.source())
                .put("reportingInstance", "")
                .put("source", JsonObject.of("component", new JsonString(event.source())))
                .put("type", event.type().toString())
                .build();
    }

    /** The same, counted again. */
    StoredEvent again(Event later) {
        Names names = Names.of(tree).orElseThrow();
        JsonNumber count = JsonNumber.of(later.count());
        JsonString last = new JsonString(text(later.last()));
        JsonObject changed = tree.get("series")
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .map(series -> tree.with("series", series.with("count", count).with("lastObservedTime", last)))
                .orElseGet(() -> tree.with(names.count(), count).with(names.last(), last));
        return new StoredEvent(later, changed);
    }

    private static String text(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String text(JsonObject tree, String... path) {
        return tree.at(path)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).value())
                .orElse("");
    }

    private static Optional<Integer> number(JsonObject tree, String... path) {
        Optional<JsonValue> value = tree.at(path);
        return value.filter(JsonNumber.class::isInstance)
                .flatMap(number -> ((JsonNumber) number)
                        .toLong().stream()
                                .filter(each -> each == (int) each)
                                .mapToObj(each -> (int) each)
                                .findFirst());
    }

    private static Optional<Instant> time(JsonObject tree, String... path) {
        String text = text(tree, path);
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
