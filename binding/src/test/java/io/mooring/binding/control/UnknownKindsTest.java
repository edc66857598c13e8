package io.mooring.binding.control;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.binder.ClaimFindings;
import io.mooring.binding.control.binder.VolumeFindings;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.finding.ClaimBindingFinding;
import io.mooring.binding.finding.ClaimGap;
import io.mooring.binding.finding.VolumeBindingFinding;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In a cluster that was opened without a kind, nobody acts as if there were no object of that kind. */
class UnknownKindsTest {
    /** A world in which everything that matters to storage has happened, settled. */
    private static Cluster world() {
        Cluster cluster = Given.cluster();
        List<KubernetesObject> objects = List.of(
                node("node-1", "8"),
                Given.storageClass("fast"),
                lazy("lazy"),
                volume("v1", "1Gi", "m"),
                Given.reclaimed(volume("v2", "2Gi", "m2"), ReclaimPolicy.RECYCLE),
                claim("bound", "1Gi", "m"),
                claim("other", "2Gi", "m2"),
                claim("made", "1Gi", "fast"),
                claim("waiting", "1Gi", "none"),
                claim("lazy", "1Gi", "lazy"),
                pod("p", "bound"),
                set("web", 2, "1Gi", "fast"));
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster.delete(claimKey("bound")).orThrow().settle();
    }

    private static final Cluster WORLD = world();

    static List<ObjectKind<?>> kinds() {
        return List.of(
                PersistentVolume.KIND,
                PersistentVolumeClaim.KIND,
                StorageClass.KIND,
                Pod.KIND,
                Node.KIND,
                StatefulSet.KIND);
    }

    private static Cluster without(ObjectKind<?>... missing) {
        Set<ObjectKind<?>> kinds = Set.of(missing);
        List<Dump.Stored> kept = WORLD.dump().objects().stream()
                .filter(stored -> !kinds.contains(stored.object().kind()))
                .toList();
        return Cluster.open(WORLD.controllers(), Dump.NONE.and(kept));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingIsDoneThatWouldNotBeDoneIfAllWereKnown(ObjectKind<?> missing) {
        Cluster opened = without(missing);

        assertThat(opened.settle().changesSince(opened)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nothingIsDoneWhateverElseIsMissing(ObjectKind<?> kept) {
        Cluster opened =
                without(kinds().stream().filter(kind -> !kind.equals(kept)).toArray(ObjectKind<?>[]::new));

        assertThat(opened.settle().changesSince(opened)).isEmpty();
    }

    private static ClaimGap gap(Cluster cluster, String claim) {
        PersistentVolumeClaim found = cluster.get(claimKey(claim)).orElseThrow();
        return ((ClaimBindingFinding.NotKnown) ClaimFindings.of(cluster, found)).gap();
    }

    private static Explanation explain(Cluster cluster, String claim) {
        return Explainer.explain(cluster, claimKey(claim));
    }

    @Test
    void aBoundClaimIsNotLostWhereVolumesAreNotKnown() {
        Cluster opened = without(PersistentVolume.KIND).settle();

        assertThat(gap(opened, "other")).isEqualTo(new ClaimGap.ItsVolume(PersistentVolume.ref("v2")));
        assertThat(explain(opened, "other").text())
                .startsWith("default/other is bound to v2, as far as is known:"
                        + " PersistentVolumes were not in the dump.");
        assertThat(gap(opened, "waiting")).isEqualTo(new ClaimGap.Volumes());
        assertThat(explain(opened, "waiting").fixes()).isEmpty();
    }

    @Test
    void whetherAClassWaitsIsNotKnownWithoutClasses() {
        Cluster opened = without(StorageClass.KIND).settle();

        assertThat(gap(opened, "waiting")).isEqualTo(new ClaimGap.ItsClass(StorageClass.ref("none")));
        assertThat(explain(opened, "lazy").text())
                .startsWith("default/lazy cannot be judged: StorageClasses were not in the dump, and whether class"
                        + " \"lazy\" waits for a pod, and who makes its volumes, is not known.");
    }

    @Test
    void whetherThereIsADefaultClassIsNotKnownEither() {
        PersistentVolumeClaim plain = claim("plain", "9Gi", "m");
        Cluster opened = without(StorageClass.KIND)
                .create(plain.withSpec(plain.spec().withStorageClassName(Optional.empty())))
                .orThrow()
                .settle();

        assertThat(gap(opened, "plain")).isEqualTo(new ClaimGap.DefaultClass());
        assertThat(explain(opened, "plain").text()).contains("whether there is a default class");
    }

    @Test
    void whetherAPodUsesItIsNotKnownWithoutPods() {
        Cluster opened = without(Pod.KIND).settle();

        assertThat(gap(opened, "lazy")).isEqualTo(new ClaimGap.Consumers(StorageClass.ref("lazy")));
        assertThat(explain(opened, "lazy").text()).contains("whether a pod uses it, for which class \"lazy\" waits,");
        assertThat(explain(opened, "bound").text())
                .contains("while a pod uses it; Pods were not in the dump: whether one does is not known\n");
    }

    @Test
    void aPodIsNotPlacedWhereNodesAreNotKnown() {
        Cluster opened = without(Node.KIND).create(pod("q", "lazy")).orThrow().settle();

        Pod placed = opened.get(podKey("q")).orElseThrow();
        assertThat(placed.isPlaced()).isFalse();
        assertThat(placed.condition("PodScheduled")).isEmpty();
        assertThat(opened.eventsSince(without(Node.KIND).events().size()))
                .noneMatch(event -> event.reason().equals("FailedScheduling"));
        assertThat(explain(opened, "lazy").text())
                .contains("waits for a pod that uses it to be scheduled.")
                .contains("Pod default/q cannot be placed here: Nodes, CSIDrivers, CSIStorageCapacities, CSINodes,"
                        + " VolumeAttachments were not in the dump");
    }

    @Test
    void aNamedVolumeMayBeThere() {
        PersistentVolumeClaim naming = claim("naming", "1Gi", "m");
        Cluster opened = without(PersistentVolume.KIND)
                .create(naming.withSpec(naming.spec().withVolumeName("vx")))
                .orThrow()
                .settle();

        assertThat(gap(opened, "naming")).isEqualTo(new ClaimGap.NamedVolume(PersistentVolume.ref("vx")));
        assertThat(explain(opened, "naming").text()).contains("whether vx, which it names, is there and free");
    }

    @Test
    void aClaimStaysWhereNobodyKnowsWhoUsesIt() {
        Cluster opened = without(Pod.KIND).delete(claimKey("other")).orThrow().settle();

        assertThat(opened.get(claimKey("other"))).isPresent();
    }

    @Test
    void aReleasedVolumeIsNotRecycledWhereNobodyKnowsWhoUsesIt() {
        PersistentVolumeClaim other = WORLD.get(claimKey("other")).orElseThrow();
        Cluster opened = without(Pod.KIND)
                .update(other.withMetadata(other.metadata().withFinalizers(List.of())))
                .orThrow()
                .delete(claimKey("other"))
                .orThrow()
                .settle();
        PersistentVolume volume = opened.volume("v2").orElseThrow();

        assertThat(VolumeFindings.of(opened, volume))
                .isInstanceOfSatisfying(
                        VolumeBindingFinding.NotKnown.class,
                        finding -> assertThat(finding.kind()).isEqualTo(Pod.KIND));
        assertThat(opened.list(Pod.KIND)).isEmpty();
        assertThat(volume.isBound()).isTrue();
    }
}
