package io.mooring.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.testkit.choice.Choices;
import org.junit.jupiter.api.Test;

/** Random stories are worth their time. */
class CoverageTest {
    private static final int STORIES = 1_000;

    @Test
    void mostStepsAreAcceptedAndMuchComesAbout() {
        Coverage coverage = new Coverage();
        for (int seed = 0; seed < STORIES; seed++) {
            Story story = Stories.any().from(Choices.seeded(seed));
            story.check(Laws.all());
            coverage.count(story);
        }
        System.out.print(coverage.text());

        assertThat(coverage.percentAccepted()).isGreaterThanOrEqualTo(80);
        assertThat(coverage.percentOfStories(Seen.BOUND)).isGreaterThanOrEqualTo(60);
        assertThat(coverage.percentOfStories(Seen.RELEASED)).isGreaterThanOrEqualTo(20);
    }
}
