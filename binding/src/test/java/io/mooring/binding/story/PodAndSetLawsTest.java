package io.mooring.binding.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.pod.PodExplainer;
import io.mooring.binding.explain.set.SetExplainer;
import io.mooring.binding.world.Cluster;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.StatefulSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Who is not where it is to be has a verdict and a reason, in whatever cluster, settled or not. */
class PodAndSetLawsTest {
    @Provide
    Arbitrary<List<Action>> stories() {
        return Action.story();
    }

    @Property(tries = 60)
    void whoIsNotFineIsTold(@ForAll("stories") List<Action> story) {
        Cluster cluster = Given.cluster();
        for (Action action : story) {
            Cluster changed = action.on(cluster).cluster();
            assertToldWhy(changed);
            cluster = changed.settle();
        }
        assertToldWhy(cluster);
        Statistics.label("not fine").coverage(coverage -> {
            coverage.check("Pod").count(count -> count >= 50);
            coverage.check("StatefulSet").count(count -> count >= 20);
            coverage.check("Deployment").count(count -> count >= 20);
            coverage.check("ReplicaSet").count(count -> count >= 20);
        });
    }

    private static void assertToldWhy(Cluster cluster) {
        Evidence evidence = Evidence.of(cluster);
        cluster.list(Pod.KIND)
                .filter(pod -> !pod.isPlaced() && !pod.hasEnded())
                .forEach(pod -> assertTold(PodExplainer.explain(evidence, pod), PodFindings.of(cluster, pod)));
        cluster.list(StatefulSet.KIND)
                .filter(PodAndSetLawsTest::isBehind)
                .forEach(set -> assertTold(SetExplainer.explain(evidence, set), set.status()));
        cluster.list(Deployment.KIND)
                .filter(PodAndSetLawsTest::isBehind)
                .forEach(each -> assertTold(SetExplainer.explain(evidence, each), each.status()));
        cluster.list(ReplicaSet.KIND)
                .filter(set -> set.status().readyReplicas() < set.wantedReplicas())
                .filter(set -> !set.metadata().isBeingDeleted())
                .forEach(set -> assertTold(SetExplainer.explain(evidence, set), set.status()));
        cluster.list(DaemonSet.KIND)
                .filter(set -> set.status().numberReady() < set.status().desiredNumberScheduled())
                .filter(set -> !set.metadata().isBeingDeleted())
                .forEach(set -> assertTold(SetExplainer.explain(evidence, set), set.status()));
    }

    private static boolean isBehind(StatefulSet set) {
        return set.status().readyReplicas() < set.endOrdinal() - set.startOrdinal()
                || set.status().replicas() > set.endOrdinal() - set.startOrdinal();
    }

    private static boolean isBehind(Deployment deployment) {
        return !deployment.metadata().isBeingDeleted()
                && (deployment.status().readyReplicas() < deployment.wantedReplicas()
                        || deployment.status().updatedReplicas() < deployment.wantedReplicas());
    }

    private static void assertTold(Explanation explanation, Object standing) {
        assertThat(explanation.outlook())
                .as("%s %s", explanation.text(), standing)
                .isNotEqualTo(Outlook.FINE);
        assertThat(explanation.facts())
                .as("%s %s", explanation.text(), standing)
                .isNotEmpty();
        Statistics.label("not fine").collect(explanation.about().kind().name());
    }
}
