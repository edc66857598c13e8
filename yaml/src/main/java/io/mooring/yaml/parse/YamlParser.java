package io.mooring.yaml.parse;

import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeGraph;
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

/** Parses one YAML document. */
public final class YamlParser {
    private YamlParser() {}

    /**
     * The document's nodes; empty if there is nothing in it.
     *
     * @throws DocumentRefusal if it is not YAML, or beyond the limits
     */
    public static Optional<NodeGraph> parse(DocumentText text, Budget budget) {
        RepairableText repairable = new RepairableText(text, budget);
        while (true) {
            NodeComposer attempt = attempt(repairable, budget);
            try {
                Optional<NodeGraph> graph = attempt.compose();
                repairable.checkTabs(attempt.layout());
                return graph;
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

    private static NodeComposer attempt(RepairableText repairable, Budget budget) {
        try {
            return new NodeComposer(repairable, budget);
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
