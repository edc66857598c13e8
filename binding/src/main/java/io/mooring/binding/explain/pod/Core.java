package io.mooring.binding.explain.pod;

import io.mooring.meta.Ref;
import io.mooring.node.Node;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A smallest set of a pod's demands that no node meets at once: without any one of them some node would do. The fewest demands up
 * to {@value #EXACT_UP_TO} of them; beyond that none can be left out, and there may be a smaller set. Of equally many those that the
 * scheduler asks first.
 */
final class Core {
    static final int EXACT_UP_TO = 14;

    private final List<Constraint> constraints;
    private final List<BitSet> excluded;
    private final int nodes;

    private Core(Constraints constraints) {
        this.constraints = constraints.all();
        this.excluded = constraints.all().stream()
                .map(each -> excluded(each, constraints.nodes()))
                .toList();
        this.nodes = constraints.nodes().size();
    }

    private static BitSet excluded(Constraint constraint, List<Ref<Node>> nodes) {
        BitSet excluded = new BitSet();
        for (int i = 0; i < nodes.size(); i++) {
            excluded.set(i, !constraint.allows(nodes.get(i)));
        }
        return excluded;
    }

    /** Of a pod that no node would do for. */
    static List<Constraint> of(Constraints constraints) {
        Core core = new Core(constraints);
        List<Integer> found = constraints.all().size() <= EXACT_UP_TO ? core.fewest() : core.minimal();
        return found.stream().map(constraints.all()::get).toList();
    }

    private List<Integer> fewest() {
        for (int size = 1; size < constraints.size(); size++) {
            Optional<List<Integer>> found = ofSize(size, 0, new BitSet(), List.of());
            if (found.isPresent()) {
                return found.get();
            }
        }
        return all();
    }

    private Optional<List<Integer>> ofSize(int size, int from, BitSet sofar, List<Integer> chosen) {
        if (size == 0) {
            return sofar.cardinality() == nodes ? Optional.of(chosen) : Optional.empty();
        }
        for (int i = from; i <= constraints.size() - size; i++) {
            BitSet more = (BitSet) sofar.clone();
            more.or(excluded.get(i));
            List<Integer> longer = new ArrayList<>(chosen);
            longer.add(i);
            Optional<List<Integer>> found = ofSize(size - 1, i + 1, more, longer);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Those that exclude few nodes are left out first. */
    private List<Integer> minimal() {
        List<Integer> left = new ArrayList<>(all());
        all().stream()
                .sorted((one, other) -> Integer.compare(
                        excluded.get(one).cardinality(), excluded.get(other).cardinality()))
                .forEach(each -> {
                    List<Integer> without = new ArrayList<>(left);
                    without.remove((Object) each);
                    if (excludeAll(without)) {
                        left.remove((Object) each);
                    }
                });
        return left;
    }

    private boolean excludeAll(List<Integer> some) {
        BitSet together = new BitSet();
        some.forEach(each -> together.or(excluded.get(each)));
        return together.cardinality() == nodes;
    }

    private List<Integer> all() {
        return IntStream.range(0, constraints.size()).boxed().toList();
    }
}
