package io.mooring.testkit.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.testkit.choice.Falsified;
import io.mooring.testkit.choice.Falsifier;
import org.junit.jupiter.api.Test;

/** An operator that loses data is found, and the story of it fits a screen. */
class PlantedBugTest {
    private static final int SCREEN = 40;

    @Test
    void scalingDownASetThatDeletesItsClaimsIsFoundAndShortened() {
        Stories stories = PausingStories.ALL;

        Falsified<Story> found = Falsifier.DEFAULT
                .withTries(1_000)
                .<Story>falsify(stories, story -> story.check(Laws.DATA_IS_KEPT))
                .orElseThrow();

        String message = String.valueOf(found.thrown().getMessage());
        System.out.println(message);
        System.out.println("made simpler " + found.steps() + " times, from "
                + found.original().steps().size() + " steps");
        assertThat(message.lines().count()).isLessThanOrEqualTo(SCREEN);
        assertThat(message)
                .startsWith("does not hold: data stays where nobody asks to delete it\n")
                .contains("whenScaled: Delete", "example.com/pause");
        assertThat(found.value().steps()).hasSizeLessThanOrEqualTo(5);
    }
}
