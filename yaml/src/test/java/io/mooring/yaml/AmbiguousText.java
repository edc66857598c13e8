package io.mooring.yaml;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Text that some reader of YAML takes for something else, and any other text. */
final class AmbiguousText {
    private static final String[] SPECIAL = {
        "",
        " ",
        "~",
        "null",
        "Null",
        "yes",
        "No",
        "ON",
        "off",
        "y",
        "N",
        "true",
        "FALSE",
        "0",
        "010",
        "0o17",
        "0x1F",
        "0b11",
        "1_000",
        "1:30",
        "190:20:30.15",
        "1e3",
        "1E400",
        ".5",
        "5.",
        ".inf",
        "-.INF",
        ".nan",
        "NaN",
        "+1",
        "-",
        "- a",
        "--",
        "---",
        "--- a",
        "...",
        "?",
        "? a",
        ":",
        "a: b",
        "a:",
        ":a",
        "#",
        "# a",
        "a #b",
        "a# b",
        "&a",
        "*a",
        "!a",
        "!!str",
        "|",
        ">",
        "|-",
        "%a",
        "@a",
        "`a",
        "{",
        "{a: b}",
        "[",
        "[]",
        "]",
        "}",
        ",",
        "\"",
        "'",
        "it's",
        "\\",
        "\\n",
        "\n",
        "a\n",
        "\na",
        "a\nb\n",
        " a",
        "a ",
        "\ta",
        "a\t",
        "a\tb",
        "\r",
        "a\r\nb",
        "a\r",
        "\0",
        "\u0007",
        "\u001b",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u2028",
        "a\u2029b",
        "\ufeff",
        "a\ufeff",
        "\uffff",
        "\ud83d\ude00",
        "2026-11-23",
        "2026-11-23T10:00:00Z",
        "2026-11-23 10:00:00",
        "<<",
        "=",
        "1Gi",
        "1.5",
        "inf",
        "e3",
        "0x",
        "1,000",
        "/dev/sda",
        "nginx:1.9.1",
        "a::b",
        "a:b:"
    };

    private AmbiguousText() {}

    static Arbitrary<String> any() {
        Arbitrary<String> special = Arbitraries.of(SPECIAL);
        Arbitrary<String> pasted = special.list().ofMinSize(2).ofMaxSize(4).map(parts -> String.join("", parts));
        Arbitrary<String> unicode =
                Arbitraries.strings().all().excludeChars(surrogates()).ofMaxLength(30);
        Arbitrary<String> wordy =
                Arbitraries.strings().withChars("ab :#\n'\"").ofMinLength(100).ofMaxLength(400);
        return Arbitraries.frequencyOf(
                Tuple.of(4, special), Tuple.of(3, pasted), Tuple.of(2, unicode), Tuple.of(1, wordy));
    }

    /** Halves of pairs are no text. */
    private static char[] surrogates() {
        char[] surrogates = new char[Character.MAX_SURROGATE - Character.MIN_SURROGATE + 1];
        for (int i = 0; i < surrogates.length; i++) {
            surrogates[i] = (char) (Character.MIN_SURROGATE + i);
        }
        return surrogates;
    }
}
