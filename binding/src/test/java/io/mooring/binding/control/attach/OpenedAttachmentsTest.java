package io.mooring.binding.control.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Settled;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Dump;
import io.mooring.storage.VolumeAttachment;
import io.mooring.tree.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a cluster that was opened, its attachments are the truth. */
class OpenedAttachmentsTest {
    private static final Controllers CONTROLLERS = ControlPlane.DEFAULT
            .withAttachers(Attacher.instant(AttachedClusters.DRIVER))
            .controllers();

    private static AttachedClusters withTwoPods() {
        return AttachedClusters.start().withPod("a", "node-1").withPod("b", "node-2");
    }

    private static List<JsonObject> trees(AttachedClusters cluster) {
        return cluster.settled().cluster().dump().objects().stream()
                .map(Dump.Stored::tree)
                .toList();
    }

    @Test
    void itIsQuietAndGoesOn() {
        AttachedClusters built = withTwoPods();
        Cluster opened = Cluster.open(CONTROLLERS, Dump.of(trees(built)).ofEverything());
        Cluster settled = opened.settle();

        assertThat(settled.changesSince(opened)).isEmpty();
        assertThat(settled.events())
                .extracting(event -> event.reason() + event.message())
                .containsExactlyInAnyOrderElementsOf(built.settled().cluster().events().stream()
                        .map(event -> event.reason() + event.message())
                        .toList());
        AttachedClusters moved = new AttachedClusters(new Settled(settled)).withoutPod("a");
        assertThat(moved.holders()).containsExactly("node-2");
        assertThat(moved.isReady("b")).isTrue();
    }

    @Test
    void withoutItsAttachmentsNothingIsAttachedOrDetached() {
        AttachedClusters built = withTwoPods();
        List<JsonObject> trees = trees(built).stream()
                .filter(tree -> !tree.toJson().contains("\"VolumeAttachment\""))
                .toList();
        Cluster opened = Cluster.open(CONTROLLERS, Dump.of(trees)).settle();

        assertThat(opened.isKnown(VolumeAttachment.KIND)).isFalse();
        assertThat(opened.standing())
                .extracting(Cluster.Standing::controller)
                .contains("attachdetach-controller", "kubelet volumes");
        AttachedClusters without = new AttachedClusters(new Settled(opened)).withoutPod("a");
        assertThat(without.listing()).containsExactly("node-1");
        assertThat(without.isReady("b")).isFalse();
        assertThat(Explainer.notFine(without.settled().cluster()))
                .singleElement()
                .matches(explanation -> explanation.outlook() == Outlook.NOT_KNOWN)
                .matches(explanation -> explanation.about().equals(Given.podKey("b")));
    }
}
