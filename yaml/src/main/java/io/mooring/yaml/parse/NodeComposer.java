package io.mooring.yaml.parse;

import io.mooring.tree.FieldPath;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeGraph;
import io.mooring.yaml.node.YamlNode;
import io.mooring.yaml.scanner.BlockScalarIndent;
import io.mooring.yaml.scanner.CodePointReader;
import io.mooring.yaml.scanner.Directives;
import io.mooring.yaml.scanner.DocumentText;
import io.mooring.yaml.scanner.Escapes;
import io.mooring.yaml.scanner.Layout;
import io.mooring.yaml.scanner.RepairableText;
import io.mooring.yaml.text.Excerpt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private final RepairableText repairable;
    private final DocumentText text;
    private final Layout layout;
    private final Budget budget;
    private final Parser events;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private final Set<YamlNode> anchored = Collections.newSetFromMap(new IdentityHashMap<>());
    private long spentNodes;

    /** @throws org.yaml.snakeyaml.reader.ReaderException if there is a character that YAML does not allow */
    NodeComposer(RepairableText repairable, Budget budget) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.repairable = repairable;
        this.text = repairable.text();
        this.layout = repairable.newLayout();
        this.budget = budget;
        this.events = new ParserImpl(new CodePointReader(text, budget), options);
    }

    Layout layout() {
        return layout;
    }

    /** What this attempt cost. */
    long spentNodes() {
        return spentNodes;
    }

    /** The document's nodes; empty if there is nothing in it. */
    Optional<NodeGraph> compose() {
        boolean hasDirectives = Directives.check(text, budget);
        events.getEvent();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            if (hasDirectives) {
                throw DocumentRefusal.notYaml("a directive without a document", LineColumn.UNKNOWN);
            }
            return Optional.empty();
        }
        events.getEvent();
        YamlNode root = node(1);
        events.getEvent();
        // Whether a node is in an empty set of the JDK is known without its hash.
        return Optional.of(new NodeGraph(root, anchored.isEmpty() ? Set.of() : anchored));
    }

    private YamlNode node(int depth) {
        Event event = events.getEvent();
        LineColumn start = text.position(event.getStartMark());
        spendNode(start);
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event, start);
            case Alias -> alias((AliasEvent) event, start);
            case SequenceStart -> sequence((SequenceStartEvent) event, start, depth);
            case MappingStart -> mapping((MappingStartEvent) event, start, depth);
            default -> throw new IllegalStateException("no node begins with " + event);
        };
    }

    private void spendNode(LineColumn start) {
        budget.spendNodes(1, start);
        spentNodes++;
    }

    private YamlNode scalar(ScalarEvent event, LineColumn start) {
        if (Escapes.hasSurrogate(event)) {
            throw DocumentRefusal.notYaml("an escape names half a character", start);
        }
        if (BlockScalarIndent.hasTab(event)) {
            throw DocumentRefusal.notYaml(RepairableText.TAB_AS_INDENTATION, start);
        }
        layout.scalar(event);
        budget.checkScalar(event.getValue(), start);
        String value = budget.shared(repairable.restore(event.getValue())).value();
        YamlNode scalar = new YamlNode.Scalar(value, Tags.of(event), event.isPlain(), start);
        anchor(event, scalar);
        return scalar;
    }

    private YamlNode alias(AliasEvent event, LineColumn start) {
        YamlNode target = anchors.get(event.getAnchor());
        if (target == null) {
            throw DocumentRefusal.badAlias(FieldPath.ROOT, "", "has no anchor before it", start);
        }
        return new YamlNode.Alias(event.getAnchor(), target, start);
    }

    /** Anchored before its items are read, so that an alias among them means this list, and is refused for that. */
    private YamlNode sequence(SequenceStartEvent event, LineColumn start, int depth) {
        budget.checkDepth(depth, start);
        List<YamlNode> items = new ArrayList<>();
        YamlNode sequence = new YamlNode.Sequence(items, start);
        anchor(event, sequence);
        layout.enter(event, Layout.UNKNOWN_COLUMN);
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        layout.leave(event, events.getEvent());
        return sequence;
    }

    private YamlNode mapping(MappingStartEvent event, LineColumn start, int depth) {
        budget.checkDepth(depth, start);
        List<YamlNode.Entry> entries = new ArrayList<>();
        YamlNode mapping = new YamlNode.Mapping(entries, start);
        anchor(event, mapping);
        layout.enter(event, events.peekEvent().getStartMark().getColumn());
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            entries.add(new YamlNode.Entry(node(depth + 1), node(depth + 1)));
        }
        layout.leave(event, events.getEvent());
        return mapping;
    }

    /** An anchor counts as a node, as it does upstream. */
    private void anchor(NodeEvent event, YamlNode node) {
        if (event.getAnchor() == null) {
            return;
        }
        if (!ANCHOR.matcher(event.getAnchor()).matches()) {
            String name = Excerpt.of(event.getAnchor());
            throw DocumentRefusal.notYaml(
                    "the anchor &" + name + " has more than letters, digits, _ and -", node.start());
        }
        spendNode(node.start());
        anchors.put(event.getAnchor(), node);
        anchored.add(node);
    }
}
