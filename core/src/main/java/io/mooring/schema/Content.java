package io.mooring.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of a field besides how its owner holds it: name, type, absence, defaults, and checks in order.
 *
 * @param preset what is filled in where the field is absent, if anything
 * @param fill what is made of a value that is there
 * @param required the detail of the refusal if the field must not be empty; no check is asked of an empty one then
 * @param checks in the order in which they are asked
 */
record Content<V>(
        String name,
        Type<V> type,
        Presence presence,
        Optional<V> preset,
        Optional<UnaryOperator<V>> fill,
        Optional<String> required,
        List<Step<V>> checks) {
    Content {
        checks = List.copyOf(checks);
    }

    /** A field without defaults and checks of its own; those of its type hold. */
    static <V> Content<V> of(String name, Type<V> type, Presence presence) {
        List<Step<V>> checks = type.hasChecks() ? List.of(new Step<>(StepKind.NESTED, type)) : List.of();
        return new Content<>(name, type, presence, Optional.empty(), Optional.empty(), Optional.empty(), checks);
    }

    /** When a check is asked. */
    enum StepKind {
        /** If the field is there. */
        GIVEN,

        /** If the field is there; what its type checks. */
        NESTED,

        /** Of an absent field too, which is its type's zero then. */
        ALWAYS
    }

    /** One check of a field. */
    record Step<V>(StepKind kind, Check<? super V> check) {}

    Content<V> with(Presence other) {
        return new Content<>(name, type, other, preset, fill, required, checks);
    }

    Content<V> withPreset(V value) {
        return new Content<>(name, type, presence, Optional.of(value), fill, required, checks);
    }

    Content<V> withFill(UnaryOperator<V> operator) {
        return new Content<>(name, type, presence, preset, Optional.of(operator), required, checks);
    }

    Content<V> withRequired(String detail) {
        return new Content<>(name, type, presence, preset, fill, Optional.of(detail), checks);
    }

    Content<V> withCheck(StepKind kind, Check<? super V> check) {
        List<Step<V>> all = new ArrayList<>(checks);
        all.add(new Step<>(kind, check));
        return new Content<>(name, type, presence, preset, fill, required, all);
    }

    Content<V> withoutNested() {
        List<Step<V>> own =
                checks.stream().filter(step -> step.kind() != StepKind.NESTED).toList();
        return new Content<>(name, type, presence, preset, fill, required, own);
    }

    Content<V> withoutChecks() {
        return new Content<>(name, type, presence, preset, fill, Optional.empty(), List.of());
    }

    boolean hasDefaults() {
        return preset.isPresent() || fill.isPresent() || type.hasDefaults();
    }

    boolean hasChecks() {
        return required.isPresent() || !checks.isEmpty();
    }

    /** Whether the value counts as given. */
    boolean isGiven(@Nullable V value) {
        return value != null && !(presence == Presence.UNLESS_ZERO && value.equals(type.zero()));
    }

    /** The value with its defaults; the same where nothing is missing. */
    @Nullable
    V withDefaults(@Nullable V value) {
        if (value == null || !isGiven(value)) {
            return preset.isPresent() ? preset.get() : value;
        }
        V filled = fill.isPresent() ? fill.get().apply(value) : value;
        return type.hasDefaults() ? type.withDefaults(filled) : filled;
    }

    /** Asks the checks in order. */
    void check(@Nullable V value, ErrorsAt owner) {
        if (required.isPresent() && isEmpty(value)) {
            owner.child(name).required(required.get());
        } else if (value != null && isGiven(value)) {
            checkGiven(value, owner);
        } else {
            checkAbsent(value, owner);
        }
    }

    private void checkGiven(V value, ErrorsAt owner) {
        if (checks.isEmpty()) {
            return;
        }
        ErrorsAt at = owner.child(name);
        for (Step<V> step : checks) {
            step.check().check(value, at);
        }
    }

    private void checkAbsent(@Nullable V value, ErrorsAt owner) {
        for (Step<V> step : checks) {
            if (step.kind() == StepKind.ALWAYS) {
                step.check().check(value == null ? type.zero() : value, owner.child(name));
            }
        }
    }

    /** What Kubernetes means by not given: no text, no item, no entry. */
    static boolean isEmpty(@Nullable Object value) {
        if (value instanceof String text) {
            return text.isEmpty();
        }
        if (value instanceof Collection<?> items) {
            return items.isEmpty();
        }
        return value == null || (value instanceof Map<?, ?> entries && entries.isEmpty());
    }
}
