package io.mooring.binding.control.set;

import static io.mooring.binding.control.set.RunningSets.messages;
import static io.mooring.binding.control.set.RunningSets.pods;
import static io.mooring.binding.control.set.RunningSets.relabelled;
import static io.mooring.binding.control.set.RunningSets.status;
import static io.mooring.binding.control.set.RunningSets.version;
import static io.mooring.binding.control.set.RunningSets.with;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetCondition;
import io.mooring.workload.UpdateStrategy;
import io.mooring.workload.UpdateStrategyType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The strategy Recreate, behind a gate that is off by default. */
class RecreateTest {
    private static final Semantics ON = Semantics.DEFAULT.with(Behaviour.STATEFUL_SET_RECREATE, true);

    @Test
    void allPodsGoAtOnceUpwards() {
        Cluster updated = relabelled(running(ON), "2");

        assertThat(pods(updated)).containsExactly("web-0", "web-1", "web-2");
        assertThat(List.of("web-0", "web-1", "web-2"))
                .allSatisfy(pod -> assertThat(version(updated, pod)).isEqualTo("2"));
        assertThat(messages(updated).stream().filter(message -> message.startsWith("Delete")))
                .containsExactly(
                        "Delete Pod web-0 in StatefulSet web successful",
                        "Delete Pod web-1 in StatefulSet web successful",
                        "Delete Pod web-2 in StatefulSet web successful");
    }

    @Test
    void theConditionTellsThatItIsDone() {
        Cluster updated = relabelled(running(ON), "2");

        assertThat(status(updated).currentRevision()).isEqualTo(status(updated).updateRevision());
        assertThat(status(updated).conditions())
                .extracting(StatefulSetCondition::type, StatefulSetCondition::status, StatefulSetCondition::reason)
                .containsExactly(tuple("Progressing", "False", "RecreateCompleted"));
        assertThat(status(running(ON)).conditions()).isEmpty();
    }

    @Test
    void nothingIsDoneAboutASetWhoseStrategyIsNotKnownAnyMore() {
        Cluster known = running(ON);
        Cluster opened = Cluster.open(
                ControlPlane.DEFAULT.withSemantics(Semantics.DEFAULT).controllers(), known.dump());
        assertThat(opened.settle().events())
                .extracting(event -> event.message())
                .contains(
                        "statefulset default/web uses Recreate strategy but feature gate StatefulSetRecreateStrategy is"
                                + " disabled");
    }

    private static Cluster running(Semantics semantics) {
        Cluster empty = Cluster.empty(ControlPlane.DEFAULT
                .withSemantics(semantics)
                .withProvisioners(Provisioner.instant("csi.example.com"))
                .controllers());
        return with(empty, node("a", "8"), storageClass("fast"), recreated(set("web", 3, "1Gi", "fast")));
    }

    private static StatefulSet recreated(StatefulSet set) {
        UpdateStrategy strategy =
                UpdateStrategy.builder().type(UpdateStrategyType.RECREATE).build();
        return set.withSpec(set.spec().withUpdateStrategy(strategy));
    }
}
