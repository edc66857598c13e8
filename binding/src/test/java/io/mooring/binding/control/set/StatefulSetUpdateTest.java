package io.mooring.binding.control.set;

import static io.mooring.binding.control.set.RunningSets.messages;
import static io.mooring.binding.control.set.RunningSets.onDelete;
import static io.mooring.binding.control.set.RunningSets.partitioned;
import static io.mooring.binding.control.set.RunningSets.relabelled;
import static io.mooring.binding.control.set.RunningSets.running;
import static io.mooring.binding.control.set.RunningSets.scaled;
import static io.mooring.binding.control.set.RunningSets.status;
import static io.mooring.binding.control.set.RunningSets.version;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.world.Cluster;
import io.mooring.workload.StatefulSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a set's pods when its template changes. */
class StatefulSetUpdateTest {
    @Test
    void aNewTemplateReplacesThePodsFromTheTop() {
        Cluster updated = relabelled(running(set("web", 2, "1Gi", "fast")), "2");
        assertThat(messages(updated))
                .endsWith(
                        "Delete Pod web-1 in StatefulSet web successful",
                        "Delete Pod web-0 in StatefulSet web successful");
        assertThat(version(updated, "web-0")).isEqualTo("2");
        assertThat(status(updated).currentRevision()).isEqualTo(status(updated).updateRevision());
    }

    @Test
    void belowThePartitionPodsStayAndComeBackAsTheyWere() {
        StatefulSet set = set("web", 2, "1Gi", "fast");
        Cluster updated = relabelled(running(partitioned(set, 1)), "2");
        assertThat(version(updated, "web-0")).isEmpty();
        assertThat(version(updated, "web-1")).isEqualTo("2");
        assertThat(status(updated).currentReplicas()).isEqualTo(1);
        Cluster replaced = updated.delete(podKey("web-0")).orThrow().settle();
        assertThat(version(replaced, "web-0")).isEmpty();
    }

    @Test
    void onDeleteWaitsForSomebodyToDeleteThePods() {
        Cluster updated = relabelled(running(onDelete(set("web", 2, "1Gi", "fast"))), "2");
        assertThat(version(updated, "web-1")).isEmpty();
        Cluster replaced = updated.delete(podKey("web-1")).orThrow().settle();
        assertThat(version(replaced, "web-1")).isEqualTo("2");
        assertThat(version(replaced, "web-0")).isEmpty();
        assertThat(status(replaced).currentReplicas()).isEqualTo(1);
        assertThat(status(replaced).updatedReplicas()).isEqualTo(1);
    }

    @Test
    void onDeleteTheUpdateIsCompleteWithTheLastPodThatSomebodyDeleted() {
        Cluster updated = relabelled(running(onDelete(set("web", 2, "1Gi", "fast"))), "2");
        Cluster replaced = updated.delete(podKey("web-1"))
                .orThrow()
                .settle()
                .delete(podKey("web-0"))
                .orThrow()
                .settle();
        assertThat(status(replaced).currentReplicas()).isEqualTo(2);
        assertThat(status(replaced).updatedReplicas()).isEqualTo(2);
        assertThat(status(replaced).currentRevision())
                .isEqualTo(status(replaced).updateRevision())
                .isNotEqualTo(status(updated).currentRevision());
    }

    @Test
    void onDeleteAPodOfAScaleUpIsMadeOfTheNewTemplate() {
        Cluster updated = relabelled(running(onDelete(set("web", 1, "1Gi", "fast"))), "2");
        Cluster scaled = scaled(updated, 2);
        assertThat(version(scaled, "web-0")).isEmpty();
        assertThat(version(scaled, "web-1")).isEqualTo("2");
    }

    @Test
    void anEarlierTemplateIsTheEarlierRevision() {
        Cluster first = running(set("web", 1, "1Gi", "fast"));
        Cluster second = relabelled(first, "2");
        Cluster third = relabelled(second, "3");
        Cluster back = relabelled(third, "2");
        assertThat(status(back).updateRevision()).isEqualTo(status(second).updateRevision());
        assertThat(List.of(
                        status(first).updateRevision(),
                        status(second).updateRevision(),
                        status(third).updateRevision()))
                .doesNotHaveDuplicates();
    }
}
