package io.mooring.yaml.parse;

import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeTable;
import io.mooring.yaml.scanner.CodePointReader;
import io.mooring.yaml.scanner.DocumentText;
import io.mooring.yaml.scanner.PlainScalarCutShort;
import io.mooring.yaml.scanner.RepairableText;
import io.mooring.yaml.text.Excerpt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** Parses YAML documents, one after the other. */
public final class YamlParser {
    private final Budget budget;
    private final CodePointReader reader;
    private final NodeTable nodes = new NodeTable();
    private final BlockComposer blocks;

    public YamlParser(Budget budget) {
        this.budget = budget;
        this.reader = new CodePointReader(budget);
        this.blocks = new BlockComposer(nodes, budget);
    }

    /**
     * The document's nodes, until the next is parsed; empty if there is nothing in it.
     *
     * @throws DocumentRefusal if it is not YAML, or beyond the limits
     */
    public Optional<NodeTable> parse(DocumentText text) {
        if (blocks.compose(text)) {
            return Optional.of(nodes);
        }
        RepairableText repairable = new RepairableText(text, budget);
        while (true) {
            NodeComposer attempt = attempt(repairable);
            try {
                boolean hasContent = attempt.compose();
                repairable.checkTabs(attempt.layout());
                return hasContent ? Optional.of(nodes) : Optional.empty();
            } catch (MarkedYAMLException problem) {
                if (!repairable.repair(problem)) {
                    throw refusal(problem, text);
                }
            } catch (PlainScalarCutShort problem) {
                repairable.repair(problem);
            } catch (YAMLException problem) {
                throw DocumentRefusal.notYaml(firstLine(problem.getMessage()), LineColumn.UNKNOWN);
            } catch (NumberFormatException problem) {
                // SnakeYAML leaves it to Java to refuse the escape \\U99999999.
                throw DocumentRefusal.notYaml("an escape names no character", LineColumn.UNKNOWN);
            }
            budget.refundNodes(attempt.spentNodes());
        }
    }

    private NodeComposer attempt(RepairableText repairable) {
        try {
            reader.begin(repairable.text());
            return new NodeComposer(repairable, reader, nodes, budget);
        } catch (ReaderException problem) {
            String reason = String.format("the character U+%04X is not allowed", problem.getCodePoint());
            throw DocumentRefusal.notYaml(reason, LineColumn.UNKNOWN);
        }
    }

    private static DocumentRefusal refusal(MarkedYAMLException problem, DocumentText text) {
        Mark mark = problem.getProblemMark() != null ? problem.getProblemMark() : problem.getContextMark();
        String context = problem.getContext() == null ? "" : problem.getContext() + ", ";
        return DocumentRefusal.notYaml(
                firstLine(context + problem.getProblem()), mark == null ? LineColumn.UNKNOWN : text.position(mark));
    }

    /** Without SnakeYAML's advice about tabs. */
    private static String firstLine(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        int advice = line.indexOf(". (Do not use");
        return Excerpt.of(SyntaxReason.of(advice < 0 ? line : line.substring(0, advice)));
    }
}
