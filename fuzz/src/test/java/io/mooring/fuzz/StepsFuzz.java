package io.mooring.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever is done to a cluster, in whatever order, its laws hold. */
class StepsFuzz {
    private static final int MOST = 30;

    @FuzzTest
    void anySteps(FuzzedDataProvider data) {
        Story story = new Story(Story.coverage());
        Choices choices = Choices.of(data);
        for (int left = data.consumeInt(1, MOST); left > 0; left--) {
            story.step(choices);
        }
    }
}
