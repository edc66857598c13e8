package io.mooring.yaml.parse;

import java.util.regex.Pattern;

/**
 * What a parser says is wrong, without words of the text that it quotes: what is no YAML may be a password. Single characters and
 * the parsers' own names of tokens stay.
 */
final class SyntaxReason {
    private static final Pattern WORD = Pattern.compile(
            "(Unrecognized token|undefined tag handle|undefined alias|duplicate anchor) (?:'[^']*'|\\S+)");

    private SyntaxReason() {}

    static String of(String message) {
        return WORD.matcher(message).replaceAll("$1");
    }
}
