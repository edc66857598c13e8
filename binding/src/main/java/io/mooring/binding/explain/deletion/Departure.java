package io.mooring.binding.explain.deletion;

import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * When an object that is being deleted goes: what holds it, and what holds that in turn. A circle does not hold itself; each object is
 * looked at once, so that the cost is that of all that it waits for.
 *
 * @param holds what holds the object itself
 * @param outlook the worst of all
 * @param stuck what it waits for, near or far, and what does not go by itself; the nearest first
 */
record Departure(List<Fact> holds, Outlook outlook, List<KubernetesObject> stuck) {
    static Departure of(Cluster cluster, KubernetesObject object) {
        List<Hold> own = new Holds(cluster, object).all();
        Set<Outlook> outlooks = EnumSet.noneOf(Outlook.class);
        List<KubernetesObject> stuck = new ArrayList<>();
        Set<Object> seen = new HashSet<>(Set.of(object.ref()));
        Deque<KubernetesObject> open = new ArrayDeque<>();
        follow(own, outlooks, seen, open);
        while (!open.isEmpty()) {
            KubernetesObject other = open.remove();
            List<Hold> holds = new Holds(cluster, other).all();
            if (holds.stream().anyMatch(hold -> hold.outlook() == Outlook.BLOCKED)) {
                stuck.add(other);
            }
            follow(holds, outlooks, seen, open);
        }
        return new Departure(own.stream().map(Hold::fact).toList(), worst(outlooks), List.copyOf(stuck));
    }

    private static void follow(
            List<Hold> holds, Set<Outlook> outlooks, Set<Object> seen, Deque<KubernetesObject> open) {
        for (Hold hold : holds) {
            outlooks.add(hold.outlook());
            hold.until().stream().filter(other -> seen.add(other.ref())).forEach(open::add);
        }
    }

    /** One hold that stays is enough for the object to stay. */
    private static Outlook worst(Set<Outlook> outlooks) {
        if (outlooks.contains(Outlook.BLOCKED)) {
            return Outlook.BLOCKED;
        }
        return outlooks.contains(Outlook.NOT_KNOWN) ? Outlook.NOT_KNOWN : Outlook.WAITS;
    }
}
