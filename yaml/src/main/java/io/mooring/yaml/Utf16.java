package io.mooring.yaml;

/** Text that is to become UTF-8. */
final class Utf16 {
    private Utf16() {}

    /** The text with each half of a pair that stands alone replaced by U+FFFD, as Go's JSON reader does. */
    static String repaired(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
