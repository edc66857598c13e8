package io.mooring.binding.control.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.VolumeAttachment;
import io.mooring.workload.Pod;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of upstream's {@code Test_ReportWaitingOnDetach}. */
class AttachEventTextsTest {
    private static final Ref<Pod> WAITING = Pod.ref("ns1", "pod1");

    @Test
    void nobodyUsesItAnyMore() {
        assertThat(message(List.of()))
                .isEqualTo("Waiting for detach for volume \"v\" Volume is already exclusively attached to one node, "
                        + "waiting on detach before it can be attached to another node");
    }

    @Test
    void podsOfTheSameNamespaceAreNamed() {
        assertThat(message(List.of(Pod.ref("ns1", "pod2"), Pod.ref("ns1", "pod3"))))
                .isEqualTo("Waiting for detach for volume \"v\" Volume is already used by pod(s) pod2, pod3");
    }

    @Test
    void podsOfOtherNamespacesAreCounted() {
        assertThat(message(List.of(Pod.ref("ns2", "pod2"))))
                .isEqualTo(
                        "Waiting for detach for volume \"v\" Volume is already used by 1 pod(s) in different namespaces");
    }

    @Test
    void podsOfBothAreNamedAndCounted() {
        assertThat(message(List.of(Pod.ref("ns1", "pod3"), Pod.ref("ns2", "pod2"))))
                .isEqualTo("Waiting for detach for volume \"v\" Volume is already used by pod(s) pod3 and 1 pod(s) in "
                        + "different namespaces");
    }

    private static String message(List<Ref<Pod>> users) {
        return AttachEventTexts.attachedElsewhere(
                        new AttachmentFinding.AttachedElsewhere(
                                VolumeAttachment.ref("csi"),
                                AttachedClusters.VOLUME,
                                Node.ref("node-2"),
                                List.of(WAITING),
                                List.of(Node.ref("node-1")),
                                users),
                        WAITING)
                .message();
    }
}
