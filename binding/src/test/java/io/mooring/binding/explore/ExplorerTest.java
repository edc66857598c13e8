package io.mooring.binding.explore;

import static io.mooring.binding.story.Given.asking;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.parallel;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.LaggingWorld;
import io.mooring.meta.KubernetesObject;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumePhase;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodTemplateSpec;
import io.mooring.workload.StatefulSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private static final Cluster NODE =
            and(Given.cluster(), node("node-1", "8")).settle();

    @Test
    void anyOfTheClaimsThatWaitMayGetTheVolume() {
        Cluster waiting = and(NODE, claim("x", "1Gi", "m"), claim("y", "1Gi", "m"), claim("z", "1Gi", "m"))
                .settle();

        assertThat(ends(and(waiting, volume("a", "1Gi", "m"))))
                .containsExactlyInAnyOrder("x=a y= z=", "x= y=a z=", "x= y= z=a");
    }

    @Test
    void anyOfEqualVolumesMayBeTaken() {
        Cluster volumes = and(NODE, volume("a", "1Gi", "m"), volume("b", "1Gi", "m"), volume("c", "2Gi", "m"))
                .settle();

        assertThat(ends(and(volumes, claim("x", "1Gi", "m")))).containsExactlyInAnyOrder("x=a", "x=b");
    }

    @Test
    void whatCameTogetherIsSeenInAnyOrder() {
        Cluster claims = and(NODE, claim("x", "1Gi", "m"), claim("y", "1Gi", "m"));

        assertThat(ends(and(claims, volume("a", "1Gi", "m"), volume("b", "2Gi", "m"))))
                .containsExactlyInAnyOrder("x=a y=b", "x=b y=a");
    }

    @Test
    void anyPodOfAParallelSetMayWinItsClaimTheVolume() {
        Cluster volume = and(NODE, volume("a", "1Gi", "m")).settle();

        assertThat(ends(and(volume, parallel(set("web", 2, "1Gi", "m")))))
                .containsExactlyInAnyOrder("www-web-0=a www-web-1=", "www-web-0= www-web-1=a");
        assertThat(ends(and(volume, set("web", 2, "1Gi", "m")))).containsExactly("www-web-0=a www-web-1=");
    }

    @Test
    void anyPodThatWaitsMayTakeTheVolumeForItsClaim() {
        StorageClass lazy = storageClass("lazy")
                .withProvisioner("kubernetes.io/no-provisioner")
                .withVolumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
        Cluster claims = and(
                        NODE, lazy, claim("x", "1Gi", "lazy"), claim("y", "1Gi", "lazy"), volume("a", "1Gi", "lazy"))
                .settle();

        assertThat(ends(and(claims, pod("px", "x"), pod("py", "y")))).containsExactlyInAnyOrder("x=a y=", "x= y=a");
    }

    @Test
    void whoWaitsIsToldHowManyWereFollowed() {
        List<Integer> told = new ArrayList<>();
        Exploration exploration =
                Explorer.explore(and(NODE, asking(pod("p"), "5"), asking(pod("q"), "4")), 10, told::add);

        assertThat(told).containsExactly(1).last().isEqualTo(exploration.clustersSeen());
    }

    /** 569 were followed when it was asked in every order whether others go first. */
    @Test
    void stepsThatCommuteAreFollowedInOneOrder() {
        Cluster cluster = and(NODE, Given.lazy("lazy").withProvisioner("kubernetes.io/no-provisioner"));
        for (int i = 0; i < 3; i++) {
            cluster = and(cluster, claim("c" + i, "1Gi", "lazy"), volume("v" + i, "1Gi", "lazy"));
        }
        Exploration exploration = Explorer.explore(and(cluster, pod("p0", "c0"), pod("p1", "c1"), pod("p2", "c2")));

        assertThat(exploration.ends()).hasSize(6);
        assertThat(exploration.clustersSeen()).isLessThanOrEqualTo(100);
    }

    @Test
    void onlyOnePodMayUseAClaimForOnePod() {
        PersistentVolumeClaim claim = claim("c", "1Gi", "fast");
        PersistentVolumeClaim exclusive = claim.withSpec(claim.spec().withAccessModes(AccessMode.READ_WRITE_ONCE_POD));
        Cluster bound = and(NODE, storageClass("fast"), exclusive).settle();
        Exploration exploration = Explorer.explore(and(bound, pod("p", "c"), pod("q", "c")));

        assertThat(exploration.ends()).extracting(ExplorerTest::placed).containsExactlyInAnyOrder("p", "q");
    }

    @Test
    void anyOfTwoPodsMayTakeTheLastPlaceOfANode() {
        Node node = node("node-1", "8");
        Map<String, Quantity> room = new HashMap<>(node.status().allocatable());
        room.put("pods", Quantity.parse("1"));
        Cluster small = and(Given.cluster(), node.withStatus(node.status().withAllocatable(room)))
                .settle();

        assertThat(Explorer.explore(and(small, pod("p"), pod("q"))).ends())
                .extracting(ExplorerTest::placed)
                .containsExactlyInAnyOrder("p", "q");
    }

    @Test
    void anyOfTwoPodsMayTakeTheCoresThatAreLeft() {
        Exploration exploration = Explorer.explore(and(NODE, asking(pod("p"), "5"), asking(pod("q"), "4")));

        assertThat(exploration.ends()).extracting(ExplorerTest::placed).containsExactlyInAnyOrder("p", "q");
    }

    @Test
    void podsThatAllFitAreFollowedInOneOrder() {
        Cluster stuck = and(NODE, asking(pod("stuck", "no-such-claim"), "1"));
        Exploration exploration = Explorer.explore(
                and(stuck, asking(pod("a"), "1"), asking(pod("b"), "1"), asking(pod("c"), "1"), asking(pod("d"), "1")));

        assertThat(exploration.ends()).extracting(ExplorerTest::placed).containsExactly("a b c d");
        assertThat(exploration.clustersSeen()).isZero();
    }

    /** The set's pods are not there yet when the first pod may go. */
    @Test
    void podsThatAreStillToComeCountToo() {
        StatefulSet two = parallel(set("web", 2, "1Gi", "fast"));
        PodSpec asking = asking(pod("x"), "4").spec();
        PodTemplateSpec template = two.spec().template();
        StatefulSet large = two.withSpec(two.spec()
                .withVolumeClaimTemplates(List.of())
                .withTemplate(template.withSpec(template.spec().withContainers(asking.containers()))));
        Exploration exploration = Explorer.explore(and(NODE, asking(pod("p"), "4"), asking(pod("q"), "4"), large));

        assertThat(exploration.ends()).extracting(ExplorerTest::placed).contains("p q", "p web-0", "web-0 web-1");
    }

    /** Both volumes are free when everything is looked at again; either may be the first. */
    @Test
    void aCheckFindsTheEndsOfEveryOrderOfTheResync() {
        Cluster waiting = and(NODE, claim("x", "1Gi", "m")).settle();
        Set<String> ends = new TreeSet<>();
        Property everyEnd = Property.eventually("it ends", end -> {
            ends.add(bindings(end));
            return true;
        });

        Checked checked = Explorer.check(
                and(waiting, volume("a", "1Gi", "m"), volume("b", "1Gi", "m")),
                List.of(),
                LaggingWorld.Bounds.NONE,
                everyEnd);

        assertThat(checked.holds()).isTrue();
        assertThat(ends).containsExactly("x=a", "x=b");
    }

    /** The binder is given another claim to look at before the deleted one is gone: it may wait until then all the same. */
    @Test
    void aDeletedClaimMayBeGoneBeforeTheVolumeIsLookedAt() {
        Cluster waiting = and(NODE, Given.lazy("lazy"), claim("x", "1Gi", "m"), claim("w", "1Gi", "lazy"))
                .settle();
        Cluster deleted = and(waiting, volume("a", "1Gi", "m"), pod("p", "w"))
                .delete(Given.claimKey("x"))
                .orThrow();

        assertThat(Explorer.explore(deleted).ends())
                .extracting(end ->
                        end.get(Given.volumeKey("a")).orElseThrow().status().phase())
                .containsExactlyInAnyOrder(Optional.of(VolumePhase.RELEASED), Optional.of(VolumePhase.AVAILABLE));
    }

    /** Each volume is named after the uid of its claim. */
    @Test
    void theOrderInWhichClaimsWereMadeMakesNoEnds() {
        Cluster start = and(Given.cluster(), storageClass("fast"), node("node-1", "8"));
        Cluster one = and(start, claim("x", "1Gi", "fast"), claim("y", "1Gi", "fast"), pod("p", "x"), pod("q", "y"));
        Cluster other = and(start, claim("y", "1Gi", "fast"), claim("x", "1Gi", "fast"), pod("q", "y"), pod("p", "x"));

        assertThat(one.settle().text()).isNotEqualTo(other.settle().text());
        assertThat(one.settle().fingerprint()).isEqualTo(other.settle().fingerprint());
    }

    @Test
    void mooringsOwnEndIsTheFirst() {
        Cluster start = and(NODE, claim("x", "1Gi", "m"), claim("y", "1Gi", "m"), volume("a", "1Gi", "m"));

        assertThat(Explorer.explore(start).ends().get(0).text())
                .isEqualTo(start.settle().text());
    }

    @Test
    void withoutARaceThereIsOneEnd() {
        Exploration exploration =
                Explorer.explore(and(NODE, storageClass("fast"), parallel(set("web", 3, "1Gi", "fast"))));

        assertThat(exploration.ends()).hasSize(1);
        assertThat(exploration.isComplete()).isTrue();
    }

    @Test
    void saysWhenItStoppedAtTheLimit() {
        Cluster waiting = and(NODE, claim("x", "1Gi", "m"), claim("y", "1Gi", "m"));
        Cluster start = and(waiting, volume("a", "1Gi", "m"), volume("b", "2Gi", "m"));

        assertThat(Explorer.explore(start, 1).isComplete()).isFalse();
        assertThat(Explorer.explore(start, 1).clustersSeen()).isEqualTo(1);
        assertThatThrownBy(() -> Explorer.explore(start, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Iterable<String> ends(Cluster start) {
        Exploration exploration = Explorer.explore(start);
        assertThat(exploration.isComplete()).isTrue();
        return exploration.ends().stream().map(ExplorerTest::bindings).toList();
    }

    private static String bindings(Cluster cluster) {
        return cluster.list(PersistentVolumeClaim.KIND)
                .map(claim -> claim.metadata().name() + "=" + claim.spec().volumeName())
                .collect(Collectors.joining(" "));
    }

    private static String placed(Cluster cluster) {
        return cluster.list(Pod.KIND)
                .filter(pod -> !pod.spec().nodeName().isEmpty())
                .map(pod -> pod.metadata().name())
                .collect(Collectors.joining(" "));
    }

    private static Cluster and(Cluster start, KubernetesObject... objects) {
        Cluster cluster = start;
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow();
        }
        return cluster;
    }
}
