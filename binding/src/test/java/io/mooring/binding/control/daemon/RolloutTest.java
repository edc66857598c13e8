package io.mooring.binding.control.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.story.Given;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.DaemonUpdateStrategy;
import io.mooring.workload.Pod;
import io.mooring.workload.RollingDaemons;
import io.mooring.workload.UpdateStrategyType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final JsonValue NONE = JsonNumber.of(0);
    private static final Pod OLD = Given.pod("old");
    private static final Pod NEW = Given.pod("new");
    private static final Pod UNWANTED = Given.pod("unwanted");

    private static DaemonSet with(JsonValue maxUnavailable, JsonValue maxSurge) {
        DaemonSet set = Workloads.daemonSet("agent");
        return set.withSpec(set.spec()
                .withUpdateStrategy(DaemonUpdateStrategy.builder()
                        .type(UpdateStrategyType.ROLLING_UPDATE)
                        .rollingUpdate(RollingDaemons.builder()
                                .maxUnavailable(maxUnavailable)
                                .maxSurge(maxSurge)
                                .build())
                        .build()));
    }

    private static final DaemonSet SURGING = with(NONE, JsonNumber.of(1));

    @Test
    void aSmallShareIsASurgeWhateverTheNumberOfNodes() {
        assertThat(Rollout.surges(with(NONE, new JsonString("1%")))).isTrue();
        assertThat(Rollout.surges(with(JsonNumber.of(1), NONE))).isFalse();
    }

    @Test
    void theLastPodsThatAreNeededStayOnANodeThatIsToHaveNone() {
        Rollout enough = new Rollout(SURGING, 1, pod -> true);
        enough.see("a", List.of(), List.of(OLD));
        enough.seeUnwanted(List.of(), List.of(UNWANTED));
        assertThat(enough.pods()).containsExactly(UNWANTED);
        assertThat(enough.nodes()).containsExactly("a");
        Rollout tooFew = new Rollout(SURGING, 2, pod -> true);
        tooFew.see("a", List.of(), List.of(OLD));
        tooFew.seeUnwanted(List.of(), List.of(UNWANTED));
        assertThat(tooFew.pods()).isEmpty();
    }

    @Test
    void onePodThatIsNotAvailableGoesFromThereAtOnce() {
        Rollout rollout = new Rollout(SURGING, 2, pod -> pod != UNWANTED);
        rollout.seeUnwanted(List.of(), List.of(UNWANTED));
        assertThat(rollout.pods()).containsExactly(UNWANTED);
        assertThat(rollout.nodes()).isEmpty();
    }

    @Test
    void theOldPodGoesOnceItsSuccessorIsAvailable() {
        Rollout waiting = new Rollout(SURGING, 2, pod -> pod != NEW);
        waiting.see("a", List.of(NEW), List.of(OLD));
        waiting.see("b", List.of(), List.of(UNWANTED));
        assertThat(waiting.pods()).isEmpty();
        assertThat(waiting.nodes()).isEmpty();
        Rollout ready = new Rollout(SURGING, 2, pod -> true);
        ready.see("a", List.of(NEW), List.of(OLD));
        ready.see("b", List.of(), List.of(UNWANTED));
        assertThat(ready.pods()).containsExactly(OLD);
        assertThat(ready.nodes()).containsExactly("b");
    }

    @Test
    void withoutASurgeANodeWithoutPodsIsOneThatIsAway() {
        Rollout rollout = new Rollout(with(JsonNumber.of(1), NONE), 2, pod -> true);
        rollout.see("a", List.of(), List.of());
        rollout.see("b", List.of(), List.of(OLD));
        assertThat(rollout.pods()).isEmpty();
        Rollout nothing = new Rollout(with(NONE, NONE), 1, pod -> true);
        nothing.see("a", List.of(), List.of(OLD));
        assertThat(nothing.pods()).containsExactly(OLD);
    }
}
