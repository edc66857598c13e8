package io.mooring.binding.explain.pod;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Why no node will do for a pod: the facts of a smallest core, and what follows from them.
 *
 * @param facts in the order in which the conclusion counts them
 * @param conclusion empty where one demand alone excludes every node
 */
record Conflict(List<Fact> facts, Optional<String> conclusion) {
    Conflict {
        facts = List.copyOf(facts);
    }

    static Conflict of(Cluster cluster, Pod pod, Constraints constraints) {
        List<Constraint> core = Core.of(constraints);
        Conflict.Writer writer = new Writer(cluster, pod, constraints.nodes());
        if (core.size() == 1) {
            writer.add(core.get(0), core.get(0));
            return new Conflict(writer.facts, Optional.empty());
        }
        return Split.of(constraints, core).map(writer::split).orElseGet(() -> writer.atOnce(core));
    }

    /** Writes facts, and knows their numbers. */
    private static final class Writer {
        private final Cluster cluster;
        private final Pod pod;
        private final List<Ref<Node>> nodes;
        private final List<Fact> facts = new ArrayList<>();

        Writer(Cluster cluster, Pod pod, List<Ref<Node>> nodes) {
            this.cluster = cluster;
            this.pod = pod;
            this.nodes = nodes;
        }

        /** The numbers that the facts of the demand have. */
        List<Integer> add(Constraint constraint, Constraint spoken) {
            List<Integer> numbers = new ArrayList<>();
            for (Fact fact : DemandFacts.of(cluster, pod, nodes, constraint, spoken)) {
                if (!facts.contains(fact)) {
                    facts.add(fact);
                }
                numbers.add(facts.indexOf(fact) + 1);
            }
            return numbers;
        }

        Conflict split(Split split) {
            Set<Ref<Node>> left = new HashSet<>(split.left());
            List<Integer> must = split.must().stream()
                    .flatMap(each -> add(each, each).stream())
                    .distinct()
                    .toList();
            List<Integer> mustNot = split.mustNot().stream()
                    .flatMap(each -> add(each, each.on(left)).stream())
                    .distinct()
                    .toList();
            return new Conflict(
                    facts,
                    Optional.of(
                            "Because of " + Places.numbers(must) + " the pod must run on " + Places.oneOf(split.left())
                                    + "; because of " + Places.numbers(mustNot) + " it must not."));
        }

        /** Each demand speaks of the nodes that those before it leave. */
        Conflict atOnce(List<Constraint> core) {
            Set<Ref<Node>> left = new HashSet<>(nodes);
            List<Integer> numbers = new ArrayList<>();
            for (Constraint constraint : core) {
                numbers.addAll(add(constraint, constraint.on(left)));
                left.removeAll(constraint.rejected().keySet());
            }
            return new Conflict(
                    facts,
                    Optional.of("No node meets "
                            + Places.numbers(numbers.stream().distinct().toList()) + " at once."));
        }
    }

    /**
     * A core in two: demands that leave a few nodes, and demands that exclude these.
     *
     * @param left the nodes that {@code must} leaves
     */
    private record Split(List<Constraint> must, List<Ref<Node>> left, List<Constraint> mustNot) {
        /** One node if it can be so, else few, by as few demands as will do. */
        static Optional<Split> of(Constraints constraints, List<Constraint> core) {
            List<Split> splits = new ArrayList<>();
            for (int bits = 1; bits < (1 << Math.min(core.size(), Core.EXACT_UP_TO)) - 1; bits++) {
                List<Constraint> must = new ArrayList<>();
                List<Constraint> mustNot = new ArrayList<>();
                for (int i = 0; i < core.size(); i++) {
                    ((bits >> i & 1) == 1 ? must : mustNot).add(core.get(i));
                }
                List<Ref<Node>> left = constraints.allowedByAll(must);
                if (Places.canBeNamed(left)) {
                    splits.add(new Split(must, left, mustNot));
                }
            }
            return splits.stream().min((one, other) -> compare(one, other));
        }

        private static int compare(Split one, Split other) {
            int byNodes = Integer.compare(one.left.size(), other.left.size());
            return byNodes != 0 ? byNodes : Integer.compare(one.must.size(), other.must.size());
        }
    }
}
