package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.FoundPods.annotated;
import static io.mooring.binding.control.scheduler.FoundPods.bound;
import static io.mooring.binding.control.scheduler.FoundPods.found;
import static io.mooring.binding.control.scheduler.FoundPods.on;
import static io.mooring.binding.control.scheduler.FoundPods.onA;
import static io.mooring.binding.story.Demands.attachment;
import static io.mooring.binding.story.Demands.csiNode;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.finding.NodeRejection;
import io.mooring.binding.finding.NodeRejection.TooManyVolumes;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.PodFinding.BindingVolumes;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.finding.PodFinding.Schedulable;
import io.mooring.binding.story.Demands;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.PodVolume;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VolumeLimitsTest {
    private static final String DRIVER = "csi.example.com";
    private static final String EBS = "ebs.csi.aws.com";

    private static KubernetesObject[] withVolumes(KubernetesObject... others) {
        List<KubernetesObject> all = new ArrayList<>(List.of(node("a", "4")));
        for (String name : List.of("v", "w")) {
            all.add(volume(name, "1Gi", "m"));
            all.add(bound(claim("c" + name, "1Gi", "m"), name));
        }
        all.addAll(List.of(others));
        return all.toArray(KubernetesObject[]::new);
    }

    @Test
    void theDriverAttachesNoMore() {
        assertThat(onA(withVolumes(csiNode("a", DRIVER, 1), on("a", pod("q", "cv")), pod("p", "cw"))))
                .containsExactly(new TooManyVolumes(DRIVER, 1, 1, 1))
                .extracting(NodeRejection::preemptionMayHelp)
                .containsExactly(true);
    }

    @Test
    void aVolumeThatIsThereCountsOnce() {
        assertThat(found(withVolumes(csiNode("a", DRIVER, 1), on("a", pod("q", "cv")), pod("p", "cv"))))
                .isInstanceOf(Schedulable.class);
    }

    @Test
    void anotherDriversLimitIsNotItsOwn() {
        assertThat(found(withVolumes(csiNode("a", "other.example.com", 0), pod("p", "cv"))))
                .isInstanceOf(Schedulable.class);
    }

    @Test
    void aVolumeThatIsStillToBeMadeCounts() {
        assertThat(onA(
                        node("a", "4"),
                        lazy("lazy"),
                        claim("c", "1Gi", "lazy"),
                        claim("d", "1Gi", "lazy"),
                        csiNode("a", DRIVER, 1),
                        on("a", pod("q", "d")),
                        pod("p", "c")))
                .containsExactly(new TooManyVolumes(DRIVER, 1, 1, 1));
        assertThat(found(
                        node("a", "4"),
                        lazy("lazy"),
                        claim("c", "1Gi", "lazy"),
                        csiNode("a", DRIVER, 1),
                        pod("p", "c")))
                .isInstanceOf(BindingVolumes.class);
    }

    @Test
    void whatIsStillAttachedCounts() {
        assertThat(onA(withVolumes(csiNode("a", DRIVER, 1), attachment("x", DRIVER, "v", "a"), pod("p", "cw"))))
                .containsExactly(new TooManyVolumes(DRIVER, 1, 1, 1));
        assertThat(onA(withVolumes(
                        csiNode("a", DRIVER, 1),
                        attachment("x", DRIVER, "v", "a"),
                        on("a", pod("q", "cv")),
                        pod("p", "cw"))))
                .containsExactly(new TooManyVolumes(DRIVER, 1, 1, 1));
    }

    @Test
    void anInTreeVolumeCountsWhereItsDriverHasTakenOver() {
        PersistentVolume inTree = volume("v", "1Gi", "m");
        inTree = inTree.withSpec(inTree.spec()
                .withSources(
                        VolumeSource.of("awsElasticBlockStore", JsonObject.of("volumeID", new JsonString("vol-1")))));
        KubernetesObject limit = csiNode("a", EBS, 0);
        KubernetesObject migrated = limit.withMetadata(limit.metadata()
                .withAnnotation("storage.alpha.kubernetes.io/migrated-plugins", "kubernetes.io/aws-ebs"));
        assertThat(found(node("a", "4"), limit, inTree, bound(claim("c", "1Gi", "m"), "v"), pod("p", "c")))
                .isInstanceOf(Schedulable.class);
        assertThat(onA(node("a", "4"), migrated, inTree, bound(claim("c", "1Gi", "m"), "v"), pod("p", "c")))
                .containsExactly(new TooManyVolumes(EBS, 1, 0, 0));
    }

    /** Their drivers have taken over, and upstream does not ask them. */
    @Test
    void someInTreeVolumesNeverCount() {
        PersistentVolume share = volume("v", "1Gi", "m");
        share = share.withSpec(share.spec()
                .withSources(VolumeSource.of(
                        "azureFile",
                        JsonObject.of("shareName", new JsonString("s")).with("secretName", new JsonString("key")))));
        KubernetesObject limit = csiNode("a", "file.csi.azure.com", 0);
        KubernetesObject migrated = limit.withMetadata(limit.metadata()
                .withAnnotation("storage.alpha.kubernetes.io/migrated-plugins", "kubernetes.io/azure-file"));
        assertThat(found(node("a", "4"), migrated, share, bound(claim("c", "1Gi", "m"), "v"), pod("p", "c")))
                .isInstanceOf(Schedulable.class);
    }

    @Test
    void anInlineVolumeOfADriverDoesNotCount() {
        Pod pod = pod("p");
        Pod inline = pod.withSpec(pod.spec()
                .withVolumes(PodVolume.builder()
                        .name("v")
                        .rest(JsonObject.of("csi", JsonObject.of("driver", new JsonString(DRIVER))))
                        .build()));
        assertThat(found(node("a", "4"), csiNode("a", DRIVER, 0), inline)).isInstanceOf(Schedulable.class);
    }

    @Test
    void aDriverMayWantNoPodsWhereItIsNot() {
        KubernetesObject driver =
                Demands.storage("CSIDriver", DRIVER, JsonObject.of("preventPodSchedulingIfMissing", JsonBool.TRUE));
        assertThat(onA(withVolumes(driver, pod("p", "cv"))))
                .containsExactly(new NodeRejection.DriverNotInstalled(DRIVER));
        assertThat(found(withVolumes(driver, csiNode("a", DRIVER, 1), pod("p", "cv"))))
                .isInstanceOf(Schedulable.class);
        assertThat(in("1.36", withVolumes(driver, pod("p", "cv")))).isInstanceOf(Schedulable.class);
        assertThat(FitError.of((FitsNowhere) in("1.37", withVolumes(driver, pod("p", "cv")))))
                .startsWith("0/1 nodes are available: 1 csi.example.com CSI driver is not installed on the node.");
    }

    private static PodFinding in(String release, KubernetesObject... objects) {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT
                .withSemantics(Semantics.of(Release.parse(release)))
                .controllers());
        for (KubernetesObject object : (Iterable<KubernetesObject>) Stream.of(objects)::iterator) {
            cluster = cluster.create(object).orThrow();
        }
        return found(cluster);
    }

    @Test
    void aClaimThatIsGoneCountsNothing() {
        assertThat(onA(withVolumes(
                        annotated(bound(claim("other", "1Gi", "m"), "w"), "x", "y"),
                        csiNode("a", DRIVER, 0),
                        on("a", pod("q", "nothing")),
                        pod("p", "cv"))))
                .containsExactly(new TooManyVolumes(DRIVER, 1, 0, 0));
    }
}
