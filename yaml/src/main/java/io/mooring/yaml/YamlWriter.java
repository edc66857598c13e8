package io.mooring.yaml;

import io.mooring.tree.JsonArray;
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
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.emitter.Emitter;
import org.yaml.snakeyaml.events.DocumentEndEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ImplicitTuple;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.events.StreamEndEvent;
import org.yaml.snakeyaml.events.StreamStartEvent;

/** Trees to YAML text in block style, a document each. */
final class YamlWriter {
    private static final Pattern WORD =
            Pattern.compile("y|yes|n|no|true|false|on|off|null|nan|inf|infinity", Pattern.CASE_INSENSITIVE);
    private static final ImplicitTuple NO_TAG = new ImplicitTuple(true, true);
    /** Beyond this a key would be written with {@code ?}. */
    private static final int WIDTH = Integer.MAX_VALUE / 4;

    private final Emitter emitter;

    private YamlWriter(Emitter emitter) {
        this.emitter = emitter;
    }

    static String write(List<JsonObject> trees) {
        DumperOptions options = new DumperOptions();
        options.setSplitLines(false);
        options.setWidth(WIDTH);
        StringWriter out = new StringWriter();
        try {
            new YamlWriter(new Emitter(out, options)).documents(trees);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private void documents(List<JsonObject> trees) throws IOException {
        emit(new StreamStartEvent(null, null));
        boolean isFirst = true;
        for (JsonObject tree : trees) {
            emit(new DocumentStartEvent(null, null, !isFirst, null, Map.of()));
            value(tree);
            emit(new DocumentEndEvent(null, null, false));
            isFirst = false;
        }
        emit(new StreamEndEvent(null, null));
    }

    private void value(JsonValue value) throws IOException {
        if (value instanceof JsonObject object) {
            object(object);
        } else if (value instanceof JsonArray array) {
            emit(new SequenceStartEvent(
                    null, null, true, null, null, style(array.items().isEmpty())));
            for (JsonValue item : array.items()) {
                value(item);
            }
            emit(new SequenceEndEvent(null, null));
        } else if (value instanceof JsonString string) {
            text(Utf16.repaired(string.value()));
        } else {
            scalar(value.toJson(), ScalarStyle.PLAIN);
        }
    }

    private void object(JsonObject object) throws IOException {
        emit(new MappingStartEvent(null, null, true, null, null, style(object.isEmpty())));
        for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
            text(Utf16.repaired(field.getKey()));
            value(field.getValue());
        }
        emit(new MappingEndEvent(null, null));
    }

    private static FlowStyle style(boolean isEmpty) {
        return isEmpty ? FlowStyle.FLOW : FlowStyle.BLOCK;
    }

    private void text(String text) throws IOException {
        boolean isPlain = isName(text) && !WORD.matcher(text).matches();
        scalar(text, isPlain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
    }

    /**
     * Text that no reader takes for anything but text, reserved words aside: it begins with a letter and has only letters,
     * digits and what stands in names, paths and images. Everything else goes in quotes.
     */
    private static boolean isName(String text) {
        if (text.isEmpty() || !(isLetter(text.charAt(0)) || text.charAt(0) == '/')) {
            return false;
        }
        return text.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || "/_.-:".indexOf(c) >= 0)
                && !text.endsWith(":");
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void scalar(String text, ScalarStyle style) throws IOException {
        emit(new ScalarEvent(null, null, NO_TAG, text, null, null, style));
    }

    private void emit(Event event) throws IOException {
        emitter.emit(event);
    }
}
