package io.mooring.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.story.Laws;
import io.mooring.testkit.story.Stories;

/** Whatever is done to a cluster, in whatever order, its laws hold. */
class StepsFuzz {
    private static final int MOST = 30;

    @FuzzTest
    void anySteps(FuzzedDataProvider data) {
        Choices choices = bound -> data.consumeInt(0, bound - 1);
        Stories.any().ofAtMost(MOST).from(choices).check(Laws.all());
    }
}
