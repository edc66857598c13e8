package io.mooring.binding.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.match.Questions.Question;
import io.mooring.meta.LabelRequirement;
import io.mooring.storage.PersistentVolume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What a shelf offers and refuses, and what a walk along it passes over, held against all of its volumes. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ShelfLawsTest {
    @Provide
    Arbitrary<Question> choosyQuestions() {
        return Questions.choosyQuestions();
    }

    @Property
    void knowsAllThatFailARequirementOrNone(
            @ForAll("choosyQuestions") Question question, @ForAll @IntRange(max = 60) int removed) {
        VolumePool pool = without(removed, question);
        Shelf shelf = pool.shelfFor(question.search());
        for (LabelRequirement requirement : question.search().selector().requirements()) {
            List<Stock> failing = shelf.thatFail(requirement);
            if (!failing.isEmpty()) {
                assertThat(failing.stream().flatMap(ShelfLawsTest::all))
                        .containsExactlyInAnyOrderElementsOf(
                                free(pool, candidate -> !requirement.matches(candidate.labels())));
            }
        }
    }

    @Property
    void offersEveryVolumeThatFits(
            @ForAll("choosyQuestions") Question question, @ForAll @IntRange(max = 60) int removed) {
        VolumePool pool = without(removed, question);
        List<Stock> offers = pool.shelfFor(question.search()).offersFor(question.search());
        assertThat(offers.stream().flatMap(ShelfLawsTest::all)).containsAll(fitting(pool, question.search()));
    }

    @Property
    void aWalkComesUponEachVolumeThatFitsOnceAndInOrder(
            @ForAll("choosyQuestions") Question question, @ForAll @IntRange(max = 60) int removed) {
        VolumePool pool = without(removed, question);
        Search search = question.search();
        Shelf shelf = pool.shelfFor(search);
        Walk walk = new Walk(search, shelf, shelf.offersFor(search), new Sought(-1, search.labelMarks()));
        List<Candidate> found = new ArrayList<>();
        for (Optional<Candidate> next = walk.next(); next.isPresent(); next = walk.next()) {
            found.add(next.get());
        }
        assertThat(found).containsExactlyElementsOf(fitting(pool, search));
    }

    /** A pool from which volumes were taken: its usual keys need no longer be those that most volumes have. */
    private static VolumePool without(int removed, Question question) {
        VolumePool pool = question.pool();
        for (PersistentVolume volume : question.volumes()
                .subList(0, Math.min(removed, question.volumes().size()))) {
            pool = pool.without(volume.metadata().name());
        }
        return pool;
    }

    private static List<Candidate> fitting(VolumePool pool, Search search) {
        return free(
                pool, candidate -> MatchRule.firstMismatch(search, candidate).isEmpty());
    }

    /** In the order of choice. */
    private static List<Candidate> free(VolumePool pool, Predicate<Candidate> condition) {
        return pool.candidates().stream()
                .filter(Candidate::isFree)
                .filter(condition)
                .sorted(Comparator.comparing(Candidate::rank))
                .toList();
    }

    private static Stream<Candidate> all(Stock stock) {
        List<Candidate> all = new ArrayList<>();
        stock.select(all::add);
        return all.stream();
    }
}
