package io.mooring.yaml.parse;

import com.fasterxml.jackson.core.JsonToken;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.located.LocatedValue;
import io.mooring.yaml.located.OpenFields;
import io.mooring.yaml.node.LineColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds where the parts of a list or an object stand, by reading its text once more: it was read before, so that there is nothing to
 * refuse in it.
 *
 * @param text with the value in it
 * @param offset how many characters stand before the value
 * @param start where it begins
 */
record JsonPlaces(String text, long offset, LineColumn start) implements Supplier<LocatedValue> {
    @Override
    public LocatedValue get() {
        try (JsonTokens tokens = JsonTokens.from(text, offset, JsonValue.MOST_DEPTH)) {
            return new Search(tokens).value(tokens.nextWithin());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Search {
        private final JsonTokens tokens;
        private final OpenFields open = new OpenFields();

        Search(JsonTokens tokens) {
            this.tokens = tokens;
        }

        LocatedValue value(JsonToken token) throws IOException {
            LineColumn at = position();
            return switch (token) {
                case START_ARRAY -> list(at);
                case START_OBJECT -> object(at);
                default -> LocatedValue.scalar(tokens.scalar(token, JsonString::new), at);
            };
        }

        /** In the text as a whole. */
        private LineColumn position() {
            LineColumn at = tokens.position();
            int column = at.line() == 1 ? start.column() + at.column() - 1 : at.column();
            return new LineColumn(start.line() + at.line() - 1, column);
        }

        private LocatedValue list(LineColumn at) throws IOException {
            List<LocatedValue> items = new ArrayList<>();
            for (JsonToken next = tokens.nextWithin(); next != JsonToken.END_ARRAY; next = tokens.nextWithin()) {
                items.add(value(next));
            }
            return LocatedValue.list(items, at);
        }

        private LocatedValue object(LineColumn at) throws IOException {
            OpenFields.Open fields = open.begin();
            while (tokens.nextWithin() != JsonToken.END_OBJECT) {
                LineColumn name = position();
                fields.put(tokens.name(), name, value(tokens.nextWithin()));
            }
            return fields.close(at);
        }
    }
}
