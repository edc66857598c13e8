package io.mooring.yaml.located;

import io.mooring.tree.FieldPath;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Builds the value of a document from its nodes. What a merge key brings is assigned where the merge key stands, and a key
 * that is there already, before or after, is a duplicate: upstream's strict decoder lets nothing override a merge.
 */
public final class LocatedValueBuilder {
    /** What a line is indented by for each list and map that its value lies in. */
    private static final int INDENTATION = 2;

    /** As a value an item of a list may have fields that are always written: an empty template of a claim takes 130 characters. */
    private static final int LEAST_OF_OBJECT = 128;

    private final Budget budget;
    private final ProblemListener problems;
    private final AnchoredScalars scalars;
    private final FieldNames names;
    private final Set<YamlNode> anchored;
    private final IdentityHashMap<YamlNode, Repeatable> repeatables = new IdentityHashMap<>();
    /** The anchored nodes that are being built, from the outermost in. */
    private final Set<YamlNode> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private final AliasShare share = new AliasShare();
    /** What it takes so far to write the document back. */
    private long written;

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
            return Math.max(0, written + INDENTATION * nodes * (other - depth));
        }
    }

    private LocatedValueBuilder(Set<YamlNode> anchored, Budget budget, ProblemListener problems) {
        this.anchored = anchored;
        this.budget = budget;
        this.problems = problems;
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
        ValueVisitor visitor = new ValueVisitor(path, depth);
        return !(node instanceof YamlNode.Scalar) && anchored.contains(node)
                ? repeatable(node, visitor, depth)
                : node.accept(visitor);
    }

    /** Pays for writing a value back. */
    private void write(long characters, int depth, LineColumn at) {
        long length = characters + INDENTATION * (long) depth;
        written += length;
        budget.spendWritten(length, at);
    }

    /** Pays for writing the name of a field back. */
    private void writeName(YamlNode key, String name) {
        long length = WrittenText.length(name);
        written += length;
        if (key instanceof YamlNode.Alias) {
            budget.spendRepeated(length, key.start());
        } else {
            budget.spendWritten(length, key.start());
        }
    }

    /** Builds an anchored value and measures it, since each alias of it will cost the same again. */
    private LocatedValue repeatable(YamlNode node, ValueVisitor visitor, int depth) {
        long nodesBefore = share.nodes();
        long writtenBefore = written;
        int deepestBefore = deepest;
        deepest = depth;
        open.add(node);
        LocatedValue value = node.accept(visitor);
        open.remove(node);
        long nodes = share.nodes() - nodesBefore + 1;
        repeatables.put(node, new Repeatable(value, nodes, deepest - depth, written - writtenBefore, depth));
        deepest = Math.max(deepest, deepestBefore);
        return value;
    }

    /** Tells if it cannot be read. */
    private LocatedValue scalar(YamlNode.Scalar scalar, FieldPath path, LineColumn at) {
        Optional<JsonValue> value = scalars.value(scalar, at);
        if (value.isEmpty()) {
            problems.badScalar(path, scalar.text(), scalars.resolved(scalar, at).fault(), scalar.start());
        }
        return value.map(it -> LocatedValue.scalar(it, at)).orElseGet(() -> LocatedValue.unreadable(at));
    }

    private static long length(LocatedValue scalar) {
        return WrittenText.length(scalar.value());
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
            LocatedValue value = LocatedValueBuilder.this.scalar(scalar, path, scalar.start());
            write(length(value), depth, value.start());
            return value;
        }

        @Override
        public LocatedValue literal(YamlNode.Literal literal) {
            LocatedValue value = LocatedValue.scalar(literal.value(), literal.start());
            write(length(value), depth, value.start());
            return value;
        }

        @Override
        public LocatedValue sequence(YamlNode.Sequence sequence) {
            budget.checkDepth(depth, sequence.start());
            write(0, depth, sequence.start());
            List<LocatedValue> items = new ArrayList<>(sequence.items().size());
            for (YamlNode node : sequence.items()) {
                long before = written;
                LocatedValue item = value(node, path.index(items.size()), depth + 1);
                if (item.mayBeObject()) {
                    write(Math.max(0, LEAST_OF_OBJECT - (written - before)), 0, item.start());
                }
                items.add(item);
            }
            return LocatedValue.list(items, sequence.start());
        }

        @Override
        public LocatedValue mapping(YamlNode.Mapping mapping) {
            budget.checkDepth(depth, mapping.start());
            write(0, depth, mapping.start());
            Fields fields = new Fields(path, depth);
            for (YamlNode.Entry entry : mapping.entries()) {
                if (FieldNames.isMerge(entry.key())) {
                    fields.merge(entry.value());
                } else {
                    fields.add(entry);
                }
            }
            return LocatedValue.object(fields.members, mapping.start(), fields.flaw);
        }

        @Override
        public LocatedValue alias(YamlNode.Alias alias) {
            if (open.contains(alias.target())) {
                problems.badAlias(path, alias.name(), "is part of what it repeats", alias.start());
                return LocatedValue.unreadable(alias.start());
            }
            if (alias.target() instanceof YamlNode.Scalar scalar) {
                LocatedValue value = LocatedValueBuilder.this.scalar(scalar, path, alias.start());
                long length = length(value) + INDENTATION * (long) depth;
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
            budget.spendRepeated(length, alias.start());
            written += length;
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
        private final Map<String, LocatedValue.Member> members = new LinkedHashMap<>();
        private final Set<String> merged = new HashSet<>(0);
        private Flaw flaw = Flaw.NONE;

        private Fields(FieldPath path, int depth) {
            this.path = path;
            this.depth = depth;
        }

        private void add(YamlNode.Entry entry) {
            share.countNode();
            Optional<String> name = names.name(entry.key(), path);
            name.ifPresent(it -> writeName(entry.key(), it));
            FieldPath field = name.map(it -> FieldNames.path(path, it)).orElse(path);
            LocatedValue value = value(entry.value(), field, depth + 1);
            name.ifPresentOrElse(
                    it -> put(it, new LocatedValue.Member(entry.key().start(), value)), () -> flaw = Flaw.HERE);
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
                flaw = Flaw.HERE;
                return;
            }
            LocatedValue map = value(value, path, depth);
            flaw = flaw.or(map.flaw());
            map.members().forEach((name, member) -> {
                merged.add(name);
                put(name, member);
            });
        }

        private void put(String name, LocatedValue.Member member) {
            if (members.put(name, member) == null) {
                return;
            }
            flaw = Flaw.HERE;
            FieldPath field = FieldNames.path(path, name);
            if (merged.contains(name)) {
                problems.duplicateOfMergedKey(field, member.name());
            } else {
                problems.duplicateKey(field, member.name());
            }
        }
    }
}
