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
import io.mooring.tree.JsonValue;
import io.mooring.yaml.located.ComposedJson;
import io.mooring.yaml.located.LocatedValue;
import io.mooring.yaml.located.OpenFields;
import io.mooring.yaml.located.OpenPath;
import io.mooring.yaml.located.WritingCost;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.text.Excerpt;
import io.mooring.yaml.text.Unicode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Composes JSON values with their positions, one value after the other, from Jackson's tokens. */
public final class JsonComposer implements AutoCloseable {
    /** Digits of a number, those of the exponent included. */
    private static final int NUMBER_LENGTH = 1000;

    private static final String ITEMS = "items";

    private final JsonParser tokens;
    private final Budget budget;
    private final OpenFields open = new OpenFields();
    private final OpenPath path = new OpenPath();
    private final WritingCost cost;
    private List<ComposedJson.Duplicate> duplicates = new ArrayList<>();
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
        this.cost = new WritingCost(budget);
    }

    private static JsonParser open(String text, StreamReadConstraints constraints) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(constraints)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .build();
        try {
            return factory.createParser(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The next value; empty at the end of the text.
     *
     * @throws DocumentRefusal if it is not JSON, or beyond the limits
     */
    public Optional<ComposedJson> next() {
        return composed(() -> {
            JsonToken token = tokens.nextToken();
            return token == null ? Optional.empty() : Optional.of(document(token));
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
     * The first value; if it is an object with a list of {@code items}, an empty list is in their place.
     *
     * @throws DocumentRefusal if it is not JSON, or beyond the limits
     */
    public Optional<ComposedJson> nextWithoutItems() {
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
     * The next item; empty after the last.
     *
     * @throws DocumentRefusal if it is not JSON, or beyond the limits
     */
    public Optional<ComposedJson> nextItem() {
        return composed(() -> {
            JsonToken token = nextWithin();
            return token == JsonToken.END_ARRAY ? Optional.empty() : Optional.of(document(token));
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

    private ComposedJson document(JsonToken first) throws IOException {
        duplicates = new ArrayList<>(0);
        open.clear();
        path.clear();
        return new ComposedJson(value(first, 1), duplicates);
    }

    private LocatedValue value(JsonToken token, int depth) throws IOException {
        LineColumn start = position(tokens.currentTokenLocation());
        budget.spendNodes(1, start);
        if (token.isScalarValue()) {
            budget.checkScalar(tokens.getText(), start);
            JsonValue value = scalar(token);
            cost.payScalar(value, depth, start);
            return LocatedValue.scalar(value, start);
        }
        budget.checkDepth(depth, start);
        cost.payCollection(depth, start);
        return token == JsonToken.START_ARRAY ? list(depth, start) : object(depth, start);
    }

    private JsonValue scalar(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> budget.shared(Unicode.replaceLoneSurrogates(tokens.getText()));
            case VALUE_TRUE -> JsonBool.TRUE;
            case VALUE_FALSE -> JsonBool.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> new JsonNumber(tokens.getText());
        };
    }

    private LocatedValue list(int depth, LineColumn start) throws IOException {
        List<LocatedValue> items = new ArrayList<>();
        for (JsonToken next = nextWithin(); next != JsonToken.END_ARRAY; next = nextWithin()) {
            long before = cost.written();
            path.enter(items.size());
            LocatedValue item = value(next, depth + 1);
            path.leave();
            cost.payItem(item, before);
            items.add(item);
        }
        return LocatedValue.list(items, start);
    }

    private LocatedValue object(int depth, LineColumn start) throws IOException {
        OpenFields.Open fields = open.begin();
        while (nextWithin() != JsonToken.END_OBJECT) {
            LineColumn at = position(tokens.currentTokenLocation());
            String name = name(at);
            JsonToken token = nextWithin();
            boolean isSkipped = isSkippingItems && depth == 1 && name.equals(ITEMS);
            path.enter(name);
            LocatedValue value = isSkipped ? skipped(token) : value(token, depth + 1);
            path.leave();
            if (!fields.put(name, at, value)) {
                duplicates.add(new ComposedJson.Duplicate(path.pathOf(name), at));
            }
        }
        return fields.close(start);
    }

    private String name(LineColumn at) throws IOException {
        budget.spendNodes(1, at);
        String name = budget.shared(Unicode.replaceLoneSurrogates(tokens.currentName()))
                .value();
        budget.checkKey(name, at);
        cost.payName(name, at);
        return name;
    }

    /** Anything but a list is as it is. */
    private LocatedValue skipped(JsonToken token) throws IOException {
        if (token != JsonToken.START_ARRAY) {
            return value(token, 2);
        }
        LineColumn start = position(tokens.currentTokenLocation());
        tokens.skipChildren();
        return LocatedValue.list(List.of(), start);
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
