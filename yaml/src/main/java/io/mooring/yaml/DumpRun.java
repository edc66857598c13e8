package io.mooring.yaml;

import io.mooring.admission.object.Kinds;
import io.mooring.tree.FieldPath;
import io.mooring.yaml.node.NodeGraph;
import io.mooring.yaml.node.SharedTexts;
import io.mooring.yaml.parse.DocumentSplitter;
import io.mooring.yaml.parse.JsonComposer;
import io.mooring.yaml.parse.ListSplitter;
import io.mooring.yaml.scanner.DocumentText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The reading of a dump: each object is handed on and not kept. A list is read item by item where that can be done. */
final class DumpRun implements SourceReader {
    private static final FieldPath ITEMS = FieldPath.of("items");
    private static final int MOST_SHARED = 1 << 20;

    private final Limits limits;
    private final DumpListener listener;
    private final ProblemCollector problems;
    private final DocumentReader documents;

    DumpRun(Limits limits, DumpListener listener) {
        this.limits = limits;
        this.listener = listener;
        this.problems = new ProblemCollector(limits);
        this.documents = new DocumentReader(limits, problems, SharedTexts.upTo(MOST_SHARED));
    }

    List<Problem> problems() {
        return problems.all();
    }

    @Override
    public void readYaml(String source, String text) {
        if (text.stripLeading().startsWith("{")) {
            readJson(source, text);
        } else if (!documents.isTooLong(source, text)) {
            List<DocumentText> texts = DocumentSplitter.split(text, limits.documents() + 1);
            for (int i = 0; i < texts.size() && !documents.areTooMany(source, i + 1); i++) {
                readYamlDocument(texts.get(i), Location.ofDocument(source, i + 1));
            }
        }
    }

    private void readYamlDocument(DocumentText text, Location document) {
        Optional<ListSplitter.Parts> list = ListSplitter.split(text);
        if (list.isEmpty()) {
            read(
                    document,
                    new ObjectDecoder(Optional.empty(), problems),
                    Optional.empty(),
                    () -> documents.parse(text));
            return;
        }
        ObjectDecoder frame = new ObjectDecoder(Optional.empty(), problems);
        read(document, frame, Optional.empty(), () -> documents.parse(list.get().frame()));
        int number = 0;
        for (DocumentText item : list.get().items()) {
            ObjectDecoder decoder = new ObjectDecoder(Optional.empty(), problems);
            read(document.withItem(ITEMS.index(number++)), decoder, itemType(frame), () -> documents.parse(item));
        }
    }

    @Override
    public void readJson(String source, String text) {
        if (documents.isTooLong(source, text)) {
            return;
        }
        Location document = Location.ofDocument(source, 1);
        try (JsonComposer frames = documents.json(text);
                JsonComposer items = documents.json(text)) {
            ObjectDecoder frame = new ObjectDecoder(Optional.empty(), problems);
            read(document, frame, Optional.empty(), frames::nextWithoutItems);
            boolean hasMore = !frame.lists().isEmpty() && items.enterItems();
            for (int i = 0; hasMore; i++) {
                ObjectDecoder item = new ObjectDecoder(Optional.empty(), problems);
                hasMore = read(document.withItem(ITEMS.index(i)), item, itemType(frame), items::nextItem);
            }
        }
    }

    private static Optional<TypeMeta> itemType(ObjectDecoder frame) {
        return frame.lists().stream().findFirst().flatMap(list -> list.type().ofItems());
    }

    @Override
    public void readNothing(Problem problem) {
        problems.add(problem);
    }

    /**
     * Reads a document or an item, and says whether there was one.
     *
     * @param defaultType what an item of a list is that does not say so itself
     */
    private boolean read(
            Location location,
            ObjectDecoder decoder,
            Optional<TypeMeta> defaultType,
            Supplier<Optional<NodeGraph>> parser) {
        boolean isThere = documents.read(
                location,
                parser,
                root -> decoder.decode(root, location, defaultType).forEach(listener::object));
        decoder.lists()
                .forEach(list -> listener.list(
                        list.type().ofItems().map(type -> Kinds.of(type.apiVersion(), type.kind())),
                        list.resourceVersion()));
        return isThere;
    }
}
