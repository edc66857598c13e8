package io.mooring.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in an object something is, printed as the API server prints it:
 * {@code spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions[0].key} or {@code spec.capacity[storage]}.
 * Models {@code field.Path} of apimachinery's {@code util/validation/field}.
 *
 * <pre>{@code
 * FieldPath path = FieldPath.of("spec", "containers").index(0).child("name");
 * path.toString(); // spec.containers[0].name
 * }</pre>
 */
public final class FieldPath {
    /** The object itself; prints as the empty text. */
    public static final FieldPath ROOT = new FieldPath(null, new Segment.Field(""));

    private final @Nullable FieldPath parent;
    private final Segment segment;

    private FieldPath(@Nullable FieldPath parent, Segment segment) {
        this.parent = parent;
        this.segment = segment;
    }

    /** One step of a path. */
    public sealed interface Segment {
        /** The name of the field, the key of the entry, the number of the item. */
        String name();

        /** What there is in the value; null where there is nothing. */
        JsonValue in(JsonValue value);

        /** Prints it after what is printed of the path so far. */
        void appendTo(StringBuilder out);

        /** A field of an object, printed {@code .name}. */
        record Field(String name) implements Segment {
            @Override
            public JsonValue in(JsonValue value) {
                return field(value, name);
            }

            @Override
            public void appendTo(StringBuilder out) {
                out.append(out.isEmpty() ? "" : ".").append(name);
            }
        }

        /** An item of a list, printed {@code [0]}; counted from 0. */
        record Index(int index) implements Segment {
            @Override
            public String name() {
                return Integer.toString(index);
            }

            @Override
            public JsonValue in(JsonValue value) {
                return value instanceof JsonArray array && index < array.items().size()
                        ? array.items().get(index)
                        : JsonNull.NULL;
            }

            @Override
            public void appendTo(StringBuilder out) {
                out.append('[').append(index).append(']');
            }
        }

        /** An entry of a map, printed {@code [key]}. */
        record Key(String key) implements Segment {
            @Override
            public String name() {
                return key;
            }

            @Override
            public JsonValue in(JsonValue value) {
                return field(value, key);
            }

            @Override
            public void appendTo(StringBuilder out) {
                out.append('[').append(key).append(']');
            }
        }

        private static JsonValue field(JsonValue value, String name) {
            return value instanceof JsonObject object ? object.get(name).orElse(JsonNull.NULL) : JsonNull.NULL;
        }
    }

    /** The path of these fields from the object down: {@code of("spec", "capacity")}. */
    public static FieldPath of(String... names) {
        FieldPath path = ROOT;
        for (String name : names) {
            path = path.child(name);
        }
        return path;
    }

    public FieldPath child(String name) {
        return new FieldPath(this, new Segment.Field(name));
    }

    public FieldPath child(String first, String second) {
        return child(first).child(second);
    }

    public FieldPath index(int index) {
        return new FieldPath(this, new Segment.Index(index));
    }

    public FieldPath key(String key) {
        return new FieldPath(this, new Segment.Key(key));
    }

    /** The steps from the object down; empty for {@link #ROOT}. */
    public List<Segment> segments() {
        if (parent == null) {
            return List.of();
        }
        Deque<Segment> segments = new ArrayDeque<>();
        for (FieldPath path = this; path.parent != null; path = path.parent) {
            segments.addFirst(path.segment);
        }
        return List.copyOf(segments);
    }

    /** What there is in the value; null where there is nothing. */
    public JsonValue in(JsonValue value) {
        JsonValue found = value;
        for (Segment segment : segments()) {
            found = segment.in(found);
        }
        return found;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldPath path && areEqual(this, path);
    }

    /** Without a call for each step: a path may be as long as somebody likes. */
    private static boolean areEqual(FieldPath first, FieldPath second) {
        @Nullable FieldPath one = first;
        @Nullable FieldPath other = second;
        while (one != other) {
            if (one == null || other == null || !one.segment.equals(other.segment)) {
                return false;
            }
            one = one.parent;
            other = other.parent;
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (@Nullable FieldPath path = this; path != null; path = path.parent) {
            hash = 31 * hash + path.segment.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        segments().forEach(segment -> segment.appendTo(out));
        return out.toString();
    }
}
