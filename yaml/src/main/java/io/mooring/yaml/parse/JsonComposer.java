package io.mooring.yaml.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeGraph;
import io.mooring.yaml.node.YamlNode;
import io.mooring.yaml.text.Excerpt;
import io.mooring.yaml.text.Unicode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Composes the nodes of JSON values, one value after the other, from Jackson's tokens. */
public final class JsonComposer implements AutoCloseable {
    /** Digits of a number, those of the exponent included. */
    private static final int NUMBER_LENGTH = 1000;

    private static final String ITEMS = "items";

    private final JsonParser tokens;
    private final Budget budget;
    private boolean isSkippingItems;

    public JsonComposer(String text, Budget budget) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(budget.allowedDepth() + 1)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxNumberLength(NUMBER_LENGTH)
                .build();
        this.tokens = open(text, constraints);
        this.budget = budget;
    }

    private static JsonParser open(String text, StreamReadConstraints constraints) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
        try {
            return factory.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The nodes of the next value; empty at the end of the text.
     *
     * @throws DocumentRefusal if it is not JSON, or beyond the limits
     */
    public Optional<NodeGraph> next() {
        return composed(() -> {
            JsonToken token = tokens.nextToken();
            return token == null ? Optional.empty() : Optional.of(new NodeGraph(node(token, 1), Set.of()));
        });
    }

    /** What reads tokens. */
    private interface Composition<T> {
        T compose() throws IOException;
    }

    private static <T> T composed(Composition<T> composition) {
        try {
            return composition.compose();
        } catch (JsonProcessingException e) {
            LineColumn at = e.getLocation() == null ? LineColumn.UNKNOWN : position(e.getLocation());
            String reason = Excerpt.of(SyntaxReason.of(e.getOriginalMessage()));
            throw e instanceof JsonEOFException
                    ? DocumentRefusal.brokenOffJson(reason, at)
                    : DocumentRefusal.notJson(reason, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The nodes of the first value; if it is an object with a list of {@code items}, an empty list is in their place.
     *
     * @throws DocumentRefusal if it is not JSON, or beyond the limits
     */
    public Optional<NodeGraph> nextWithoutItems() {
        isSkippingItems = true;
        return next();
    }

    /**
     * Goes to the items of the first value; false if it has none.
     *
     * @throws DocumentRefusal if it is not JSON
     */
    public boolean enterItems() {
        return composed(() -> {
            if (tokens.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (tokens.nextToken() == JsonToken.FIELD_NAME) {
                boolean isItems = tokens.currentName().equals(ITEMS);
                if (tokens.nextToken() == JsonToken.START_ARRAY && isItems) {
                    return true;
                }
                tokens.skipChildren();
            }
            return false;
        });
    }

    /**
     * The nodes of the next item; empty after the last.
     *
     * @throws DocumentRefusal if it is not JSON, or beyond the limits
     */
    public Optional<NodeGraph> nextItem() {
        return composed(() -> {
            JsonToken token = nextWithin();
            return token == JsonToken.END_ARRAY
                    ? Optional.empty()
                    : Optional.of(new NodeGraph(node(token, 1), Set.of()));
        });
    }

    /**
     * Goes to the end of the value that was entered; false if the text ends before it.
     *
     * @throws DocumentRefusal if it is not JSON
     */
    public boolean leaveValue() {
        return composed(() -> {
            while (!tokens.getParsingContext().inRoot()) {
                if (tokens.nextToken() == null) {
                    return false;
                }
            }
            return true;
        });
    }

    @Override
    public void close() {
        try {
            tokens.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LineColumn position(JsonLocation location) {
        return new LineColumn(location.getLineNr(), location.getColumnNr());
    }

    private YamlNode node(JsonToken token, int depth) throws IOException {
        LineColumn start = position(tokens.currentTokenLocation());
        budget.spendNodes(1, start);
        if (token.isScalarValue()) {
            budget.checkScalar(tokens.getText(), start);
            return new YamlNode.Literal(scalar(token), start);
        }
        budget.checkDepth(depth, start);
        return token == JsonToken.START_ARRAY ? sequence(start, depth) : mapping(start, depth);
    }

    private JsonValue scalar(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> new JsonString(budget.shared(Unicode.replaceLoneSurrogates(tokens.getText())));
            case VALUE_TRUE -> JsonBool.TRUE;
            case VALUE_FALSE -> JsonBool.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> new JsonNumber(tokens.getText());
        };
    }

    private YamlNode sequence(LineColumn start, int depth) throws IOException {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken next = nextWithin(); next != JsonToken.END_ARRAY; next = nextWithin()) {
            items.add(node(next, depth + 1));
        }
        return new YamlNode.Sequence(items, start);
    }

    private YamlNode mapping(LineColumn start, int depth) throws IOException {
        List<YamlNode.Entry> entries = new ArrayList<>();
        while (nextWithin() != JsonToken.END_OBJECT) {
            LineColumn at = position(tokens.currentTokenLocation());
            budget.spendNodes(1, at);
            YamlNode key = new YamlNode.Literal(
                    new JsonString(budget.shared(Unicode.replaceLoneSurrogates(tokens.currentName()))), at);
            boolean isSkipped =
                    isSkippingItems && depth == 1 && tokens.currentName().equals(ITEMS);
            JsonToken value = nextWithin();
            entries.add(new YamlNode.Entry(key, isSkipped ? skipped(value) : node(value, depth + 1)));
        }
        return new YamlNode.Mapping(entries, start);
    }

    /** Anything but a list is as it is. */
    private YamlNode skipped(JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            return node(token, 2);
        }
        LineColumn start = position(tokens.currentTokenLocation());
        tokens.skipChildren();
        return new YamlNode.Sequence(List.of(), start);
    }

    /** The next token of a value; a text that ends within a value has been refused by Jackson. */
    private JsonToken nextWithin() throws IOException {
        @Nullable JsonToken token = tokens.nextToken();
        if (token == null) {
            throw new IllegalStateException("the parser ended within a value");
        }
        return token;
    }
}
