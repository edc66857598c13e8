package io.mooring.binding.explain.set;

import static io.mooring.binding.control.workload.Workloads.deployment;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.setKey;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.workload.Revision;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.RollingUpdate;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of pods and sets is said where a kind was not in the dump. */
class PartialDumpsTest {
    private static final Cluster WORLD = world(
            node("n1", "4"),
            storageClass("fast"),
            set("web", 2, "1Gi", "fast"),
            set("cut", 2, "1Gi", "manual"),
            deployment("app", 1),
            claim("c", "1Gi", "manual"),
            pod("p", "c"));

    private static Cluster world(KubernetesObject... objects) {
        Cluster cluster = Given.cluster();
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    private static Explanation without(ObjectKind<?> kind, Ref<?> object) {
        return without(WORLD, kind, object);
    }

    private static Explanation without(Cluster cluster, ObjectKind<?> kind, Ref<?> object) {
        List<Dump.Stored> kept = cluster.dump().objects().stream()
                .filter(stored -> !stored.object().kind().equals(kind))
                .toList();
        return Explainer.explain(Cluster.open(WORLD.controllers(), Dump.NONE.and(kept)), object);
    }

    @Test
    void withoutRevisionsReadinessIsKnown() {
        Explanation ready = without(Revision.KIND, setKey("web"));
        assertThat(ready.outlook()).isEqualTo(Outlook.FINE);
        assertThat(ready.headline()).isEqualTo("has all of its 2 replicas, ready and of its template.");
        Explanation cut = without(Revision.KIND, setKey("cut"));
        assertThat(cut.outlook()).isEqualTo(Outlook.BLOCKED);
        assertThat(cut.headline())
                .isEqualTo("has 0 of 2 replicas ready: pod cut-0 has no node: its claim www-cut-0 is not bound.");
    }

    /** The pods below the partition are of an earlier template. */
    @Test
    void withoutRevisionsReadyPodsMayBeOfEarlierTemplates() {
        StatefulSet set = WORLD.get(setKey("web")).orElseThrow();
        PodTemplateSpec template = set.spec().template();
        StatefulSet changed = set.withSpec(set.spec()
                .withUpdateStrategy(UpdateStrategy.builder()
                        .type(UpdateStrategyType.ROLLING_UPDATE)
                        .rollingUpdate(RollingUpdate.builder().partition(1).build())
                        .build())
                .withTemplate(template.withMetadata(ObjectMeta.builder()
                        .from(template.metadata())
                        .putLabels("version", "2")
                        .build())));
        Cluster unsettled = WORLD.update(changed).orThrow();

        Explanation updating = without(unsettled, Revision.KIND, setKey("web"));
        assertThat(updating.outlook()).isEqualTo(Outlook.NOT_KNOWN);
        assertThat(updating.headline())
                .isEqualTo("has all of its 2 replicas ready; whether all are of its template is not known: "
                        + "ControllerRevisions were not in the dump.");

        Explanation partitioned = without(unsettled.settle(), Revision.KIND, setKey("web"));
        assertThat(partitioned.outlook()).isEqualTo(Outlook.NOT_KNOWN);
        assertThat(partitioned.context().get(0).text()).endsWith(", of which are not: default/web-0");
    }

    @Test
    void withoutPodsNothingIsKnown() {
        assertThat(without(Pod.KIND, setKey("web")).headline())
                .isEqualTo("stands as nobody can say: Pods were not in the dump.");
        assertThat(without(Pod.KIND, Deployment.ref("default", "app")).outlook())
                .isEqualTo(Outlook.NOT_KNOWN);
        assertThat(without(ReplicaSet.KIND, Deployment.ref("default", "app")).outlook())
                .isEqualTo(Outlook.NOT_KNOWN);
    }

    @Test
    void aPodDependsOnWhatWasNotFetched() {
        assertThat(without(Node.KIND, podKey("p")).headline())
                .isEqualTo("has no node; where it can run is not known: Nodes were not in the dump.");
        assertThat(without(PersistentVolumeClaim.KIND, podKey("p")).outlook()).isEqualTo(Outlook.NOT_KNOWN);
    }
}
