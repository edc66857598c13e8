package io.mooring.binding.explain.pod;

import io.mooring.meta.Ref;
import io.mooring.node.Node;
import java.util.List;

/** Nodes in words. */
final class Places {
    private static final int MOST = 3;

    private Places() {}

    /** {@code n1}, {@code n1 and n2}, {@code n1, n2, n3 and 7 more}. */
    static String of(List<Ref<Node>> nodes) {
        List<String> names = nodes.stream().limit(MOST).map(Ref::name).toList();
        if (nodes.size() > MOST) {
            return String.join(", ", names) + " and " + (nodes.size() - MOST) + " more";
        }
        return joined(names, "and");
    }

    /** Who of all does: {@code no node}, {@code n1 alone}, {@code n1 and n2 alone}, {@code 7 of 10 nodes}. */
    static String whoOf(List<Ref<Node>> some, List<Ref<Node>> all) {
        if (some.isEmpty()) {
            return "no node";
        }
        return some.size() <= MOST ? of(some) + " alone" : some.size() + " of " + all.size() + " nodes";
    }

    /** {@code n1}, {@code n1 or n2}; for as few as can be named. */
    static String oneOf(List<Ref<Node>> nodes) {
        return joined(nodes.stream().map(Ref::name).toList(), "or");
    }

    static boolean canBeNamed(List<Ref<Node>> nodes) {
        return nodes.size() <= MOST;
    }

    private static String joined(List<String> names, String word) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " " + word + " " + names.get(last);
    }

    /** Numbers of facts: {@code 1}, {@code 1 and 2}, {@code 1, 2 and 3}. */
    static String numbers(List<Integer> numbers) {
        return joined(numbers.stream().map(String::valueOf).toList(), "and");
    }
}
