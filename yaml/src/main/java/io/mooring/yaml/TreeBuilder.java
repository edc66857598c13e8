package io.mooring.yaml;

import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
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
 * From nodes to values: resolves scalars, names fields, merges, follows aliases. Models the decoder of go.yaml.in/yaml
 * v2.4 under {@code YAMLToJSONStrict} of sigs.k8s.io/yaml: what merge keys bring is assigned where the merge key stands, and
 * any key that is there already is a duplicate.
 */
final class TreeBuilder {
    /** Printing the digits of a fraction takes longer than any other scalar. */
    private static final int FRACTION_COST = 15;

    private static final String MERGE_TAG = "tag:yaml.org,2002:merge";

    private final Place place;
    private final Budget budget;
    private final ProblemList problems;
    private final Set<Node> anchored;
    private final IdentityHashMap<Node, Repeatable> built = new IdentityHashMap<>();
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final AliasRatio ratio = new AliasRatio();
    private int deepest;

    /** What an alias repeats. */
    private record Repeatable(Located located, long nodes, int height) {}

    private TreeBuilder(Composed document, Place place, Budget budget, ProblemList problems) {
        this.anchored = document.anchored();
        this.place = place;
        this.budget = budget;
        this.problems = problems;
    }

    /**
     * The document's value; problems go to {@code problems}.
     *
     * @throws Refusal if aliases repeat too much
     */
    static Located build(Composed document, Place place, Budget budget, ProblemList problems) {
        return new TreeBuilder(document, place, budget, problems).node(document.root(), FieldPath.ROOT, 1);
    }

    private Located node(Node node, FieldPath path, int depth) {
        deepest = Math.max(deepest, depth);
        ratio.count();
        if (node instanceof Node.Alias alias) {
            return alias(alias, path, depth);
        }
        return anchored.contains(node) ? repeatable(node, path, depth) : plain(node, path, depth);
    }

    private Located repeatable(Node node, FieldPath path, int depth) {
        long nodesBefore = ratio.nodes();
        int deepestBefore = deepest;
        deepest = depth;
        open.add(node);
        Located located = plain(node, path, depth);
        open.remove(node);
        built.put(node, new Repeatable(located, ratio.nodes() - nodesBefore + 1, deepest - depth));
        deepest = Math.max(deepest, deepestBefore);
        return located;
    }

    private Located plain(Node node, FieldPath path, int depth) {
        if (node instanceof Node.Scalar scalar) {
            return Located.scalar(scalar(scalar, path), scalar.start());
        }
        if (node instanceof Node.Literal literal) {
            return Located.scalar(literal.value(), literal.start());
        }
        budget.checkDepth(depth, place, node.start());
        if (node instanceof Node.Sequence sequence) {
            return sequence(sequence, path, depth);
        }
        return mapping((Node.Mapping) node, path, depth);
    }

    private JsonValue scalar(Node.Scalar scalar, FieldPath path) {
        Resolved resolved = ScalarResolver.resolve(scalar);
        if (resolved instanceof Resolved.Real) {
            budget.spendNodes(FRACTION_COST, place, scalar.start());
        }
        if (resolved.json().isEmpty()) {
            String reason = resolved instanceof Resolved.Unresolvable why ? why.reason() : "is not a number in JSON";
            problems.add(new Problem.BadScalar(place.at(path, scalar.start()), scalar.text(), reason));
        }
        return resolved.json().orElse(JsonNull.NULL);
    }

    private Located alias(Node.Alias alias, FieldPath path, int depth) {
        if (open.contains(alias.target())) {
            problems.add(
                    new Problem.BadAlias(place.at(path, alias.start()), alias.name(), "is part of what it repeats"));
            return Located.scalar(JsonNull.NULL, alias.start());
        }
        if (alias.target() instanceof Node.Scalar scalar) {
            return repeated(
                    alias, path, depth, new Repeatable(Located.scalar(scalar(scalar, path), alias.start()), 1, 0));
        }
        Repeatable built = this.built.get(alias.target());
        // A list or a map that is a key, which it must not be, is not built before somebody repeats it.
        return built == null
                ? node(alias.target(), path, depth).at(alias.start())
                : repeated(alias, path, depth, built);
    }

    private Located repeated(Node.Alias alias, FieldPath path, int depth, Repeatable repeated) {
        budget.spendNodes(repeated.nodes(), place, alias.start());
        budget.checkDepth(depth + repeated.height(), place, alias.start());
        deepest = Math.max(deepest, depth + repeated.height());
        if (ratio.isExcessiveAfter(repeated.nodes())) {
            throw new Refusal(new Problem.BadAlias(
                    place.at(path, alias.start()), alias.name(), "repeats too much: there is little else"));
        }
        return repeated.located().at(alias.start());
    }

    private Located sequence(Node.Sequence sequence, FieldPath path, int depth) {
        List<Located> items = new ArrayList<>(sequence.items().size());
        for (Node item : sequence.items()) {
            items.add(node(item, path.index(items.size()), depth + 1));
        }
        return Located.list(items, sequence.start());
    }

    private Located mapping(Node.Mapping mapping, FieldPath path, int depth) {
        Fields fields = new Fields(path);
        for (Node.Entry entry : mapping.entries()) {
            if (isMerge(entry.key())) {
                merge(entry.value(), depth, fields);
            } else {
                entry(entry, depth, fields);
            }
        }
        return Located.object(fields.members, mapping.start());
    }

    private void entry(Node.Entry entry, int depth, Fields fields) {
        ratio.count();
        Optional<String> key = key(entry.key(), fields.path);
        FieldPath path = key.map(name -> step(fields.path, name)).orElse(fields.path);
        Located value = node(entry.value(), path, depth + 1);
        key.ifPresent(name -> fields.put(name, new Located.Member(entry.key().start(), value)));
    }

    /** Of a list of maps the first one counts most, so it is put in last. */
    private void merge(Node value, int depth, Fields fields) {
        if (value instanceof Node.Sequence sequence) {
            for (int i = sequence.items().size() - 1; i >= 0; i--) {
                mergeOne(sequence.items().get(i), depth, fields);
            }
        } else {
            mergeOne(value, depth, fields);
        }
    }

    private void mergeOne(Node value, int depth, Fields fields) {
        boolean isMap = value instanceof Node.Mapping
                || (value instanceof Node.Alias alias && alias.target() instanceof Node.Mapping);
        if (isMap) {
            node(value, fields.path, depth).members().forEach(fields::merge);
        } else {
            problems.add(new Problem.BadMerge(place.at(fields.path, value.start())));
        }
    }

    /** The fields of one object while they are read. */
    private final class Fields {
        private final FieldPath path;
        private final Map<String, Located.Member> members = new LinkedHashMap<>();
        private final Set<String> merged = new HashSet<>(0);

        private Fields(FieldPath path) {
            this.path = path;
        }

        private void merge(String name, Located.Member member) {
            merged.add(name);
            put(name, member);
        }

        private void put(String name, Located.Member member) {
            if (members.put(name, member) != null) {
                Place here = place.at(step(path, name), member.key());
                problems.add(new Problem.DuplicateKey(here, merged.contains(name)));
            }
        }
    }

    private Optional<String> key(Node key, FieldPath path) {
        if (key instanceof Node.Alias alias && alias.target() instanceof Node.Scalar target) {
            return key(new Node.Scalar(target.text(), target.tag(), target.isPlain(), alias.start()), path);
        }
        if (key instanceof Node.Literal literal && literal.value() instanceof JsonString name) {
            return Optional.of(checked(name.value(), key));
        }
        if (!(key instanceof Node.Scalar scalar)) {
            problems.add(new Problem.BadKey(place.at(path, key.start()), "a list or a map"));
            return Optional.empty();
        }
        Resolved resolved = ScalarResolver.resolve(scalar);
        if (resolved.key().isEmpty()) {
            problems.add(badKey(resolved, scalar, place.at(path, key.start())));
        }
        return resolved.key().map(name -> checked(name, key));
    }

    private static Problem badKey(Resolved resolved, Node.Scalar scalar, Place here) {
        if (resolved instanceof Resolved.Unresolvable why) {
            return new Problem.BadScalar(here, scalar.text(), why.reason());
        }
        boolean isNull = resolved == Resolved.Nothing.NOTHING;
        return new Problem.BadKey(here, isNull ? "null" : "the number " + Shortened.text(scalar.text()));
    }

    private String checked(String name, Node key) {
        budget.checkKey(name, place, key.start());
        return name;
    }

    private static boolean isMerge(Node key) {
        return key instanceof Node.Scalar scalar
                && scalar.text().equals("<<")
                && (scalar.tag().isEmpty()
                        ? scalar.isPlain()
                        : scalar.tag().equals("!") || scalar.tag().equals(MERGE_TAG));
    }

    private static FieldPath step(FieldPath path, String name) {
        boolean isName = !name.isEmpty() && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        return isName ? path.child(name) : path.key(name);
    }
}
