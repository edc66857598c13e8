package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormatException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** {@code in} text; {@code canonical}, {@code format}, {@code dec}, {@code value} and {@code milli}, or {@code error}. */
final class QuantityParsePlayer implements Player {
    private static final String REFUSED = "beyond a long";

    @Override
    public String file() {
        return "quantity-parse";
    }

    @Override
    public Optional<Difference> play(JsonNode record) {
        return Difference.between(expected(record), actual(record));
    }

    /** The record, except that upstream wraps what does not fit a long and Mooring refuses it. */
    private static JsonNode expected(JsonNode record) {
        ObjectNode expected = record.deepCopy();
        expected.remove("in");
        if (record.has("dec")) {
            BigDecimal exact = new BigDecimal(record.get("dec").textValue());
            expected.put("dec", plain(exact));
            refuseBeyondLong(expected, "value", exact);
            refuseBeyondLong(expected, "milli", exact.movePointRight(3));
        }
        return expected;
    }

    private static void refuseBeyondLong(ObjectNode expected, String field, BigDecimal exact) {
        if (exact.setScale(0, RoundingMode.UP).toBigInteger().bitLength() >= Long.SIZE) {
            expected.put(field, REFUSED);
        }
    }

    private static JsonNode actual(JsonNode record) {
        ObjectNode actual = JsonNodeFactory.instance.objectNode();
        try {
            Quantity quantity = Quantity.parse(record.get("in").textValue());
            return actual.put("canonical", quantity.toString())
                    .put("format", quantity.format().toString())
                    .put("dec", plain(quantity.toBigDecimal()))
                    .put(
                            "value",
                            longOrRefused(quantity, Quantity::toUnitsRoundedAwayFromZero, Quantity::upstreamValue))
                    .put(
                            "milli",
                            longOrRefused(
                                    quantity, Quantity::toMillisRoundedAwayFromZero, Quantity::upstreamMilliValue));
        } catch (QuantityFormatException refused) {
            return actual.put("error", refused.upstreamMessage());
        }
    }

    /** The form that refuses what does not fit a long; within, the one that has upstream's faults with negative ones. */
    private static String longOrRefused(
            Quantity quantity, ToLongFunction<Quantity> refusing, ToLongFunction<Quantity> upstream) {
        try {
            long exact = refusing.applyAsLong(quantity);
            return Long.toString(quantity.signum() < 0 ? upstream.applyAsLong(quantity) : exact);
        } catch (ArithmeticException beyondLong) {
            return REFUSED;
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
