package io.mooring.binding.control.attach;

import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.Attaching;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExternalAttacherTest {
    private static final String FINALIZER = "external-attacher/csi-example-com";

    /** Answers these, whatever it is asked. */
    private record Answering(Attaching attaching, Attaching detaching) implements Attacher {
        @Override
        public String name() {
            return AttachedClusters.DRIVER;
        }

        @Override
        public Attaching attach(PersistentVolume volume, Ref<Node> node) {
            return attaching;
        }

        @Override
        public Attaching detach(PersistentVolume volume, Ref<Node> node) {
            return detaching;
        }
    }

    private static final Attaching DONE = new Attaching.Done();
    private static final Attaching FULL =
            new Attaching.Failed("rpc error: code = ResourceExhausted desc = too many disks");
    private static final Attaching SILENT = new Attaching.Unanswered();

    @Test
    void whatTheDriverSaysGoesToTheAttachmentAndToThePod() {
        AttachedClusters cluster =
                AttachedClusters.start(new Answering(FULL, DONE)).withPod("a", "node-1");
        assertThat(cluster.isReady("a")).isFalse();
        assertThat(attachment(cluster).status().attachError().map(VolumeError::message))
                .contains("rpc error: code = ResourceExhausted desc = too many disks");
        assertThat(cluster.told("a"))
                .containsExactly("Warning FailedAttachVolume: AttachVolume.Attach failed for volume \"v\" : "
                        + "rpc error: code = ResourceExhausted desc = too many disks");
    }

    @Test
    void aDriverThatFailsIsAskedAgainAndThePodToldAgain() {
        AttachedClusters cluster = AttachedClusters.start(new Answering(FULL, DONE))
                .withPod("a", "node-1")
                .after(Duration.ofSeconds(1))
                .after(Duration.ofSeconds(1));
        assertThat(cluster.settled().cluster().events())
                .filteredOn(event -> event.reason().equals("FailedAttachVolume"))
                .singleElement()
                .extracting(event -> event.count())
                .isEqualTo(3);
    }

    @Test
    void anAttacherThatDoesNotAnswerIsGivenUpEveryTwoMinutes() {
        AttachedClusters cluster =
                AttachedClusters.start(new Answering(SILENT, DONE)).withPod("a", "node-1");
        assertThat(cluster.told("a")).isEmpty();
        AttachedClusters later = cluster.after(Duration.ofMinutes(2));
        assertThat(later.told("a"))
                .containsExactly("Warning FailedAttachVolume: AttachVolume.Attach failed for volume \"v\" : timed out "
                        + "waiting for external-attacher of csi.example.com CSI driver to attach volume v");
        assertThat(later.after(Duration.ofMinutes(2)).settled().cluster().events())
                .filteredOn(event -> event.reason().equals("FailedAttachVolume"))
                .singleElement()
                .extracting(event -> event.count())
                .isEqualTo(2);
    }

    @Test
    void withoutAnAttacherNobodyAnswers() {
        AttachedClusters cluster = AttachedClusters.start(new Attacher() {
                    @Override
                    public String name() {
                        return "other.example.com";
                    }

                    @Override
                    public Attaching attach(PersistentVolume volume, Ref<Node> node) {
                        return DONE;
                    }
                })
                .withPod("a", "node-1");
        assertThat(attachment(cluster).isAttached()).isFalse();
        assertThat(cluster.isReady("a")).isFalse();
    }

    @Test
    void whatTheDriverGivesAlongIsKept() {
        Attaching device = new Attaching.Done(Map.of("devicePath", "/dev/xvdba"));
        AttachedClusters cluster =
                AttachedClusters.start(new Answering(device, DONE)).withPod("a", "node-1");
        assertThat(attachment(cluster).status().attachmentMetadata()).containsEntry("devicePath", "/dev/xvdba");
    }

    @Test
    void aVolumeThatCannotBeDetachedStaysWhereItIs() {
        AttachedClusters cluster = AttachedClusters.start(new Answering(DONE, new Attaching.Failed("busy")))
                .withPod("a", "node-1")
                .withPod("b", "node-2")
                .withoutPod("a");
        assertThat(cluster.holders()).containsExactly("node-1");
        assertThat(attachment(cluster).status().detachError().map(VolumeError::message))
                .contains("busy");
        assertThat(cluster.isReady("b")).isFalse();
        Cluster settled = cluster.settled().cluster();
        assertThat(AttachmentFindings.of(
                        settled, settled.pod(Given.NAMESPACE, "b").orElseThrow()))
                .singleElement()
                .isInstanceOfSatisfying(
                        AttachmentFinding.AwaitingOther.class,
                        finding -> assertThat(finding.other()).isEqualTo(Node.ref("node-1")));
    }

    @Test
    void afterAFailureOnOneNodeAnotherMayHaveIt() {
        Attacher elsewhere = new Attacher() {
            @Override
            public String name() {
                return AttachedClusters.DRIVER;
            }

            @Override
            public Attaching attach(PersistentVolume volume, Ref<Node> node) {
                return node.name().equals("node-1") ? FULL : DONE;
            }
        };
        AttachedClusters cluster =
                AttachedClusters.start(elsewhere).withPod("a", "node-1").withPod("b", "node-2");
        assertThat(cluster.holders()).containsExactly("node-2");
        assertThat(cluster.after(Duration.ofSeconds(9)).holders()).containsExactly("node-2");
    }

    @Test
    void itHoldsVolumesThatAreAttachedUntilTheyAreNot() {
        AttachedClusters cluster = AttachedClusters.start().withPod("a", "node-1");
        assertThat(cluster.settled().volume("v").metadata().finalizers()).contains(FINALIZER);
        assertThat(attachment(cluster).metadata().finalizers()).containsExactly(FINALIZER);
        AttachedClusters deleted =
                cluster.withoutPod("a").without(Given.claimKey("c")).without(AttachedClusters.VOLUME);
        assertThat(deleted.settled().has(AttachedClusters.VOLUME)).isFalse();
    }

    @Test
    void aVolumeThatIsBeingDeletedIsNotAttached() {
        PersistentVolume volume = volume("v", "1Gi", "manual");
        AttachedClusters cluster = AttachedClusters.start(
                        Attacher.instant(AttachedClusters.DRIVER),
                        volume.withMetadata(volume.metadata().withFinalizers(List.of("example.com/hold"))))
                .without(AttachedClusters.VOLUME)
                .withPod("a", "node-1");
        assertThat(cluster.told("a"))
                .containsExactly("Warning FailedAttachVolume: AttachVolume.Attach failed for volume \"v\" : "
                        + "PersistentVolume \"v\" is marked for deletion");
    }

    private static VolumeAttachment attachment(AttachedClusters cluster) {
        return cluster.settled()
                .cluster()
                .list(VolumeAttachment.KIND)
                .findFirst()
                .orElseThrow();
    }
}
