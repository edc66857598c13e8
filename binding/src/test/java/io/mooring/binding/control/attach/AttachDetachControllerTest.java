package io.mooring.binding.control.attach;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.managed;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.on;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reservedFor;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Settled;
import io.mooring.binding.explore.Explorer;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.story.Demands;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.storage.AccessMode;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiDriverSpec;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeAttachmentSource;
import io.mooring.storage.VolumeAttachmentSpec;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttachDetachControllerTest {
    private static final String ATTACHED =
            "Normal SuccessfulAttachVolume: AttachVolume.Attach succeeded for volume \"v\" ";

    @Test
    void aVolumeIsAttachedWhereItsPodIsAndThenThePodRuns() {
        AttachedClusters cluster = AttachedClusters.start().withPod("a", "node-1");
        assertThat(cluster.holders()).containsExactly("node-1");
        assertThat(cluster.listing()).containsExactly("node-1");
        assertThat(cluster.isReady("a")).isTrue();
        assertThat(cluster.told("a")).containsExactly(ATTACHED);
    }

    @Test
    void aPodWhoseNodeGoesStandsAsItDoesInTheSameClusterOpened() {
        AttachedClusters waiting =
                AttachedClusters.start().withPod("a", "node-1").withPod("b", "node-2");
        assertThat(waiting.isReady("b")).isFalse();

        Cluster gone = waiting.without(Node.ref("node-2")).settled().cluster();
        Cluster opened = Cluster.open(gone.controllers(), gone.dump()).settle();

        assertThat(gone.pod(Given.NAMESPACE, "b")).isEqualTo(opened.pod(Given.NAMESPACE, "b"));
    }

    @Test
    void anAttachmentIsCalledAfterVolumeDriverAndNode() {
        assertThat(VolumeAttachment.ref("csi.example.com", "p", Node.ref("node-1"))
                        .name())
                .isEqualTo("csi-ec9a7a4847cb1a30fa9e0e7acdb2196e3215f3a39e500dca6930dde2ccbebe40");
    }

    @Test
    void aSecondPodOnTheSameNodeFindsItThere() {
        AttachedClusters cluster =
                AttachedClusters.start().withPod("a", "node-1").withPod("b", "node-1");
        assertThat(cluster.isReady("b")).isTrue();
        assertThat(cluster.told("b")).isEmpty();
    }

    @Test
    void aSecondPodOnAnotherNodeWaitsAndIsToldForWhom() {
        AttachedClusters cluster =
                AttachedClusters.start().withPod("a", "node-1").withPod("b", "node-2");
        assertThat(cluster.holders()).containsExactly("node-1");
        assertThat(cluster.isReady("b")).isFalse();
        assertThat(cluster.told("b"))
                .containsExactly(
                        "Warning FailedAttachVolume: Waiting for detach for volume \"v\" Volume is already used by pod(s) a");
    }

    @Test
    void itIsFoundWhichNodeHasItAndWhoUsesItThere() {
        AttachedClusters cluster = AttachedClusters.start()
                .withPod("a2", "node-1")
                .withPod("a1", "node-1")
                .withPod("b", "node-2");
        Cluster settled = cluster.settled().cluster();
        assertThat(AttachmentFindings.of(
                        settled, settled.pod(Given.NAMESPACE, "b").orElseThrow()))
                .containsExactly(new AttachmentFinding.AttachedElsewhere(
                        VolumeAttachment.ref("csi.example.com", "v", Node.ref("node-2")),
                        AttachedClusters.VOLUME,
                        Node.ref("node-2"),
                        List.of(podKey("b")),
                        List.of(Node.ref("node-1")),
                        List.of(podKey("a1"), podKey("a2"))));
    }

    @Test
    void itMovesWhenTheFirstPodIsGone() {
        AttachedClusters cluster = AttachedClusters.start()
                .withPod("a", "node-1")
                .withPod("b", "node-2")
                .withoutPod("a");
        assertThat(cluster.holders()).containsExactly("node-2");
        assertThat(cluster.listing()).containsExactly("node-2");
        assertThat(cluster.isReady("b")).isTrue();
        assertThat(cluster.told("b")).hasSize(2).last().isEqualTo(ATTACHED);
    }

    @Test
    void itStaysUntilTheLastPodOfTheNodeIsGone() {
        AttachedClusters cluster = AttachedClusters.start()
                .withPod("a1", "node-1")
                .withPod("a2", "node-1")
                .withPod("b", "node-2")
                .withoutPod("a1");
        assertThat(cluster.holders()).containsExactly("node-1");
        assertThat(cluster.withoutPod("a2").holders()).containsExactly("node-2");
    }

    @Test
    void itIsDetachedWhenNobodyWantsIt() {
        AttachedClusters cluster =
                AttachedClusters.start().withPod("a", "node-1").withoutPod("a");
        assertThat(cluster.holders()).isEmpty();
        assertThat(cluster.listing()).isEmpty();
        assertThat(cluster.settled().cluster().list(VolumeAttachment.KIND)).isEmpty();
    }

    @Test
    void aPodThatHasEndedLetsItGo() {
        Settled settled = AttachedClusters.start().withPod("a", "node-1").settled();
        var pod = settled.cluster().pod(Given.NAMESPACE, "a").orElseThrow();
        Cluster ended = settled.cluster()
                .updateStatus(pod.withStatus(pod.status().withPhase(PodPhase.SUCCEEDED)))
                .orThrow()
                .settle();
        assertThat(new AttachedClusters(new Settled(ended)).holders()).isEmpty();
    }

    @Test
    void aNodeMayKeepTheVolumesOfPodsThatHaveEnded() {
        Settled settled = AttachedClusters.start()
                .changed(
                        "node-1",
                        node -> node.withMetadata(
                                node.metadata().withAnnotation(Node.KEEP_TERMINATED_POD_VOLUMES_ANNOTATION, "true")))
                .withPod("a", "node-1")
                .settled();
        var pod = settled.cluster().pod(Given.NAMESPACE, "a").orElseThrow();
        Cluster ended = settled.cluster()
                .updateStatus(pod.withStatus(pod.status().withPhase(PodPhase.SUCCEEDED)))
                .orThrow()
                .settle();
        assertThat(new AttachedClusters(new Settled(ended)).holders()).containsExactly("node-1");
    }

    @Test
    void whoComesLaterToWaitIsNotTold() {
        AttachedClusters cluster = AttachedClusters.start()
                .withPod("a", "node-1")
                .withPod("b", "node-2")
                .withPod("c", "node-2");
        assertThat(cluster.told("c")).isEmpty();
        assertThat(cluster.withoutPod("b").told("c")).isEmpty();
    }

    @Test
    void whoWaitsAfterAllOthersWentIsTold() {
        AttachedClusters cluster = AttachedClusters.start()
                .withPod("a", "node-1")
                .withPod("b", "node-2")
                .withoutPod("b")
                .withPod("c", "node-2");
        assertThat(cluster.told("c")).hasSize(1);
    }

    @Test
    void aSharedVolumeIsAttachedToBothNodesWhateverItsClaimAsksFor() {
        AttachedClusters cluster = AttachedClusters.start(
                        Attacher.instant(AttachedClusters.DRIVER),
                        AttachedClusters.shared(volume("v", "1Gi", "manual")))
                .withPod("a", "node-1")
                .withPod("b", "node-2");
        assertThat(cluster.holders()).containsExactly("node-1", "node-2");
        assertThat(cluster.isReady("b")).isTrue();
        assertThat(cluster.withoutPod("a").holders()).containsExactly("node-2");
    }

    @Test
    void aVolumeOfOnePodIsOfOneNodeToo() {
        PersistentVolume volume = volume("v", "1Gi", "manual");
        assertThat(volume.withSpec(volume.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD))
                        .allowsSeveralNodes())
                .isFalse();
        assertThat(volume.withSpec(volume.spec().withAccessModes(AccessMode.READ_ONLY_MANY))
                        .allowsSeveralNodes())
                .isTrue();
    }

    @Test
    void aDriverThatNeedsNoAttachingIsNotAsked() {
        CsiDriver driver = CsiDriver.builder()
                .metadata(ObjectMeta.builder().name(AttachedClusters.DRIVER).build())
                .spec(CsiDriverSpec.builder().attachRequired(false).build())
                .build();
        AttachedClusters cluster = new AttachedClusters(
                        AttachedClusters.start().settled().and(driver))
                .withPod("a", "node-1")
                .withPod("b", "node-2");
        assertThat(cluster.settled().cluster().list(VolumeAttachment.KIND)).isEmpty();
        assertThat(cluster.isReady("a")).isTrue();
        assertThat(cluster.isReady("b")).isTrue();
    }

    @Test
    void whenADriverTurnsOutToNeedNoAttachingItsVolumesAreDetached() {
        CsiDriver driver = CsiDriver.builder()
                .metadata(ObjectMeta.builder().name(AttachedClusters.DRIVER).build())
                .spec(CsiDriverSpec.builder().attachRequired(false).build())
                .build();
        Settled attached = AttachedClusters.start().withPod("a", "node-1").settled();
        assertThat(new AttachedClusters(attached.and(driver)).holders()).isEmpty();
    }

    @Test
    void aHostPathIsNotAttached() {
        PersistentVolume volume = volume("v", "1Gi", "manual");
        AttachedClusters cluster = AttachedClusters.start(
                        Attacher.instant(AttachedClusters.DRIVER),
                        volume.withSpec(volume.spec().withSources(VolumeSource.hostPath("/data"))))
                .withPod("a", "node-1");
        assertThat(cluster.settled().cluster().list(VolumeAttachment.KIND)).isEmpty();
        assertThat(cluster.isReady("a")).isTrue();
    }

    @Test
    void aNodeThatAttachesForItselfIsLeftAlone() {
        Settled settled = Settled.in(
                ControlPlane.DEFAULT.withAttachers(Attacher.instant(AttachedClusters.DRIVER)),
                node("node-1", "8"),
                reservedFor("c", volume("v", "1Gi", "manual")),
                claim("c", "1Gi", "manual"),
                attachment("node-1"),
                on("node-1", pod("a", "c")));
        AttachedClusters cluster = new AttachedClusters(settled);
        assertThat(cluster.isReady("a")).isTrue();
        assertThat(cluster.told("a")).isEmpty();
        assertThat(cluster.holders()).containsExactly("node-1");
        assertThat(cluster.withoutPod("a").holders()).containsExactly("node-1");
    }

    @Test
    void aNodeIsLookedAfterFromWhenItSaysSo() {
        Settled settled = Settled.in(
                ControlPlane.DEFAULT.withAttachers(Attacher.instant(AttachedClusters.DRIVER)),
                node("node-1", "8"),
                reservedFor("c", volume("v", "1Gi", "manual")),
                claim("c", "1Gi", "manual"),
                on("node-1", pod("a", "c")));
        assertThat(new AttachedClusters(settled)
                        .changed("node-1", Given::managed)
                        .holders())
                .containsExactly("node-1");
    }

    @Test
    void anAttachmentThatNobodyWantsIsTakenBack() {
        AttachedClusters cluster =
                new AttachedClusters(AttachedClusters.start().settled().and(attachment("node-1")));
        assertThat(cluster.settled().cluster().list(VolumeAttachment.KIND)).isEmpty();
    }

    @Test
    void anAttachmentThatSomebodyDeletedIsMadeAgain() {
        AttachedClusters cluster = AttachedClusters.start().withPod("a", "node-1");
        VolumeAttachment attachment = cluster.settled()
                .cluster()
                .list(VolumeAttachment.KIND)
                .findFirst()
                .orElseThrow();
        AttachedClusters again = cluster.without(attachment.ref());
        assertThat(again.holders()).containsExactly("node-1");
        assertThat(again.listing()).containsExactly("node-1");
    }

    @Test
    void whereTwoNodesWantItAtOnceEitherMayGetIt() {
        Cluster cluster = AttachedClusters.start().settled().cluster();
        Cluster asked = cluster.create(on("node-1", pod("a", "c")))
                .orThrow()
                .create(on("node-2", pod("b", "c")))
                .orThrow();
        assertThat(new AttachedClusters(new Settled(asked.settle())).holders()).containsExactly("node-1");
        assertThat(Explorer.explore(asked).ends())
                .extracting(outcome -> new AttachedClusters(new Settled(outcome)).holders())
                .containsExactlyInAnyOrder(List.of("node-1"), List.of("node-2"));
    }

    @Test
    void itIsNotAttachedBeforeItIsBoundForGood() {
        Settled settled = Settled.in(
                ControlPlane.DEFAULT.withAttachers(Attacher.instant(AttachedClusters.DRIVER)),
                managed(node("node-1", "8")),
                claim("c", "1Gi", "manual"),
                on("node-1", pod("a", "c")));
        assertThat(settled.cluster().list(VolumeAttachment.KIND)).isEmpty();
        AttachedClusters bound = new AttachedClusters(settled.and(volume("v", "1Gi", "manual")));
        assertThat(bound.isReady("a")).isTrue();
        assertThat(bound.told("a")).containsExactly(ATTACHED);
    }

    private static VolumeAttachment attachment(String node) {
        return VolumeAttachment.builder()
                .metadata(ObjectMeta.builder().name("by-hand").build())
                .spec(VolumeAttachmentSpec.builder()
                        .attacher(AttachedClusters.DRIVER)
                        .source(VolumeAttachmentSource.builder()
                                .persistentVolumeName(Optional.of("v"))
                                .build())
                        .nodeName(node)
                        .build())
                .build();
    }

    @Test
    void aDriverThatIsFoundToNeedNoAttachingLetsThePodStartThatWaited() {
        AttachedClusters waiting =
                AttachedClusters.start().withPod("p", "node-1").withPod("q", "node-2");
        assertThat(waiting.isReady("q")).isFalse();
        Cluster cluster = waiting.settled()
                .cluster()
                .create(Demands.storage(
                        "CSIDriver", AttachedClusters.DRIVER, JsonObject.of("attachRequired", JsonBool.FALSE)))
                .orThrow()
                .settle();
        assertThat(cluster.pod(Given.NAMESPACE, "q").filter(Pod::isReady)).isPresent();
    }
}
