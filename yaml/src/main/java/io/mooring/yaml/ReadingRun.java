package io.mooring.yaml;

import io.mooring.tree.FieldPath;
import io.mooring.yaml.located.Composed;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.parse.DocumentSplitter;
import io.mooring.yaml.parse.JsonComposer;
import io.mooring.yaml.scanner.DocumentText;
import io.mooring.yaml.scanner.TemplateActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One reading: what it has found so far, and what it may still cost. */
final class ReadingRun implements SourceReader {
    private final Limits limits;
    private final Optional<RequestTarget> target;
    private final ProblemCollector problems;
    private final DocumentReader documents;
    private final List<Manifest> manifests = new ArrayList<>();
    private boolean isStopped;

    ReadingRun(Limits limits, Optional<RequestTarget> target) {
        this.limits = limits;
        this.target = target;
        this.problems = new ProblemCollector(limits);
        this.documents = new DocumentReader(limits, problems);
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
    @Override
    public void readYaml(String source, String text) {
        if (documents.isTooLong(source, text)) {
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
        if (stopped.isPresent() && (template.isEmpty() || documents.isExhausted())) {
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
        List<DocumentText> texts = DocumentSplitter.split(text, target.isPresent() ? 1 : limits.documents() + 1);
        for (int i = 0; i < texts.size() && !documents.areTooMany(source, i + 1); i++) {
            DocumentText document = texts.get(i);
            readDocument(Location.ofDocument(source, i + 1), () -> documents.parse(document));
        }
    }

    /** A request has one value; what follows is not looked at. */
    @Override
    public void readJson(String source, String text) {
        if (documents.isTooLong(source, text)) {
            return;
        }
        try (JsonComposer values = documents.json(text)) {
            boolean hasMore = true;
            for (int i = 0; hasMore && !documents.areTooMany(source, i + 1); i++) {
                hasMore = readDocument(Location.ofDocument(source, i + 1), values::next) && target.isEmpty();
            }
        }
    }

    @Override
    public void readNothing(Problem problem) {
        problems.add(problem);
    }

    private boolean readDocument(Location document, Supplier<? extends Optional<? extends Composed>> parser) {
        return documents.read(
                document, parser, root -> manifests.addAll(new ObjectDecoder(target, problems).decode(root, document)));
    }
}
