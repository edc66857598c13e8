package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.style.collect.ImmutableList;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A list of values of one type. */
record ListType<T>(Type<T> item) implements Type<List<T>> {
    @Override
    public List<T> zero() {
        return List.of();
    }

    @Override
    public String typeName() {
        return "a list";
    }

    @Override
    public Optional<List<T>> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
        if (json == JsonNull.NULL) {
            return Optional.of(List.of());
        }
        if (!(json instanceof JsonArray array)) {
            return Types.wrongType(this, json, path, problems);
        }
        ImmutableList.Builder<T> items = ImmutableList.builder(array.items().size());
        for (int i = 0; i < array.items().size(); i++) {
            item.read(array.items().get(i), path.index(i), problems).ifPresent(items::add);
        }
        return Optional.of(items.build());
    }

    @Override
    public List<T> of(JsonValue tree) {
        if (!(tree instanceof JsonArray array)) {
            return List.of();
        }
        List<T> items = new ArrayList<>(array.items().size());
        for (JsonValue each : array.items()) {
            items.add(item.of(each));
        }
        return items;
    }

    @Override
    public boolean hasDefaults() {
        return item.hasDefaults();
    }

    @Override
    public List<T> withDefaults(List<T> value) {
        return item.hasDefaults() ? changed(value, item::withDefaults) : value;
    }

    private List<T> changed(List<T> value, UnaryOperator<T> change) {
        List<T> changed = new ArrayList<>(value.size());
        boolean isChanged = false;
        for (T each : value) {
            T after = change.apply(each);
            isChanged |= after != each;
            changed.add(after);
        }
        return isChanged ? changed : value;
    }

    @Override
    public boolean hasAmounts() {
        return item.hasAmounts();
    }

    @Override
    public List<T> withAmounts(List<T> value, UnaryOperator<Quantity> change) {
        return item.hasAmounts() ? changed(value, each -> item.withAmounts(each, change)) : value;
    }

    @Override
    public boolean hasChecks() {
        return item.hasChecks();
    }

    @Override
    public void check(List<T> value, ErrorsAt at) {
        for (int i = 0; i < value.size(); i++) {
            item.check(value.get(i), at.index(i));
        }
    }

    @Override
    public JsonValue write(List<T> value) {
        List<JsonValue> items = new ArrayList<>(value.size());
        for (T each : value) {
            items.add(item.write(each));
        }
        return new JsonArray(items);
    }
}
