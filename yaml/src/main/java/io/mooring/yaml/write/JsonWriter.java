package io.mooring.yaml.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.mooring.names.Visible;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes trees as indented JSON. */
public final class JsonWriter {
    private static final JsonFactory FACTORY = JsonFactory.builder().build().setCharacterEscapes(new EscapesForYaml());
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private JsonWriter() {}

    /** One tree as itself; none or several as the items of a {@code kind: List}. */
    public static String write(List<JsonObject> trees) {
        return write(trees.size() == 1 ? trees.get(0) : list(trees), FieldOrder.ALPHABETICAL);
    }

    private static JsonObject list(List<JsonObject> trees) {
        return JsonObject.builder()
                .put("apiVersion", "v1")
                .put("kind", "List")
                .put("items", new JsonArray(List.copyOf(trees)))
                .build();
    }

    /** One tree as itself. */
    public static String write(JsonObject tree, FieldOrder order) {
        StringWriter out = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(INDENTER);
        printer.indentArraysWith(INDENTER);
        try (JsonGenerator generator = FACTORY.createGenerator(out).setPrettyPrinter(printer)) {
            new TreeWriter(generator, generator::writeString, generator::writeNumber, order).write(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Visible.lines(out.append('\n').toString());
    }
}
