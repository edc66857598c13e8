package io.mooring.binding.explain.pod;

import io.mooring.binding.explain.Candidate;
import io.mooring.binding.explain.CandidateGroup;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The nodes, each with all that it lacks, those that lack least first. Where there are many, one speaks for those that lack the
 * same.
 */
record NodeCandidates(List<Candidate> nearest, List<CandidateGroup> others) {
    private static final int MOST = 5;

    static NodeCandidates of(Constraints constraints) {
        Map<Ref<Node>, List<Constraint>> unmet = constraints.unmet();
        Map<List<Demand>, List<Candidate>> alike = new LinkedHashMap<>();
        unmet.entrySet().stream()
                .sorted(Comparator.comparingInt(node -> node.getValue().size()))
                .forEach(node -> alike.computeIfAbsent(demands(node.getValue()), demands -> new ArrayList<>())
                        .add(candidate(node.getKey(), node.getValue())));
        int named = constraints.nodes().size() <= MOST ? MOST : 1;
        List<Candidate> nearest = new ArrayList<>();
        List<CandidateGroup> others = new ArrayList<>();
        alike.forEach((demands, nodes) -> {
            int shown = Math.max(0, Math.min(Math.min(named, nodes.size()), MOST - nearest.size()));
            nodes.stream().limit(shown).forEach(nearest::add);
            if (nodes.size() > shown) {
                others.add(group(nodes.size() - shown, demands));
            }
        });
        return new NodeCandidates(nearest, others);
    }

    private static Candidate candidate(Ref<Node> node, List<Constraint> unmet) {
        return new Candidate(
                node, unmet.stream().map(each -> NodeFact.of(node, each)).toList());
    }

    private static List<Demand> demands(List<Constraint> unmet) {
        return unmet.stream().map(Constraint::demand).toList();
    }

    private static CandidateGroup group(int count, List<Demand> demands) {
        return new CandidateGroup(
                count,
                demands.stream().map(Demand::code).distinct().toList(),
                demands.stream().map(Demand::failure).collect(Collectors.joining("; ")));
    }
}
