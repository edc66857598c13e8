package io.mooring.quantity;

import org.jspecify.annotations.Nullable;

/** The suffixes that stand for a fixed factor; exponents ({@code e3}) are read by {@link AnyText}. */
enum Suffix {
    NANO("n", 10, -9),
    MICRO("u", 10, -6),
    MILLI("m", 10, -3),
    NONE("", 10, 0),
    KILO("k", 10, 3),
    MEGA("M", 10, 6),
    GIGA("G", 10, 9),
    TERA("T", 10, 12),
    PETA("P", 10, 15),
    EXA("E", 10, 18),
    KIBI("Ki", 2, 10),
    MEBI("Mi", 2, 20),
    GIBI("Gi", 2, 30),
    TEBI("Ti", 2, 40),
    PEBI("Pi", 2, 50),
    EXBI("Ei", 2, 60);

    /** That of {@code Ei}. */
    static final int LARGEST_POWER_OF_1024 = 6;

    private static final Suffix[] ALL = values();
    private static final @Nullable Suffix[] DECIMAL_BY_LETTER = byLetter(10);
    private static final @Nullable Suffix[] BINARY_BY_LETTER = byLetter(2);

    final String text;
    final int base;
    final int exponent;

    Suffix(String text, int base, int exponent) {
        this.text = text;
        this.base = base;
        this.exponent = exponent;
    }

    private static @Nullable Suffix[] byLetter(int base) {
        @Nullable Suffix[] table = new @Nullable Suffix[128];
        for (Suffix suffix : ALL) {
            if (suffix.base == base && suffix != NONE) {
                table[suffix.text.charAt(0)] = suffix;
            }
        }
        return table;
    }

    boolean isBinary() {
        return base == 2;
    }

    /** The suffix that is the whole rest of the text from this index on, or null if that is none of them. */
    static @Nullable Suffix at(String text, int index) {
        int length = text.length() - index;
        if (length == 0) {
            return NONE;
        }
        char letter = text.charAt(index);
        if (length > 2 || letter >= 128) {
            return null;
        }
        if (length == 1) {
            return DECIMAL_BY_LETTER[letter];
        }
        return text.charAt(index + 1) == 'i' ? BINARY_BY_LETTER[letter] : null;
    }

    /**
     * The text for ten to this power. Upstream has no suffix beyond {@code n} and {@code E} and then writes none, so
     * that a thousand E reads {@code 1}.
     */
    static String ofPowerOfTen(int exponent) {
        int index = MILLI.ordinal() + exponent / 3 + 1;
        return index < NANO.ordinal() || index > EXA.ordinal() ? "" : ALL[index].text;
    }

    /** The text for 1024 to this power; none beyond {@code Ei}, as for powers of ten. */
    static String ofPowerOf1024(int power) {
        return power < 1 || power > LARGEST_POWER_OF_1024 ? "" : ALL[EXA.ordinal() + power].text;
    }
}
