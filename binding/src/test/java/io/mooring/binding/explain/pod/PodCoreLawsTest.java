package io.mooring.binding.explain.pod;

import static io.mooring.binding.story.Demands.apart;
import static io.mooring.binding.story.Demands.csiNode;
import static io.mooring.binding.story.Demands.labelled;
import static io.mooring.binding.story.Demands.near;
import static io.mooring.binding.story.Demands.onPort;
import static io.mooring.binding.story.Demands.spread;
import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.onNode;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.scheduler.NodeCheck;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.SchedulerPlugin;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.statistics.Statistics;

/** What holds of the reasons of every pod without a node. */
class PodCoreLawsTest {
    private static final String HOST = "kubernetes.io/hostname";
    private static final String ZONE = "topology.kubernetes.io/zone";

    private static final int NODES = 8;

    /** What is asked of one pod. */
    record Wish(String app, List<Asked> demands) {}

    record Asked(int kind, String app, String key, String node) {}

    @Property(tries = 120)
    void theReasonsAreFewAndEnoughAndTheSchedulers(@ForAll("wishes") List<Wish> wishes) {
        Cluster cluster = world();
        for (int i = 0; i < wishes.size(); i++) {
            Pod pod = labelled(pod("p" + i, "c" + i), "app", wishes.get(i).app());
            for (Asked asked : wishes.get(i).demands()) {
                pod = demand(asked).apply(pod);
            }
            cluster = cluster.create(claim("c" + i, "1Gi", i % 3 == 0 ? "local" : i % 3 == 1 ? "lazy" : "fast"))
                    .orThrow()
                    .create(pod)
                    .orThrow()
                    .settle();
        }
        Cluster settled = cluster;
        settled.list(Pod.KIND).filter(pod -> !pod.isPlaced()).forEach(pod -> check(settled, pod));
        Statistics.label("demands in a core").coverage(coverage -> {
            coverage.check(1).count(count -> count >= 5);
            coverage.check(2).count(count -> count >= 10);
        });
    }

    private static void check(Cluster cluster, Pod pod) {
        Explanation explanation = PodExplainer.explain(Evidence.of(cluster), pod);
        assertThat(explanation.outlook()).as(explanation.text()).isNotEqualTo(Outlook.FINE);
        assertThat(explanation.facts()).as(explanation.text()).isNotEmpty();
        PodFinding finding = PodFindings.of(cluster, pod);
        if (finding instanceof FitsNowhere nowhere) {
            List<NodeCheck> checks = PodFindings.nodeChecks(cluster, pod);
            assertAgrees(nowhere, checks);
            assertMinimal(Constraints.of(checks));
        }
    }

    /** The scheduler's words are about the first of all that keeps the pod off a node. */
    private static void assertAgrees(FitsNowhere finding, List<NodeCheck> checks) {
        Set<SchedulerPlugin> first = EnumSet.noneOf(SchedulerPlugin.class);
        for (NodeCheck check : checks) {
            List<NodeRejection> said = finding.rejectionsOf(check.node().ref());
            assertThat(check.rejections()).isNotEmpty().containsAll(said);
            if (!said.isEmpty()) {
                first.add(check.rejections().get(0).plugin());
                assertThat(said.get(0)).isEqualTo(check.rejections().get(0));
            }
        }
        assertThat(first).isEqualTo(finding.rejectors());
    }

    private static void assertMinimal(Constraints constraints) {
        List<Constraint> core = Core.of(constraints);
        assertThat(constraints.allowedByAll(core)).isEmpty();
        for (Constraint each : core) {
            List<Constraint> others = new ArrayList<>(core);
            others.remove(each);
            assertThat(constraints.allowedByAll(others))
                    .as("without %s", each.demand())
                    .isNotEmpty();
        }
        assertThat(core).hasSize(fewest(constraints));
        Statistics.label("demands in a core").collect(core.size());
    }

    /** By trying all. */
    private static int fewest(Constraints constraints) {
        int fewest = Integer.MAX_VALUE;
        for (int bits = 1; bits < 1 << constraints.all().size(); bits++) {
            List<Constraint> some = new ArrayList<>();
            for (int i = 0; i < constraints.all().size(); i++) {
                if ((bits >> i & 1) == 1) {
                    some.add(constraints.all().get(i));
                }
            }
            fewest = constraints.allowedByAll(some).isEmpty() ? Math.min(fewest, some.size()) : fewest;
        }
        return fewest;
    }

    @Property(tries = 1000)
    void ofFewDemandsTheFewestAreFound(@ForAll("fewRejections") List<Set<Integer>> rejections) {
        Constraints constraints = constraints(rejections);
        if (constraints.allowedByAll(constraints.all()).isEmpty()) {
            assertMinimal(constraints);
        }
        Statistics.label("demands in a core").coverage(coverage -> {
            coverage.check(2).count(count -> count >= 10);
            coverage.check(3).count(count -> count >= 20);
            coverage.check(4).count(count -> count >= 2);
        });
    }

    @Property(tries = 200)
    void ofManyDemandsNoneThatIsFoundCanBeLeftOut(@ForAll("manyRejections") List<Set<Integer>> rejections) {
        Constraints constraints = constraints(rejections);
        boolean isExcluded = constraints.allowedByAll(constraints.all()).isEmpty();
        if (isExcluded) {
            List<Constraint> core = Core.of(constraints);
            assertThat(constraints.allowedByAll(core)).isEmpty();
            core.forEach(each -> assertThat(constraints.allowedByAll(
                            core.stream().filter(other -> other != each).toList()))
                    .isNotEmpty());
        }
        Statistics.label("excluded").collect(isExcluded);
        Statistics.label("excluded").coverage(coverage -> {
            coverage.check(true).percentage(p -> p > 30);
            coverage.check(false).count(count -> count >= 1);
        });
    }

    private static Constraints constraints(List<Set<Integer>> rejections) {
        List<Ref<Node>> nodes =
                IntStream.range(0, NODES).mapToObj(i -> Node.ref("n" + i)).toList();
        List<Constraint> all = new ArrayList<>();
        for (int i = 0; i < rejections.size(); i++) {
            TreeMap<Ref<Node>, NodeRejection> rejected = new TreeMap<>();
            rejections.get(i).forEach(node -> rejected.put(nodes.get(node), new NodeRejection.Cordoned()));
            all.add(new Constraint(new Demand(FactCode.NODE_TAINT, "t" + i, "t" + i), rejected));
        }
        return new Constraints(nodes, all);
    }

    @Provide
    Arbitrary<List<Set<Integer>>> fewRejections() {
        return rejections(6).list().ofMinSize(3).ofMaxSize(9);
    }

    @Provide
    Arbitrary<List<Set<Integer>>> manyRejections() {
        return rejections(2).list().ofMinSize(Core.EXACT_UP_TO + 1).ofMaxSize(Core.EXACT_UP_TO + 6);
    }

    private static Arbitrary<Set<Integer>> rejections(int most) {
        return Arbitraries.integers()
                .between(0, NODES - 1)
                .withDistribution(RandomDistribution.uniform())
                .set()
                .ofMinSize(1)
                .ofMaxSize(most);
    }

    private static Cluster world() {
        Cluster cluster = cluster();
        for (var object : List.of(
                lazy("lazy"),
                storageClass("fast"),
                lazy("local").withProvisioner("kubernetes.io/no-provisioner"),
                onNode(volume("v-a", "1Gi", "local"), "a"),
                onNode(volume("v-b", "1Gi", "local"), "b"))) {
            cluster = cluster.create(object).orThrow();
        }
        for (String name : List.of("a", "b", "c", "d")) {
            String zone = name.equals("d") ? "y" : "x";
            Node plain = labelled(node(name, "4"), ZONE, zone);
            Node with = name.equals("c") ? plain : labelled(plain, "disk", "ssd");
            cluster = cluster.create(name.equals("b") ? tainted(with) : with)
                    .orThrow()
                    .create(csiNode(name, "csi.example.com", 2))
                    .orThrow();
        }
        return cluster.settle();
    }

    private static Node tainted(Node node) {
        JsonObject taint = JsonObject.builder()
                .put("key", "db")
                .put("effect", "NoSchedule")
                .build();
        return node.withSpec(node.spec().withRest(JsonObject.of("taints", JsonArray.of(taint))));
    }

    @Provide
    Arbitrary<List<Wish>> wishes() {
        Arbitrary<String> apps = Arbitraries.of("web", "db", "log");
        Arbitrary<Asked> demands = Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        apps,
                        Arbitraries.of(HOST, ZONE),
                        Arbitraries.of("a", "b", "c", "d"))
                .as(Asked::new);
        return Combinators.combine(
                        apps, demands.list().uniqueElements(Asked::kind).ofMaxSize(4))
                .as(Wish::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(8);
    }

    private static UnaryOperator<Pod> demand(Asked asked) {
        return switch (asked.kind()) {
            case 0 -> pod -> apart(pod, asked.app(), asked.key());
            case 1 -> pod -> near(pod, asked.app(), asked.key());
            case 2 -> pod -> onPort(pod, 80);
            case 3 -> pod -> asking(pod, "2500m");
            case 4 -> pod -> selecting(pod, HOST, asked.node());
            case 5 -> pod -> spread(pod, asked.app(), ZONE, 1);
            case 6, 7 -> pod -> selecting(pod, "disk", "ssd");
            case 8 -> pod -> selecting(pod, ZONE, "x");
            default -> pod -> pod;
        };
    }

    private static Pod selecting(Pod pod, String key, String value) {
        return pod.withSpec(pod.spec().withNodeSelector(Map.of(key, value)));
    }
}
