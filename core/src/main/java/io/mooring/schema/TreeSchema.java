package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A type of objects that are carried along as trees, told once: its {@link Field}s, and between them the checks over several
 * of them, in the order in which the API server asks. Reading gives the tree as the API server would write it, its fields in
 * the order in which they came.
 *
 * <pre>{@code
 * TreeSchema.of(
 *     Field.text("server").always().required(),
 *     Field.text("path").always().required().check(absolutePath()),
 *     Field.bool("readOnly"))
 * }</pre>
 */
public final class TreeSchema implements Type<JsonObject> {
    private final List<TreeLine> lines;
    private final Map<String, Field<?>> fields = new LinkedHashMap<>();
    private final Map<String, JsonValue> written = new LinkedHashMap<>();
    private final boolean hasDefaults;
    private final boolean hasChecks;
    private final List<Field<?>> counting;

    private TreeSchema(List<TreeLine> lines) {
        this.lines = List.copyOf(lines);
        for (Field<?> field :
                lines.stream().flatMap(line -> line.fields().stream()).toList()) {
            fields.put(field.name(), field);
            field.absent().ifPresent(value -> written.put(field.name(), value));
        }
        this.hasDefaults = lines.stream().anyMatch(TreeLine::hasDefaults);
        this.hasChecks = lines.stream().anyMatch(TreeLine::hasChecks);
        this.counting = fields.values().stream().filter(Field::hasAmounts).toList();
    }

    public static TreeSchema of(TreeLine... lines) {
        return new TreeSchema(Arrays.stream(lines).flatMap(TreeLine::flattened).toList());
    }

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
        JsonObject.Builder into = JsonObject.builder(object.fields().size());
        object.fields()
                .forEach((name, content) ->
                        read(name, content, path.child(name), problems).ifPresent(each -> into.put(name, each)));
        return Optional.of(complete(into));
    }

    /** The tree with what is written of fields that are absent. */
    JsonObject complete(JsonObject.Builder into) {
        written.forEach((name, value) -> {
            if (!into.has(name)) {
                into.put(name, value);
            }
        });
        return into.build();
    }

    /** A field as it is written; empty if it is left out, or if it cannot be read and {@code problems} says why. */
    Optional<JsonValue> read(String name, JsonValue value, FieldPath path, List<DecodingProblem> problems) {
        Field<?> field = fields.get(name);
        if (field == null) {
            problems.add(UnknownFields.problem(name, path, names()));
            return Optional.empty();
        }
        return field.read(value, path, problems);
    }

    @Override
    public JsonObject write(JsonObject value) {
        return value;
    }

    @Override
    public JsonObject of(JsonValue tree) {
        return tree instanceof JsonObject object ? object : zero();
    }

    /** Whether there is such a field. */
    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** The known names, for suggestions. */
    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    @Override
    public boolean hasDefaults() {
        return hasDefaults;
    }

    @Override
    public JsonObject withDefaults(JsonObject read) {
        JsonObject tree = read;
        for (TreeLine line : lines) {
            if (line.hasDefaults()) {
                tree = line.withDefaults(tree);
            }
        }
        return tree;
    }

    @Override
    public boolean hasAmounts() {
        return !counting.isEmpty();
    }

    @Override
    public JsonObject withAmounts(JsonObject read, UnaryOperator<Quantity> change) {
        JsonObject tree = read;
        for (Field<?> field : counting) {
            tree = field.withAmounts(tree, change);
        }
        return tree;
    }

    @Override
    public boolean hasChecks() {
        return hasChecks;
    }

    @Override
    public void check(JsonObject tree, ErrorsAt at) {
        for (TreeLine line : lines) {
            line.check(tree, at);
        }
    }
}
