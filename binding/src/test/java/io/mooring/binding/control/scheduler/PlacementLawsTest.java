package io.mooring.binding.control.scheduler;

import static io.mooring.binding.story.Demands.apart;
import static io.mooring.binding.story.Demands.csiNode;
import static io.mooring.binding.story.Demands.labelled;
import static io.mooring.binding.story.Demands.near;
import static io.mooring.binding.story.Demands.onPort;
import static io.mooring.binding.story.Demands.spread;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.node.Node;
import io.mooring.workload.Pod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Where pods are that came one after another: no demand of any of them is broken. */
class PlacementLawsTest {
    private static final String HOST = "kubernetes.io/hostname";
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String DRIVER = "csi.example.com";
    private static final int LIMIT = 2;

    /** What is asked of one pod. */
    record Wish(String app, UnaryOperator<Pod> demand) {}

    @Property(tries = 300)
    void noDemandIsBroken(@ForAll("wishes") List<Wish> wishes) {
        Cluster cluster = world();
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            Pod pod = labelled(pod("p" + i, "c" + i), "app", wish.app());
            cluster = cluster.create(claim("c" + i, "1Gi", i % 2 == 0 ? "lazy" : "fast"))
                    .orThrow()
                    .create(wish.demand().apply(pod))
                    .orThrow()
                    .settle();
            assertSpread(cluster);
        }
        List<Pod> placed = cluster.list(Pod.KIND).filter(Pod::isPlaced).toList();
        assertPorts(placed);
        assertApart(cluster, placed);
        assertLimits(cluster, placed);
        Statistics.label("pods without a node").collect(placed.size() < wishes.size());
        Statistics.label("pods without a node")
                .coverage(coverage -> coverage.check(true).percentage(p -> p > 20));
    }

    private static Cluster world() {
        Cluster cluster = cluster()
                .create(lazy("lazy"))
                .orThrow()
                .create(storageClass("fast"))
                .orThrow();
        for (String name : List.of("a", "b", "c", "d")) {
            String zone = name.equals("d") ? "y" : "x";
            cluster = cluster.create(labelled(node(name, "4"), ZONE, zone))
                    .orThrow()
                    .create(csiNode(name, DRIVER, LIMIT))
                    .orThrow();
        }
        return cluster.settle();
    }

    private static void assertPorts(List<Pod> placed) {
        for (Pod pod : placed) {
            for (Pod other : placed) {
                boolean isSame = pod.ref().equals(other.ref())
                        || !pod.spec().nodeName().equals(other.spec().nodeName());
                assertThat(isSame
                                || HostPort.of(pod).stream()
                                        .noneMatch(port ->
                                                HostPort.of(other).stream().anyMatch(port::conflictsWith)))
                        .as("%s and %s on one port", pod.ref(), other.ref())
                        .isTrue();
            }
        }
    }

    private static void assertApart(Cluster cluster, List<Pod> placed) {
        for (Pod pod : placed) {
            for (AffinityTerm term : AffinityTerm.apart(pod)) {
                List<Pod> near = placed.stream()
                        .filter(other -> !other.ref().equals(pod.ref()))
                        .filter(other -> term.matches(other, cluster))
                        .filter(other -> domain(cluster, other, term.topologyKey())
                                .equals(domain(cluster, pod, term.topologyKey())))
                        .toList();
                assertThat(near).as("too near to %s", pod.ref()).isEmpty();
            }
        }
    }

    /** The one constraint that pods have here: by zone, of the pods with the label {@code app=web}, of whoever brings it. */
    private static void assertSpread(Cluster cluster) {
        List<Pod> placed = cluster.list(Pod.KIND).filter(Pod::isPlaced).toList();
        boolean allSpread = placed.stream()
                .filter(pod -> "web".equals(pod.metadata().labels().get("app")))
                .noneMatch(pod -> SpreadConstraint.of(pod).isEmpty());
        Map<String, Integer> counts = new HashMap<>(Map.of("x", 0, "y", 0));
        placed.stream()
                .filter(pod -> "web".equals(pod.metadata().labels().get("app")))
                .forEach(pod -> counts.merge(domain(cluster, pod, ZONE), 1, Integer::sum));
        int skew = Math.abs(counts.getOrDefault("x", 0) - counts.getOrDefault("y", 0));
        if (allSpread) {
            assertThat(skew).isLessThanOrEqualTo(1);
        }
        Statistics.label("spread")
                .collect(allSpread
                        && counts.values().stream().mapToInt(each -> each).sum() > 1);
        Statistics.label("spread").coverage(coverage -> coverage.check(true).percentage(p -> p > 3));
    }

    private static void assertLimits(Cluster cluster, List<Pod> placed) {
        Map<String, Set<CsiVolume>> volumes = new HashMap<>();
        placed.forEach(pod -> volumes.computeIfAbsent(pod.spec().nodeName(), node -> new HashSet<>())
                .addAll(CsiVolume.of(cluster, pod)));
        assertThat(volumes.values()).allMatch(each -> each.size() <= LIMIT);
    }

    private static String domain(Cluster cluster, Pod pod, String key) {
        return cluster.get(Node.ref(pod.spec().nodeName()))
                .orElseThrow()
                .metadata()
                .labels()
                .getOrDefault(key, "");
    }

    @Provide
    static Arbitrary<List<Wish>> wishes() {
        Arbitrary<UnaryOperator<Pod>> demands = Arbitraries.of(
                pod -> pod,
                pod -> onPort(pod, 80),
                pod -> onPort(pod, 80, "TCP", "10.0.0.1"),
                pod -> onPort(pod, 80, "TCP", "10.0.0.2"),
                pod -> apart(pod, "web", HOST),
                pod -> apart(pod, "db", ZONE),
                pod -> near(pod, "db", ZONE));
        Arbitrary<Wish> web = demands.map(demand -> new Wish("web", pod -> spread(demand.apply(pod), "web", ZONE, 1)));
        Arbitrary<Wish> others = Combinators.combine(Arbitraries.of("web", "db", "none"), demands)
                .as(Wish::new);
        return Arbitraries.oneOf(
                web.list().ofMinSize(1).ofMaxSize(9),
                Arbitraries.oneOf(web, others).list().ofMinSize(1).ofMaxSize(12));
    }
}
