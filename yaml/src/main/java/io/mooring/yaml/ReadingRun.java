package io.mooring.yaml;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.yaml.located.LocatedValue;
import io.mooring.yaml.located.LocatedValueBuilder;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeGraph;
import io.mooring.yaml.parse.DocumentSplitter;
import io.mooring.yaml.parse.JsonComposer;
import io.mooring.yaml.parse.YamlParser;
import io.mooring.yaml.scanner.DocumentText;
import io.mooring.yaml.scanner.TemplateActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One reading: what it has found so far, and what it may still cost. */
final class ReadingRun {
    private final Limits limits;
    private final Optional<RequestTarget> target;
    private final Budget budget;
    private final ProblemCollector problems;
    private final List<Manifest> manifests = new ArrayList<>();
    private boolean isStopped;

    ReadingRun(Limits limits, Optional<RequestTarget> target) {
        this.limits = limits;
        this.target = target;
        this.budget = new Budget(limits.nodes(), limits.depth(), limits.scalarLength(), limits.keyLength());
        this.problems = new ProblemCollector(limits);
    }

    void read(Source source) {
        try {
            source.read(this);
        } catch (ReadingStopped stopped) {
            isStopped = true;
        }
    }

    /** True if nothing more is to be read. */
    boolean isStopped() {
        return isStopped;
    }

    Reading reading() {
        return new Reading(manifests, problems.all());
    }

    /** Where the text is a template of manifests, one problem stands in the place of all that it has as a manifest. */
    void readYaml(String source, String text) {
        if (isOver(limits.textLength(), "textLength", text.length(), source)) {
            return;
        }
        int firstProblem = problems.size();
        int firstManifest = manifests.size();
        Optional<ReadingStopped> stopped = readDocuments(source, text);
        Optional<LineColumn> template = problems.size() > firstProblem ? TemplateActions.first(text) : Optional.empty();
        template.ifPresent(at -> {
            problems.dropFrom(firstProblem);
            manifests.subList(firstManifest, manifests.size()).clear();
            problems.add(new Problem.Template(Location.ofSource(source).at(FieldPath.ROOT, at)));
        });
        if (stopped.isPresent() && (template.isEmpty() || budget.isExhausted())) {
            throw stopped.get();
        }
    }

    /** All documents, or those up to where the reading has to stop. */
    private Optional<ReadingStopped> readDocuments(String source, String text) {
        try {
            readEach(source, text);
            return Optional.empty();
        } catch (ReadingStopped stopped) {
            return Optional.of(stopped);
        }
    }

    private void readEach(String source, String text) {
        List<DocumentText> documents = DocumentSplitter.split(text, target.isPresent() ? 1 : limits.documents() + 1);
        for (int i = 0; i < documents.size() && !isOver(limits.documents(), "documents", i + 1, source); i++) {
            DocumentText document = documents.get(i);
            readDocument(Location.ofDocument(source, i + 1), () -> parse(document));
        }
    }

    /** A request has one value; what follows is not looked at. */
    void readJson(String source, String text) {
        if (isOver(limits.textLength(), "textLength", text.length(), source)) {
            return;
        }
        try (JsonComposer values = new JsonComposer(text, budget)) {
            boolean hasMore = true;
            for (int i = 0; hasMore && !isOver(limits.documents(), "documents", i + 1, source); i++) {
                hasMore = readDocument(Location.ofDocument(source, i + 1), values::next) && target.isEmpty();
            }
        }
    }

    void readNothing(String source, String reason) {
        problems.add(new Problem.Unreadable(Location.ofSource(source), reason));
    }

    private boolean isOver(int allowed, String limit, int actual, String source) {
        if (actual <= allowed) {
            return false;
        }
        problems.add(new Problem.TooMuch(Location.ofSource(source), limit, allowed));
        return true;
    }

    private Optional<NodeGraph> parse(DocumentText document) {
        if (document.text().length() > limits.documentLength()) {
            LineColumn start = new LineColumn(document.firstLine(), 1);
            throw DocumentRefusal.overLimit("documentLength", limits.documentLength(), start);
        }
        return YamlParser.parse(document, budget);
    }

    /** Reads one document, and says whether there was one that could be parsed. */
    private boolean readDocument(Location document, Supplier<Optional<NodeGraph>> parser) {
        int firstProblem = problems.size();
        DocumentProblems listener = new DocumentProblems(document, problems);
        try {
            Optional<NodeGraph> graph = parser.get();
            LocatedValue root = graph.map(it -> build(it, listener)).orElseGet(ReadingRun::noContent);
            manifests.addAll(new ObjectDecoder(target, problems).decode(root, document));
            return graph.isPresent();
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

    private LocatedValue build(NodeGraph graph, DocumentProblems listener) {
        listener.setSubject(ObjectName.of(graph.root()));
        return LocatedValueBuilder.build(graph, budget, listener);
    }

    private static LocatedValue noContent() {
        return LocatedValue.scalar(JsonNull.NULL, new LineColumn(1, 1));
    }
}
