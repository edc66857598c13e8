package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.plan.BindingPlan;
import io.mooring.binding.plan.Competition;
import io.mooring.binding.plan.Planner;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.laws.SmallWorld.Edge;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** What holds of every plan, in whatever world. */
@AddLifecycleHook(KeptSeed.class)
class BestBindingLawsTest {
    @Provide
    Arbitrary<SmallWorld> worlds() {
        return MooringArbitraries.of(SmallWorld::any);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void bindsAsManyAsCanBeAndWastesLeast(@ForAll("worlds") SmallWorld world) {
        BindingPlan plan = Planner.bestBinding(world.cluster());
        Set<Edge> edges = world.edges();

        assertThat(edges).containsAll(edges(plan));
        assertThat(worth(world, edges(plan)))
                .isEqualTo(SmallWorld.matchings(names(world), edges).stream()
                        .map(matching -> worth(world, matching))
                        .min(Worth.BEST_FIRST)
                        .orElseThrow());
        assertThat(plan.best()).hasSizeGreaterThanOrEqualTo(plan.byKubernetes().size());
        Statistics.label("against Kubernetes")
                .collect(plan.best().size() > plan.byKubernetes().size() ? "more" : "as many");
        Statistics.label("against Kubernetes")
                .coverage(coverage -> coverage.check("more").count(count -> count >= 3));
    }

    /** What is to be compared, and in this order: how many are bound, how many of those for whom nobody makes a volume, the waste. */
    private record Worth(int bound, int dependent, BigDecimal waste) {
        static final Comparator<Worth> BEST_FIRST = Comparator.comparingInt(Worth::bound)
                .reversed()
                .thenComparing(Comparator.comparingInt(Worth::dependent).reversed())
                .thenComparing(Worth::waste);
    }

    private static Worth worth(SmallWorld world, List<Edge> edges) {
        BigDecimal waste = edges.stream()
                .map(edge -> volume(world, edge.volume())
                        .storageCapacity()
                        .minus(claim(world, edge.claim()).requestedStorage())
                        .toBigDecimal())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        int dependent = (int) edges.stream()
                .filter(edge -> !isProvisioned(claim(world, edge.claim())))
                .count();
        return new Worth(edges.size(), dependent, waste.stripTrailingZeros());
    }

    private static boolean isProvisioned(PersistentVolumeClaim claim) {
        return claim.className().equals(Optional.of("fast"))
                && claim.spec().selector().isEmpty()
                && claim.volume().isEmpty();
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theEditsBindExactlyThePlanned(@ForAll("worlds") SmallWorld world) {
        Cluster cluster = world.cluster();
        BindingPlan plan = Planner.bestBinding(cluster);
        Cluster changed = cluster;
        for (Edit edit : plan.edits()) {
            changed = edit.on(changed).orThrow();
        }
        Cluster settled = changed.settle();
        Set<String> offered =
                world.volumes().stream().map(volume -> volume.metadata().name()).collect(Collectors.toSet());

        List<Edge> bound = settled.list(PersistentVolumeClaim.KIND)
                .filter(PersistentVolumeClaim::isBound)
                .map(claim -> new Edge(
                        claim.metadata().name(), claim.volume().orElseThrow().name()))
                .filter(edge -> offered.contains(edge.volume()))
                .toList();
        assertThat(bound).isEqualTo(edges(plan));
        Statistics.label("edits").collect(plan.edits().isEmpty() ? "none" : "some");
        Statistics.label("edits").coverage(coverage -> coverage.check("some").count(count -> count >= 40));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aCompetitionIsACertificate(@ForAll("worlds") SmallWorld world) {
        BindingPlan plan = Planner.bestBinding(world.cluster());
        Set<Edge> edges = world.edges();
        for (Competition competition : plan.competitions()) {
            assertThat(neighbours(edges, competition.claims())).isEqualTo(names(competition.volumes()));
            assertThat(competition.losers()).isPositive();
            Competition.HallSet smallest = competition.smallest();
            assertThat(neighbours(edges, smallest.claims())).isEqualTo(names(smallest.volumes()));
            assertThat(smallest.volumes()).hasSize(smallest.claims().size() - 1);
            for (Ref<PersistentVolumeClaim> claim : smallest.claims()) {
                assertThatAllCanBeBound(smallest.claims(), claim, edges);
            }
            Statistics.label("competitions")
                    .collect(competition.volumes().size() > 1 ? "several volumes" : "one volume");
        }
        int lost = plan.competitions().stream().mapToInt(Competition::losers).sum();
        assertThat(plan.best().size()
                        + plan.provisioned().size()
                        + plan.withoutVolume().size()
                        + lost)
                .isEqualTo(plan.waiting());
        Statistics.label("competitions").coverage(coverage -> {
            coverage.check("one volume").count(count -> count >= 1);
            coverage.check("several volumes").count(count -> count >= 3);
        });
    }

    private static void assertThatAllCanBeBound(
            List<Ref<PersistentVolumeClaim>> claims, Ref<PersistentVolumeClaim> without, Set<Edge> edges) {
        List<String> others = claims.stream()
                .filter(claim -> !claim.equals(without))
                .map(Ref::name)
                .toList();
        assertThat(SmallWorld.matchings(others, edges)).anyMatch(matching -> matching.size() == others.size());
    }

    private static Set<String> neighbours(Set<Edge> edges, List<Ref<PersistentVolumeClaim>> claims) {
        Set<String> names = names(claims);
        return edges.stream()
                .filter(edge -> names.contains(edge.claim()))
                .map(Edge::volume)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(List<? extends Ref<?>> refs) {
        return refs.stream().map(Ref::name).collect(Collectors.toSet());
    }

    private static List<String> names(SmallWorld world) {
        return world.claims().stream().map(claim -> claim.metadata().name()).toList();
    }

    private static List<Edge> edges(BindingPlan plan) {
        return plan.best().stream()
                .map(pair -> new Edge(pair.claim().name(), pair.volume().name()))
                .toList();
    }

    private static PersistentVolumeClaim claim(SmallWorld world, String name) {
        return world.claims().stream()
                .filter(claim -> claim.metadata().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PersistentVolume volume(SmallWorld world, String name) {
        return world.volumes().stream()
                .filter(volume -> volume.metadata().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
