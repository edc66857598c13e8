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
    private static final String LABELS = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c\n  labels:\n";
    private static final String LIST = "apiVersion: v1\nkind: List\nitems:\n";
    private static final String VOLUME = "apiVersion: v1\nkind: PersistentVolume\nmetadata: {name: x}\nspec:\n";
    private static final String POD =
            "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\nspec:\n  containers: [{name: a, image: b}]\n";
    private static final String STORAGE = CLAIM + "spec:\n  resources:\n    requests:\n      storage: ";

    private HostileTexts() {}

    static Map<String, Supplier<String>> yaml() {
        Map<String, Supplier<String>> texts = anything();
        texts.putAll(aliases());
        texts.putAll(repairs());
        texts.putAll(manyOfAKind());
        texts.putAll(manyEmpties());
        return texts;
    }

    /** What aliases repeat, and what is like an alias. */
    private static Map<String, Supplier<String>> aliases() {
        Map<String, Supplier<String>> texts = new LinkedHashMap<>();
        String base64 = "QUJD".repeat(MILLION / 4);
        texts.put("binary, often", () -> "- &a !!binary " + base64 + "\n" + "- *a\n".repeat(240_000));
        texts.put("binary that is none, often", () -> "- &a !!binary " + base64 + "I\n" + "- *a\n".repeat(900));
        texts.put("a long number, often", () -> "- &a " + "1".repeat(MILLION) + "\n" + "- *a\n".repeat(240_000));
        texts.put(
                "a long fraction, often", () -> "- &a 0." + "1".repeat(MILLION - 2) + "\n" + "- *a\n".repeat(240_000));
        texts.put("underscores, often", () -> "- &a 1" + "_".repeat(MILLION) + "\n" + "- *a\n".repeat(240_000));
        texts.put(
                "digits from a dot, often",
                () -> "- &a ." + "1_".repeat(MILLION / 2 - 1) + "1\n" + "- *a\n".repeat(9000));
        texts.put(
                "a long time, often",
                () -> "- &a !!timestamp '2001-01-01 00:00:00." + "1".repeat(MILLION) + "'\n" + "- *a\n".repeat(9000));
        texts.put(
                "too many digits for a whole number, often",
                () -> "- &a !!int 0b" + "1".repeat(MILLION) + "\n" + "- *a\n".repeat(900));
        texts.put("spaces, often", () -> "- &a '" + " ".repeat(MILLION) + "'\n" + "- *a\n".repeat(240_000));
        texts.put(
                "a number as a key, often",
                () -> "- &a 0." + "1".repeat(MILLION - 2) + "\n" + lines(50_000, i -> "- {*a : y}"));
        texts.put(
                "a long name in many labels",
                () -> LABELS.replace(": c", ": &a '" + "x".repeat(MILLION) + "'")
                        + lines(50_000, i -> "    a" + i + ": *a"));
        texts.put(
                "a long name of many items with problems",
                () -> LIST + "- {apiVersion: v1, kind: ConfigMap, metadata: {name: &a '" + "x".repeat(MILLION) + "'}}\n"
                        + lines(
                                2000,
                                i ->
                                        "- {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: *a}, spec: {x: y}}"));
        texts.put(
                "a long kind of many items",
                () -> LIST + "- {apiVersion: v1, kind: &a '" + "x".repeat(MILLION) + "'}\n"
                        + lines(2000, i -> "- {apiVersion: *a, kind: *a, metadata: {name: *a}, spec: {x: y}}"));
        texts.put(
                "no quantity, of many spaces",
                () -> CLAIM.replace(": c", ": &a '" + " ".repeat(MILLION) + "'")
                        + "spec:\n  resources:\n    requests:\n" + lines(50_000, i -> "      a" + i + ": *a"));
        texts.put("merges of nothing", () -> "a: &a {}\nb: {<<: " + list(200_000, i -> "*a") + "}\n");
        texts.put(
                "merges of much",
                () -> "a: &a {" + entries(1000, i -> "k" + i + ": v") + "}\nb: " + list(1000, i -> "{<<: *a}") + "\n");
        texts.put(
                "a long tag, often",
                () -> "%TAG !a! " + "t".repeat(MILLION) + "\n---\n" + lines(200_000, i -> "- !a!x x"));
        texts.put(
                "a tag that is just not too long, often",
                () -> "%TAG !a! " + "t".repeat(1000) + "\n---\n" + lines(200_000, i -> "- !a!x" + i + " x"));
        texts.put(
                "what has to be escaped, often",
                () -> "- &a \"" + "\\x01".repeat(250_000) + "\"\n" + "- *a\n".repeat(9000));
        texts.put("deep within long keys", () -> nested(200_000, i -> "a"));
        texts.put("problems deep within long keys", () -> nested(2000, i -> "!!int x"));
        texts.put("keys twice deep within long keys", () -> nested(2000, i -> "{a: 1, a: 1}"));
        return texts;
    }

    /** What is parsed again, and what the scanner looks ahead for. */
    private static Map<String, Supplier<String>> repairs() {
        Map<String, Supplier<String>> texts = new LinkedHashMap<>();
        texts.put("words with colons", () -> documents(10, list(30_000, i -> "a:")));
        texts.put("words with colons in many documents", () -> documents(100, list(10_000, i -> "a:")));
        texts.put("words with colons in small documents", () -> documents(5000, list(300, i -> "a:")));
        texts.put("tabs in many documents", () -> documents(100, "[\n" + "\t1,\n".repeat(4000) + "]"));
        texts.put("tabs in small documents", () -> documents(2000, "[\n" + "\t1,\n".repeat(400) + "]"));
        texts.put("comments at blocks", () -> documents(100, lines(3000, i -> "a" + i + ": |#x\n  y")));
        texts.put("tabs in JSON", () -> documents(1000, "{\n" + entries(100, i -> "\t\"a" + i + "\":\t1") + "\n}"));
        texts.put(
                "tabs in what is nearly JSON",
                () -> documents(300, "{\n" + entries(2000, i -> "\t\"a" + i + "\":\t1") + "\n,}"));
        texts.put("brackets in many documents", () -> documents(9000, "[".repeat(1024)));
        texts.put("braces in many documents", () -> documents(9000, "{".repeat(1024)));
        texts.put("brackets that end", () -> documents(1200, "[".repeat(250) + "]".repeat(250)));
        texts.put(
                "brackets with much in them",
                () -> lines(300, i -> "- " + "[".repeat(240) + "1,".repeat(200) + "]".repeat(240)));
        texts.put("dashes in many documents", () -> documents(900, "- ".repeat(1024)));
        texts.put("wide characters with colons", () -> documents(20, list(3000, i -> "\uD83D\uDE00:")));
        texts.put("dashes before braces", () -> "@\n" + ("- ".repeat(400) + "x {{\n").repeat(15_000));
        texts.put("colons before braces", () -> "@\n" + ("a:".repeat(480) + "x {{\n").repeat(15_000));
        return texts;
    }

    /** Objects with very many of what is listed in them. */
    private static Map<String, Supplier<String>> manyOfAKind() {
        Map<String, Supplier<String>> texts = new LinkedHashMap<>();
        texts.put("many bad labels", () -> LABELS + lines(100_000, i -> "    -" + i + ": '-'"));
        texts.put(
                "many annotations",
                () -> LABELS.replace("labels", "annotations") + lines(100_000, i -> "    a" + i + ": b"));
        texts.put(
                "many finalizers",
                () -> LABELS.replace("labels", "finalizers") + lines(150_000, i -> "    - '-" + i + "'"));
        texts.put(
                "many owners",
                () -> LABELS.replace("labels", "ownerReferences")
                        + lines(24_000, i -> "    - {apiVersion: v1, kind: Pod, name: x, uid: u" + i + "}"));
        texts.put(
                "many requests",
                () -> CLAIM + "spec:\n  resources:\n    requests:\n" + lines(100_000, i -> "      a" + i + ": -1"));
        texts.put(
                "many large amounts",
                () -> CLAIM + "spec:\n  resources:\n    requests:\n"
                        + lines(2900, i -> "      a" + i + ": '" + "9".repeat(990) + "'"));
        texts.put(
                "many terms",
                () -> VOLUME + "  nodeAffinity:\n    required:\n      nodeSelectorTerms:\n"
                        + lines(20_000, i -> "      - matchExpressions: [{key: '-', operator: X}]"));
        texts.put("many tolerations", () -> POD + "  tolerations:\n" + lines(60_000, i -> "  - {operator: X}"));
        texts.put(
                "many volumes",
                () -> POD + "  volumes:\n" + lines(40_000, i -> "  - {name: a" + i + ", emptyDir: {}}"));
        texts.put(
                "many ports",
                () -> POD.replace("image: b", "image: b, ports: " + list(60_000, i -> "{containerPort: 80}")));
        texts.put(
                "many objects",
                () -> lines(
                        9000,
                        i -> "---\n{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: x" + i
                                + "}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}"));
        texts.put("many byte order marks", () -> "a: b\n---\n".repeat(2000) + "\uFEFF".repeat(3 * MILLION));
        texts.put(
                "ends of lines of every sort",
                () -> "\r\n".repeat(MILLION) + "a: b\r" + "\r".repeat(MILLION) + "\n\r".repeat(MILLION));
        texts.put("blocks of spaces", () -> "a: |\n" + (" ".repeat(1000) + "\n").repeat(3000));
        texts.put("names with one hash", () -> LABELS + lines(50_000, HostileTexts::ofOneHash));
        return texts;
    }

    /** A few characters each, which as values have every default. */
    private static Map<String, Supplier<String>> manyEmpties() {
        Map<String, Supplier<String>> texts = new LinkedHashMap<>();
        String pod = "{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: ";
        String set = "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: x}, spec: ";
        String job = "{apiVersion: batch/v1, kind: Job, metadata: {name: x}, spec: ";
        texts.put("empty containers", () -> pod + "{containers: " + empties(60_000) + "}}");
        texts.put("empty containers to begin with", () -> pod + "{initContainers: " + empties(60_000) + "}}");
        texts.put("more empty containers than may be", () -> pod + "{containers: " + empties(300_000) + "}}");
        texts.put("empty volumes", () -> pod + "{volumes: " + empties(60_000) + "}}");
        texts.put("empty volumes of all sorts", () -> pod + "{volumes: " + list(40_000, i -> "{nfs: {}}") + "}}");
        texts.put("empty mounts", () -> pod + "{containers: [{volumeMounts: " + empties(60_000) + "}]}}");
        texts.put("empty ports", () -> pod + "{containers: [{ports: " + empties(60_000) + "}]}}");
        texts.put("empty variables", () -> pod + "{containers: [{env: " + empties(60_000) + "}]}}");
        texts.put("empty tolerations", () -> pod + "{tolerations: " + empties(60_000) + "}}");
        texts.put("empty spreads", () -> pod + "{topologySpreadConstraints: " + empties(60_000) + "}}");
        texts.put("empty templates of claims", () -> set + "{volumeClaimTemplates: " + empties(60_000) + "}}");
        texts.put(
                "empty templates of claims in many sets",
                () -> lines(
                        20,
                        i -> "---\n" + set.replace(": x", ": x" + i) + "{volumeClaimTemplates: " + empties(3_000)
                                + "}}"));
        texts.put("empty rules", () -> job + "{podFailurePolicy: {rules: " + empties(60_000) + "}}}");
        texts.put("empty rules of success", () -> job + "{successPolicy: {rules: " + empties(60_000) + "}}}");
        texts.put(
                "empty terms",
                () -> VOLUME + "  nodeAffinity: {required: {nodeSelectorTerms: " + empties(60_000) + "}}\n");
        texts.put("empty expressions", () -> CLAIM + "spec: {selector: {matchExpressions: " + empties(60_000) + "}}\n");
        texts.put("empty owners", () -> LABELS.replace("labels:\n", "ownerReferences: ") + empties(60_000));
        texts.put("empty conditions", () -> CLAIM + "status: {conditions: " + empties(60_000) + "}\n");
        texts.put(
                "empty topologies",
                () -> "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: x}, provisioner: z,"
                        + " allowedTopologies: " + empties(60_000) + "}");
        texts.put(
                "empty taints",
                () -> "{apiVersion: v1, kind: Node, metadata: {name: x}, spec: {taints: " + empties(60_000) + "}}");
        texts.put(
                "empty ranges",
                () -> "{apiVersion: v1, kind: LimitRange, metadata: {name: x}, spec: {limits: " + empties(60_000)
                        + "}}");
        return texts;
    }

    private static String empties(int count) {
        return list(count, i -> "{}");
    }

    private static Map<String, Supplier<String>> anything() {
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
        texts.put(
                "many JSON labels",
                () -> "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"c\",\"labels\":{"
                        + entries(100_000, i -> "\"-" + i + "\":\"-\"") + "}}}");
        texts.put(
                "many JSON objects with long names",
                () -> "{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":"
                        + list(
                                14,
                                i ->
                                        "{\"kind\":\"PersistentVolumeClaim\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\""
                                                + i + "x".repeat(MILLION) + "\"},\"spec\":{\"a\":1}}")
                        + "}");
        texts.put("many long JSON numbers", () -> "{\"a\":" + list(15_000, i -> "9".repeat(999)) + "}");
        texts.put(
                "JSON names with one hash",
                () -> "{" + entries(100_000, i -> "\"" + ofOneHash(i).strip().replace(": x", "\":1")) + "}");
        texts.put("no JSON", () -> "x".repeat(15 * MILLION));
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

    private static String documents(int count, String document) {
        return ("---\n" + document + "\n").repeat(count);
    }

    private static String entries(int count, IntFunction<String> entry) {
        return IntStream.range(0, count).mapToObj(entry).collect(joining(","));
    }

    /** A list that lies in as many maps as may be, each under as long a key as may be. */
    private static String nested(int size, IntFunction<String> item) {
        return ("{" + "x".repeat(1000) + ": ").repeat(250) + list(size, item) + "}".repeat(250);
    }

    /** Each is another, and all have the same hash code. */
    private static String ofOneHash(int i) {
        StringBuilder name = new StringBuilder("    ");
        for (int bit = 0; bit < 17; bit++) {
            name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name + ": x";
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
