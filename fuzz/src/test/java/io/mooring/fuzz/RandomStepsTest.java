package io.mooring.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** So many random steps: {@code -Dfuzz.steps=1000000}; 20,000 if nothing is said. */
class RandomStepsTest {
    private static final int STEPS_A_STORY = 40;
    private static final int LEAST_PER_THOUSAND = 5;

    @Test
    void theLawsHoldAndMuchComesAbout() {
        int steps = Integer.getInteger("fuzz.steps", 20_000);
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Map<String, Integer> seen = Story.coverage();
        for (int done = 0; done < steps; done += STEPS_A_STORY) {
            long ofStory = seed + done;
            Story story = new Story(seen);
            Choices choices = Choices.seeded(ofStory);
            for (int i = 0; i < STEPS_A_STORY; i++) {
                try {
                    story.step(choices);
                } catch (RuntimeException | AssertionError broken) {
                    throw new AssertionError(
                            "step " + i + " of the story -Dfuzz.steps=40 -Dfuzz.seed=" + ofStory, broken);
                }
            }
        }
        System.out.println(steps + " steps, seed " + seed + ": " + seen);
        for (String what : new String[] {"accepted", "bound", "released", "pods ready", "settled"}) {
            assertThat(seen.getOrDefault(what, 0)).as(what).isGreaterThan(steps / 1000 * LEAST_PER_THOUSAND);
        }
    }
}
