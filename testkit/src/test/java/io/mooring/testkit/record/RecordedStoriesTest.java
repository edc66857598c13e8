package io.mooring.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.release.Release;
import io.mooring.testkit.story.Laws;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.Story;
import io.mooring.testkit.story.Taken;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedStoriesTest {
    @Test
    void areThereWithWhatWasAnswered() {
        List<RecordedStory> all = RecordedStories.all().toList();

        assertThat(all).hasSizeGreaterThan(400);
        assertThat(all).allSatisfy(story -> assertThat(story.steps()).isNotEmpty());
        assertThat(RecordedStories.of(Release.parse("1.35"))).isNotEmpty();

        RecordedStory story = RecordedStories.named("article-one-volume-two-replicas");
        assertThat(story.about()).startsWith("one hand-made volume, a StatefulSet of two");
        assertThat(story).hasToString("v1.37.2 article-one-volume-two-replicas");
        RecordedStep last = story.steps().get(2);
        assertThat(last.isAccepted()).isTrue();
        assertThat(last.call().toJson()).contains("\"kind\":\"StatefulSet\"");
        assertThat(last.state().orElseThrow().fields())
                .containsKeys("PersistentVolume", "PersistentVolumeClaim", "Pod");
        assertThat(last.events()).isNotEmpty();
        assertThatThrownBy(() -> RecordedStories.named("never")).hasMessage("no story is called \"never\"");
    }

    /** The replay looks at all that was recorded; here the verdicts, which tell that the calls are the recorded ones. */
    @Test
    void arePlayedWithTheRecordedVerdictsAndUnderAllLaws() {
        int steps = 0;
        for (RecordedStory recorded : RecordedStories.of(Release.parse("1.37")).toList()) {
            Story story = recorded.played();
            List<Boolean> accepted = story.taken().stream()
                    .filter(taken -> !(taken.step() instanceof Step.Settle))
                    .map(Taken::isAccepted)
                    .toList();
            assertThat(accepted)
                    .as("%s", recorded)
                    .isEqualTo(recorded.steps().stream()
                            .map(RecordedStep::isAccepted)
                            .toList());
            story.check(Laws.all());
            steps += accepted.size();
        }
        assertThat(steps).isGreaterThan(1_000);
    }
}
