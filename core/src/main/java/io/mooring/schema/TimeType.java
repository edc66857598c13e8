package io.mooring.schema;

import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** A moment, as text. */
record TimeType() implements Type<Instant> {
    private static final String ADVICE = "write it as 2006-01-02T15:04:05Z";
    private static final Instant NONE =
            OffsetDateTime.parse("0001-01-01T00:00:00Z").toInstant();

    @Override
    public Instant zero() {
        return NONE;
    }

    @Override
    public String typeName() {
        return "a time";
    }

    @Override
    public Optional<Instant> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
        if (json == JsonNull.NULL) {
            return Optional.of(NONE);
        }
        if (!(json instanceof JsonString string)) {
            return Types.wrongType(this, json, path, problems);
        }
        try {
            return Optional.of(Rfc3339.parse(string.value()));
        } catch (DateTimeException e) {
            problems.add(new DecodingProblem.BadText(
                    path, string.value(), String.valueOf(e.getMessage()), Optional.of(ADVICE)));
            return Optional.empty();
        }
    }

    @Override
    public JsonValue write(Instant value) {
        return value.equals(NONE) ? JsonNull.NULL : new JsonString(Rfc3339.text(value));
    }
}
