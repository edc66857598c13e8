package io.mooring.binding.table;

import io.mooring.release.Semantics;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An object as a table sees it.
 *
 * @param tree all of it, what Mooring does not interpret included
 * @param now for its age
 * @param semantics as which Kubernetes prints it
 */
record Printed(JsonObject tree, Instant now, Semantics semantics) {
    private static final String NONE = "<none>";

    /** Where neither its age nor who prints it matters. */
    static Printed of(JsonObject tree) {
        return new Printed(tree, Instant.EPOCH, Semantics.DEFAULT);
    }

    Printed in(JsonObject part) {
        return new Printed(part, now, semantics);
    }

    /** What is at the end of these names; empty if nothing is there, or an object or a list. */
    String text(String... path) {
        return find(path).orElse("");
    }

    Optional<String> find(String... path) {
        return tree.at(path).flatMap(Printed::text);
    }

    private static Optional<String> text(JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.value());
        }
        if (value instanceof JsonNumber number) {
            return Optional.of(number.text());
        }
        return value instanceof JsonBool bool ? Optional.of(Boolean.toString(bool.value())) : Optional.empty();
    }

    long number(String... path) {
        return tree.at(path)
                .filter(JsonNumber.class::isInstance)
                .flatMap(number ->
                        ((JsonNumber) number).toLong().stream().boxed().findFirst())
                .orElse(0L);
    }

    /** The objects of a list. */
    List<Printed> list(String... path) {
        return items(path)
                .filter(JsonObject.class::isInstance)
                .map(item -> in((JsonObject) item))
                .toList();
    }

    /** The texts of a list. */
    List<String> texts(String... path) {
        return items(path).flatMap(item -> text(item).stream()).toList();
    }

    private Stream<JsonValue> items(String... path) {
        return tree.at(path)
                .filter(JsonArray.class::isInstance)
                .map(array -> ((JsonArray) array).items().stream())
                .orElse(Stream.of());
    }

    int size(String... path) {
        return (int) items(path).count();
    }

    /** The texts of an object's fields, by name. */
    Map<String, String> map(String... path) {
        Map<String, String> map = new TreeMap<>();
        tree.at(path)
                .filter(JsonObject.class::isInstance)
                .ifPresent(object -> ((JsonObject) object)
                        .fields()
                        .forEach((name, value) -> text(value).ifPresent(text -> map.put(name, text))));
        return map;
    }

    /** {@code a=1,b=2}. Models {@code labels.FormatLabels}. */
    String labels(String... path) {
        Map<String, String> labels = map(path);
        return labels.isEmpty()
                ? NONE
                : labels.entrySet().stream()
                        .map(label -> label.getKey() + "=" + label.getValue())
                        .collect(Collectors.joining(","));
    }

    boolean isBeingDeleted() {
        return find("metadata", "deletionTimestamp").isPresent();
    }

    /** How long ago that time was. Models {@code translateTimestampSince}. */
    Optional<String> since(String... path) {
        return time(path).map(time -> HumanDuration.of(Duration.between(time, now)));
    }

    Optional<Instant> time(String... path) {
        return find(path).flatMap(Printed::time);
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** The status of the condition of this type. */
    Optional<String> condition(String type) {
        return list("status", "conditions").stream()
                .filter(condition -> condition.text("type").equals(type))
                .map(condition -> condition.text("status"))
                .findFirst();
    }

    boolean isTrue(String condition) {
        return condition(condition).equals(Optional.of("True"));
    }
}
