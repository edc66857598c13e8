package io.mooring.yaml;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Texts made to exhaust who reads them, too large to be files. The small ones are in the folder {@code hostile}. */
final class HostileTexts {
    private static final int MILLION = 1_000_000;
    private static final String CLAIM = "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: c\n";
    private static final String STORAGE = CLAIM + "spec:\n  resources:\n    requests:\n      storage: ";

    private HostileTexts() {}

    static Map<String, Supplier<String>> yaml() {
        Map<String, Supplier<String>> texts = new LinkedHashMap<>();
        texts.put("lists that repeat lists", () -> repeated("[", "*a%d", "]"));
        texts.put("maps that merge maps", () -> repeated("{<<: [", "*a%d", "]}"));
        texts.put("a long list, often", () -> "a: &a " + list(5000, i -> "x") + "\nb: " + list(5000, i -> "*a") + "\n");
        texts.put("a text, often", () -> "- &a " + "x".repeat(100_000) + "\n" + "- *a\n".repeat(300_000));
        texts.put("a chain of aliases, one deeper each", () -> chain(20_000, "a%d: &a%d [*a%d]\n"));
        texts.put("a chain of keys, one deeper each", () -> chain(20_000, "? &a%2$d [*a%3$d]\n: %1$d\n"));
        texts.put("many anchors", () -> "a: " + list(250_000, i -> "&b" + i + " x") + "\n");
        texts.put("a long anchor", () -> "a: &" + "b".repeat(MILLION) + " x\n");
        texts.put("deep lists", () -> "[".repeat(MILLION));
        texts.put("deep maps", () -> "{a: ".repeat(500_000));
        texts.put("deep lists by dashes", () -> "- ".repeat(MILLION));
        texts.put("deep keys", () -> "? ".repeat(MILLION));
        texts.put("deep blocks", () -> lines(2000, i -> " ".repeat(i) + "a:"));
        texts.put("deep lists of lists", () -> "{apiVersion: v1, kind: List, items: [".repeat(200) + "]}".repeat(200));
        texts.put("a quote that does not end", () -> "a: \"" + "x".repeat(3 * MILLION));
        texts.put("a long plain text", () -> "a: " + "x".repeat(3 * MILLION));
        texts.put("a long plain text of words", () -> "a: " + "x ".repeat(MILLION));
        texts.put("a plain text of many lines", () -> "a: x\n" + " y\n".repeat(900_000));
        texts.put("a quoted text of many lines", () -> "a: \"x\n" + " \n".repeat(MILLION) + "\"");
        texts.put("a block of empty lines", () -> "a: |+\n" + "\n".repeat(3 * MILLION));
        texts.put("many escapes", () -> "a: \"" + "\\u0041".repeat(500_000) + "\"");
        texts.put("a list of a million", () -> "a: " + list(MILLION, i -> "1") + "\n");
        texts.put("a list that does not end", () -> "a: [" + "b,".repeat(MILLION));
        texts.put("many fields", () -> lines(250_000, i -> "a" + i + ":"));
        texts.put("one field, often", () -> CLAIM + lines(300_000, i -> "spec:"));
        texts.put("many unknown fields", () -> CLAIM + "spec:\n" + lines(150_000, i -> "  a" + i + ": b"));
        texts.put("unknown fields with long names", () -> CLAIM + "spec:\n" + lines(30_000, HostileTexts::longName));
        texts.put(
                "many labels that are no text", () -> CLAIM + "  labels:\n" + lines(150_000, i -> "    a" + i + ": 1"));
        texts.put("a long key", () -> "? " + "x".repeat(MILLION) + "\n: y\n");
        texts.put(
                "a key repeated by aliases",
                () -> "? &a " + "x".repeat(500_000) + "\n: y\n" + lines(100_000, i -> "*a : z"));
        texts.put("a long name", () -> CLAIM.replace(": c", ": '" + "x".repeat(900_000) + "'") + "spec: 1\n");
        texts.put("more text than there may be", () -> "# x\n".repeat(5 * MILLION));
        texts.put("a long comment", () -> "# " + "x".repeat(15 * MILLION));
        texts.put("a million documents", () -> "---\n".repeat(MILLION));
        texts.put("many documents with problems", () -> "---\nkind: 1\n".repeat(9000));
        texts.put("many broken documents", () -> "---\n@\n".repeat(9000));
        texts.put("a quantity of a million digits", () -> STORAGE + "9".repeat(MILLION) + "\n");
        texts.put("a quantity with a long exponent", () -> STORAGE + "1e" + "9".repeat(MILLION) + "\n");
        texts.put("a number with many underscores", () -> STORAGE + "1" + "_".repeat(MILLION) + "\n");
        texts.put("fractions that are costly to print", () -> "a: " + list(350_000, i -> "5e-324") + "\n");
        texts.put("binary of no use", () -> "a: !!binary " + "A".repeat(MILLION - 1) + "\n");
        texts.put("tabs", () -> "a: [\n" + "\t1,\n".repeat(500_000) + "]");
        texts.put("many directives", () -> lines(100_000, i -> "%TAG !a" + i + "! tag:b,2000:") + "---\na: b\n");
        texts.put("many empty items", () -> "{apiVersion: v1, kind: List, items: " + list(300_000, i -> "~") + "}");
        return texts;
    }

    static Map<String, Supplier<String>> json() {
        Map<String, Supplier<String>> texts = new LinkedHashMap<>();
        texts.put("deep JSON", () -> "[".repeat(MILLION));
        texts.put("a JSON list of a million", () -> list(MILLION, i -> "1"));
        texts.put("a JSON number of a million digits", () -> "{\"a\":" + "9".repeat(MILLION) + "}");
        texts.put("a JSON text that does not end", () -> "{\"a\":\"" + "x".repeat(15 * MILLION));
        texts.put("one JSON field, often", () -> "{" + "\"a\":1,".repeat(300_000) + "\"a\":1}");
        texts.put("a million JSON values", () -> "{}".repeat(MILLION));
        return texts;
    }

    private static String repeated(String open, String alias, String close) {
        return "a0: &a0 {x: y}\n"
                + lines(
                        30,
                        i -> "a" + (i + 1) + ": &a" + (i + 1) + " " + open
                                + IntStream.range(0, 10)
                                        .mapToObj(j -> String.format(alias, i))
                                        .collect(joining(", ")) + close);
    }

    private static String chain(int length, String link) {
        return "a0: &a0 [x]\n"
                + lines(length, i -> String.format(link, i + 1, i + 1, i).stripTrailing());
    }

    private static String longName(int i) {
        return "  " + "accessmodes".repeat(8).substring(0, 80) + i + ": b";
    }

    private static String list(int size, IntFunction<String> item) {
        return IntStream.range(0, size).mapToObj(item).collect(joining(",", "[", "]"));
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(joining("\n", "", "\n"));
    }
}
