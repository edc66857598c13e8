package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A field of trees that are carried along: what may stand in it, when it is written, what is filled in and what is checked.
 * A constant, so that those who ask for it cannot misspell it.
 *
 * <pre>{@code
 * static final Field<Boolean> HOST_NETWORK = Field.bool("hostNetwork");
 *
 * if (HOST_NETWORK.of(spec)) { ... }
 * }</pre>
 *
 * <p>A field is left out when it is its type's zero, unless it says otherwise. What it is asked of is a tree that its schema
 * read, so that what stands there can be read.
 */
public final class Field<V> implements TreeLine {
    private final Content<V> content;

    private Field(Content<V> content) {
        this.content = content;
    }

    public static Field<String> text(String name) {
        return of(name, Types.STRING);
    }

    public static Field<List<String>> texts(String name) {
        return of(name, Types.list(Types.STRING));
    }

    public static Field<Map<String, String>> textMap(String name) {
        return of(name, Types.map(Types.STRING));
    }

    public static Field<Boolean> bool(String name) {
        return of(name, Types.BOOL);
    }

    /** A whole number of 32 bits. */
    public static Field<Integer> int32(String name) {
        return of(name, Types.INT);
    }

    /** A whole number of 64 bits. */
    public static Field<Long> int64(String name) {
        return of(name, Types.LONG);
    }

    public static Field<Quantity> quantity(String name) {
        return of(name, Types.QUANTITY);
    }

    public static Field<Map<String, Quantity>> quantities(String name) {
        return of(name, Types.map(Types.QUANTITY));
    }

    /** An object, which may be absent. */
    public static Field<JsonObject> object(String name, Type<JsonObject> type) {
        return of(name, type).optional();
    }

    public static Field<List<JsonObject>> objects(String name, Type<JsonObject> item) {
        return of(name, Types.list(item));
    }

    /** A moment in whole seconds. */
    public static Field<Instant> time(String name) {
        return of(name, Types.TIME);
    }

    /** A field of any other type. */
    public static <V> Field<V> of(String name, Type<V> type) {
        return new Field<>(Content.of(name, type, Presence.UNLESS_ZERO));
    }

    /** For which absent is a value of its own: a Go pointer. Null reads as absent. */
    public Field<V> optional() {
        return new Field<>(content.with(Presence.OPTIONAL));
    }

    /** Which is always written: a Go value without {@code omitempty}. */
    public Field<V> always() {
        return new Field<>(content.with(Presence.ALWAYS));
    }

    /** Like {@link #optional}, but absent is written as null: a Go pointer without {@code omitempty}. */
    public Field<V> optionalOrNull() {
        return new Field<>(content.with(Presence.ABSENT_AS_NULL));
    }

    /** Which is read and dropped, as the API server drops what a disabled feature gate guards. */
    public Field<V> dropped() {
        return new Field<>(content.with(Presence.DROPPED));
    }

    /** What is filled in where the field is absent. */
    public Field<V> preset(V value) {
        return new Field<>(content.withPreset(value));
    }

    /** What is made of a value that is given; the same value if nothing is. */
    public Field<V> filled(UnaryOperator<V> fill) {
        return new Field<>(content.withFill(fill));
    }

    /** The field must not be empty; of an empty one nothing else is checked. */
    public Field<V> required() {
        return required("");
    }

    /** Like {@link #required()}, with a detail in the refusal. */
    public Field<V> required(String detail) {
        return new Field<>(content.withRequired(detail));
    }

    /** Checked if the field is given: present, where it may be absent, and not its type's zero, where that is left out. */
    public Field<V> check(Check<? super V> check) {
        return new Field<>(content.withCheck(Content.StepKind.GIVEN, check));
    }

    /** Checked in any case; a field that is absent is its type's zero then. */
    public Field<V> checkAlways(Check<? super V> check) {
        return new Field<>(content.withCheck(Content.StepKind.ALWAYS, check));
    }

    /** What the field's type checks is not asked here. */
    public Field<V> unchecked() {
        return new Field<>(content.withoutNested());
    }

    /** Nothing of it is checked where this one is declared: it is asked elsewhere, such as after other fields. */
    public Field<V> withoutChecks() {
        return new Field<>(content.withoutChecks());
    }

    public String name() {
        return content.name();
    }

    Content<V> content() {
        return content;
    }

    /** What stands in the tree's field; the type's zero if it is absent. */
    public V of(JsonObject tree) {
        V value = orNull(tree);
        return value == null ? content.type().zero() : value;
    }

    /** What stands in the tree's field, if it is there. */
    public Optional<V> in(JsonObject tree) {
        return Optional.ofNullable(orNull(tree));
    }

    /** Whether the tree has the field. */
    public boolean isIn(JsonObject tree) {
        return tree.has(content.name());
    }

    /** The tree with this in the field. */
    public JsonObject set(JsonObject tree, V value) {
        return tree.with(content.name(), content.type().write(value));
    }

    private @Nullable V orNull(JsonObject tree) {
        JsonValue value = tree.fields().get(content.name());
        return value == null || value == JsonNull.NULL ? null : content.type().of(value);
    }

    /**
     * The field as it is written, a text itself; empty if it is left out, or if it cannot be read and {@code problems} says
     * why.
     */
    Optional<JsonValue> read(JsonValue value, FieldPath path, List<DecodingProblem> problems) {
        Presence presence = content.presence();
        if (value == JsonNull.NULL && presence != Presence.ALWAYS) {
            return presence.writesNull() ? Optional.of(value) : Optional.empty();
        }
        Optional<V> read = content.type().read(value, path, problems);
        if (read.isEmpty() || presence == Presence.DROPPED) {
            return Optional.empty();
        }
        boolean isLeftOut =
                presence.dropsZero() && read.get().equals(content.type().zero());
        if (isLeftOut) {
            return Optional.empty();
        }
        JsonValue written = content.type().write(read.get());
        return Optional.of(written instanceof JsonString && written.equals(value) ? value : written);
    }

    /** What an absent field is written as; empty if it is left out. */
    Optional<JsonValue> absent() {
        return switch (content.presence()) {
            case ALWAYS -> Optional.of(content.type().write(content.type().zero()));
            case ABSENT_AS_NULL, ZERO_AS_NULL -> Optional.of(JsonNull.NULL);
            case UNLESS_ZERO, OPTIONAL, OPTIONAL_UNLESS_ZERO, DROPPED -> Optional.empty();
        };
    }

    /** Checks a value that its owner does not hold in a tree. */
    public void checkValue(V value, ErrorsAt owner) {
        content.check(value, owner);
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(this);
    }

    @Override
    public boolean hasDefaults() {
        return content.hasDefaults();
    }

    @Override
    public JsonObject withDefaults(JsonObject tree) {
        if (isIn(tree) && content.fill().isEmpty() && !content.type().hasDefaults()) {
            return tree;
        }
        V before = orNull(tree);
        V after = content.withDefaults(before);
        return after == null || after == before ? tree : set(tree, after);
    }

    boolean hasAmounts() {
        return content.type().hasAmounts();
    }

    /** The tree with what this makes of the amounts in the field; the same tree if it changes none. */
    JsonObject withAmounts(JsonObject tree, UnaryOperator<Quantity> change) {
        V before = orNull(tree);
        V after = before == null ? null : content.type().withAmounts(before, change);
        return after == null || after == before ? tree : set(tree, after);
    }

    @Override
    public boolean hasChecks() {
        return content.hasChecks();
    }

    @Override
    public void check(JsonObject tree, ErrorsAt at) {
        if (content.hasChecks()) {
            content.check(orNull(tree), at);
        }
    }
}
