package io.mooring.tree;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Trees from maps and lists of plain Java values, and back. */
final class PlainData {
    private PlainData() {}

    static JsonObject object(Map<?, ?> map) {
        return object(map, FieldPath.ROOT, 1);
    }

    private static JsonObject object(Map<?, ?> map, FieldPath path, int depth) {
        JsonObject.Builder object = JsonObject.builder();
        map.forEach((key, value) -> {
            if (!(key instanceof CharSequence || key instanceof Enum<?>)) {
                throw new IllegalArgumentException("a key must be text" + at(path) + ": found " + described(key));
            }
            String name = text(key);
            object.put(name, value(value, path.child(name), depth));
        });
        return object.build();
    }

    /** @param depth how many maps and lists are around it */
    private static JsonValue value(@Nullable Object value, FieldPath path, int depth) {
        if (value == null) {
            return JsonNull.NULL;
        }
        if (value instanceof JsonValue tree) {
            return tree;
        }
        if (depth > JsonValue.MOST_DEPTH) {
            throw new IllegalArgumentException("deeper than " + JsonValue.MOST_DEPTH + " maps and lists, or in itself");
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, path, depth + 1);
        }
        if (value instanceof Iterable<?> items) {
            List<JsonValue> values = new ArrayList<>();
            items.forEach(item -> values.add(value(item, path.index(values.size()), depth + 1)));
            return new JsonArray(values);
        }
        if (value.getClass().isArray()) {
            return new JsonArray(IntStream.range(0, Array.getLength(value))
                    .mapToObj(each -> value(Array.get(value, each), path.index(each), depth + 1))
                    .toList());
        }
        if (value instanceof Boolean truth) {
            return JsonBool.of(truth);
        }
        if (value instanceof Number number) {
            return number(number, path);
        }
        if (value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>) {
            return new JsonString(text(value));
        }
        throw new IllegalArgumentException(
                "expected a map, a list, text, a number or a truth value" + at(path) + ": found " + described(value));
    }

    /** As it is written, so that 1 and 1.0 stay apart. */
    private static JsonNumber number(Number number, FieldPath path) {
        boolean isFinite = Double.isFinite(number.doubleValue()) || number instanceof BigDecimal;
        if (!isFinite && !(number instanceof BigInteger)) {
            throw new IllegalArgumentException("a number must be finite" + at(path) + ": found " + number);
        }
        return new JsonNumber(number.toString());
    }

    private static String text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private static String at(FieldPath path) {
        return path.equals(FieldPath.ROOT) ? "" : " at " + path;
    }

    private static String described(@Nullable Object value) {
        return value == null ? "null" : "a " + value.getClass().getName();
    }

    static Map<String, @Nullable Object> map(JsonObject object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.fields().forEach((name, value) -> map.put(name, plain(value)));
        return map;
    }

    private static @Nullable Object plain(JsonValue value) {
        if (value instanceof JsonObject object) {
            return map(object);
        }
        if (value instanceof JsonArray array) {
            List<@Nullable Object> items = new ArrayList<>();
            array.items().forEach(item -> items.add(plain(item)));
            return items;
        }
        if (value instanceof JsonString string) {
            return string.value();
        }
        if (value instanceof JsonNumber number) {
            return number(number.text());
        }
        return value instanceof JsonBool truth ? truth.value() : null;
    }

    private static Number number(String text) {
        if (text.chars().anyMatch(each -> each == '.' || each == 'e' || each == 'E')) {
            return new BigDecimal(text);
        }
        BigInteger whole = new BigInteger(text);
        return whole.bitLength() < Long.SIZE ? (Number) whole.longValue() : whole;
    }
}
