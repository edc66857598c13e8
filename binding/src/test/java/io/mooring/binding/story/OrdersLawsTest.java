package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explore.Exploration;
import io.mooring.binding.explore.Explorer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Leaving out orders of steps that commute loses no end, and makes none. */
class OrdersLawsTest {
    /** What the plain search can follow of a small world in a moment. */
    private static final int PLAIN = 200;

    private static int compared;
    private static int severalEnds;
    private static int fewer;

    @Provide
    Arbitrary<List<Action>> stories() {
        return Action.any().list().ofMinSize(4).ofMaxSize(14);
    }

    /** Claims that wait, volumes and pods that come at once: what races are made of. */
    @Provide
    Arbitrary<Cluster> races() {
        Arbitrary<String> classes = Arbitraries.frequency(Tuple.of(3, "late"), Tuple.of(1, "m"));
        return Combinators.combine(
                        classes.list().ofMinSize(1).ofMaxSize(3),
                        classes.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of("1Gi", "1Gi", "2Gi").list().ofSize(3),
                        Arbitraries.of("", "", "1").list().ofSize(3),
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.integers().between(0, 8))
                .as(OrdersLawsTest::race);
    }

    private static Cluster race(
            List<String> claims, List<String> volumes, List<String> sizes, List<String> cpus, int nodes, int settled) {
        List<KubernetesObject> objects = new ArrayList<>();
        objects.add(Given.lazy("late").withProvisioner("kubernetes.io/no-provisioner"));
        for (int i = 0; i < nodes; i++) {
            objects.add(Given.node("node-" + i, i == 0 ? "1" : "8"));
        }
        for (int i = 0; i < claims.size(); i++) {
            objects.add(Given.claim("c" + i, "1Gi", claims.get(i)));
        }
        for (int i = 0; i < volumes.size(); i++) {
            objects.add(Given.volume("v" + i, sizes.get(i), volumes.get(i)));
        }
        for (int i = 0; i < claims.size(); i++) {
            var pod = Given.pod("p" + i, "c" + i);
            objects.add(cpus.get(i).isEmpty() ? pod : Given.asking(pod, cpus.get(i)));
        }
        Cluster cluster = Given.cluster();
        for (int i = 0; i < objects.size(); i++) {
            cluster = cluster.create(objects.get(i)).orThrow();
            cluster = i < settled ? cluster.settle() : cluster;
        }
        return cluster;
    }

    @Property(tries = 40)
    void theEndsOfRacesAreThoseOfEveryOrder(@ForAll("races") Cluster start) {
        assertSameEnds(start);
    }

    @Property(tries = 60)
    void theEndsOfStoriesAreThoseOfEveryOrder(@ForAll("stories") List<Action> story) {
        int settled = story.size() * 2 / 3;
        Cluster cluster = Given.cluster().create(Given.node("node-1", "8")).orThrow();
        for (int i = 0; i < story.size(); i++) {
            cluster = story.get(i).on(cluster).cluster();
            cluster = i < settled ? cluster.settle() : cluster;
        }
        assertSameEnds(cluster);
    }

    private static void assertSameEnds(Cluster start) {
        Set<String> seen = new HashSet<>();
        Optional<Set<String>> plain = endsOfEveryOrder(start, seen);
        if (plain.isEmpty()) {
            return;
        }
        Exploration exploration = Explorer.explore(start);
        Set<String> ends = new TreeSet<>();
        exploration.ends().forEach(end -> ends.add(end.fingerprint()));
        assertThat(exploration.isComplete()).isTrue();
        assertThat(ends).isEqualTo(plain.get());
        assertThat(exploration.clustersSeen()).isLessThanOrEqualTo(seen.size());
        compared++;
        severalEnds += ends.size() > 1 ? 1 : 0;
        fewer += exploration.clustersSeen() < seen.size() ? 1 : 0;
    }

    /** By whole texts, and with nothing left out; empty if there is too much to see. */
    private static Optional<Set<String>> endsOfEveryOrder(Cluster start, Set<String> seen) {
        Set<String> ends = new TreeSet<>(Set.of(start.settle().fingerprint()));
        Deque<Cluster> ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty() && seen.size() < PLAIN) {
            Cluster cluster = ahead.pop();
            List<Cluster> successors = cluster.successors();
            while (successors.size() == 1) {
                cluster = successors.get(0);
                successors = cluster.successors();
            }
            if (successors.isEmpty()) {
                ends.add(cluster.fingerprint());
            } else if (seen.add(cluster.fingerprint())) {
                successors.forEach(ahead::push);
            }
        }
        return ahead.isEmpty() ? Optional.of(ends) : Optional.empty();
    }

    @AfterContainer
    static void hadSomethingToSay() {
        assertThat(compared).isGreaterThan(50);
        assertThat(severalEnds).isGreaterThan(8);
        assertThat(fewer).isGreaterThan(5);
    }
}
