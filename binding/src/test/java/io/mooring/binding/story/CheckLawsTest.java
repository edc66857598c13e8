package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.check.Check;
import io.mooring.binding.check.CheckResult;
import io.mooring.binding.check.Checks;
import io.mooring.binding.check.Severity;
import io.mooring.binding.claims.StatefulPodName;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.Ref;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** What a check says will not work does not work; where everything is bound, no check says that it never will be. */
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

    @Provide
    Arbitrary<List<Action>> manifests() {
        Arbitrary<Action> creations = Action.any().filter(Action.Create.class::isInstance);
        return Arbitraries.frequencyOf(
                        Tuple.of(8, creations),
                        Tuple.of(2, oddClaims()),
                        Tuple.of(
                                1,
                                Arbitraries.of(asDefault(Given.storageClass("fast")), asDefault(Given.lazy("lazy")))))
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    private static Action asDefault(StorageClass found) {
        return new Action.Create(
                found.withMetadata(found.metadata().withAnnotation(StorageClass.DEFAULT_ANNOTATION, "true")));
    }

    /** Without a class, in units of 1000, or with a selector. */
    private static Arbitrary<Action> oddClaims() {
        Arbitrary<PersistentVolumeClaim> claims = Combinators.combine(
                        Arbitraries.of("c0", "c1", "c2", "c3"),
                        Arbitraries.of("1G", "1100M", "1Gi"),
                        Arbitraries.of("manual", "fast", "lazy", "nowhere", ""))
                .as(Given::claim);
        return Combinators.combine(claims, Arbitraries.of(Oddity.values()))
                .as((claim, oddity) -> new Action.Create(
                        switch (oddity) {
                            case NONE -> claim;
                            case NO_CLASS ->
                                claim.withSpec(PersistentVolumeClaim.builder()
                                        .build()
                                        .spec()
                                        .withAccessModes(claim.spec().accessModes())
                                        .withResources(claim.spec().resources()));
                            case SELECTOR ->
                                claim.withSpec(claim.spec()
                                        .withSelector(LabelSelector.builder()
                                                .putMatchLabels("tier", "gold")
                                                .build()));
                        }));
    }

    private enum Oddity {
        NONE,
        NO_CLASS,
        SELECTOR
    }

    @Property(tries = 200)
    void whatIsSaidNeverToBindIsNotBoundOnceAllHasSettled(@ForAll("manifests") List<Action> manifests) {
        Cluster written = Given.cluster();
        for (Action action : manifests) {
            written = action.on(written).cluster();
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
            coverage.check("template.too-few-volumes").count(count -> count >= 3);
            coverage.check("claim.class.none").count(count -> count >= 5);
        });
    }

    @Property(tries = 60)
    void ofASettledWorldItIsSaidOfNoneThatIsBound(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            cluster = action.on(cluster).cluster().settle();
        }
        List<CheckResult> results = Checks.of(cluster);
        for (CheckResult result : results) {
            assertHoldsStill(cluster, result);
        }
        assertThat(Checks.of(cluster)).isEqualTo(results);
        assertThat(Checks.unjudged(cluster)).isEmpty();
    }

    @Provide
    Arbitrary<List<Action>> stories() {
        return Action.story();
    }

    /** A set may have claims that were bound while there were volumes; what is said is said of the others. */
    private static void assertHoldsStill(Cluster settled, CheckResult result) {
        if (result.check() == Check.TEMPLATE_NEVER_BINDS) {
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
        return StatefulPodName.parse(claim.metadata().name())
                        .filter(name ->
                                name.set().equals("www-" + set.metadata().name()))
                        .filter(name -> set.hasOrdinal(name.ordinal()))
                        .isPresent()
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
