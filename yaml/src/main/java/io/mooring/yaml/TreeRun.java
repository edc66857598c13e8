package io.mooring.yaml;

import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.located.Composed;
import io.mooring.yaml.parse.DocumentSplitter;
import io.mooring.yaml.parse.JsonComposer;
import io.mooring.yaml.scanner.DocumentText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The reading of the first document as a tree of which nothing is interpreted. */
final class TreeRun implements SourceReader {
    private final ProblemCollector problems;
    private final DocumentReader documents;
    private JsonValue tree = JsonNull.NULL;

    TreeRun(Limits limits) {
        this.problems = new ProblemCollector(limits);
        this.documents = new DocumentReader(limits, problems);
    }

    JsonValue read(Source source) {
        try {
            source.read(this);
        } catch (ReadingStopped stopped) {
            throw new ManifestException(problems.all());
        }
        if (!problems.all().isEmpty()) {
            throw new ManifestException(problems.all());
        }
        return tree;
    }

    @Override
    public void readYaml(String source, String text) {
        if (documents.isTooLong(source, text)) {
            return;
        }
        List<DocumentText> texts = DocumentSplitter.split(text, 1);
        if (!texts.isEmpty()) {
            readDocument(source, () -> documents.parse(texts.get(0)));
        }
    }

    @Override
    public void readJson(String source, String text) {
        if (documents.isTooLong(source, text)) {
            return;
        }
        try (JsonComposer values = documents.json(text)) {
            readDocument(source, values::next);
        }
    }

    @Override
    public void readNothing(Problem problem) {
        problems.add(problem);
    }

    private void readDocument(String source, Supplier<? extends Optional<? extends Composed>> parser) {
        documents.read(Location.ofDocument(source, 1), parser, root -> tree = root.value());
    }
}
