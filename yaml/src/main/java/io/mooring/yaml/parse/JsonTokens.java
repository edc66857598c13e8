package io.mooring.yaml.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.text.Unicode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Jackson's tokens of a text of JSON, with what they say in the words of trees. */
final class JsonTokens implements AutoCloseable {
    /** Digits of a number, those of the exponent included. */
    private static final int NUMBER_LENGTH = 1000;

    private final JsonParser parser;

    private JsonTokens(JsonParser parser) {
        this.parser = parser;
    }

    /** @param depth how many lists and objects may lie within one another */
    static JsonTokens of(String text, int depth) {
        return from(text, 0, depth);
    }

    /** Those from a place in the text on; where they stand is told as if it began there. */
    static JsonTokens from(String text, long offset, int depth) {
        try {
            StringReader reader = new StringReader(text);
            reader.skip(offset);
            return new JsonTokens(factory(depth).createParser(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonFactory factory(int depth) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(depth + 1)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxNumberLength(NUMBER_LENGTH)
                .build();
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .build();
    }

    /** The next token; null at the end of the text. */
    @Nullable
    JsonToken next() throws IOException {
        return parser.nextToken();
    }

    /** The next token of a value; a text that ends within a value has been refused by Jackson. */
    JsonToken nextWithin() throws IOException {
        @Nullable JsonToken token = parser.nextToken();
        if (token == null) {
            throw new IllegalStateException("the parser ended within a value");
        }
        return token;
    }

    /** Goes to the end of the list or the object that begins here. */
    void skipChildren() throws IOException {
        parser.skipChildren();
    }

    /** Whether this is within no value. */
    boolean areOutside() {
        return parser.getParsingContext().inRoot();
    }

    /** The name of the field that this is, or is the value of. */
    String name() throws IOException {
        return Unicode.replaceLoneSurrogates(parser.currentName());
    }

    /** The token as it is written; a text without its quotes. */
    String text() throws IOException {
        return parser.getText();
    }

    /** What a token says that has no parts; {@code string} makes values of texts. */
    JsonValue scalar(JsonToken token, Function<String, ? extends JsonValue> string) throws IOException {
        return switch (token) {
            case VALUE_STRING -> string.apply(Unicode.replaceLoneSurrogates(parser.getText()));
            case VALUE_TRUE -> JsonBool.TRUE;
            case VALUE_FALSE -> JsonBool.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> new JsonNumber(parser.getText());
        };
    }

    /** Where the token begins. */
    LineColumn position() {
        return position(parser.currentTokenLocation());
    }

    static LineColumn position(JsonLocation location) {
        return new LineColumn(location.getLineNr(), location.getColumnNr());
    }

    /** How many characters stand before the token. */
    long offset() {
        return parser.currentTokenLocation().getCharOffset();
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
