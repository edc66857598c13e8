package io.mooring.binding.explain.pod;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.pod.Waits.Wait;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Pods that wait for each other in a circle: each for the next, and the last for the first. Nothing in it moves by itself, since
 * every other way that one of them could take is closed in the same manner.
 *
 * @param steps one for each pod, beginning with the one that was asked for or, where that only leads into the circle, with the
 *     first that it meets
 */
public record Circle(List<Step> steps) {
    public Circle {
        steps = List.copyOf(steps);
    }

    /**
     * One pod of the circle.
     *
     * @param text what it waits for, of the pod
     */
    public record Step(Ref<Pod> pod, String text) {}

    /** The circle in which the pod waits to be ready, or into which its waiting leads; empty if there is none. */
    public static Optional<Circle> through(Cluster cluster, Ref<Pod> pod) {
        if (cluster.get(pod).filter(Pod::isReady).isPresent()) {
            return Optional.empty();
        }
        Map<Want, List<List<Wait>>> waits = reachable(new Waits(cluster), Want.ready(pod));
        Set<Want> stuck = stuck(waits);
        return stuck.contains(Want.ready(pod)) ? Optional.of(walk(waits, stuck, Want.ready(pod))) : Optional.empty();
    }

    private static Map<Want, List<List<Wait>>> reachable(Waits waits, Want start) {
        Map<Want, List<List<Wait>>> found = new LinkedHashMap<>();
        List<Want> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            Want want = open.remove(open.size() - 1);
            if (!found.containsKey(want)) {
                List<List<Wait>> ways = waits.of(want);
                found.put(want, ways);
                ways.forEach(way -> way.forEach(wait -> open.add(wait.want())));
            }
        }
        return found;
    }

    /** The largest set of which each member waits for another, whichever way it takes. */
    private static Set<Want> stuck(Map<Want, List<List<Wait>>> waits) {
        Set<Want> stuck = new HashSet<>(waits.keySet());
        while (stuck.removeIf(want -> goesOn(waits.getOrDefault(want, List.of()), stuck))) {
            // Who could go on lets others go on.
        }
        return stuck;
    }

    private static boolean goesOn(List<List<Wait>> ways, Set<Want> stuck) {
        return ways.isEmpty()
                || ways.stream().anyMatch(way -> way.stream().noneMatch(wait -> stuck.contains(wait.want())));
    }

    private static Circle walk(Map<Want, List<List<Wait>>> waits, Set<Want> stuck, Want start) {
        List<Want> visited = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        Want at = start;
        while (!visited.contains(at)) {
            visited.add(at);
            Wait next = waits.getOrDefault(at, List.of()).stream()
                    .flatMap(List::stream)
                    .filter(wait -> stuck.contains(wait.want()))
                    .findFirst()
                    .orElseThrow();
            steps.add(new Step(at.pod(), next.text()));
            at = next.want();
        }
        return new Circle(steps.subList(visited.indexOf(at), steps.size()));
    }

    /** The explanation with the circle in it. */
    Explanation added(Explanation explanation) {
        List<Fact> facts = new ArrayList<>(explanation.facts());
        int first = facts.size() + 1;
        steps.forEach(step -> facts.add(Fact.of(FactCode.POD_CIRCLE, step.pod(), FieldPath.ROOT, step.text())));
        String circle = Places.numbers(
                        IntStream.rangeClosed(first, facts.size()).boxed().toList())
                + (steps.size() == 1
                        ? " waits for itself."
                        : " are a circle: each waits for the next, and the last for the first.");
        String before =
                explanation.conclusion().map(conclusion -> conclusion + " ").orElse("");
        return explanation
                .withOutlook(Outlook.BLOCKED, explanation.headline())
                .withFacts(facts)
                .withConclusion(before + circle);
    }
}
