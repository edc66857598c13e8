package io.mooring.admission.workload;

import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.Checks;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;

/** A number of pods, or a percentage of all. */
public final class NumberOrPercentage {
    /** Models {@code ValidatePositiveIntOrPercent}. */
    public static final Check<JsonValue> EITHER = (value, at) -> {
        if (value instanceof JsonString text) {
            if (!isPercentage(text.value())) {
                at.invalid(
                        BadValue.ofTyped(text.value()),
                        "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or"
                                + " '93%', regex used for validation is '[0-9]+%')");
            }
        } else {
            Checks.nonNegative().check(whole(value), at);
        }
    };

    /** Models {@code IsNotMoreThan100Percent}. */
    public static final Check<JsonValue> NOT_MORE_THAN_ALL = (value, at) -> {
        if (value instanceof JsonString text && isPercentage(text.value()) && amount(value) > 100) {
            at.invalid(printed(value), "must not be greater than 100%");
        }
    };

    private NumberOrPercentage() {}

    /** Whether it is none, in number or percentage. Models {@code getIntOrPercentValue}, which reads other text as 0. */
    public static boolean isNone(JsonValue value) {
        return amount(value) == 0;
    }

    /** As the API server prints it. */
    public static BadValue printed(JsonValue value) {
        return value instanceof JsonString text ? BadValue.ofTyped(text.value()) : BadValue.of(whole(value));
    }

    private static boolean isPercentage(String text) {
        return text.matches("[0-9]+%");
    }

    private static long amount(JsonValue value) {
        if (!(value instanceof JsonString text)) {
            return whole(value);
        }
        String digits = isPercentage(text.value())
                ? text.value().substring(0, text.value().length() - 1)
                : text.value();
        return new JsonNumber(digits).toLong().orElse(0);
    }

    private static long whole(JsonValue value) {
        return value instanceof JsonNumber number ? number.toLong().orElse(0) : 0;
    }
}
