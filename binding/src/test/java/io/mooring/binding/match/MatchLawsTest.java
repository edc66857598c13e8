package io.mooring.binding.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.match.Match.Blocked;
import io.mooring.binding.match.Match.Matched;
import io.mooring.binding.match.Questions.Question;
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

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class MatchLawsTest {
    @Provide
    Arbitrary<Question> questions() {
        return Questions.questions();
    }

    @Provide
    Arbitrary<List<PersistentVolume>> volumes() {
        return Questions.volumes();
    }

    @Property
    void aWalkInAnyOrderEndsInOneOfTheChoices(@ForAll("questions") Question question, @ForAll Random random) {
        Set<Match> choices = VolumeMatcher.choices(question.search(), question.pool());
        List<PersistentVolume> order = new ArrayList<>(question.volumes());
        Collections.shuffle(order, random);
        assertThat(choices)
                .extracting(Match::found)
                .contains(volume(question, question.walk().find(order)));
    }

    @Property
    void everyChoiceIsWhereSomeWalkEnds(@ForAll("questions") Question question) {
        for (Match choice : VolumeMatcher.choices(question.search(), question.pool())) {
            List<PersistentVolume> order = new ArrayList<>(question.volumes());
            first(choice).ifPresent(volume -> {
                order.remove(volume);
                order.add(0, volume);
            });
            assertThat(volume(question, question.walk().find(order))).isEqualTo(choice.found());
        }
    }

    /** The volume that an undecided walk must come upon first to end in this choice. */
    private static Optional<PersistentVolume> first(Match choice) {
        return choice instanceof Blocked blocked ? Optional.of(blocked.reserved()) : choice.found();
    }

    private static Optional<PersistentVolume> volume(Question question, Optional<String> name) {
        return name.flatMap(question.pool()::get);
    }

    @Property
    void theMatchIsOneOfTheChoices(@ForAll("questions") Question question) {
        Match match = VolumeMatcher.match(question.search(), question.pool());
        assertThat(VolumeMatcher.choices(question.search(), question.pool())).contains(match);
    }

    @Property
    void theIndexAgreesWithTheExaminingWalk(@ForAll("questions") Question question) {
        List<Examined> examined = VolumeMatcher.examine(question.search(), question.pool());
        Match match = VolumeMatcher.match(question.search(), question.pool());
        List<PersistentVolume> fitting =
                examined.stream().filter(Examined::fits).map(Examined::volume).toList();
        if (match instanceof Blocked blocked) {
            assertThat(examined).contains(new Examined(blocked.reserved(), true, List.of(blocked.mismatch())));
        } else if (match instanceof Matched matched) {
            assertThat(fitting).contains(matched.volume());
        } else {
            assertThat(fitting).isEmpty();
        }
    }

    @Property
    void theOrderOfTheVolumesDoesNotCount(@ForAll("questions") Question question, @ForAll Random random) {
        List<PersistentVolume> order = new ArrayList<>(question.volumes());
        Collections.shuffle(order, random);
        VolumePool shuffled = VolumePool.of(order);
        assertThat(VolumeMatcher.match(question.search(), shuffled))
                .isEqualTo(VolumeMatcher.match(question.search(), question.pool()));
        assertThat(VolumeMatcher.choices(question.search(), shuffled))
                .isEqualTo(VolumeMatcher.choices(question.search(), question.pool()));
        assertThat(VolumeMatcher.examine(question.search(), shuffled))
                .isEqualTo(VolumeMatcher.examine(question.search(), question.pool()));
    }

    @Property
    void whatCameAndWentDoesNotCount(
            @ForAll("questions") Question question, @ForAll("volumes") List<PersistentVolume> visitors) {
        VolumePool pool = VolumePool.of(visitors);
        for (PersistentVolume volume : question.volumes()) {
            pool = pool.with(volume);
        }
        for (PersistentVolume visitor :
                visitors.subList(Math.min(question.volumes().size(), visitors.size()), visitors.size())) {
            pool = pool.without(visitor.metadata().name());
        }
        assertThat(pool).isEqualTo(question.pool());
        assertThat(VolumeMatcher.choices(question.search(), pool))
                .isEqualTo(VolumeMatcher.choices(question.search(), question.pool()));
    }

    @Property
    void noMatchIsTooSmall(@ForAll("questions") Question question) {
        Quantity requested =
                question.search().claim().spec().resources().requests().get("storage");
        for (Match choice : VolumeMatcher.choices(question.search(), question.pool())) {
            choice.found()
                    .ifPresent(volume ->
                            assertThat(volume.spec().capacity().get("storage")).isGreaterThanOrEqualTo(requested));
        }
    }

    @Property
    void noMatchIsTakenByAnotherClaim(@ForAll("questions") Question question) {
        PersistentVolumeClaim claim = question.search().claim();
        for (Match choice : VolumeMatcher.choices(question.search(), question.pool())) {
            choice.found().flatMap(volume -> volume.spec().claimRef()).ifPresent(claimRef -> {
                assertThat(claimRef.name()).isEqualTo(claim.metadata().name());
                assertThat(claimRef.uid()).isIn("", claim.metadata().uid());
            });
        }
    }

    @Property
    void aVolumeThatNobodyMayGetChangesNothing(@ForAll("questions") Question question) {
        PersistentVolume taken = Shapes.volume("taken", spec -> spec.withClaimRef(Shapes.reference("other", "u2")));
        assertThat(VolumeMatcher.choices(question.search(), question.pool().with(taken)))
                .isEqualTo(VolumeMatcher.choices(question.search(), question.pool()));
    }
}
