package io.mooring.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.testkit.choice.Falsifier;
import io.mooring.testkit.story.Coverage;
import io.mooring.testkit.story.Laws;
import io.mooring.testkit.story.Seen;
import io.mooring.testkit.story.Stories;
import org.junit.jupiter.api.Test;

/** So many random steps: {@code -Dfuzz.steps=1000000}; 20,000 if nothing is said. What fails is told as short as it can be. */
class RandomStepsTest {
    private static final int LEAST_OF_HUNDRED_STORIES = 10;

    @Test
    void theLawsHoldAndMuchComesAbout() {
        int steps = Integer.getInteger("fuzz.steps", 20_000);
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Coverage coverage = new Coverage();
        while (coverage.steps() < steps) {
            long ofStory = seed + coverage.stories();
            try {
                Falsifier.DEFAULT.withSeed(ofStory).withTries(1).check(Stories.any(), story -> {
                    story.check(Laws.all());
                    coverage.count(story);
                });
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError("the story -Dfuzz.steps=1 -Dfuzz.seed=" + ofStory, broken);
            }
        }
        System.out.println("seed " + seed + ": " + coverage.text());
        for (Seen what : new Seen[] {Seen.BOUND, Seen.RELEASED, Seen.POD_READY, Seen.STORAGE_DELETED, Seen.REFUSED}) {
            assertThat(coverage.percentOfStories(what)).as(what.words()).isGreaterThan(LEAST_OF_HUNDRED_STORIES);
        }
    }
}
