package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Fields of which each one that is there adds a member to a list, such as a volume's source.
 *
 * @param types the members' types by the names of their fields
 * @param name a member's field
 */
record Family<T, B, M>(
        Map<String, ? extends Type<M>> types,
        Function<M, String> name,
        Function<T, List<M>> get,
        BiConsumer<B, M> add,
        Function<M, JsonValue> writeUnknown)
        implements Line<T, B> {

    @Override
    public void read(String field, JsonValue value, FieldPath path, B into, List<DecodingProblem> problems) {
        Type<M> type = types.get(field);
        if (value != JsonNull.NULL && type != null) {
            type.read(value, path, problems).ifPresent(read -> add.accept(into, read));
        }
    }

    @Override
    public void write(T from, JsonObject.Builder into) {
        for (M member : get.apply(from)) {
            Type<M> type = types.get(name.apply(member));
            into.put(name.apply(member), type == null ? writeUnknown.apply(member) : type.write(member));
        }
    }

    @Override
    public boolean hasDefaults() {
        return types.values().stream().anyMatch(Type::hasDefaults);
    }

    @Override
    public @Nullable Object filled(T value) {
        return changed(value, Type::withDefaults);
    }

    @Override
    public boolean hasAmounts() {
        return types.values().stream().anyMatch(Type::hasAmounts);
    }

    @Override
    public @Nullable Object withAmounts(T value, UnaryOperator<Quantity> change) {
        return changed(value, (type, member) -> type.withAmounts(member, change));
    }

    /** The members with what this makes of each of a known type; null if it changes none. */
    private @Nullable Object changed(T value, BiFunction<Type<M>, M, M> change) {
        List<M> members = get.apply(value);
        List<M> changed = new ArrayList<>(members.size());
        boolean isChanged = false;
        for (M member : members) {
            Type<M> type = types.get(name.apply(member));
            M after = type == null ? member : change.apply(type, member);
            isChanged |= after != member;
            changed.add(after);
        }
        return isChanged ? changed : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void copy(T from, @Nullable Object filled, B into) {
        List<M> members = filled == null ? get.apply(from) : (List<M>) filled;
        members.forEach(member -> add.accept(into, member));
    }
}
