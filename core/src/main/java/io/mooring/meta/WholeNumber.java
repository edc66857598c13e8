package io.mooring.meta;

import java.util.OptionalLong;

/** A number as Go's {@code strconv.ParseInt(text, 10, 64)} reads it: an optional sign and ASCII digits. */
final class WholeNumber {
    private WholeNumber() {}

    static OptionalLong parse(String text) {
        boolean hasSign = text.startsWith("-") || text.startsWith("+");
        if (text.length() == (hasSign ? 1 : 0)) {
            return OptionalLong.empty();
        }
        boolean isNegative = text.startsWith("-");
        long negated = 0;
        for (int i = hasSign ? 1 : 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || negated < (Long.MIN_VALUE + digit) / 10) {
                return OptionalLong.empty();
            }
            negated = negated * 10 - digit;
        }
        boolean overflows = !isNegative && negated == Long.MIN_VALUE;
        return overflows ? OptionalLong.empty() : OptionalLong.of(isNegative ? negated : -negated);
    }
}
