package io.mooring.binding.plan;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.object.Objects;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.story.Given;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BestBindingTest {
    /** Kubernetes gives c1 the smallest that fits, which is the only one for c2. */
    static final Cluster TWO_FOR_TWO = cluster(
            claim("c1", "1Gi", ""), ssd(claim("c2", "2Gi", "")), ssd(volume("a", "2Gi", "")), volume("b", "3Gi", ""));

    static final Cluster THREE_FOR_TWO = cluster(
            claim("c1", "1Gi", ""),
            claim("c2", "1Gi", ""),
            claim("c3", "1Gi", ""),
            volume("a", "1Gi", ""),
            volume("b", "1Gi", ""));

    @Test
    void bindsTwoWhereKubernetesBindsOne() {
        BindingPlan plan = Planner.bestBinding(TWO_FOR_TWO);

        assertThat(plan.text()).isEqualTo("""
                2 of 2 waiting claims can be bound to the volumes that are there; Kubernetes by itself binds 1.
                  default/c1   b   3Gi for 1Gi, 2Gi unused
                  default/c2   a   2Gi for 2Gi
                Unused: 2Gi of 5Gi.
                This brings it about (it was tried; nobody loses a volume or a reservation):
                  reserve volume a for claim default/c2
                  reserve volume b for claim default/c1
                Kubernetes by itself, where it is otherwise:
                  default/c1   a   2Gi for 1Gi, 1Gi unused
                """);
        assertThat(plan.edits().get(0).kubectl())
                .isEqualTo(
                        "kubectl patch persistentvolumes a --type merge -p '{\"spec\":{\"claimRef\":{\"apiVersion\":\"v1\","
                                + "\"kind\":\"PersistentVolumeClaim\",\"namespace\":\"default\",\"name\":\"c2\"}}}'");
    }

    @Test
    void whatIsBoundAlreadyIsCountedAndKept() {
        Cluster settled = TWO_FOR_TWO.settle();
        assertThat(Planner.bestBinding(settled).text())
                .startsWith("0 of 1 waiting claim can be bound to the volumes that are there.\n")
                .contains("1 claim has a volume already, and keeps it.\n");
        Cluster all = cluster(claim("c1", "1Gi", ""), volume("a", "1Gi", "")).settle();
        assertThat(Planner.bestBinding(all).text())
                .isEqualTo("No claim waits for a volume: the only claim has one, and keeps it here.\n");
        assertThat(Planner.bestBinding(cluster(volume("a", "1Gi", ""))).text()).isEqualTo("There is no claim yet.\n");
    }

    @Test
    void aClaimThatWaitsForAPodIsSaidTo() {
        BindingPlan plan = Planner.bestBinding(cluster(
                Given.lazy("late").withProvisioner(StorageClass.NO_PROVISIONER),
                claim("c1", "1Gi", "late"),
                volume("a", "1Gi", "late")));

        assertThat(plan.awaitingPods()).containsExactly(PersistentVolumeClaim.ref("default", "c1"));
        assertThat(plan.text())
                .startsWith(
                        "1 of 1 waiting claim can be bound to the volumes that are there; Kubernetes by itself binds 0.")
                .contains(
                        "1 claim gets a volume from Kubernetes only when a pod uses it (WaitForFirstConsumer): default/c1\n");
    }

    @Test
    void saysWhoCompetesForWhatWhereNotAllCanBeBound() {
        BindingPlan plan = Planner.bestBinding(THREE_FOR_TWO);

        assertThat(plan.text()).isEqualTo("""
                2 of 3 waiting claims can be bound to the volumes that are there, which Kubernetes does by itself.
                  default/c1   a   1Gi for 1Gi
                  default/c2   b   1Gi for 1Gi
                3 claims compete for 2 volumes and fit no other, so that 1 has to wait:
                  claims   default/c1, default/c2, default/c3
                  volumes  a, b
                """);
    }

    /** Each claim fits a volume, but no node reaches both: which choice of nodes serves most pods nobody computes fast and exactly. */
    @Test
    void saysAtMostWhereClaimsOfOnePodDoNotComeTogether() {
        BindingPlan plan = Planner.bestBinding(cluster(
                Given.lazy("local").withProvisioner(StorageClass.NO_PROVISIONER),
                Given.node("node-1", "8"),
                Given.node("node-2", "8"),
                Given.onNode(volume("a", "1Gi", "local"), "node-1"),
                Given.onNode(volume("b", "2Gi", "local"), "node-2"),
                claim("c1", "1Gi", "local"),
                claim("c2", "2Gi", "local"),
                Given.pod("p", "c1", "c2")));

        assertThat(plan.isCertain()).isFalse();
        assertThat(plan.text()).isEqualTo("""
                At most 2 of 2 waiting claims can be bound to the volumes that are there; Kubernetes by itself binds 0.
                  default/c1   a   1Gi for 1Gi
                  default/c2   b   2Gi for 2Gi
                This brings it about (it was tried; nobody loses a volume or a reservation):
                  reserve volume a for claim default/c1
                  reserve volume b for claim default/c2
                1 pod has all its claims bound then and fits on no node: default/p
                """);
    }

    @Test
    void aClaimThatFitsNothingAndOneThatIsProvisionedAreToldApart() {
        BindingPlan plan = Planner.bestBinding(cluster(
                Given.storageClass("fast"),
                claim("large", "9Gi", ""),
                claim("made", "1Gi", "fast"),
                volume("a", "1Gi", "")));

        assertThat(plan.text()).isEqualTo("""
                0 of 2 waiting claims can be bound to the volumes that are there.
                1 claim fits none of the volumes: default/large
                1 claim is left to its provisioner: default/made
                """);
    }

    /** The volume controller looks among volumes with fewer access modes first, and would find the other one. */
    @Test
    void aClaimThatAReservationDoesNotLeadNamesItsVolumeToo() {
        PersistentVolume both = volume("both", "1Gi", "");
        BindingPlan plan = Planner.bestBinding(cluster(
                claim("c", "1Gi", ""),
                both.withSpec(
                        both.spec().withAccessModes(List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY))),
                volume("large", "5Gi", "")));

        assertThat(plan.edits().stream().map(Edit::purpose))
                .containsExactly("reserve volume both for claim default/c", "name volume both in claim default/c");
    }

    /** A server of long ago took a volume without a source, and no update of it is taken now. */
    @Test
    void saysWhichEditsTheApiServerRefuses() {
        Cluster before = cluster(claim("c1", "1Gi", ""), ssd(claim("c2", "2Gi", "")), volume("b", "3Gi", ""));
        PersistentVolume odd = ssd(volume("a", "2Gi", ""));
        Cluster opened = Cluster.open(
                before.controllers(),
                Dump.NONE
                        .and(before.dump().objects())
                        .and(List.of(Dump.Stored.read(
                                Objects.write(odd.withSpec(odd.spec().withSources())))))
                        .ofEverything());

        BindingPlan plan = Planner.bestBinding(opened);

        assertThat(plan.isCertain()).isFalse();
        assertThat(plan.refused().stream().map(Edit::purpose)).containsExactly("reserve volume a for claim default/c2");
        assertThat(plan.text()).startsWith("At most 2 of 2 waiting claims").endsWith("""
                        The API server refuses 1 of these edits:
                          reserve volume a for claim default/c2
                        """);
    }

    @Test
    void ofAPartOfAClusterItSaysWhatIsNotKnown() {
        Cluster whole = THREE_FOR_TWO.settle();
        Cluster partial = Cluster.open(
                whole.controllers(),
                Dump.of(whole.list(PersistentVolumeClaim.KIND)
                                .map(Objects::write)
                                .toList())
                        .given(PersistentVolumeClaim.KIND));

        assertThat(Planner.bestBinding(partial).text())
                .isEqualTo("Not known: PersistentVolumes, StorageClasses, Nodes, Pods were not in the dump.\n");
        assertThat(Planner.waste(partial).text()).isEqualTo("Not known: PersistentVolumes were not in the dump.\n");
        assertThat(Planner.volumesFor(partial, Margin.NONE).text())
                .isEqualTo("Not known: PersistentVolumes, StorageClasses, StatefulSets, Nodes were not in the dump.\n");
    }

    static PersistentVolumeClaim ssd(PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec()
                .withSelector(
                        LabelSelector.builder().putMatchLabels("disk", "ssd").build()));
    }

    static PersistentVolume ssd(PersistentVolume volume) {
        return volume.withMetadata(volume.metadata().withLabels(Map.of("disk", "ssd")));
    }

    static Cluster cluster(KubernetesObject... objects) {
        Cluster cluster = Given.cluster();
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow();
        }
        return cluster;
    }
}
