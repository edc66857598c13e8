package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The values of a schema as trees. */
record TreeOf<T>(Schema<T> schema) implements Type<JsonObject> {
    @Override
    public JsonObject zero() {
        return schema.write(schema.zero());
    }

    @Override
    public String typeName() {
        return schema.typeName();
    }

    @Override
    public Optional<JsonObject> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
        return schema.read(json, path, problems).map(schema::write);
    }

    @Override
    public JsonObject of(JsonValue tree) {
        return tree instanceof JsonObject object ? object : zero();
    }

    @Override
    public JsonValue write(JsonObject value) {
        return value;
    }

    @Override
    public boolean hasDefaults() {
        return schema.hasDefaults();
    }

    @Override
    public JsonObject withDefaults(JsonObject tree) {
        T value = schema.of(tree);
        T filled = schema.withDefaults(value);
        return filled == value ? tree : schema.write(filled);
    }

    @Override
    public boolean hasAmounts() {
        return schema.hasAmounts();
    }

    @Override
    public JsonObject withAmounts(JsonObject tree, UnaryOperator<Quantity> change) {
        if (!schema.hasAmounts()) {
            return tree;
        }
        T value = schema.of(tree);
        T changed = schema.withAmounts(value, change);
        return changed == value ? tree : schema.write(changed);
    }

    @Override
    public boolean hasChecks() {
        return schema.hasChecks();
    }

    @Override
    public void check(JsonObject tree, ErrorsAt at) {
        schema.check(schema.of(tree), at);
    }
}
