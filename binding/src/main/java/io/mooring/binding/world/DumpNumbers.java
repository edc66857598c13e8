package io.mooring.binding.world;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ResourceVersion;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The newest numbers in a dump, behind which those of its cluster go on. */
final class DumpNumbers {
    /** When something was, and never when something will be. */
    private static final Set<String> TIMES = Set.of(
            "creationTimestamp",
            "time",
            "firstTimestamp",
            "lastTimestamp",
            "eventTime",
            "lastObservedTime",
            "deprecatedFirstTimestamp",
            "deprecatedLastTimestamp",
            "lastTransitionTime",
            "lastProbeTime",
            "lastHeartbeatTime",
            "lastUpdateTime",
            "lastPhaseTransitionTime",
            "startTime",
            "startedAt",
            "finishedAt",
            "completionTime",
            "lastScheduleTime",
            "lastSuccessfulTime",
            "renewTime",
            "acquireTime");

    private static final long NANOS = 1_000_000_000;

    private long writes;
    private long uids;
    private long names;
    private Instant time = Instant.MIN;
    private String newest = "";

    /**
     * Behind the newest in the dump; from the beginning where it has none. Every uid and every name that was given by counting
     * was given with a write, so that the writes are behind those of objects that are gone, too.
     */
    static Numbering of(Dump dump) {
        DumpNumbers numbers = new DumpNumbers();
        numbers.version(dump.version());
        for (Dump.Stored stored : dump.objects()) {
            numbers.metadata(stored.object().metadata());
            numbers.fields(stored.tree());
        }
        Numbering start = Numbering.START;
        return new Numbering(
                numbers.writes,
                Math.max(numbers.writes, numbers.uids),
                Math.max(numbers.writes, numbers.names),
                numbers.time.equals(Instant.MIN) ? start.now() : numbers.time);
    }

    private void metadata(ObjectMeta metadata) {
        version(metadata.resourceVersion());
        if (!metadata.generateName().isEmpty() && metadata.name().startsWith(metadata.generateName())) {
            String ending = metadata.name().substring(metadata.generateName().length());
            names = Math.max(names, Numbering.nameNumber(ending).orElse(0L));
        }
        metadata.deletionAskedFor().ifPresent(this::time);
    }

    private void version(String version) {
        ResourceVersion.parse(version).ifPresent(each -> writes = Math.max(writes, each.number()));
    }

    private void value(JsonValue value) {
        if (value instanceof JsonString string) {
            Numbering.uidNumbers(string.value(), number -> uids = Math.max(uids, number));
        } else if (value instanceof JsonObject object) {
            fields(object);
        } else if (value instanceof JsonArray array) {
            array.items().forEach(this::value);
        }
    }

    private void fields(JsonObject object) {
        for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
            if (field.getValue() instanceof JsonString text && TIMES.contains(field.getKey())) {
                timeText(text.value());
            } else {
                value(field.getValue());
            }
        }
    }

    /** Most times are older than one that was read before, which shows in their texts if both are of one form. */
    private void timeText(String text) {
        boolean isOfOneForm = text.length() == newest.length() && text.endsWith("Z") && newest.endsWith("Z");
        if (!isOfOneForm || text.compareTo(newest) > 0) {
            instant(text).ifPresent(instant -> {
                newest = instant.isAfter(time) ? text : newest;
                time(instant);
            });
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private void time(Instant instant) {
        if (instant.isAfter(time)) {
            time = instant.plusNanos(NANOS - 1).truncatedTo(ChronoUnit.SECONDS);
        }
    }
}
