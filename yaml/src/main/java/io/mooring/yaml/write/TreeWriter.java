package io.mooring.yaml.write;

import com.fasterxml.jackson.core.JsonGenerator;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.text.Unicode;
import java.io.IOException;
import java.util.Map;

/** Writes a tree as the events of one of Jackson's generators. */
final class TreeWriter {
    private final JsonGenerator generator;
    private final ScalarWriter strings;
    private final ScalarWriter numbers;
    private final FieldOrder order;

    /** How the format writes text, or a number. */
    interface ScalarWriter {
        void write(String text) throws IOException;
    }

    TreeWriter(JsonGenerator generator, ScalarWriter strings, ScalarWriter numbers, FieldOrder order) {
        this.generator = generator;
        this.strings = strings;
        this.numbers = numbers;
        this.order = order;
    }

    void write(JsonValue value) throws IOException {
        if (value instanceof JsonObject object) {
            writeObject(object);
        } else if (value instanceof JsonArray array) {
            writeArray(array);
        } else if (value instanceof JsonString string) {
            strings.write(Unicode.replaceLoneSurrogates(string.value()));
        } else if (value instanceof JsonNumber number) {
            numbers.write(number.text());
        } else if (value == JsonNull.NULL) {
            generator.writeNull();
        } else {
            generator.writeBoolean(value == JsonBool.TRUE);
        }
    }

    private void writeObject(JsonObject object) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, JsonValue> field : order.of(object).entrySet()) {
            generator.writeFieldName(Unicode.replaceLoneSurrogates(field.getKey()));
            write(field.getValue());
        }
        generator.writeEndObject();
    }

    private void writeArray(JsonArray array) throws IOException {
        generator.writeStartArray();
        for (JsonValue item : array.items()) {
            write(item);
        }
        generator.writeEndArray();
    }
}
