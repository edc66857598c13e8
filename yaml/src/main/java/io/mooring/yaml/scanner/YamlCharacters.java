package io.mooring.yaml.scanner;

/** Classes of characters that the scanner asks for. */
final class YamlCharacters {
    private static final char NEXT_LINE = '\u0085';
    private static final char LINE_SEPARATOR = '\u2028';
    private static final char PARAGRAPH_SEPARATOR = '\u2029';

    private YamlCharacters() {}

    static boolean isBlank(int character) {
        return character == ' ' || character == '\t';
    }

    static boolean isLineBreak(int character) {
        return switch (character) {
            case '\n', '\r', NEXT_LINE, LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
