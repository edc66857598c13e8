package io.mooring.schema;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The field that was declared last, for what is to be said of it, and then the next lines.
 *
 * @param <T> the value
 * @param <B> its builder
 * @param <V> what stands in the field
 */
public final class FieldLine<T, B, V> extends SchemaBuilder<T, B> {
    private final Draft<T, B> draft;
    private final Property<T, B, V> property;

    FieldLine(Draft<T, B> draft, Property<T, B, V> property) {
        super(draft);
        this.draft = draft;
        this.property = property;
    }

    /** What is filled in where the field is absent. */
    public FieldLine<T, B, V> preset(V value) {
        return with(property.content().withPreset(value));
    }

    /** Like {@link #preset(Object)}; with {@code with} it is filled in at a tenth of the cost of building the value anew. */
    public FieldLine<T, B, V> preset(V value, BiFunction<T, V, T> with) {
        return with(new Property<>(property.content().withPreset(value), property.get(), property.set(), with));
    }

    /** What is made of a value that is given, such as an amount that is rounded; the same value if nothing is. */
    public FieldLine<T, B, V> filled(UnaryOperator<V> fill) {
        return with(property.content().withFill(fill));
    }

    /** The field must not be empty; of an empty one nothing else is checked. */
    public FieldLine<T, B, V> required() {
        return required("");
    }

    /** Like {@link #required()}, with a detail in the refusal. */
    public FieldLine<T, B, V> required(String detail) {
        return with(property.content().withRequired(detail));
    }

    /** Checked if the field is given: present, where it may be absent, and not its type's zero, where that is left out. */
    public FieldLine<T, B, V> check(Check<? super V> check) {
        return with(property.content().withCheck(Content.StepKind.GIVEN, check));
    }

    /** Checked in any case; a field that is absent is its type's zero then. */
    public FieldLine<T, B, V> checkAlways(Check<? super V> check) {
        return with(property.content().withCheck(Content.StepKind.ALWAYS, check));
    }

    /** What the field's type checks is not asked here. */
    public FieldLine<T, B, V> unchecked() {
        return with(property.content().withoutNested());
    }

    private FieldLine<T, B, V> with(Content<V> content) {
        return with(property.declared(content));
    }

    private FieldLine<T, B, V> with(Property<T, B, V> changed) {
        draft.replaceLast(changed.content().name(), changed);
        return new FieldLine<>(draft, changed);
    }
}
