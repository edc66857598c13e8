package io.mooring.yaml.parse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Composes JSON values, one value after the other, from Jackson's tokens. Where the fields of a value stand is kept, and where the items
 * of a list of objects begin; what lies deeper is located when somebody asks ({@link JsonPlaces}).
 */
public final class JsonComposer implements AutoCloseable {
    private static final String ITEMS = "items";
    /** Of what is refused: where the tokens are, which is found out only then. */
    private static final LineColumn HERE = LineColumn.UNKNOWN;

    private final String text;
    private final JsonTokens tokens;
    private final Budget budget;
    private final OpenFields open = new OpenFields();
    private final OpenPath path = new OpenPath();
    private final WritingCost cost;
    private List<ComposedJson.Duplicate> duplicates = new ArrayList<>();
    private boolean isSkippingItems;

    public JsonComposer(String text, Budget budget) {
        this.text = text;
        this.tokens = JsonTokens.of(text, budget.allowedDepth());
        this.budget = budget;
        this.cost = new WritingCost(budget);
    }

    /**
     * The next value; empty at the end of the text.
     *
     * @throws DocumentRefusal if it is not JSON, or beyond the limits
     */
    public Optional<ComposedJson> next() {
        return composed(() -> {
            JsonToken token = tokens.next();
            return token == null ? Optional.empty() : Optional.of(document(token));
        });
    }

    /** What reads tokens. */
    private interface Composition<T> {
        T compose() throws IOException;
    }

    private <T> T composed(Composition<T> composition) {
        try {
            return composition.compose();
        } catch (JsonProcessingException e) {
            LineColumn at = e.getLocation() == null ? LineColumn.UNKNOWN : JsonTokens.position(e.getLocation());
            String reason = Excerpt.of(SyntaxReason.of(e.getOriginalMessage()));
            throw e instanceof JsonEOFException
                    ? DocumentRefusal.brokenOffJson(reason, at)
                    : DocumentRefusal.notJson(reason, at);
        } catch (DocumentRefusal refusal) {
            throw refusal.orAt(tokens.position());
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
            if (tokens.next() != JsonToken.START_OBJECT) {
                return false;
            }
            while (tokens.next() == JsonToken.FIELD_NAME) {
                boolean isItems = tokens.name().equals(ITEMS);
                if (tokens.next() == JsonToken.START_ARRAY && isItems) {
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
            JsonToken token = tokens.nextWithin();
            return token == JsonToken.END_ARRAY ? Optional.empty() : Optional.of(item(token));
        });
    }

    /**
     * Goes to the end of the value that was entered; false if the text ends before it.
     *
     * @throws DocumentRefusal if it is not JSON
     */
    public boolean leaveValue() {
        return composed(() -> {
            while (!tokens.areOutside()) {
                if (tokens.next() == null) {
                    return false;
                }
            }
            return true;
        });
    }

    @Override
    public void close() {
        tokens.close();
    }

    private ComposedJson document(JsonToken first) throws IOException {
        begin();
        return new ComposedJson(first == JsonToken.START_OBJECT ? root() : located(first, 1), duplicates);
    }

    private ComposedJson item(JsonToken first) throws IOException {
        begin();
        return new ComposedJson(located(first, 1), duplicates);
    }

    private void begin() {
        duplicates = new ArrayList<>(0);
        open.clear();
        path.clear();
    }

    private LocatedValue root() throws IOException {
        LineColumn start = tokens.position();
        payCollection(1);
        OpenFields.Open fields = open.begin();
        while (tokens.nextWithin() != JsonToken.END_OBJECT) {
            LineColumn at = tokens.position();
            String name = name();
            JsonToken token = tokens.nextWithin();
            path.enter(name);
            LocatedValue value = token == JsonToken.START_ARRAY && name.equals(ITEMS) ? items() : located(token, 2);
            path.leave();
            if (!fields.put(name, at, value)) {
                duplicates.add(new ComposedJson.Duplicate(path.pathOf(name), at));
            }
        }
        return fields.close(start);
    }

    private LocatedValue items() throws IOException {
        LineColumn start = tokens.position();
        if (isSkippingItems) {
            tokens.skipChildren();
            return LocatedValue.list(List.of(), start);
        }
        payCollection(2);
        List<LocatedValue> items = new ArrayList<>();
        for (JsonToken next = tokens.nextWithin(); next != JsonToken.END_ARRAY; next = tokens.nextWithin()) {
            long before = cost.written();
            path.enter(items.size());
            LocatedValue item = located(next, 3);
            path.leave();
            cost.payItem(item.value(), before, item.start());
            items.add(item);
        }
        return LocatedValue.list(items, start);
    }

    /** What has a field twice is not what its text says, and is located at once. */
    private LocatedValue located(JsonToken token, int depth) throws IOException {
        LineColumn start = tokens.position();
        if (token.isScalarValue()) {
            return LocatedValue.scalar(value(token, depth), start);
        }
        JsonPlaces places = new JsonPlaces(text, tokens.offset(), start);
        int before = duplicates.size();
        JsonValue value = value(token, depth);
        return duplicates.size() == before ? LocatedValue.later(value, start, places) : places.get();
    }

    private JsonValue value(JsonToken token, int depth) throws IOException {
        if (token.isScalarValue()) {
            budget.spendNodes(1, HERE);
            budget.checkScalar(tokens.text(), HERE);
            JsonValue value = tokens.scalar(token, budget::shared);
            cost.payScalar(value, depth, HERE);
            return value;
        }
        payCollection(depth);
        return token == JsonToken.START_ARRAY ? list(depth) : object(depth);
    }

    private void payCollection(int depth) {
        budget.spendNodes(1, HERE);
        budget.checkDepth(depth, HERE);
        cost.payCollection(depth, HERE);
    }

    private JsonArray list(int depth) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken next = tokens.nextWithin(); next != JsonToken.END_ARRAY; next = tokens.nextWithin()) {
            LineColumn start = next == JsonToken.START_OBJECT ? tokens.position() : HERE;
            long before = cost.written();
            path.enter(items.size());
            JsonValue item = value(next, depth + 1);
            path.leave();
            cost.payItem(item, before, start);
            items.add(item);
        }
        return new JsonArray(items);
    }

    private JsonObject object(int depth) throws IOException {
        JsonObject.Builder fields = JsonObject.builder();
        while (tokens.nextWithin() != JsonToken.END_OBJECT) {
            String name = name();
            boolean isDuplicate = fields.has(name);
            LineColumn at = isDuplicate ? tokens.position() : HERE;
            JsonToken token = tokens.nextWithin();
            path.enter(name);
            fields.put(name, value(token, depth + 1));
            path.leave();
            if (isDuplicate) {
                duplicates.add(new ComposedJson.Duplicate(path.pathOf(name), at));
            }
        }
        return fields.build();
    }

    private String name() throws IOException {
        budget.spendNodes(1, HERE);
        String name = budget.shared(tokens.name()).value();
        budget.checkKey(name, HERE);
        cost.payName(name, HERE);
        return name;
    }
}
