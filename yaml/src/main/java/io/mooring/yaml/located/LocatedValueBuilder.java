package io.mooring.yaml.located;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.node.Budget;
import io.mooring.yaml.node.DocumentRefusal;
import io.mooring.yaml.node.LineColumn;
import io.mooring.yaml.node.NodeGraph;
import io.mooring.yaml.node.ProblemListener;
import io.mooring.yaml.node.YamlNode;
import io.mooring.yaml.text.WrittenText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the value of a document from its nodes. What a merge key brings is assigned where the merge key stands, and a key
 * that is there already, before or after, is a duplicate: upstream's strict decoder lets nothing override a merge.
 */
public final class LocatedValueBuilder {
    private final Budget budget;
    private final ProblemListener problems;
    private final AnchoredScalars scalars;
    private final FieldNames names;
    private final Set<YamlNode> anchored;
    private final IdentityHashMap<YamlNode, Repeatable> repeatables = new IdentityHashMap<>(0);
    /** The anchored nodes that are being built, from the outermost in. */
    private final Set<YamlNode> open = Collections.newSetFromMap(new IdentityHashMap<>(0));

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

    private LocatedValueBuilder(Set<YamlNode> anchored, Budget budget, ProblemListener problems) {
        this.anchored = anchored;
        this.budget = budget;
        this.problems = problems;
        this.cost = new WritingCost(budget);
        this.scalars = new AnchoredScalars(anchored, budget);
        this.names = new FieldNames(scalars, budget, problems);
    }

    /**
     * The document's value; {@code problems} is told of each part that cannot be read.
     *
     * @throws DocumentRefusal if the document is larger than it may be, or aliases repeat too much
     */
    public static LocatedValue build(NodeGraph document, Budget budget, ProblemListener problems) {
        return new LocatedValueBuilder(document.anchored(), budget, problems).value(document.root(), FieldPath.ROOT, 1);
    }

    private LocatedValue value(YamlNode node, FieldPath path, int depth) {
        deepest = Math.max(deepest, depth);
        share.countNode();
        if (node instanceof YamlNode.Scalar scalar) {
            return written(scalar, path, depth);
        }
        ValueVisitor visitor = new ValueVisitor(path, depth);
        return anchored.contains(node) ? repeatable(node, visitor, depth) : node.accept(visitor);
    }

    private LocatedValue written(YamlNode.Scalar scalar, FieldPath path, int depth) {
        LocatedValue value = scalar(scalar, path, scalar.start());
        cost.payScalar(value.value(), depth, value.start());
        return value;
    }

    /** Builds an anchored value and measures it, since each alias of it will cost the same again. */
    private LocatedValue repeatable(YamlNode node, ValueVisitor visitor, int depth) {
        long nodesBefore = share.nodes();
        long writtenBefore = cost.written();
        int deepestBefore = deepest;
        deepest = depth;
        open.add(node);
        LocatedValue value = node.accept(visitor);
        open.remove(node);
        long nodes = share.nodes() - nodesBefore + 1;
        repeatables.put(node, new Repeatable(value, nodes, deepest - depth, cost.written() - writtenBefore, depth));
        deepest = Math.max(deepest, deepestBefore);
        return value;
    }

    /** Tells if it cannot be read. */
    private LocatedValue scalar(YamlNode.Scalar scalar, FieldPath path, LineColumn at) {
        Optional<JsonValue> value = scalars.value(scalar, at);
        if (value.isEmpty()) {
            problems.badScalar(path, scalar.text(), scalars.resolved(scalar, at).fault(), scalar.start());
            return LocatedScalar.unreadable(at);
        }
        return LocatedValue.scalar(shared(value.get()), at);
    }

    private JsonValue shared(JsonValue value) {
        return value instanceof JsonString text ? budget.shared(text.value()) : value;
    }

    /** Builds the value of one node. */
    private final class ValueVisitor implements YamlNode.Visitor<LocatedValue> {
        private final FieldPath path;
        private final int depth;

        private ValueVisitor(FieldPath path, int depth) {
            this.path = path;
            this.depth = depth;
        }

        @Override
        public LocatedValue scalar(YamlNode.Scalar scalar) {
            return written(scalar, path, depth);
        }

        @Override
        public LocatedValue sequence(YamlNode.Sequence sequence) {
            budget.checkDepth(depth, sequence.start());
            cost.payCollection(depth, sequence.start());
            List<LocatedValue> items = new ArrayList<>(sequence.items().size());
            for (YamlNode node : sequence.items()) {
                long before = cost.written();
                LocatedValue item = value(node, path.index(items.size()), depth + 1);
                cost.payItem(item, before);
                items.add(item);
            }
            return LocatedValue.list(items, sequence.start());
        }

        @Override
        public LocatedValue mapping(YamlNode.Mapping mapping) {
            budget.checkDepth(depth, mapping.start());
            cost.payCollection(depth, mapping.start());
            Fields fields = new Fields(path, depth);
            for (YamlNode.Entry entry : mapping.entries()) {
                if (FieldNames.isMerge(entry.key())) {
                    fields.merge(entry.value());
                } else {
                    fields.add(entry);
                }
            }
            return fields.members.close(mapping.start());
        }

        @Override
        public LocatedValue alias(YamlNode.Alias alias) {
            if (open.contains(alias.target())) {
                problems.badAlias(path, alias.name(), "is part of what it repeats", alias.start());
                return LocatedScalar.unreadable(alias.start());
            }
            if (alias.target() instanceof YamlNode.Scalar scalar) {
                LocatedValue value = LocatedValueBuilder.this.scalar(scalar, path, alias.start());
                long length = WrittenText.length(value.value()) + WritingCost.INDENTATION * (long) depth;
                return repeated(alias, new Repeatable(value, 1, 0, length, depth));
            }
            Repeatable repeatable = repeatables.get(alias.target());
            // A list or a map in the place of a key, where it is refused, is not built before an alias asks for it.
            return repeatable == null
                    ? value(alias.target(), path, depth).repeatedAt(alias.start())
                    : repeated(alias, repeatable);
        }

        private LocatedValue repeated(YamlNode.Alias alias, Repeatable repeatable) {
            int bottom = depth + repeatable.height();
            long length = repeatable.writtenAt(depth);
            budget.spendNodes(repeatable.nodes(), alias.start());
            cost.payRepeated(length, alias.start());
            budget.checkDepth(bottom, alias.start());
            deepest = Math.max(deepest, bottom);
            share.countRepeated(repeatable.nodes());
            if (share.isTooLarge()) {
                throw DocumentRefusal.badAlias(
                        path, alias.name(), "repeats too much: there is little else", alias.start());
            }
            return repeatable.value().repeatedAt(alias.start());
        }
    }

    /** The fields of one object while it is built. */
    private final class Fields {
        private final FieldPath path;
        private final int depth;
        private final OpenFields.Open members = openFields.begin();
        private final Set<String> merged = new HashSet<>(0);

        private Fields(FieldPath path, int depth) {
            this.path = path;
            this.depth = depth;
        }

        private void add(YamlNode.Entry entry) {
            share.countNode();
            YamlNode key = entry.key();
            Optional<String> name = names.name(key, path);
            if (name.isEmpty()) {
                value(entry.value(), path, depth + 1);
                members.flawed(Flaw.HERE);
                return;
            }
            if (key instanceof YamlNode.Alias) {
                cost.payRepeatedName(name.get(), key.start());
            } else {
                cost.payName(name.get(), key.start());
            }
            put(name.get(), key.start(), value(entry.value(), FieldNames.path(path, name.get()), depth + 1));
        }

        /** The first map of a list has the last word, so the list is merged from its end. */
        private void merge(YamlNode value) {
            if (value instanceof YamlNode.Sequence sequence) {
                for (int i = sequence.items().size() - 1; i >= 0; i--) {
                    mergeMap(sequence.items().get(i));
                }
            } else {
                mergeMap(value);
            }
        }

        private void mergeMap(YamlNode value) {
            YamlNode target = value instanceof YamlNode.Alias alias ? alias.target() : value;
            if (!(target instanceof YamlNode.Mapping)) {
                problems.badMerge(path, value.start());
                members.flawed(Flaw.HERE);
                return;
            }
            LocatedValue map = value(value, path, depth);
            members.flawed(map.flaw());
            if (map instanceof LocatedObject object) {
                mergeFields(object.fields());
            }
        }

        private void mergeFields(FieldTable fields) {
            for (int i = 0; i < fields.size(); i++) {
                merged.add(fields.name(i));
                put(fields.name(i), fields.position(i), fields.value(i));
            }
        }

        private void put(String name, LineColumn position, LocatedValue value) {
            if (members.put(name, position, value)) {
                return;
            }
            FieldPath field = FieldNames.path(path, name);
            if (merged.contains(name)) {
                problems.duplicateOfMergedKey(field, position);
            } else {
                problems.duplicateKey(field, position);
            }
        }
    }
}
