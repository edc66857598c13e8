package io.mooring.binding.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.story.Given;
import org.junit.jupiter.api.Test;

class WorkloadMentionsTest {
    private static Explanation explained(Settled settled) {
        return Explainer.explain(settled.cluster(), Given.claimKey("data"));
    }

    private static Settled waiting() {
        return Settled.with(Given.node("n", "4"), Given.lazy("lazy"), Given.claim("data", "1Gi", "lazy"));
    }

    @Test
    void aDeploymentThatWantsNoPodIsNamedAndScaled() {
        Explanation explanation = explained(waiting().and(Workloads.deployment("web", 0, "data")));
        assertThat(explanation.fixes()).extracting(Fix::purpose).containsExactly("scale Deployment default/web to 1");
        assertThat(explanation.text()).contains("Deployment default/web speaks of the claim, and makes no pod here");
    }

    @Test
    void whereNothingMakesPodsOneIsAdvised() {
        Explanation explanation = explained(waiting().and(Workloads.deployment("web", 0, "other")));
        assertThat(explanation.fixes())
                .extracting(Fix::purpose)
                .containsExactly("create a pod that uses claim default/data");
        assertThat(explanation.facts()).noneMatch(fact -> fact.code() == FactCode.CLAIM_MENTIONED);
    }
}
