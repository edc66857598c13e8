package io.mooring.names;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A text that is a whole number of 64 bits, written in one way only. Models {@code content.IsDecimalInteger} with {@code ParseInt}. */
public final class DecimalInteger {
    private static final String CANONICAL = "0|-?[1-9][0-9]*";
    private static final String NOT_CANONICAL = "must be a valid decimal integer in canonical form";

    private DecimalInteger() {}

    /** The number; empty if the text is none. */
    public static OptionalLong parse(String text) {
        return text.matches(CANONICAL) ? number(text) : OptionalLong.empty();
    }

    private static OptionalLong number(String digits) {
        try {
            return OptionalLong.of(Long.parseLong(digits));
        } catch (NumberFormatException beyondLong) {
            return OptionalLong.empty();
        }
    }

    /** What is wrong with the text: first its form, then what Go says of it. */
    public static List<String> problems(String text) {
        List<String> problems = new ArrayList<>();
        if (text.isEmpty()) {
            problems.add("must be non-empty");
        } else if (!text.matches(CANONICAL)) {
            problems.add(NOT_CANONICAL);
        }
        String go = "strconv.ParseInt: parsing " + GoText.quoted(text) + ": ";
        if (!text.matches("[-+]?[0-9]+")) {
            problems.add(go + "invalid syntax");
        } else if (number(text).isEmpty()) {
            problems.add(go + "value out of range");
        }
        return List.copyOf(problems);
    }
}
