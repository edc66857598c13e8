package io.mooring.binding.finding;

import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.workload.Pod;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One value of each kind of finding, whatever it is about. */
final class AnyFinding {
    private static final Map<Class<?>, Object> ANY = Map.ofEntries(
            Map.entry(String.class, "a"),
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(Quantity.class, Quantity.ZERO),
            Map.entry(Instant.class, Instant.EPOCH),
            Map.entry(Duration.class, Duration.ZERO),
            Map.entry(List.class, List.of()),
            Map.entry(Map.class, Map.of()),
            Map.entry(Optional.class, Optional.empty()),
            Map.entry(ObjectKind.class, Pod.KIND),
            Map.entry(Ref.class, Pod.KIND.ref("default", "web-0")));

    private AnyFinding() {}

    /** One of each record that the sealed type permits. */
    static <T> Stream<T> ofEach(Class<T> sealed) {
        return records(sealed).map(AnyFinding::of).map(sealed::cast);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(AnyFinding::records)
                : Stream.of(type);
    }

    private static Object of(Class<?> type) {
        if (ANY.containsKey(type)) {
            return ANY.get(type);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return records(type).findFirst().map(AnyFinding::of).orElseThrow();
        }
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(
                    Arrays.stream(types).map(AnyFinding::of).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record that can be made: " + type, e);
        }
    }
}
