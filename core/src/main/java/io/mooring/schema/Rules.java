package io.mooring.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A table of what is checked on a type: one line a field, in the order in which the API server checks and reports. A
 * table is a rule, so tables nest.
 *
 * <pre>{@code
 * Rules.<NfsVolumeSource>table()
 *     .required("server", NfsVolumeSource::server)
 *     .required("path", NfsVolumeSource::path)
 *     .field("path", NfsVolumeSource::path, absolutePath())
 * }</pre>
 *
 * <p>Declarations are made in static initializers and not changed afterwards.
 */
public final class Rules<T> implements Check<T> {
    private final List<Check<T>> lines = new ArrayList<>();

    private Rules() {}

    public static <T> Rules<T> table() {
        return new Rules<>();
    }

    @Override
    public void check(T value, ErrorsAt at) {
        for (Check<T> line : lines) {
            line.check(value, at);
        }
    }

    /** The field is checked. */
    public <V> Rules<T> field(String name, Function<? super T, ? extends V> get, Check<? super V> rule) {
        return rule((value, at) -> rule.check(get.apply(value), at.child(name)));
    }

    /** The field must not be empty. */
    public Rules<T> required(String name, Function<? super T, ?> get) {
        return requiredBecause(name, "", get);
    }

    /** Like {@link #required}, with a detail in the refusal. */
    public Rules<T> requiredBecause(String name, String detail, Function<? super T, ?> get) {
        return requiredBecause(name, detail, get, (field, at) -> {});
    }

    /** The field must not be empty; if it is not, it is checked. */
    public <V> Rules<T> required(String name, Function<? super T, ? extends V> get, Check<? super V> rule) {
        return requiredBecause(name, "", get, rule);
    }

    /** Like {@link #required}, with a detail in the refusal. */
    public <V> Rules<T> requiredBecause(
            String name, String detail, Function<? super T, ? extends V> get, Check<? super V> rule) {
        return rule((value, at) -> {
            V field = get.apply(value);
            if (isEmpty(field)) {
                at.child(name).required(detail);
            } else {
                rule.check(field, at.child(name));
            }
        });
    }

    /** The field is checked if it is there, be it empty. */
    public <V> Rules<T> optional(String name, Function<? super T, Optional<V>> get, Check<? super V> rule) {
        return rule((value, at) -> get.apply(value).ifPresent(field -> rule.check(field, at.child(name))));
    }

    /** The field is checked unless it is empty. */
    public <V> Rules<T> unlessEmpty(String name, Function<? super T, ? extends V> get, Check<? super V> rule) {
        return rule((value, at) -> {
            V field = get.apply(value);
            if (!isEmpty(field)) {
                rule.check(field, at.child(name));
            }
        });
    }

    /** Each item of the list is checked, at its index. */
    public <V> Rules<T> each(String name, Function<? super T, List<V>> get, Check<? super V> rule) {
        return rule((value, at) -> {
            List<V> items = get.apply(value);
            for (int i = 0; i < items.size(); i++) {
                rule.check(items.get(i), at.child(name).index(i));
            }
        });
    }

    /** Each entry of the map is checked, at its key. */
    public <V> Rules<T> entries(String name, Function<? super T, Map<String, V>> get, Check<? super V> rule) {
        return rule((value, at) -> get.apply(value)
                .forEach((key, entry) -> rule.check(entry, at.child(name).key(key))));
    }

    /** A rule over several fields, or over the object as such. */
    public Rules<T> rule(Check<? super T> rule) {
        lines.add(rule::check);
        return this;
    }

    /** The rule is asked only where the condition holds. */
    public Rules<T> ruleIf(Predicate<? super T> condition, Check<? super T> rule) {
        return rule((value, at) -> {
            if (condition.test(value)) {
                rule.check(value, at);
            }
        });
    }

    /** What Kubernetes means by not given: no text, no item, no entry, nil. */
    public static boolean isEmpty(Object value) {
        if (value instanceof String text) {
            return text.isEmpty();
        }
        if (value instanceof Collection<?> items) {
            return items.isEmpty();
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.isEmpty();
        }
        return value instanceof Optional<?> optional && optional.isEmpty();
    }
}
