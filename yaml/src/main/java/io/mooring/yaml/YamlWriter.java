package io.mooring.yaml;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;

/** Trees to YAML text in block style, a document each. */
final class YamlWriter {
    private static final StringQuotingChecker QUOTING = new QuotedUnlessName();

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .dumperOptions(layout())
            .stringQuotingChecker(QUOTING)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private YamlWriter() {}

    static String write(List<JsonObject> trees) {
        if (trees.isEmpty()) {
            return "";
        }
        StringWriter out = new StringWriter();
        try (YAMLGenerator generator = YAML.createGenerator(out)) {
            for (JsonObject tree : trees) {
                write(tree, generator);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Lines are as long as their text, and so are keys: a long one would be written with {@code ?}. */
    private static DumperOptions layout() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE / 4);
        return options;
    }

    private static void write(JsonValue value, YAMLGenerator generator) throws IOException {
        if (value instanceof JsonObject object) {
            generator.writeStartObject();
            for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
                generator.writeFieldName(Utf16.repaired(field.getKey()));
                write(field.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof JsonArray array) {
            generator.writeStartArray();
            for (JsonValue item : array.items()) {
                write(item, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof JsonString string) {
            writeText(Utf16.repaired(string.value()), generator);
        } else if (value instanceof JsonNumber number) {
            generator.writeNumber(number.text());
        } else if (value instanceof JsonBool bool) {
            generator.writeBoolean(bool.value());
        } else {
            generator.writeNull();
        }
    }

    /** In quotes or plain; never as a block, which not every text survives. */
    private static void writeText(String text, YAMLGenerator generator) throws IOException {
        generator.configure(YAMLGenerator.Feature.MINIMIZE_QUOTES, !QUOTING.needToQuoteValue(text));
        generator.writeString(text);
    }

    /**
     * Plain is what no reader takes for anything but text: it begins with a letter or a slash, has only letters, digits and
     * what stands in names, paths and images, and is no reserved word. Everything else goes in quotes.
     */
    private static final class QuotedUnlessName extends StringQuotingChecker {
        private static final long serialVersionUID = 1L;

        private static final Pattern NAME = Pattern.compile("[a-zA-Z/](?:[a-zA-Z0-9/_.:-]*[a-zA-Z0-9/_.-])?");
        private static final Pattern WORD =
                Pattern.compile("y|yes|n|no|true|false|on|off|null|nan|inf|infinity", Pattern.CASE_INSENSITIVE);

        @Override
        public boolean needToQuoteName(String name) {
            return !NAME.matcher(name).matches() || WORD.matcher(name).matches();
        }

        @Override
        public boolean needToQuoteValue(String value) {
            return needToQuoteName(value);
        }
    }
}
