package io.mooring.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads the nodes of one document from the parser's events. */
final class YamlComposer {
    private static final String YAML = "YAML";
    private static final Pattern ANCHOR = Pattern.compile("[0-9A-Za-z_-]+");

    private final Parser events;
    private final Documents.Text text;
    private final Colons colons;
    private final Place place;
    private final Budget budget;
    private final boolean looksAtBlanks;
    private final List<Tabs.Span> flows = new ArrayList<>();
    private final List<Tabs.Plain> plains = new ArrayList<>();
    private int flowDepth;
    /** The column of the block that is being read, from 0. */
    private int indent = -1;

    private int spent;
    private final Map<String, Node> anchors = new HashMap<>();
    private final Set<Node> anchored = Collections.newSetFromMap(new IdentityHashMap<>());

    private YamlComposer(Tabs tabs, Colons colons, Place place, Budget budget) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.text = tabs.text();
        this.events = new ParserImpl(new WholeText(text.text()), options);
        this.looksAtBlanks = tabs.areToBeChecked();
        this.colons = colons;
        this.place = place;
        this.budget = budget;
    }

    /**
     * The document's nodes; empty for a document without any.
     *
     * @throws Refusal if it is no YAML or beyond the limits
     */
    static Optional<Composed> compose(Documents.Text text, Place place, Budget budget) {
        Tabs tabs = new Tabs(text);
        Colons colons = new Colons(text);
        while (true) {
            YamlComposer composer = of(tabs, colons, place, budget);
            try {
                Optional<Composed> composed = composer.document();
                tabs.check(composer.flows, composer.plains, place);
                return composed;
            } catch (MarkedYAMLException e) {
                if (!tabs.replace(e)) {
                    throw new Refusal(syntax(e, text, place));
                }
                budget.restore(composer.spent);
            } catch (Colons.Within e) {
                if (!tabs.parseInstead(colons.replaced(tabs.text(), e))) {
                    Place where = place.at(position(e.mark(), text.firstLine()));
                    throw new Refusal(new Problem.Syntax(where, YAML, "too many colons without a space after them"));
                }
                budget.restore(composer.spent);
            } catch (YAMLException e) {
                throw new Refusal(new Problem.Syntax(place, YAML, firstLineOf(e.getMessage())));
            } catch (NumberFormatException e) {
                // The parser leaves it to Java to refuse \\U99999999.
                throw new Refusal(new Problem.Syntax(place, YAML, "an escape names no character"));
            }
        }
    }

    private static YamlComposer of(Tabs tabs, Colons colons, Place place, Budget budget) {
        try {
            return new YamlComposer(tabs, colons, place, budget);
        } catch (ReaderException e) {
            String character = String.format("the character U+%04X is not allowed", e.getCodePoint());
            throw new Refusal(new Problem.Syntax(place, YAML, character));
        }
    }

    private static Problem syntax(MarkedYAMLException e, Documents.Text text, Place place) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        Place where = mark == null ? place : place.at(position(mark, text.firstLine()));
        String context = e.getContext() == null ? "" : e.getContext() + ", ";
        return new Problem.Syntax(where, YAML, firstLineOf(context + e.getProblem()));
    }

    private static String firstLineOf(@Nullable String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        int more = line.indexOf(". (Do not use");
        return Shortened.text(more < 0 ? line : line.substring(0, more));
    }

    static Position position(Mark mark, int firstLine) {
        return new Position(mark.getLine() + firstLine, mark.getColumn() + 1);
    }

    private Optional<Composed> document() {
        boolean hasDirectives = Directives.check(text.text(), place);
        events.getEvent();
        if (events.checkEvent(Event.ID.StreamEnd)) {
            if (hasDirectives) {
                throw new Refusal(new Problem.Syntax(place, YAML, "a directive without a document"));
            }
            return Optional.empty();
        }
        events.getEvent();
        Node root = node(1);
        events.getEvent();
        return Optional.of(new Composed(root, anchored));
    }

    private Node node(int depth) {
        Event event = events.getEvent();
        Position start = position(event.getStartMark(), text.firstLine());
        budget.spendNodes(1, place, start);
        spent++;
        if (event instanceof ScalarEvent scalar) {
            if (flowDepth > 0) {
                Colons.check(scalar);
            }
            if (Escapes.nameSurrogates(scalar)) {
                throw new Refusal(new Problem.Syntax(place.at(start), YAML, "an escape names half a character"));
            }
            if (BlockIndent.hasTab(scalar)) {
                throw new Refusal(new Problem.Syntax(place.at(start), YAML, Tabs.NO_INDENTATION));
            }
            noteBlanks(scalar, start);
            budget.checkScalar(scalar.getValue(), place, start);
            return anchor(scalar, scalar(scalar, start));
        }
        if (event instanceof AliasEvent alias) {
            return alias(alias, start);
        }
        budget.checkDepth(depth, place, start);
        if (event instanceof SequenceStartEvent sequence) {
            return sequence(sequence, start, depth);
        }
        return mapping((MappingStartEvent) event, start, depth);
    }

    private Node scalar(ScalarEvent event, Position start) {
        String tag = event.getTag() == null ? "" : event.getTag();
        return new Node.Scalar(colons.restored(event.getValue()), tag, event.isPlain(), start);
    }

    private Node alias(AliasEvent event, Position start) {
        Node target = anchors.get(event.getAnchor());
        if (target == null) {
            throw new Refusal(new Problem.BadAlias(place.at(start), event.getAnchor(), "has no anchor before it"));
        }
        return new Node.Alias(event.getAnchor(), target, start);
    }

    /** Anchored before its items are read: an alias within it means this list, and is refused for that. */
    private Node sequence(SequenceStartEvent event, Position start, int depth) {
        List<Node> items = new ArrayList<>();
        Node sequence = anchor(event, new Node.Sequence(items, start));
        openFlow(event);
        int outer = indent;
        indent = indentOf(event, Integer.MAX_VALUE - 1);
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            items.add(node(depth + 1));
        }
        indent = outer;
        closeFlow(event, start);
        return sequence;
    }

    private Node mapping(MappingStartEvent event, Position start, int depth) {
        List<Node.Entry> entries = new ArrayList<>();
        Node mapping = anchor(event, new Node.Mapping(entries, start));
        openFlow(event);
        int outer = indent;
        indent = indentOf(event, events.peekEvent().getStartMark().getColumn());
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            entries.add(new Node.Entry(node(depth + 1), node(depth + 1)));
        }
        indent = outer;
        closeFlow(event, start);
        return mapping;
    }

    /** An anchor or a tag may stand elsewhere than the block; then {@code ofContent} counts. */
    private int indentOf(CollectionStartEvent event, int ofContent) {
        if (event.isFlow()) {
            return indent;
        }
        boolean hasProperties = event.getAnchor() != null || event.getTag() != null;
        return hasProperties ? ofContent : event.getStartMark().getColumn();
    }

    /** Where an anchor or a tag stands before it, only the blanks after the text count. */
    private void noteBlanks(ScalarEvent scalar, Position start) {
        if (looksAtBlanks && scalar.isPlain()) {
            boolean hasProperties = scalar.getAnchor() != null || scalar.getTag() != null;
            Position from = hasProperties ? position(scalar.getEndMark(), text.firstLine()) : start;
            plains.add(new Tabs.Plain(new Tabs.Span(from, Blanks.endAfter(scalar, text.firstLine())), indent + 1));
        }
    }

    private void openFlow(CollectionStartEvent event) {
        flowDepth += event.isFlow() ? 1 : 0;
    }

    private void closeFlow(CollectionStartEvent event, Position start) {
        Position end = position(events.getEvent().getEndMark(), text.firstLine());
        flowDepth -= event.isFlow() ? 1 : 0;
        if (event.isFlow() && flowDepth == 0) {
            flows.add(new Tabs.Span(start, end));
        }
    }

    private Node anchor(NodeEvent event, Node node) {
        if (event.getAnchor() != null) {
            checkAnchor(event.getAnchor(), node.start());
            budget.spendNodes(1, place, node.start());
            spent++;
            anchors.put(event.getAnchor(), node);
            if (!(node instanceof Node.Scalar)) {
                anchored.add(node);
            }
        }
        return node;
    }

    /** The parser beneath takes more. */
    private void checkAnchor(String name, Position start) {
        if (!ANCHOR.matcher(name).matches()) {
            throw new Refusal(new Problem.Syntax(
                    place.at(start),
                    YAML,
                    "the anchor &" + Shortened.text(name) + " has more than letters, digits, _ and -"));
        }
    }
}
