package io.mooring.schema;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.tree.NearMiss;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Object types told as a table of text, for objects that are carried along as trees: which fields there are, what may
 * stand in each, and which are written. One type begins a line; its fields follow, grouped by what they hold.
 *
 * <pre>{@code
 * Toleration
 *     string: key operator value effect
 *     int64?: tolerationSeconds
 * ContainerPort
 *     int32!: containerPort
 *     string: name protocol hostIP
 * }</pre>
 *
 * <p>Fields hold {@code string}, {@code bool}, {@code int32}, {@code int64}, {@code quantity}, {@code intOrString}, {@code
 * time}, {@code any} (kept as it is), another type of the table, a list {@code [T]} or a map {@code {T}}. A field is left out when it is its type's zero (Go's
 * {@code omitempty}); with {@code ?} only when it is absent or null (a Go pointer); with {@code !} never. A field with
 * {@code -} is read and dropped, as the API server drops what a disabled feature gate guards. Reading gives the tree as
 * the API server would write it.
 */
public final class TypeTable {
    private static final Map<String, Type<?>> SCALARS = Map.of(
            "string", Types.STRING,
            "bool", Types.BOOL,
            "int32", Types.INT,
            "int64", Types.LONG,
            "quantity", Types.QUANTITY,
            "intOrString", Types.INT_OR_STRING,
            "time", Types.TIME,
            "any", Types.ANY);

    private final Map<String, TypeCodec> types = new HashMap<>();

    private TypeTable() {}

    /**
     * Reads the tables, which may name each other's types.
     *
     * @throws IllegalArgumentException if a line cannot be read or a type is not there
     */
    public static TypeTable parse(String... tables) {
        TypeTable result = new TypeTable();
        Map<TypeCodec, List<String>> groups = new LinkedHashMap<>();
        for (String table : tables) {
            result.readTypes(table, groups);
        }
        groups.forEach((type, lines) -> lines.forEach(line -> result.readGroup(type, line)));
        return result;
    }

    /** The fields of the type of this name. */
    public Shape shape(String type) {
        return codec(type);
    }

    /** Reads objects of the type of this name, and gives them as they are written. */
    public Type<JsonObject> objects(String type) {
        return codec(type);
    }

    private TypeCodec codec(String type) {
        TypeCodec codec = types.get(type);
        if (codec == null) {
            throw new IllegalArgumentException("no type " + type);
        }
        return codec;
    }

    private void readTypes(String table, Map<TypeCodec, List<String>> groups) {
        List<String> current = new ArrayList<>();
        for (String line : table.lines().filter(each -> !each.isBlank()).toList()) {
            if (line.startsWith(" ")) {
                current.add(line.strip());
                continue;
            }
            current = new ArrayList<>();
            TypeCodec type = new TypeCodec();
            types.put(line.strip(), type);
            groups.put(type, current);
        }
    }

    private void readGroup(TypeCodec type, String line) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            throw new IllegalArgumentException("expected a type, a colon and fields: " + line);
        }
        String held = line.substring(0, colon);
        Presence presence = Presence.of(held.charAt(held.length() - 1));
        String name = presence == Presence.UNLESS_ZERO ? held : held.substring(0, held.length() - 1);
        Field<?> field = new Field<>(held(name), presence);
        for (String each : line.substring(colon + 2).split(" ", -1)) {
            type.fields.put(each, field);
        }
    }

    private Type<?> held(String type) {
        if (type.startsWith("[")) {
            return Types.list(held(type.substring(1, type.length() - 1)));
        }
        if (type.startsWith("{")) {
            return Types.map(held(type.substring(1, type.length() - 1)));
        }
        Type<?> scalar = SCALARS.get(type);
        return scalar != null ? scalar : codec(type);
    }

    /** When a field is written. */
    private enum Presence {
        UNLESS_ZERO,
        UNLESS_NULL,
        ALWAYS,
        NEVER;

        static Presence of(char mark) {
            return switch (mark) {
                case '?' -> UNLESS_NULL;
                case '!' -> ALWAYS;
                case '-' -> NEVER;
                default -> UNLESS_ZERO;
            };
        }
    }

    private record Field<T>(Type<T> codec, Presence presence) {

        /** The field's value as it is written, or empty if it is left out. */
        Optional<JsonValue> read(JsonValue value, FieldPath path, List<DecodingProblem> problems) {
            if (value == JsonNull.NULL && presence != Presence.ALWAYS) {
                return Optional.empty();
            }
            Optional<T> read = codec.read(value, path, problems);
            return switch (presence) {
                case UNLESS_NULL, ALWAYS -> read.map(codec::write);
                case UNLESS_ZERO ->
                    read.filter(each -> !each.equals(codec.zero())).map(codec::write);
                case NEVER -> Optional.empty();
            };
        }

        JsonValue zero() {
            return codec.write(codec.zero());
        }
    }

    /** Reads a tree of one type and gives it as it is written. */
    private static final class TypeCodec implements Type<JsonObject>, Shape {
        private final Map<String, Field<?>> fields = new LinkedHashMap<>();

        @Override
        public JsonObject zero() {
            return complete(JsonObject.builder());
        }

        @Override
        public String typeName() {
            return "an object";
        }

        @Override
        public Optional<JsonObject> read(JsonValue value, FieldPath path, List<DecodingProblem> problems) {
            if (value == JsonNull.NULL) {
                return Optional.of(zero());
            }
            if (!(value instanceof JsonObject object)) {
                return Types.wrongType(this, value, path, problems);
            }
            JsonObject.Builder into = JsonObject.builder();
            object.fields()
                    .forEach((name, content) ->
                            read(name, content, path.child(name), problems).ifPresent(each -> into.put(name, each)));
            return Optional.of(complete(into));
        }

        private JsonObject complete(JsonObject.Builder into) {
            fields.forEach((name, field) -> {
                if (field.presence() == Presence.ALWAYS && !into.has(name)) {
                    into.put(name, field.zero());
                }
            });
            return into.build();
        }

        @Override
        public Optional<JsonValue> read(String name, JsonValue value, FieldPath path, List<DecodingProblem> problems) {
            Field<?> field = fields.get(name);
            if (field == null) {
                problems.add(new DecodingProblem.UnknownField(path, NearMiss.of(name, names()), names()));
                return Optional.empty();
            }
            return field.read(value, path, problems);
        }

        @Override
        public JsonValue write(JsonObject value) {
            return value;
        }

        @Override
        public boolean has(String name) {
            return fields.containsKey(name);
        }

        @Override
        public List<String> names() {
            return List.copyOf(fields.keySet());
        }
    }
}
