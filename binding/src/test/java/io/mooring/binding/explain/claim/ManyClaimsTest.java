package io.mooring.binding.explain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.ExplanationGroup;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many claims that ask the same, or the same but the size, are explained once. */
class ManyClaimsTest {
    private static final int SIZE = 300;

    @Test
    void whatIsTheSameForManyIsSaidOnceWithACountAndTheSizes() {
        Cluster cluster = waiting(SIZE, 40);

        List<ExplanationGroup> groups = Explainer.groups(cluster, PersistentVolumeClaim.KIND);

        assertThat(groups).extracting(ExplanationGroup::count).containsExactly(SIZE);
        assertThat(groups.get(0).text())
                .contains("  asks for 1Ti: the largest of the " + SIZE + " volumes holds 10Gi\n")
                .contains("The same holds for " + (SIZE - 1) + " others, which ask for 1Ti to 40Ti: default/c1, ");
    }

    @Test
    void claimsOfOneSizeHaveNoRange() {
        assertThat(Explainer.groups(waiting(SIZE, 1), PersistentVolumeClaim.KIND)
                        .get(0)
                        .text())
                .contains("The same holds for " + (SIZE - 1) + " others: default/c1, ");
    }

    @Test
    void groupingLosesNoClaim() {
        Cluster cluster =
                waiting(SIZE, number -> Given.claim("c" + number, number % 7 + 1 + "Ti", "manual" + number % 3));

        assertThat(Explainer.groups(cluster).stream().flatMap(ManyClaimsTest::members))
                .containsExactlyInAnyOrderElementsOf(Explainer.notFine(cluster).stream()
                        .<Ref<?>>map(Explanation::about)
                        .toList());
    }

    private static Stream<Ref<?>> members(ExplanationGroup group) {
        return Stream.concat(Stream.of(group.first().about()), group.others().stream());
    }

    @Test
    void whatIsSaidOfAClaimAmongManyIsWhatIsSaidOfItAlone() {
        Cluster cluster = waiting(SIZE, number -> Given.claim("c" + number, number % 40 + 1 + "Gi", "gone"));

        for (Explanation each : Explainer.notFine(cluster).subList(0, 40)) {
            Explanation alone = Explainer.explain(cluster, each.about());
            assertThat(each.facts()).isEqualTo(alone.facts());
            assertThat(each.candidates()).isEqualTo(alone.candidates());
            assertThat(each.others()).isEqualTo(alone.others());
        }
    }

    @Test
    void afterEnoughTrialsTheSmallGroupsAreToldHowToAsk() {
        Cluster cluster = waiting(10, number -> Given.claim("c" + number, "1Ti", "manual"));
        for (int number = 0; number < Explainer.MOST_TRIALS + 20; number++) {
            cluster = cluster.create(Given.claim("other" + number, "1Ti", "gone" + number))
                    .orThrow();
        }

        List<ExplanationGroup> groups = Explainer.groups(cluster.settle(), PersistentVolumeClaim.KIND);

        assertThat(groups.get(0).first().fixes()).isNotEmpty();
        assertThat(groups.stream()
                        .filter(group -> group.first().context().stream()
                                .anyMatch(fact -> fact.code() == FactCode.FIX_NOT_TRIED)))
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(group -> assertThat(group.first().fixes()).isEmpty());
        assertThat(groups.get(groups.size() - 1).text())
                .contains(
                        "may be helped by a change, which was not looked for after " + Explainer.MOST_TRIALS
                                + " that were tried for others; to look for it: mooring fix persistentvolumeclaims/other99 -n default");
    }

    /** As many claims as volumes, none of which is large enough. */
    static Cluster waiting(int size, int sizes) {
        return waiting(size, number -> Given.claim("c" + number, number % sizes + 1 + "Ti", "manual"));
    }

    private static Cluster waiting(int size, IntFunction<PersistentVolumeClaim> claim) {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers());
        for (int number = 0; number < size; number++) {
            cluster = cluster.create(Given.volume("v" + number, number % 10 + 1 + "Gi", "manual"))
                    .orThrow();
        }
        for (int number = 0; number < size; number++) {
            cluster = cluster.create(claim.apply(number)).orThrow();
        }
        return cluster.settle();
    }
}
