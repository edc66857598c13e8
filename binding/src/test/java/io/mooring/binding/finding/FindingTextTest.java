package io.mooring.binding.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Two clusters are told apart by the texts of their findings among others, so that such a text must have everything: nothing in it may
 * be a value that shows only the beginning of what it holds.
 */
class FindingTextTest {
    private static final String OWN = "io.mooring.";

    @Test
    void findingsAreMadeOfWhatShowsAllOfItself() {
        Set<Class<?>> parts = new LinkedHashSet<>();
        collect(Finding.class, parts);

        assertThat(parts).hasSizeGreaterThan(100).noneMatch(FindingTextTest::showsOnlyABeginning);
    }

    private static void collect(Type type, Set<Class<?>> parts) {
        if (type instanceof ParameterizedType generic && isCollection(generic)) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, parts));
        }
        if (!(type instanceof Class<?> part) || !part.getName().startsWith(OWN) || !parts.add(part)) {
            return;
        }
        if (part.isSealed()) {
            Arrays.stream(part.getPermittedSubclasses()).forEach(variant -> collect(variant, parts));
        }
        if (part.isRecord()) {
            Arrays.stream(part.getRecordComponents())
                    .map(RecordComponent::getGenericType)
                    .forEach(component -> collect(component, parts));
        }
    }

    /** A {@code Ref<Pod>} holds no pod. */
    private static boolean isCollection(ParameterizedType generic) {
        return !generic.getRawType().getTypeName().startsWith(OWN);
    }

    /** A generated class with a list or a map; of a text it shows more than a name may have. */
    private static boolean showsOnlyABeginning(Class<?> type) {
        return type.getSimpleName().startsWith("Immutable")
                && Arrays.stream(type.getDeclaredFields())
                        .map(Field::getType)
                        .anyMatch(held -> Collection.class.isAssignableFrom(held) || held == Map.class);
    }
}
