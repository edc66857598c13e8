package io.mooring.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the nodes of JSON values, one after the other, from the parser's tokens. */
final class JsonComposer implements AutoCloseable {
    /** Digits in a number, those of the exponent included. */
    private static final int NUMBER_LENGTH = 1000;

    private final JsonParser tokens;
    private final Budget budget;
    private Place place;

    JsonComposer(String text, Budget budget) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(budget.limits().depth() + 1)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxNumberLength(NUMBER_LENGTH)
                .build();
        this.tokens = open(text, constraints);
        this.place = Place.of("", 0);
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
     * The next value's nodes; empty at the end of the text.
     *
     * @throws Refusal if it is no JSON or beyond the limits
     */
    Optional<Composed> next(Place place) {
        this.place = place;
        try {
            JsonToken token = tokens.nextToken();
            return token == null ? Optional.empty() : Optional.of(new Composed(node(token, 1), Set.of()));
        } catch (JsonProcessingException e) {
            Place where = e.getLocation() == null ? place : place.at(position(e.getLocation()));
            throw new Refusal(new Problem.Syntax(where, "JSON", Shortened.text(e.getOriginalMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            tokens.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Position position(JsonLocation location) {
        return new Position(location.getLineNr(), location.getColumnNr());
    }

    private Node node(JsonToken token, int depth) throws IOException {
        Position start = position(tokens.currentTokenLocation());
        budget.spendNodes(1, place, start);
        if (token.isScalarValue()) {
            budget.checkScalar(tokens.getText(), place, start);
            return new Node.Literal(scalar(token), start);
        }
        budget.checkDepth(depth, place, start);
        return token == JsonToken.START_ARRAY ? array(start, depth) : object(start, depth);
    }

    private JsonValue scalar(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> new JsonString(Utf16.repaired(tokens.getText()));
            case VALUE_TRUE -> JsonBool.TRUE;
            case VALUE_FALSE -> JsonBool.FALSE;
            case VALUE_NULL -> JsonNull.NULL;
            default -> new JsonNumber(tokens.getText());
        };
    }

    private Node array(Position start, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken next = value(); next != JsonToken.END_ARRAY; next = value()) {
            items.add(node(next, depth + 1));
        }
        return new Node.Sequence(items, start);
    }

    private Node object(Position start, int depth) throws IOException {
        List<Node.Entry> entries = new ArrayList<>();
        while (value() != JsonToken.END_OBJECT) {
            Position at = position(tokens.currentTokenLocation());
            budget.spendNodes(1, place, at);
            Node key = new Node.Literal(new JsonString(Utf16.repaired(tokens.currentName())), at);
            entries.add(new Node.Entry(key, node(value(), depth + 1)));
        }
        return new Node.Mapping(entries, start);
    }

    /** The next token; the parser itself refuses a text that ends within a value. */
    private JsonToken value() throws IOException {
        @Nullable JsonToken token = tokens.nextToken();
        if (token == null) {
            throw new IllegalStateException("the parser ended within a value");
        }
        return token;
    }
}
