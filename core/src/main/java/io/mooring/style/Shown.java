package io.mooring.style;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value as text for people, {@code toString} of every value of this style: {@code Name{attribute=..., ...}}, in the order in which
 * the attributes are declared, without those that are absent. It stays short however much the value holds: of a list or a map the
 * first few are told and how many more there are, of a long text its beginning. 50,000 empty templates of claims were 22 MB.
 *
 * <p>It asks the accessors, and needs no line for a field. Nothing is decided or compared by this text.
 */
public final class Shown {
    /** Of a list or a map. */
    static final int MOST_ITEMS = 20;

    /** Of a text. */
    static final int MOST_CHARACTERS = 1000;

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private Shown() {}

    /**
     * The value with its attributes, as text.
     *
     * @param value of a generated class
     */
    public static String of(Object value) {
        Shape shape = SHAPES.get(value.getClass());
        List<String> attributes = new ArrayList<>();
        for (Method accessor : shape.accessors()) {
            text(read(accessor, value)).ifPresent(text -> attributes.add(accessor.getName() + "=" + text));
        }
        return shape.name() + "{" + String.join(", ", attributes) + "}";
    }

    /** The text itself, or what it begins with and how long it is. */
    public static String beginning(String text) {
        return text.length() <= MOST_CHARACTERS
                ? text
                : text.substring(0, MOST_CHARACTERS) + "... (" + text.length() + " characters)";
    }

    /** Which attributes are shown of this class. */
    static List<String> attributes(Class<?> generated) {
        return SHAPES.get(generated).accessors().stream().map(Method::getName).toList();
    }

    private static Object read(Method accessor, Object value) {
        try {
            return Objects.requireNonNull(accessor.invoke(value));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("an accessor of a value: " + accessor, impossible);
        }
    }

    private static Optional<String> text(Object attribute) {
        return attribute instanceof Optional<?> optional ? optional.map(Shown::shown) : Optional.of(shown(attribute));
    }

    private static String shown(Object attribute) {
        if (attribute instanceof Collection<?> items) {
            return "[" + firstOf(items, Shown::shown) + "]";
        }
        if (attribute instanceof Map<?, ?> map) {
            return "{" + firstOf(map.entrySet(), entry -> shown(entry.getKey()) + "=" + shown(entry.getValue())) + "}";
        }
        return isOfThisStyle(attribute) ? attribute.toString() : beginning(attribute.toString());
    }

    private static <T> String firstOf(Collection<T> items, Function<? super T, String> shown) {
        List<String> texts = new ArrayList<>();
        Iterator<T> next = items.iterator();
        while (next.hasNext() && texts.size() < MOST_ITEMS) {
            texts.add(shown.apply(next.next()));
        }
        if (next.hasNext()) {
            texts.add("and " + (items.size() - MOST_ITEMS) + " more");
        }
        return String.join(", ", texts);
    }

    /** Such a value is short by itself, and is not cut. */
    private static boolean isOfThisStyle(Object attribute) {
        Class<?>[] types = attribute.getClass().getInterfaces();
        return types.length == 1 && types[0].isSealed() && types[0].getPermittedSubclasses().length == 1;
    }

    /**
     * What of a generated class is shown.
     *
     * @param name of the value's type
     * @param accessors in the order of the fields that hold what they give
     */
    private record Shape(String name, List<Method> accessors) {
        static Shape of(Class<?> generated) {
            Class<?> type = generated.getInterfaces()[0];
            List<Method> accessors = Arrays.stream(generated.getDeclaredFields())
                    .filter(field ->
                            !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                    .map(field -> accessor(type, field))
                    .toList();
            return new Shape(type.getSimpleName(), accessors);
        }

        private static Method accessor(Class<?> type, Field field) {
            try {
                Method accessor = type.getMethod(field.getName());
                accessor.trySetAccessible();
                return accessor;
            } catch (NoSuchMethodException impossible) {
                throw new IllegalStateException("an attribute of " + type, impossible);
            }
        }
    }
}
