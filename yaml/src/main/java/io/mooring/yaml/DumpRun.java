package io.mooring.yaml;

import io.mooring.admission.object.Kinds;
import io.mooring.tree.FieldPath;
import io.mooring.yaml.located.Composed;
import io.mooring.yaml.located.ComposedJson;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.parse.DocumentSplitter;
import io.mooring.yaml.parse.JsonComposer;
import io.mooring.yaml.parse.ListSplitter;
import io.mooring.yaml.scanner.DocumentText;
import io.mooring.yaml.scanner.TemplateActions;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The reading of a dump: each object is handed on and not kept. A list is read item by item where that can be done. */
final class DumpRun implements SourceReader {
    private static final FieldPath ITEMS = FieldPath.of("items");
    private static final String NEXT_DOCUMENT = "\n---";
    /** As long as a manifest may be that somebody wrote. */
    private static final int LONGEST_TEMPLATE = Limits.DEFAULT.documentLength();

    private final Limits limits;
    private final DumpListener listener;
    private final ProblemCollector problems;
    private final DocumentReader documents;

    DumpRun(Limits limits, DumpListener listener) {
        this(limits, listener, new ProblemCollector(limits));
    }

    private DumpRun(Limits limits, DumpListener listener, ProblemCollector problems) {
        this(limits, listener, problems, new DocumentReader(limits, problems));
    }

    private DumpRun(Limits limits, DumpListener listener, ProblemCollector problems, DocumentReader documents) {
        this.limits = limits;
        this.listener = listener;
        this.problems = problems;
        this.documents = documents;
    }

    List<Problem> problems() {
        return problems.all();
    }

    /**
     * What is a template of manifests gives one problem, in the place of all that it has as a manifest. A long text is none:
     * its objects are handed on as they are read, and cannot be taken back.
     */
    @Override
    public void readYaml(String source, String text) {
        Optional<LineColumn> template =
                text.length() > LONGEST_TEMPLATE ? Optional.empty() : TemplateActions.first(text);
        if (documents.isTooLong(source, text)) {
            return;
        }
        if (template.isEmpty()) {
            readJsonOrYaml(source, text);
            return;
        }
        int firstProblem = problems.size();
        HeldObjects held = new HeldObjects();
        Optional<ReadingStopped> stopped = new DumpRun(limits, held, problems, documents).readAll(source, text);
        if (problems.size() == firstProblem) {
            held.handTo(listener);
            return;
        }
        problems.dropFrom(firstProblem);
        problems.add(new Problem.Template(Location.ofSource(source).at(FieldPath.ROOT, template.get())));
        if (stopped.isPresent() && documents.isExhausted()) {
            throw stopped.get();
        }
    }

    /** All of it, or what comes before where the reading has to stop. */
    private Optional<ReadingStopped> readAll(String source, String text) {
        try {
            readJsonOrYaml(source, text);
            return Optional.empty();
        } catch (ReadingStopped stopped) {
            return Optional.of(stopped);
        }
    }

    /** JSON is YAML too, but takes much less to read as what it is. */
    private void readJsonOrYaml(String source, String text) {
        boolean looksLikeJson = text.stripLeading().startsWith("{") && !text.contains(NEXT_DOCUMENT);
        if (looksLikeJson && readIfJson(source, text)) {
            return;
        }
        List<DocumentText> texts = DocumentSplitter.split(text, limits.documents() + 1);
        for (int i = 0; i < texts.size() && !documents.areTooMany(source, i + 1); i++) {
            readYamlDocument(texts.get(i), Location.ofDocument(source, i + 1));
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
        try (JsonComposer frames = documents.json(text);
                JsonComposer items = documents.json(text)) {
            readJsonFrom(1, source, frames, items);
        }
    }

    /** Whether the text is JSON, at least in its first value and but for that value's end; only then it is read. */
    private boolean readIfJson(String source, String text) {
        try (JsonComposer frames = documents.json(text);
                JsonComposer items = documents.json(text)) {
            Supplier<? extends Optional<? extends Composed>> first = attempt(frames);
            if (readJsonValue(Location.ofDocument(source, 1), first, items)) {
                readJsonFrom(2, source, frames, items);
            }
            return true;
        } catch (MayBeYaml notJson) {
            return false;
        }
    }

    /** The first value, or why there is none. */
    private static Supplier<? extends Optional<? extends Composed>> attempt(JsonComposer frames) throws MayBeYaml {
        try {
            Optional<ComposedJson> graph = frames.nextWithoutItems();
            return () -> graph;
        } catch (DocumentRefusal refusal) {
            if (refusal.mayBeYaml()) {
                throw new MayBeYaml();
            }
            return () -> {
                throw refusal;
            };
        }
    }

    private void readJsonFrom(int number, String source, JsonComposer frames, JsonComposer items) {
        boolean isThere = true;
        for (int i = number; isThere && !documents.areTooMany(source, i); i++) {
            isThere = readJsonValue(Location.ofDocument(source, i), frames::nextWithoutItems, items);
        }
    }

    /** Whether there was a value, which may be a list: its frame, and then its items. */
    private boolean readJsonValue(
            Location document, Supplier<? extends Optional<? extends Composed>> first, JsonComposer items) {
        ObjectDecoder frame = new ObjectDecoder(Optional.empty(), problems);
        boolean isThere = read(document, frame, Optional.empty(), first);
        boolean hasMore = isThere && items.enterItems() && !frame.lists().isEmpty();
        for (int i = 0; hasMore; i++) {
            ObjectDecoder item = new ObjectDecoder(Optional.empty(), problems);
            hasMore = read(document.withItem(ITEMS.index(i)), item, itemType(frame), items::nextItem);
        }
        return isThere && items.leaveValue();
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
            Supplier<? extends Optional<? extends Composed>> parser) {
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
