package io.mooring.binding.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.story.Given;
import org.junit.jupiter.api.Test;

class WorkloadMentionsTest {
    private static ClaimExplanation explained(Settled settled) {
        return Explainer.explain(settled.cluster(), Given.claimKey("data"));
    }

    private static Settled waiting() {
        return Settled.with(Given.node("n", "4"), Given.lazy("lazy"), Given.claim("data", "1Gi", "lazy"));
    }

    @Test
    void aDeploymentThatWantsNoPodIsNamedInPlaceOfAdvice() {
        ClaimExplanation explanation = explained(waiting().and(Workloads.deployment("web", 0, "data")));
        assertThat(explanation.remedies()).isEmpty();
        assertThat(explanation.text()).contains("Deployment.apps web speaks of it, and makes no pod here");
    }

    @Test
    void whereNothingMakesPodsOneIsAdvised() {
        ClaimExplanation explanation = explained(waiting().and(Workloads.deployment("web", 0, "other")));
        assertThat(explanation.remedies())
                .hasOnlyElementsOfType(Remedy.NewPod.class)
                .hasSize(1);
        assertThat(explanation.mentions()).isEmpty();
    }
}
