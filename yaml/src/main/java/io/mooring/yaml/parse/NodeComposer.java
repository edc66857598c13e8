package io.mooring.yaml.parse;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonString;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeTable;
import io.mooring.yaml.scanner.BlockScalarIndent;
import io.mooring.yaml.scanner.CodePointReader;
import io.mooring.yaml.scanner.Directives;
import io.mooring.yaml.scanner.DocumentText;
import io.mooring.yaml.scanner.Escapes;
import io.mooring.yaml.scanner.Layout;
import io.mooring.yaml.scanner.RepairableText;
import io.mooring.yaml.text.Excerpt;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/** Composes the nodes of one document from SnakeYAML's events. One attempt at one text. */
final class NodeComposer {
    /** Upstream's {@code is_alpha}; SnakeYAML takes more. */
    private static final Pattern ANCHOR = Pattern.compile("[0-9A-Za-z_-]+");

    private static final LoaderOptions OPTIONS = options();

    private final RepairableText repairable;
    private final DocumentText text;
    private final Layout layout;
    private final Budget budget;
    private final Parser events;
    private final NodeTable nodes;
    private final Map<String, Integer> anchors = new HashMap<>(0);
    private long spentNodes;

    /**
     * @param reader with the text
     * @param nodes takes them
     */
    NodeComposer(RepairableText repairable, CodePointReader reader, NodeTable nodes, Budget budget) {
        this.repairable = repairable;
        this.text = repairable.text();
        this.layout = repairable.newLayout();
        this.budget = budget;
        this.nodes = nodes;
        this.events = new ParserImpl(reader, OPTIONS);
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    Layout layout() {
        return layout;
    }

    /** What this attempt cost. */
    long spentNodes() {
        return spentNodes;
    }

    /** Whether there is anything in the document, whose nodes are in the table then. */
    boolean compose() {
        nodes.clear();
        boolean hasDirectives = Directives.check(text, budget);
        events.getEvent();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            if (hasDirectives) {
                throw DocumentRefusal.notYaml("a directive without a document", LineColumn.UNKNOWN);
            }
            return false;
        }
        events.getEvent();
        addNode(1);
        events.getEvent();
        return true;
    }

    private void addNode(int depth) {
        Event event = events.getEvent();
        LineColumn start = text.position(event.getStartMark());
        spendNode(start);
        switch (event.getEventId()) {
            case Scalar -> addScalar((ScalarEvent) event, start);
            case Alias -> addAlias((AliasEvent) event, start);
            case SequenceStart -> addSequence((SequenceStartEvent) event, start, depth);
            case MappingStart -> addMapping((MappingStartEvent) event, start, depth);
            default -> throw new IllegalStateException("no node begins with " + event);
        }
    }

    private void spendNode(LineColumn start) {
        budget.spendNodes(1, start);
        spentNodes++;
    }

    private void addScalar(ScalarEvent event, LineColumn start) {
        if (Escapes.hasSurrogate(event)) {
            throw DocumentRefusal.notYaml("an escape names half a character", start);
        }
        if (BlockScalarIndent.hasTab(event)) {
            throw DocumentRefusal.notYaml(RepairableText.TAB_AS_INDENTATION, start);
        }
        layout.scalar(event);
        budget.checkScalar(event.getValue(), start);
        JsonString value = budget.shared(repairable.restore(event.getValue()));
        NodeTable.Kind kind = event.isPlain() ? NodeTable.Kind.PLAIN : NodeTable.Kind.QUOTED;
        anchor(event, nodes.addScalar(kind, value, Tags.of(event), start));
    }

    private void addAlias(AliasEvent event, LineColumn start) {
        Integer target = anchors.get(event.getAnchor());
        if (target == null) {
            throw DocumentRefusal.badAlias(FieldPath.ROOT, "", "has no anchor before it", start);
        }
        nodes.addAlias(event.getAnchor(), target, start);
    }

    /** Anchored before its items are read, so that an alias among them means this list, and is refused for that. */
    private void addSequence(SequenceStartEvent event, LineColumn start, int depth) {
        budget.checkDepth(depth, start);
        int sequence = nodes.begin(NodeTable.Kind.SEQUENCE, start);
        anchor(event, sequence);
        int outerIndent = layout.enter(event, Layout.UNKNOWN_COLUMN);
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            addNode(depth + 1);
        }
        layout.leave(event, events.getEvent(), outerIndent);
        nodes.end(sequence);
    }

    private void addMapping(MappingStartEvent event, LineColumn start, int depth) {
        budget.checkDepth(depth, start);
        int mapping = nodes.begin(NodeTable.Kind.MAPPING, start);
        anchor(event, mapping);
        int outerIndent = layout.enter(event, events.peekEvent().getStartMark().getColumn());
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            addNode(depth + 1);
            addNode(depth + 1);
        }
        layout.leave(event, events.getEvent(), outerIndent);
        nodes.end(mapping);
    }

    /** An anchor counts as a node, as it does upstream. */
    private void anchor(NodeEvent event, int node) {
        if (event.getAnchor() == null) {
            return;
        }
        if (!ANCHOR.matcher(event.getAnchor()).matches()) {
            String name = Excerpt.of(event.getAnchor());
            throw DocumentRefusal.notYaml(
                    "the anchor &" + name + " has more than letters, digits, _ and -", nodes.start(node));
        }
        spendNode(nodes.start(node));
        anchors.put(event.getAnchor(), node);
        nodes.anchor(node);
    }
}
