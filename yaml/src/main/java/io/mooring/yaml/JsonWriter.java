package io.mooring.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Trees to indented JSON text. */
final class JsonWriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonWriter() {}

    static String write(List<JsonObject> trees) {
        return write(trees.size() == 1 ? trees.get(0) : list(trees));
    }

    private static JsonObject list(List<JsonObject> trees) {
        return JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "List")
                .put("items", new JsonArray(List.copyOf(trees)))
                .build();
    }

    private static String write(JsonObject tree) {
        StringWriter out = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try (JsonGenerator json = FACTORY.createGenerator(out).setPrettyPrinter(printer)) {
            value(tree, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append('\n').toString();
    }

    private static void value(JsonValue value, JsonGenerator json) throws IOException {
        if (value instanceof JsonObject object) {
            object(object, json);
        } else if (value instanceof JsonArray array) {
            json.writeStartArray();
            for (JsonValue item : array.items()) {
                value(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof JsonString string) {
            json.writeString(Utf16.repaired(string.value()));
        } else if (value instanceof JsonNumber number) {
            json.writeNumber(number.text());
        } else if (value == JsonNull.NULL) {
            json.writeNull();
        } else {
            json.writeBoolean(value == JsonBool.TRUE);
        }
    }

    private static void object(JsonObject object, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
            json.writeFieldName(Utf16.repaired(field.getKey()));
            value(field.getValue(), json);
        }
        json.writeEndObject();
    }
}
