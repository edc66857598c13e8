package io.mooring.yaml.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.yaml.node.Allowance;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.NodeTable;
import io.mooring.yaml.scanner.CodePointReader;
import io.mooring.yaml.scanner.DocumentText;
import io.mooring.yaml.scanner.PlainScalarCutShort;
import io.mooring.yaml.scanner.RepairableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.yaml.snakeyaml.error.YAMLException;

/** Of what the composer of blocks takes, it makes the nodes that SnakeYAML's events give, at their places and for their price. */
class BlockComposerLawsTest {
    private static final Allowance ENOUGH =
            new Allowance(10_000, 10_000, 20, 10_000, 1000, 1_000_000, 1_000_000, 1_000_000);
    private static final Allowance LITTLE = new Allowance(6, 6, 3, 4, 1000, 1_000_000, 1_000_000, 1_000_000);

    @Property(tries = 5000)
    void blocksAreWhatTheirEventsSay(@ForAll("changedBlocks") String text) {
        Statistics.label("blocks").collect(isTaken(text, ENOUGH));
        Statistics.label("blocks").coverage(known -> known.check(true).percentage(share -> share > 25));
        Statistics.label("blocks").coverage(known -> known.check(false).percentage(share -> share > 25));
    }

    @Property(tries = 20_000)
    void charactersAreWhatTheirEventsSay(@ForAll("characters") String text) {
        Statistics.label("characters").collect(isTaken(text, ENOUGH));
        Statistics.label("characters").coverage(known -> known.check(true).percentage(share -> share > 3));
    }

    @Property(tries = 2000)
    void whatIsBeyondALimitIsNotTaken(@ForAll("blocks") String text) {
        Statistics.label("limits").collect(isTaken(text, ENOUGH), isTaken(text, LITTLE));
        Statistics.label("limits").coverage(known -> known.check(true, false).percentage(share -> share > 20));
        Statistics.label("limits").coverage(known -> known.check(true, true).percentage(share -> share > 5));
    }

    @Example
    void takesWhatKubectlPrints() {
        assertThat(isTaken("""
                        ---
                        # a volume
                        apiVersion: v1
                        kind: PersistentVolume
                        metadata:
                          annotations:
                            a: |
                              {"b":{}}

                            example.com/c: "true"   # a text
                          finalizers:
                          - kubernetes.io/pv-protection
                          labels: {}
                        spec:
                          accessModes: [ReadWriteOnce, "ReadOnlyMany"]
                          claimRef: {name: data-0, namespace: shop}
                          nodeAffinity:
                            required:
                              nodeSelectorTerms:
                              - matchExpressions:
                                - key: topology.kubernetes.io/zone
                                  values:
                                    - 'größer'
                                    - - -1
                                  command: |-
                                    if true
                                      then x
                        """, ENOUGH)).isTrue();
    }

    /** Whether the composer of blocks takes it, whose nodes are the events' then. */
    private static boolean isTaken(String text, Allowance allowance) {
        DocumentText document = new DocumentText(text, 7);
        Budget budget = new Budget(allowance);
        NodeTable nodes = new NodeTable();
        boolean isTaken = new BlockComposer(nodes, budget).compose(document);
        if (isTaken) {
            assertThat(rows(nodes, budget)).isEqualTo(rowsOfEvents(document, allowance));
        } else {
            assertThat(budget.nodesLeft()).isEqualTo(allowance.nodes());
        }
        return isTaken;
    }

    private static List<String> rowsOfEvents(DocumentText document, Allowance allowance) {
        Budget budget = new Budget(allowance);
        NodeTable nodes = new NodeTable();
        CodePointReader reader = new CodePointReader(budget);
        reader.begin(document);
        try {
            boolean hasContent =
                    new NodeComposer(new RepairableText(document, budget), reader, nodes, budget).compose();
            return hasContent ? rows(nodes, budget) : List.of();
        } catch (YAMLException | PlainScalarCutShort | DocumentRefusal other) {
            return List.of(other.toString());
        }
    }

    /** What it cost, and a line for each row. */
    private static List<String> rows(NodeTable nodes, Budget budget) {
        List<String> rows = new ArrayList<>(List.of("left: " + budget.nodesLeft()));
        for (int node = NodeTable.ROOT; node < nodes.next(NodeTable.ROOT); node++) {
            Optional<String> scalar =
                    nodes.isScalar(node) ? Optional.of(nodes.tag(node) + nodes.text(node)) : Optional.empty();
            rows.add(nodes.kind(node) + " " + nodes.start(node) + " to " + nodes.next(node) + " " + scalar
                    + (nodes.isAnchored(node) ? " anchored" : ""));
        }
        return rows;
    }

    /** Lists and maps within one another. */
    @Provide
    Arbitrary<String> blocks() {
        return Combinators.combine(Arbitraries.of("", "", "---\n", "# a\n\n"), block(3, ""))
                .as((beginning, block) -> beginning + block);
    }

    /** The same with up to three pieces put in anywhere. */
    @Provide
    Arbitrary<String> changedBlocks() {
        Arbitrary<String> pieces = Arbitraries.of(
                " ",
                "  ",
                "\n",
                "    \n",
                "\t",
                "\r",
                "a",
                ": ",
                ":",
                "- ",
                "-",
                "#",
                " # b",
                "'",
                "\"",
                "\\",
                "[",
                "]",
                "{",
                "}",
                ",",
                "?",
                "&a ",
                "*a",
                "!",
                "|",
                ">",
                "...",
                "---\n",
                "%",
                "\u00a0",
                "\u0085",
                "\u2028",
                "\ud83d\ude00",
                "\ufeff");
        Arbitrary<List<Change>> changes = Combinators.combine(
                        Arbitraries.doubles().between(0, 1), pieces)
                .as(Change::new)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(blocks(), changes).as((text, all) -> {
            String changed = text;
            for (Change change : all) {
                changed = change.of(changed);
            }
            return changed;
        });
    }

    /** @param place in the text, from 0 to 1 */
    private record Change(double place, String piece) {
        String of(String text) {
            int at = (int) (place * text.length());
            return text.substring(0, at) + piece + text.substring(at);
        }
    }

    private static Arbitrary<String> block(int depth, String indent) {
        Arbitrary<String> fields = Combinators.combine(keys(), part(depth, indent, indent))
                .as((key, part) -> indent + key + ":" + part)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(all -> String.join("", all));
        Arbitrary<String> items = part(depth, indent, indent + "  ")
                .map(part -> indent + "-" + part)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(all -> String.join("", all));
        return Arbitraries.oneOf(fields, items);
    }

    /** What stands after a colon or a dash, up to where a line begins. */
    private static Arbitrary<String> part(int depth, String indent, String inner) {
        Arbitrary<String> onOneLine = Combinators.combine(flow(2), Arbitraries.of("", "", "", " ", " # b"))
                .as((value, end) -> " " + value + end + "\n");
        if (depth == 0) {
            return onOneLine;
        }
        Arbitrary<String> literal = Arbitraries.of("a\n", "b: c\n", "# d\n", "  e\n", "\n")
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(lines -> " |\n" + indent + "  f\n" + indent + "  " + String.join(indent + "  ", lines));
        Arbitrary<String> below = block(depth - 1, indent + "  ").map(block -> "\n" + block);
        Arbitrary<String> notIndented = block(depth - 1, indent).map(block -> "\n" + block);
        Arbitrary<String> beside = block(depth - 1, inner).map(block -> " " + block.stripLeading());
        return Arbitraries.frequencyOf(
                Tuple.of(5, onOneLine),
                Tuple.of(
                        1,
                        Combinators.combine(literal, Arbitraries.of(" |", " |-"))
                                .as((text, head) -> head + text.substring(2))),
                Tuple.of(3, below),
                Tuple.of(1, notIndented),
                Tuple.of(indent.equals(inner) ? 0 : 3, beside));
    }

    private static Arbitrary<String> keys() {
        return Arbitraries.of("a", "b", "c d", "'e'", "\"f g\"", "h/i.j", "k:l", "m#n", "ö");
    }

    private static Arbitrary<String> flow(int depth) {
        Arbitrary<String> scalars = Arbitraries.of(
                "a",
                "b c",
                "-1",
                "''",
                "'d: e'",
                "\"f # g\"",
                "h:i",
                "j#k",
                "~",
                "<<",
                "true",
                "0x1",
                "l'm",
                "ä",
                "$(n)",
                "--o=p",
                "http://q:1/");
        if (depth == 0) {
            return scalars;
        }
        Arbitrary<String> list = flow(depth - 1).list().ofMaxSize(3).map(all -> "[" + String.join(", ", all) + "]");
        Arbitrary<String> map = Combinators.combine(keys(), flow(depth - 1))
                .as((key, value) -> key + ": " + value)
                .list()
                .ofMaxSize(3)
                .map(all -> "{ " + String.join(",", all) + " }");
        return Arbitraries.frequencyOf(Tuple.of(6, scalars), Tuple.of(1, list), Tuple.of(1, map));
    }

    @Provide
    Arbitrary<String> characters() {
        return Combinators.combine(
                        Arbitraries.of("a: ", "a:\n", "- ", "a: |\n  ", "[", "{", ""),
                        Arbitraries.of(
                                        "a", "b", ":", " ", " ", "\n", "-", "#", ",", "[", "]", "{", "}", "'", "\"",
                                        "|", "?", ": ", "\n  ", "\n- ")
                                .list()
                                .ofMaxSize(6))
                .as((beginning, rest) -> beginning + String.join("", rest));
    }
}
