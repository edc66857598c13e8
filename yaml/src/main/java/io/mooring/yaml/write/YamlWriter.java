package io.mooring.yaml.write;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import io.mooring.names.Visible;
import io.mooring.tree.JsonObject;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;

/** Writes trees as YAML in block style. */
public final class YamlWriter {
    private static final String NEGATIVE_ZERO = "-0";
    private static final StringQuotingChecker QUOTING = new QuotesAllButNames();

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .dumperOptions(layout())
            .stringQuotingChecker(QUOTING)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private YamlWriter() {}

    /** A document for each tree; empty if there is none. */
    public static String write(List<JsonObject> trees) {
        return write(trees, FieldOrder.ALPHABETICAL);
    }

    /** A document for each tree; empty if there is none. */
    public static String write(List<JsonObject> trees, FieldOrder order) {
        if (trees.isEmpty()) {
            return "";
        }
        StringWriter out = new StringWriter();
        try (YAMLGenerator generator = FACTORY.createGenerator(out)) {
            TreeWriter writer = new TreeWriter(
                    generator, text -> writeString(text, generator), text -> writeNumber(text, generator), order);
            for (JsonObject tree : trees) {
                writer.write(tree);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Visible.lines(out.toString());
    }

    /** No line is broken: SnakeYAML would write a key that does not fit its line with a question mark. */
    private static DumperOptions layout() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE / 4);
        return options;
    }

    /** YAML reads {@code -0} as the whole number 0, which has no sign. */
    private static void writeNumber(String text, YAMLGenerator generator) throws IOException {
        generator.writeNumber(text.equals(NEGATIVE_ZERO) ? NEGATIVE_ZERO + ".0" : text);
    }

    /** In quotes or plain, but never as a block, which does not keep every text. */
    private static void writeString(String text, YAMLGenerator generator) throws IOException {
        generator.configure(YAMLGenerator.Feature.MINIMIZE_QUOTES, !QUOTING.needToQuoteValue(text));
        generator.writeString(text);
    }

    /**
     * Leaves without quotes only what every reader of YAML takes for text: what begins with a letter or a slash, has only
     * letters, digits and the characters of names, paths and images, and is no reserved word.
     */
    private static final class QuotesAllButNames extends StringQuotingChecker {
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
