package io.mooring.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.mooring.testkit.story.Laws;
import io.mooring.testkit.story.PausingStories;
import io.mooring.testkit.story.Story;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Under jqwik the planted bug is found and shrinks as far. */
class ShrinkingTest {
    private static final int SCREEN = 40;

    @Test
    void aPropertyThatFailsTellsAShortStory() {
        System.setProperty(Planted.RUN, "true");
        try {
            List<String> failures = failures();
            System.out.println(failures);
            assertThat(failures).singleElement().satisfies(message -> {
                assertThat(message.lines().count()).isLessThanOrEqualTo(SCREEN);
                assertThat(message).contains("whenScaled: Delete", "example.com/pause");
            });
        } finally {
            System.clearProperty(Planted.RUN);
        }
    }

    private static List<String> failures() {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Planted.class))
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, summary);
        return summary.getSummary().getFailures().stream()
                .map(failure -> failure.getException().getMessage())
                .toList();
    }

    /** Only where the other test runs it. */
    static class Planted {
        static final String RUN = "io.mooring.testkit.planted";

        @Provide
        Arbitrary<Story> stories() {
            return MooringArbitraries.of(PausingStories.ALL);
        }

        @Property(seed = "1")
        void dataIsKept(@ForAll("stories") Story story) {
            if (Boolean.getBoolean(RUN)) {
                story.check(Laws.DATA_IS_KEPT);
            }
        }
    }
}
