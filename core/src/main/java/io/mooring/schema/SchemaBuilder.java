package io.mooring.schema;

import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Declares the lines of a {@link Schema}. What a field is declared with further, such as its checks, is said right after it:
 * see {@link FieldLine}.
 *
 * @param <T> the value
 * @param <B> its builder
 */
public class SchemaBuilder<T, B> {
    private final Draft<T, B> draft;

    SchemaBuilder(Draft<T, B> draft) {
        this.draft = draft;
    }

    /** A field that is left out when it is its type's zero: Go's {@code omitempty} on a value. */
    public final <V> FieldLine<T, B, V> field(String name, Type<V> type, Function<T, V> get, BiConsumer<B, V> set) {
        return add(Content.of(name, type, Presence.UNLESS_ZERO), get, set);
    }

    /** A field that is always written: a Go value without {@code omitempty}, or a struct. */
    public final <V> FieldLine<T, B, V> always(String name, Type<V> type, Function<T, V> get, BiConsumer<B, V> set) {
        return add(Content.of(name, type, Presence.ALWAYS), get, set);
    }

    /** A field for which absent is a value of its own: a Go pointer. Null reads as absent. */
    public final <V> FieldLine<T, B, V> optional(
            String name, Type<V> type, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        return add(Content.of(name, type, Presence.OPTIONAL), orNull(get), set);
    }

    /** A field whose zero reads as absent: a Go value with {@code omitempty} that Mooring shows as Optional. */
    public final <V> FieldLine<T, B, V> zeroAsAbsent(
            String name, Type<V> type, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        return add(Content.of(name, type, Presence.OPTIONAL_UNLESS_ZERO), orNull(get), set);
    }

    /** Like {@link #zeroAsAbsent}, but absent is written as null, as Kubernetes writes a time that is not a pointer. */
    public final <V> FieldLine<T, B, V> absentAsNull(
            String name, Type<V> type, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        return add(Content.of(name, type, Presence.ZERO_AS_NULL), orNull(get), set);
    }

    /** Like {@link #optional}, but absent is written as null: a Go pointer without {@code omitempty}. */
    public final <V> FieldLine<T, B, V> optionalOrNull(
            String name, Type<V> type, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        return add(Content.of(name, type, Presence.ABSENT_AS_NULL), orNull(get), set);
    }

    /** A list, left out when empty. */
    public final <V> FieldLine<T, B, List<V>> list(
            String name, Type<V> item, Function<T, List<V>> get, BiConsumer<B, List<V>> set) {
        return field(name, Types.list(item), get, set);
    }

    /** A map, left out when empty. */
    public final <V> FieldLine<T, B, Map<String, V>> map(
            String name, Type<V> value, Function<T, Map<String, V>> get, BiConsumer<B, Map<String, V>> set) {
        return field(name, Types.map(value), get, set);
    }

    /** A field of the tree that the value is a view of: its name, absence, defaults and checks are told there. */
    public final <V> FieldLine<T, B, V> of(Field<V> field, Function<T, V> get, BiConsumer<B, V> set) {
        return add(field.content(), get, set);
    }

    /** Like {@link #of}, where absence is a value of its own. */
    public final <V> FieldLine<T, B, V> ofOptional(Field<V> field, Function<T, Optional<V>> get, BiConsumer<B, V> set) {
        return add(field.content(), orNull(get), set);
    }

    /** A field with one possible content, such as {@code kind}: written always, any text is read and dropped. */
    public final SchemaBuilder<T, B> constant(String name, String value) {
        draft.add(name, new Constant<>(name, value));
        return this;
    }

    /**
     * Fields of which each one that is there adds a member to a list, such as a volume's source. Their checks are for a
     * rule to ask.
     *
     * @param types the members' types by the names of their fields
     * @param name a member's field
     * @param writeUnknown how a member is written whose field has no type
     */
    public final <M> SchemaBuilder<T, B> family(
            Map<String, ? extends Type<M>> types,
            Function<M, String> name,
            Function<T, List<M>> get,
            BiConsumer<B, M> add,
            Function<M, JsonValue> writeUnknown) {
        Line<T, B> family = new Family<>(types, name, get, add, writeUnknown);
        types.keySet().forEach(field -> draft.readers.put(field, family));
        draft.lines.add(family);
        return this;
    }

    /** The attribute that holds, as a tree, the fields that the value carries along; {@link #carried} tells which. */
    public final SchemaBuilder<T, B> rest(Function<T, JsonObject> get, BiConsumer<B, JsonObject> set) {
        draft.carrier = Optional.of(new Draft.Carrier<>(get, set));
        return this;
    }

    /** Fields that the value carries along as a tree, and checks over them, which are asked here. */
    public final SchemaBuilder<T, B> carried(TreeLine... lines) {
        draft.carry(lines);
        return this;
    }

    /** A check over several fields, or over the value as such, asked here. */
    public final SchemaBuilder<T, B> rule(Check<? super T> check) {
        draft.lines.add(new ValueCheck<>(check));
        return this;
    }

    /** What is filled in that one field alone does not tell; before what single fields have. The same value if nothing is. */
    public final SchemaBuilder<T, B> fill(UnaryOperator<T> fill) {
        draft.fills.add(fill);
        return this;
    }

    /** The schema of these lines. */
    public final Schema<T> schema() {
        return Schema.of(draft);
    }

    private <V> FieldLine<T, B, V> add(Content<V> content, Function<T, @Nullable V> get, BiConsumer<B, V> set) {
        Property<T, B, V> property = new Property<>(content, get, set, null);
        draft.add(content.name(), property);
        return new FieldLine<>(draft, property);
    }

    private static <T, V> Function<T, @Nullable V> orNull(Function<T, Optional<V>> get) {
        return value -> get.apply(value).orElse(null);
    }
}
