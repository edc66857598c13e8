package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.check.Check;
import io.mooring.binding.check.CheckResult;
import io.mooring.binding.check.Checks;
import io.mooring.binding.check.Severity;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.sample.Claims;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.StepSource;
import io.mooring.testkit.story.Steps;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** What a check says will not work does not work; where everything is bound, no check says that it never will be. */
@AddLifecycleHook(KeptSeed.class)
@Domain(Told.class)
class CheckLawsTest {
    /** Those that say of a claim, or of all claims of a template, that it gets no volume from what there is. */
    private static final Set<Check> NEVER = Set.of(
            Check.CLAIM_NEVER_BINDS,
            Check.TEMPLATE_NEVER_BINDS,
            Check.CLASS_MISSING,
            Check.CLASS_EMPTY,
            Check.CLASS_NONE,
            Check.SELECTOR_CONTRADICTORY,
            Check.SELECTOR_STOPS_PROVISIONING,
            Check.SIZE_TOO_SHORT_BY_UNIT);

    /** Manifests as somebody writes them: nothing settles meanwhile. */
    @Provide
    Arbitrary<Story> manifests() {
        return MooringArbitraries.of(Stories.any()
                .of(
                        Steps.NEW_CLASS,
                        Steps.NEW_CLAIM,
                        Steps.NEW_VOLUME,
                        Steps.NEW_SET,
                        Steps.NEW_NODE,
                        Steps.NEW_POD,
                        Steps.NEW_WORKLOAD,
                        Steps.TAKEN_NAME,
                        ODD_CLAIM,
                        ODD_CLAIM)
                .ofAtMost(30));
    }

    /** A claim of a class that nobody knows, in units of 1000, or with a selector. */
    private static final StepSource ODD_CLAIM = new StepSource() {
        @Override
        public int weight(Cluster cluster) {
            return 3;
        }

        @Override
        public Step draw(Cluster cluster, Choices choices) {
            PersistentVolumeClaim claim = Claims.any()
                    .named(List.of("odd-a", "odd-b", "odd-c"))
                    .of(List.of("fast", "lazy", "manual", "nowhere"))
                    .from(choices);
            return new Step.Create(
                    choices.chance(30)
                            ? claim.withSpec(claim.spec()
                                    .withSelector(LabelSelector.builder()
                                            .putMatchLabels("tier", "gold")
                                            .build()))
                            : claim);
        }
    };

    @Property(tries = 200)
    void whatIsSaidNeverToBindIsNotBoundOnceAllHasSettled(@ForAll("manifests") Story manifests) {
        Cluster written = manifests.start();
        for (Step step : manifests.steps()) {
            written = step.take(written).after();
        }
        List<CheckResult> results = Checks.of(written);
        Cluster settled = written.settle();
        for (CheckResult result : results) {
            assertHolds(settled, result);
            Statistics.label("check").collect(result.check().code());
        }
        Statistics.label("check").coverage(coverage -> {
            coverage.check("claim.never-binds").count(count -> count >= 15);
            coverage.check("template.never-binds").count(count -> count >= 10);
            coverage.check("template.too-few-volumes").count(count -> count >= 1);
            coverage.check("claim.class.none").count(count -> count >= 5);
        });
    }

    @Property(tries = 60)
    void ofASettledWorldItIsSaidOfNoneThatIsBound(@ForAll Story story) {
        Cluster cluster = story.end();
        List<CheckResult> results = Checks.of(cluster);
        for (CheckResult result : results) {
            assertHoldsStill(cluster, result);
        }
        assertThat(Checks.of(cluster)).isEqualTo(results);
        assertThat(Checks.unjudged(cluster)).isEmpty();
    }

    /** A set may have claims that were bound while there were volumes; what is said is said of the others. */
    private static void assertHoldsStill(Cluster settled, CheckResult result) {
        if (NEVER.contains(result.check()) && result.object().kind().equals(StatefulSet.KIND)) {
            assertNotAllAreBound(settled, result);
        } else {
            assertHolds(settled, result);
        }
    }

    private static void assertHolds(Cluster settled, CheckResult result) {
        if (NEVER.contains(result.check())) {
            assertThat(result.severity()).isEqualTo(Severity.ERROR);
            assertThat(claims(settled, result).filter(PersistentVolumeClaim::isBound))
                    .as(result.words())
                    .isEmpty();
        }
        if (result.check() == Check.TEMPLATE_TOO_FEW_VOLUMES) {
            assertNotAllAreBound(settled, result);
        }
    }

    private static void assertNotAllAreBound(Cluster settled, CheckResult result) {
        StatefulSet set = (StatefulSet) settled.get(result.object()).orElseThrow();
        assertThat(claims(settled, result)
                        .filter(PersistentVolumeClaim::isBound)
                        .count())
                .as(result.words())
                .isLessThan(set.endOrdinal() - set.startOrdinal());
    }

    /** The claim itself, or those that the set made from the template and that are as it has them. */
    private static Stream<PersistentVolumeClaim> claims(Cluster settled, CheckResult result) {
        Ref<?> object = result.object();
        return settled.list(PersistentVolumeClaim.KIND)
                .filter(claim -> claim.ref().equals(object)
                        || (object.kind().equals(StatefulSet.KIND)
                                && isOf((StatefulSet) settled.get(object).orElseThrow(), claim)));
    }

    private static boolean isOf(StatefulSet set, PersistentVolumeClaim claim) {
        String prefix = "data-" + set.metadata().name() + "-";
        String name = claim.metadata().name();
        return claim.metadata().namespace().equals(set.metadata().namespace())
                && name.startsWith(prefix)
                && set.hasOrdinal(Integer.parseInt(name.substring(prefix.length())))
                && set.spec()
                        .volumeClaimTemplates()
                        .get(0)
                        .spec()
                        .storageClassName()
                        .equals(claim.spec().storageClassName())
                && set.spec()
                        .volumeClaimTemplates()
                        .get(0)
                        .spec()
                        .resources()
                        .equals(claim.spec().resources());
    }
}
