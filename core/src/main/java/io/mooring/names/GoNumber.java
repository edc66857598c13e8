package io.mooring.names;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whole numbers as Go's {@code strconv.Atoi} reads them. */
public final class GoNumber {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+");

    private GoNumber() {}

    /** The number; empty if the text is none, or none of 64 bits. */
    public static OptionalLong parse(String text) {
        return problem(text).isEmpty() ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }

    /** What Go says of a text that is no number of 64 bits. */
    public static Optional<String> problem(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.of(problem(text, "invalid syntax"));
        }
        try {
            Long.parseLong(text);
            return Optional.empty();
        } catch (NumberFormatException outOfRange) {
            return Optional.of(problem(text, "value out of range"));
        }
    }

    private static String problem(String text, String why) {
        return "strconv.Atoi: parsing " + GoText.quoted(text) + ": " + why;
    }
}
