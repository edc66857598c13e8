package io.mooring.yaml;

import io.mooring.tree.JsonNull;
import io.mooring.yaml.located.Composed;
import io.mooring.yaml.located.ComposedYaml;
import io.mooring.yaml.located.LocatedValue;
import io.mooring.yaml.node.Allowance;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.parse.JsonComposer;
import io.mooring.yaml.parse.YamlParser;
import io.mooring.yaml.scanner.DocumentText;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes values with positions of the documents of a reading, within its limits. */
final class DocumentReader {
    private final Limits limits;
    private final ProblemCollector problems;
    private final Budget budget;
    private final YamlParser yaml;

    DocumentReader(Limits limits, ProblemCollector problems) {
        this.limits = limits;
        this.problems = problems;
        this.budget = new Budget(allowance(limits));
        this.yaml = new YamlParser(budget);
    }

    private static Allowance allowance(Limits limits) {
        return new Allowance(
                limits.nodes(),
                limits.objectNodes(),
                limits.depth(),
                limits.scalarLength(),
                limits.keyLength(),
                limits.writtenLength(),
                limits.repeatedLength(),
                limits.reparsedLength());
    }

    /** Whether there is nothing left to spend. */
    boolean isExhausted() {
        return budget.isExhausted();
    }

    /** Whether the text is longer than it may be, which is a problem. */
    boolean isTooLong(String source, String text) {
        return isOver(limits.textLength(), "textLength", text.length(), source);
    }

    /** Whether there are more documents than there may be, which is a problem. */
    boolean areTooMany(String source, int documents) {
        return isOver(limits.documents(), "documents", documents, source);
    }

    private boolean isOver(int allowed, String limit, int actual, String source) {
        if (actual <= allowed) {
            return false;
        }
        problems.add(new Problem.TooMuch(Location.ofSource(source), limit, allowed));
        return true;
    }

    /**
     * The document's nodes, until the next is parsed.
     *
     * @throws DocumentRefusal if it is no YAML, or too much
     */
    Optional<Composed> parse(DocumentText document) {
        if (document.text().length() > limits.documentLength()) {
            LineColumn start = new LineColumn(document.firstLine(), 1);
            throw DocumentRefusal.overLimit("documentLength", limits.documentLength(), start);
        }
        return yaml.parse(document).map(ComposedYaml::new);
    }

    /** The values of a text of JSON. */
    JsonComposer json(String text) {
        budget.beginObject();
        return new JsonComposer(text, budget);
    }

    /**
     * Reads one document, or a part of one, and says whether there was one that could be parsed.
     *
     * @throws ReadingStopped if nothing more may be read
     */
    boolean read(
            Location location, Supplier<? extends Optional<? extends Composed>> parser, Consumer<LocatedValue> take) {
        int firstProblem = problems.size();
        DocumentProblems listener = new DocumentProblems(location, problems);
        budget.beginObject();
        try {
            Optional<? extends Composed> document = parser.get();
            take.accept(document.<LocatedValue>map(it -> build(it, listener)).orElseGet(DocumentReader::noContent));
            return document.isPresent();
        } catch (DocumentRefusal refusal) {
            refusal.reportTo(listener);
            if (budget.isExhausted()) {
                throw new ReadingStopped();
            }
            return false;
        } finally {
            problems.sortFrom(firstProblem);
        }
    }

    private LocatedValue build(Composed document, DocumentProblems listener) {
        listener.setSubject(ObjectName.of(document));
        return document.value(budget, listener);
    }

    private static LocatedValue noContent() {
        return LocatedValue.scalar(JsonNull.NULL, new LineColumn(1, 1));
    }
}
