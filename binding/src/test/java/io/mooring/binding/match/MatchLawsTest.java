package io.mooring.binding.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.match.Match.Blocked;
import io.mooring.binding.match.Match.Matched;
import io.mooring.binding.match.SearchCases.SearchCase;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The matcher, with all its indexes, against {@link LinearSearch}, which has none. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class MatchLawsTest {
    @Provide
    Arbitrary<SearchCase> searchCases() {
        return SearchCases.searchCases();
    }

    @Provide
    Arbitrary<List<PersistentVolume>> volumes() {
        return SearchCases.volumes();
    }

    @Property
    void aLinearSearchInAnyOrderEndsInOneOfTheChoices(
            @ForAll("searchCases") SearchCase searchCase, @ForAll Random random) {
        Set<Match> choices = VolumeMatcher.choices(searchCase.search(), searchCase.pool());
        List<PersistentVolume> order = new ArrayList<>(searchCase.volumes());
        Collections.shuffle(order, random);
        assertThat(choices)
                .extracting(Match::found)
                .contains(volume(searchCase, searchCase.linear().find(order)));
    }

    @Property
    void everyChoiceIsWhereSomeLinearSearchEnds(@ForAll("searchCases") SearchCase searchCase) {
        for (Match choice : VolumeMatcher.choices(searchCase.search(), searchCase.pool())) {
            List<PersistentVolume> order = new ArrayList<>(searchCase.volumes());
            first(choice).ifPresent(volume -> {
                order.remove(volume);
                order.add(0, volume);
            });
            assertThat(volume(searchCase, searchCase.linear().find(order))).isEqualTo(choice.found());
        }
    }

    /** The volume that a linear search must see first to end in this choice. */
    private static Optional<PersistentVolume> first(Match choice) {
        return choice instanceof Blocked blocked ? Optional.of(blocked.reserved()) : choice.found();
    }

    private static Optional<PersistentVolume> volume(SearchCase searchCase, Optional<String> name) {
        return name.flatMap(searchCase.pool()::get);
    }

    @Property
    void theMatchIsOneOfTheChoices(@ForAll("searchCases") SearchCase searchCase) {
        Match match = VolumeMatcher.match(searchCase.search(), searchCase.pool());
        assertThat(VolumeMatcher.choices(searchCase.search(), searchCase.pool()))
                .contains(match);
    }

    @Property
    void theMatchAgreesWithTheEvaluations(@ForAll("searchCases") SearchCase searchCase) {
        List<Evaluation> evaluations = VolumeMatcher.evaluate(searchCase.search(), searchCase.pool());
        Match match = VolumeMatcher.match(searchCase.search(), searchCase.pool());
        List<PersistentVolume> fitting = evaluations.stream()
                .filter(Evaluation::fits)
                .map(Evaluation::volume)
                .toList();
        if (match instanceof Blocked blocked) {
            assertThat(evaluations).contains(new Evaluation(blocked.reserved(), true, List.of(blocked.mismatch())));
        } else if (match instanceof Matched matched) {
            assertThat(fitting).contains(matched.volume());
        } else {
            assertThat(fitting).isEmpty();
        }
        Statistics.label("outcome").collect(match.getClass().getSimpleName());
        Statistics.label("outcome").coverage(outcomes -> {
            outcomes.check("Matched").percentage(share -> share > 20);
            outcomes.check("Blocked").count(count -> count > 0);
            outcomes.check("Unmatched").percentage(share -> share > 10);
        });
    }

    @Property
    void theOrderOfTheVolumesDoesNotCount(@ForAll("searchCases") SearchCase searchCase, @ForAll Random random) {
        List<PersistentVolume> order = new ArrayList<>(searchCase.volumes());
        Collections.shuffle(order, random);
        VolumePool shuffled = VolumePool.of(order);
        assertThat(VolumeMatcher.match(searchCase.search(), shuffled))
                .isEqualTo(VolumeMatcher.match(searchCase.search(), searchCase.pool()));
        assertThat(VolumeMatcher.choices(searchCase.search(), shuffled))
                .isEqualTo(VolumeMatcher.choices(searchCase.search(), searchCase.pool()));
        assertThat(VolumeMatcher.evaluate(searchCase.search(), shuffled))
                .isEqualTo(VolumeMatcher.evaluate(searchCase.search(), searchCase.pool()));
    }

    @Property
    void whatCameAndWentDoesNotCount(
            @ForAll("searchCases") SearchCase searchCase, @ForAll("volumes") List<PersistentVolume> visitors) {
        VolumePool pool = VolumePool.of(visitors);
        for (PersistentVolume volume : searchCase.volumes()) {
            pool = pool.with(volume);
        }
        for (PersistentVolume visitor :
                visitors.subList(Math.min(searchCase.volumes().size(), visitors.size()), visitors.size())) {
            pool = pool.without(visitor.metadata().name());
        }
        assertThat(pool).isEqualTo(searchCase.pool());
        assertThat(VolumeMatcher.choices(searchCase.search(), pool))
                .isEqualTo(VolumeMatcher.choices(searchCase.search(), searchCase.pool()));
    }

    @Property
    void noMatchIsTooSmall(@ForAll("searchCases") SearchCase searchCase) {
        Quantity requested =
                searchCase.search().claim().spec().resources().requests().get("storage");
        for (Match choice : VolumeMatcher.choices(searchCase.search(), searchCase.pool())) {
            choice.found()
                    .ifPresent(volume ->
                            assertThat(volume.spec().capacity().get("storage")).isGreaterThanOrEqualTo(requested));
        }
    }

    @Property
    void noMatchIsTakenByAnotherClaim(@ForAll("searchCases") SearchCase searchCase) {
        PersistentVolumeClaim claim = searchCase.search().claim();
        for (Match choice : VolumeMatcher.choices(searchCase.search(), searchCase.pool())) {
            choice.found().flatMap(volume -> volume.spec().claimRef()).ifPresent(claimRef -> {
                assertThat(claimRef.name()).isEqualTo(claim.metadata().name());
                assertThat(claimRef.uid()).isIn("", claim.metadata().uid());
            });
        }
    }

    @Property
    void aVolumeThatNobodyMayGetChangesNothing(@ForAll("searchCases") SearchCase searchCase) {
        PersistentVolume taken = Samples.volume("taken", spec -> spec.withClaimRef(Samples.reference("other", "u2")));
        assertThat(VolumeMatcher.choices(searchCase.search(), searchCase.pool().with(taken)))
                .isEqualTo(VolumeMatcher.choices(searchCase.search(), searchCase.pool()));
    }
}
