package io.mooring.names;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import java.io.InvalidObjectException;
import java.io.Serializable;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an exception is about, so that it can be serialized with the exception: records, lists, optionals, paths and trees of them are
 * not serializable by themselves.
 *
 * <p>The forms hold arrays, because a {@link List} is not known to be serializable; they are never compared.
 */
@SuppressWarnings("ArrayRecordComponent")
public sealed interface SerialForm extends Serializable {
    /**
     * What it was made of.
     *
     * @throws InvalidObjectException if it cannot have been made
     */
    Object value() throws InvalidObjectException;

    /** The form of a record, a list, an optional, a path, a tree, or anything serializable. */
    static SerialForm of(Object value) {
        if (value instanceof Optional<?> optional) {
            return new OfOptional(optional.stream().map(SerialForm::of).toArray(SerialForm[]::new));
        }
        if (value instanceof List<?> list) {
            return new OfList(all(list));
        }
        if (value instanceof FieldPath path) {
            return new OfPath(all(path.segments()));
        }
        if (value instanceof JsonArray array) {
            return new OfArray(all(array.items()));
        }
        if (value instanceof JsonObject object) {
            return new OfObject(
                    object.fields().keySet().toArray(String[]::new),
                    all(List.copyOf(object.fields().values())));
        }
        if (value instanceof Record parts) {
            return new OfRecord(parts.getClass(), parts(parts));
        }
        return new Itself((Serializable) value);
    }

    private static SerialForm[] all(List<?> values) {
        return values.stream().map(SerialForm::of).toArray(SerialForm[]::new);
    }

    private static SerialForm[] parts(Record value) {
        return Arrays.stream(value.getClass().getRecordComponents())
                .map(component -> of(part(value, component)))
                .toArray(SerialForm[]::new);
    }

    private static Object part(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record of a public type: " + value.getClass(), e);
        }
    }

    private static Object[] values(SerialForm[] forms) throws InvalidObjectException {
        Object[] values = new Object[forms.length];
        for (int i = 0; i < forms.length; i++) {
            values[i] = forms[i].value();
        }
        return values;
    }

    /** Serializable as it is. */
    record Itself(Serializable value) implements SerialForm {}

    /** None or one. */
    record OfOptional(SerialForm... parts) implements SerialForm {
        @Override
        public Object value() throws InvalidObjectException {
            return Arrays.stream(values(parts)).findFirst();
        }
    }

    /** In order. */
    record OfList(SerialForm... parts) implements SerialForm {
        @Override
        public Object value() throws InvalidObjectException {
            return List.of(values(parts));
        }
    }

    /** Step by step. */
    record OfPath(SerialForm... parts) implements SerialForm {
        @Override
        public Object value() throws InvalidObjectException {
            FieldPath path = FieldPath.ROOT;
            for (Object segment : values(parts)) {
                path = then(path, (FieldPath.Segment) segment);
            }
            return path;
        }

        private static FieldPath then(FieldPath path, FieldPath.Segment segment) {
            if (segment instanceof FieldPath.Segment.Index index) {
                return path.index(index.index());
            }
            return segment instanceof FieldPath.Segment.Key key ? path.key(key.key()) : path.child(segment.name());
        }
    }

    /** Of JSON. */
    record OfArray(SerialForm... parts) implements SerialForm {
        @Override
        public Object value() throws InvalidObjectException {
            return new JsonArray(
                    Arrays.stream(values(parts)).map(JsonValue.class::cast).toList());
        }
    }

    /** Of JSON. */
    record OfObject(String[] names, SerialForm... parts) implements SerialForm {
        @Override
        public Object value() throws InvalidObjectException {
            Object[] values = values(parts);
            Map<String, JsonValue> fields = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                fields.put(names[i], (JsonValue) values[i]);
            }
            return JsonObject.of(fields);
        }
    }

    /** Made again by its constructor; bytes from elsewhere can make nothing but what is Mooring's. */
    record OfRecord(Class<?> type, SerialForm... parts) implements SerialForm {
        private static final String OWN = "io.mooring.";

        @Override
        public Object value() throws InvalidObjectException {
            if (!type.isRecord() || !type.getName().startsWith(OWN)) {
                throw new InvalidObjectException("no record of Mooring: " + type.getName());
            }
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            try {
                return type.getDeclaredConstructor(types).newInstance(values(parts));
            } catch (ReflectiveOperationException | IllegalArgumentException e) {
                InvalidObjectException invalid = new InvalidObjectException(type.getName());
                invalid.initCause(e);
                throw invalid;
            }
        }
    }
}
