package io.mooring.binding.explain.set;

import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.pod.PodExplainer;
import io.mooring.meta.Ref;
import io.mooring.tree.FieldPath;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;

/** Explanations of those who make pods, where one pod holds up the rest: the pod's reasons are theirs. */
record HeldUp(Evidence evidence, Ref<?> about) {

    /**
     * By this pod.
     *
     * @param headline what is said before the pod is named: {@code has 1 of 3 replicas ready}
     * @param more facts about the pod as one of theirs
     */
    Explanation by(Pod pod, String headline, List<Fact> more) {
        return because(pod, headline + ": pod " + pod.metadata().name(), more);
    }

    /**
     * Because of this pod.
     *
     * @param start of a sentence that ends in what is said of the pod
     */
    Explanation because(Pod pod, String start, List<Fact> more) {
        Explanation reason = PodExplainer.explain(evidence, pod);
        Outlook outlook = reason.outlook() == Outlook.FINE ? Outlook.WAITS : reason.outlook();
        List<Fact> context = new ArrayList<>(more);
        context.add(chain(pod));
        context.addAll(reason.context());
        return reason.withAbout(about)
                .withOutlook(outlook, start + " " + reason.headline())
                .withFacts(reason.facts().isEmpty() ? List.of(notReady(pod)) : reason.facts())
                .withContext(context);
    }

    private static Fact notReady(Pod pod) {
        return Fact.of(FactCode.POD_READINESS, pod.ref(), FieldPath.of("status", "conditions"), "is not ready");
    }

    Fact chain(Pod pod) {
        return Fact.of(
                FactCode.SET_CHAIN,
                about,
                FieldPath.ROOT,
                "chain: " + Chain.of(evidence.cluster(), pod).text());
    }

    Explanation of(Outlook outlook, String headline, Fact... facts) {
        return Explanation.of(about, outlook, headline + ".").withFacts(List.of(facts));
    }
}
