package io.mooring.schema;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * SchemaBuilder of which each one that is there adds a member to a list, such as a volume's source.
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
        List<M> members = get.apply(value);
        List<M> filled = new ArrayList<>(members.size());
        boolean isFilled = false;
        for (M member : members) {
            Type<M> type = types.get(name.apply(member));
            M after = type == null ? member : type.withDefaults(member);
            isFilled |= after != member;
            filled.add(after);
        }
        return isFilled ? filled : null;
    }

    @Override
    @SuppressWarnings("unchecked")
    public void copy(T from, @Nullable Object filled, B into) {
        List<M> members = filled == null ? get.apply(from) : (List<M>) filled;
        members.forEach(member -> add.accept(into, member));
    }
}
