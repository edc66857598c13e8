package io.mooring.yaml.located;

import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeTable;
import io.mooring.yaml.node.ProblemListener;
import io.mooring.yaml.text.WrittenText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the value of a document from its nodes. What a merge key brings is assigned where the merge key stands, and a key
 * that is there already, before or after, is a duplicate: upstream's strict decoder lets nothing override a merge.
 */
public final class LocatedValueBuilder {
    private final NodeTable nodes;
    private final Budget budget;
    private final ProblemListener problems;
    private final AnchoredScalars scalars;
    private final FieldNames names;
    private final OpenPath path = new OpenPath();
    private final Map<Integer, Repeatable> repeatables = new HashMap<>(0);
    /** The anchored nodes that are being built. */
    private final BitSet open = new BitSet(0);

    private final AliasShare share = new AliasShare();
    private final WritingCost cost;
    private final OpenFields openFields = new OpenFields();
    private int deepest;

    /**
     * An anchored value, for its aliases.
     *
     * @param nodes how many nodes an alias of it repeats
     * @param height how many lists and maps lie within one another in it, itself left out
     * @param written how much it takes to write it where it stands
     * @param depth where it stands
     */
    private record Repeatable(LocatedValue value, long nodes, int height, long written, int depth) {
        /** How much it takes to write it there. */
        long writtenAt(int other) {
            return Math.max(0, written + WritingCost.INDENTATION * nodes * (other - depth));
        }
    }

    private LocatedValueBuilder(NodeTable nodes, Budget budget, ProblemListener problems) {
        this.nodes = nodes;
        this.budget = budget;
        this.problems = problems;
        this.cost = new WritingCost(budget);
        this.scalars = new AnchoredScalars(nodes, budget);
        this.names = new FieldNames(nodes, scalars, path, budget, problems);
    }

    /**
     * The document's value; {@code problems} is told of each part that cannot be read.
     *
     * @throws DocumentRefusal if the document is larger than it may be, or aliases repeat too much
     */
    public static LocatedValue build(NodeTable document, Budget budget, ProblemListener problems) {
        return new LocatedValueBuilder(document, budget, problems).value(NodeTable.ROOT, 1);
    }

    private LocatedValue value(int node, int depth) {
        deepest = Math.max(deepest, depth);
        share.countNode();
        return nodes.isAnchored(node) && !nodes.isScalar(node) ? repeatable(node, depth) : built(node, depth);
    }

    private LocatedValue built(int node, int depth) {
        return switch (nodes.kind(node)) {
            case PLAIN, QUOTED -> written(node, depth);
            case SEQUENCE -> list(node, depth);
            case MAPPING -> object(node, depth);
            case ALIAS -> alias(node, depth);
        };
    }

    /** Builds an anchored value and measures it, since each alias of it will cost the same again. */
    private LocatedValue repeatable(int node, int depth) {
        long nodesBefore = share.nodes();
        long writtenBefore = cost.written();
        int deepestBefore = deepest;
        deepest = depth;
        open.set(node);
        LocatedValue value = built(node, depth);
        open.clear(node);
        long count = share.nodes() - nodesBefore + 1;
        repeatables.put(node, new Repeatable(value, count, deepest - depth, cost.written() - writtenBefore, depth));
        deepest = Math.max(deepest, deepestBefore);
        return value;
    }

    private LocatedValue written(int scalar, int depth) {
        LineColumn start = nodes.start(scalar);
        LocatedValue value = scalar(scalar, start);
        cost.payScalar(value.value(), depth, start);
        return value;
    }

    /** Tells if it cannot be read. */
    private LocatedValue scalar(int scalar, LineColumn at) {
        Optional<JsonValue> value = scalars.value(scalar, at);
        if (value.isEmpty()) {
            String text = nodes.text(scalar).value();
            problems.badScalar(path.path(), text, scalars.resolved(scalar, at).fault(), nodes.start(scalar));
            return LocatedScalar.unreadable(at);
        }
        return LocatedValue.scalar(value.get(), at);
    }

    private LocatedValue list(int sequence, int depth) {
        LineColumn start = nodes.start(sequence);
        budget.checkDepth(depth, start);
        cost.payCollection(depth, start);
        List<LocatedValue> items = new ArrayList<>();
        for (int node = nodes.first(sequence); node < nodes.behind(sequence); node = nodes.next(node)) {
            long before = cost.written();
            path.enter(items.size());
            LocatedValue item = value(node, depth + 1);
            path.leave();
            cost.payItem(item.value(), before, item.start());
            items.add(item);
        }
        return LocatedValue.list(items, start);
    }

    private LocatedValue object(int mapping, int depth) {
        LineColumn start = nodes.start(mapping);
        budget.checkDepth(depth, start);
        cost.payCollection(depth, start);
        Fields fields = new Fields(depth);
        for (int key = nodes.first(mapping); key < nodes.behind(mapping); ) {
            int value = nodes.next(key);
            if (names.isMerge(key)) {
                fields.merge(value);
            } else {
                fields.add(key, value);
            }
            key = nodes.next(value);
        }
        return fields.members.close(start);
    }

    private LocatedValue alias(int alias, int depth) {
        LineColumn start = nodes.start(alias);
        int target = nodes.target(alias);
        if (open.get(target)) {
            problems.badAlias(path.path(), nodes.text(alias).value(), "is part of what it repeats", start);
            return LocatedScalar.unreadable(start);
        }
        if (nodes.isScalar(target)) {
            LocatedValue value = scalar(target, start);
            long length = WrittenText.length(value.value()) + WritingCost.INDENTATION * (long) depth;
            return repeated(alias, new Repeatable(value, 1, 0, length, depth), depth);
        }
        @Nullable Repeatable repeatable = repeatables.get(target);
        // A list or a map in the place of a key, where it is refused, is not built before an alias asks for it.
        return repeatable == null ? value(target, depth).repeatedAt(start) : repeated(alias, repeatable, depth);
    }

    private LocatedValue repeated(int alias, Repeatable repeatable, int depth) {
        LineColumn start = nodes.start(alias);
        int bottom = depth + repeatable.height();
        long length = repeatable.writtenAt(depth);
        budget.spendNodes(repeatable.nodes(), start);
        cost.payRepeated(length, start);
        budget.checkDepth(bottom, start);
        deepest = Math.max(deepest, bottom);
        share.countRepeated(repeatable.nodes());
        if (share.isTooLarge()) {
            throw DocumentRefusal.badAlias(
                    path.path(), nodes.text(alias).value(), "repeats too much: there is little else", start);
        }
        return repeatable.value().repeatedAt(start);
    }

    /** The fields of one object while it is built. */
    private final class Fields {
        private final int depth;
        private final OpenFields.Open members = openFields.begin();
        private Set<String> merged = Set.of();

        private Fields(int depth) {
            this.depth = depth;
        }

        private void add(int key, int value) {
            share.countNode();
            Optional<String> name = names.name(key);
            if (name.isEmpty()) {
                value(value, depth + 1);
                members.flawed(Flaw.HERE);
                return;
            }
            LineColumn start = nodes.start(key);
            if (nodes.kind(key) == NodeTable.Kind.ALIAS) {
                cost.payRepeatedName(name.get(), start);
            } else {
                cost.payName(name.get(), start);
            }
            path.enter(name.get());
            LocatedValue built = value(value, depth + 1);
            path.leave();
            put(name.get(), start, built);
        }

        /** The first map of a list has the last word, so the list is merged from its end. */
        private void merge(int value) {
            if (nodes.kind(value) == NodeTable.Kind.SEQUENCE) {
                Deque<Integer> maps = new ArrayDeque<>();
                for (int map = nodes.first(value); map < nodes.behind(value); map = nodes.next(map)) {
                    maps.push(map);
                }
                maps.forEach(this::mergeMap);
            } else {
                mergeMap(value);
            }
        }

        private void mergeMap(int value) {
            int target = nodes.kind(value) == NodeTable.Kind.ALIAS ? nodes.target(value) : value;
            if (nodes.kind(target) != NodeTable.Kind.MAPPING) {
                problems.badMerge(path.path(), nodes.start(value));
                members.flawed(Flaw.HERE);
                return;
            }
            LocatedValue map = value(value, depth);
            members.flawed(map.flaw());
            if (map instanceof LocatedObject object) {
                mergeFields(object.fields());
            }
        }

        private void mergeFields(FieldTable fields) {
            merged = merged.isEmpty() ? new HashSet<>() : merged;
            for (int i = 0; i < fields.size(); i++) {
                merged.add(fields.name(i));
                put(fields.name(i), fields.position(i), fields.value(i));
            }
        }

        private void put(String name, LineColumn position, LocatedValue value) {
            if (members.put(name, position, value)) {
                return;
            }
            if (merged.contains(name)) {
                problems.duplicateOfMergedKey(path.pathOf(name), position);
            } else {
                problems.duplicateKey(path.pathOf(name), position);
            }
        }
    }
}
