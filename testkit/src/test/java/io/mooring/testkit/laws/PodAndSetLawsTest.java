package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.testkit.story.Passage;
import io.mooring.testkit.story.Story;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.StatefulSet;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.Statistics;

/** Who is not where it is to be has a verdict and a reason, in whatever cluster, settled or not. */
@AddLifecycleHook(KeptSeed.class)
@Domain(Told.class)
class PodAndSetLawsTest {
    @Property(tries = 120)
    void whoIsNotFineIsTold(@ForAll Story story) {
        for (Passage passage : story.passages()) {
            passage.taken().forEach(taken -> assertToldWhy(taken.after()));
            assertToldWhy(passage.after());
        }
        Statistics.label("not fine").coverage(coverage -> {
            coverage.check("Pod").count(count -> count >= 50);
            coverage.check("StatefulSet").count(count -> count >= 20);
            coverage.check("Deployment").count(count -> count >= 20);
            coverage.check("ReplicaSet").count(count -> count >= 20);
        });
    }

    private static void assertToldWhy(Cluster cluster) {
        Map<Ref<?>, Explanation> told =
                Explainer.notFine(cluster).stream().collect(Collectors.toMap(Explanation::about, Function.identity()));
        cluster.list(Pod.KIND).filter(pod -> !pod.isPlaced() && !pod.hasEnded()).forEach(pod -> assertTold(told, pod));
        cluster.list(StatefulSet.KIND).filter(set -> isBehind(cluster, set)).forEach(set -> assertTold(told, set));
        cluster.list(Deployment.KIND).filter(PodAndSetLawsTest::isBehind).forEach(each -> assertTold(told, each));
        cluster.list(ReplicaSet.KIND)
                .filter(set -> set.status().readyReplicas() < set.wantedReplicas())
                .filter(set -> !set.metadata().isBeingDeleted())
                .forEach(set -> assertTold(told, set));
        cluster.list(DaemonSet.KIND)
                .filter(set -> set.status().numberReady() < set.status().desiredNumberScheduled())
                .filter(set -> !set.metadata().isBeingDeleted())
                .forEach(set -> assertTold(told, set));
    }

    /** A status that its controller has not looked at since may tell of pods that are gone. */
    private static boolean isBehind(Cluster cluster, StatefulSet set) {
        long wanted = set.endOrdinal() - set.startOrdinal();
        return set.status().readyReplicas() < wanted
                || (cluster.isSettled() && set.status().replicas() > wanted);
    }

    private static boolean isBehind(Deployment deployment) {
        return !deployment.metadata().isBeingDeleted()
                && (deployment.status().readyReplicas() < deployment.wantedReplicas()
                        || deployment.status().updatedReplicas() < deployment.wantedReplicas());
    }

    private static void assertTold(Map<Ref<?>, Explanation> told, KubernetesObject object) {
        Explanation explanation = told.get(object.ref());
        assertThat(explanation).as("%s", object).isNotNull();
        assertThat(explanation.facts()).as("%s %s", explanation.text(), object).isNotEmpty();
        Statistics.label("not fine").collect(explanation.about().kind().name());
    }
}
