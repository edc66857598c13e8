package io.mooring.schema;

import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormatException;
import io.mooring.tree.DecodingProblem;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An amount, as text or as a number. */
record QuantityType() implements Type<Quantity> {
    @Override
    public Quantity zero() {
        return Quantity.ZERO;
    }

    @Override
    public String typeName() {
        return "a quantity";
    }

    @Override
    public Optional<Quantity> read(JsonValue json, FieldPath path, List<DecodingProblem> problems) {
        if (json == JsonNull.NULL) {
            return Optional.of(Quantity.ZERO);
        }
        // Upstream hands any JSON to the parser as text, so true, [] and {} are bad quantities and not wrong types.
        String text = json instanceof JsonString string ? string.value() : json.toJson();
        try {
            return Optional.of(Quantity.decode(text));
        } catch (QuantityFormatException e) {
            String suggestions = String.join(" or ", e.problem().suggestions());
            problems.add(new DecodingProblem.BadText(
                    path,
                    text,
                    e.upstreamMessage(),
                    suggestions.isEmpty() ? Optional.empty() : Optional.of("did you mean " + suggestions + "?")));
            return Optional.empty();
        }
    }

    /** What has no suffix that is large enough is written so that nothing of it is lost. */
    @Override
    public JsonValue write(Quantity value) {
        return new JsonString(value.toExactString());
    }

    @Override
    public boolean hasAmounts() {
        return true;
    }

    @Override
    public Quantity withAmounts(Quantity value, UnaryOperator<Quantity> change) {
        return change.apply(value);
    }
}
