package io.mooring.binding.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeResourceRequirements;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.workload.ClaimVolumeSource;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import io.mooring.workload.PodVolume;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainerTest {

    @Test
    void saysOfEveryVolumeWhyItDoesNotDo() {
        Cluster world = settled(
                volume("small", "manual", "500Mi"), volume("other", "fast", "2Gi"), claim("data", "manual", "1Gi"));
        assertThat(explain(world, "data").why()).isInstanceOf(Why.NoVolumeFits.class);
        assertThat(explain(world, "data").text()).isEqualTo("""
                        default/data waits: no volume fits.
                          other   is of class "fast", not "manual"
                          small   holds 500Mi, less than the 1Gi requested
                        To bind it: give volume other the class "manual"; or add a volume of class "manual" with at least 1Gi and ReadWriteOnce.
                        """);
    }

    @Test
    void everyEditItProposesBindsTheClaim() {
        Cluster world = settled(volume("pv", "manual", "1Gi"), claim("first", "manual", "1Gi"));
        world = world.delete(PersistentVolumeClaim.ref("default", "first"), Deletion.DEFAULT)
                .orThrow()
                .settle();
        world = world.create(claim("second", "manual", "1Gi")).orThrow().settle();

        ClaimExplanation explanation = explain(world, "second");
        assertThat(explanation.text())
                .contains("pv   Released by default/first (it serves nobody until its claimRef is cleared)");
        assertThat(explanation.edits())
                .singleElement()
                .extracting(Edit::purpose)
                .isEqualTo("clear the claimRef of Released volume pv");
        Edit edit = explanation.edits().get(0);
        Cluster edited = world.patch(edit.object(), edit.patch()).orThrow().settle();
        assertThat(edited.claim("default", "second").orElseThrow().status().phase())
                .contains(ClaimPhase.BOUND);
    }

    @Test
    void doesNotProposeToTakeAVolumeThatIsInUse() {
        Cluster world = settled(
                volume("pv", "manual", "1Gi"), claim("first", "manual", "1Gi"), claim("second", "manual", "1Gi"));
        ClaimExplanation explanation = Explainer.waiting(world).get(0);
        assertThat(explanation.edits()).isEmpty();
        assertThat(explanation.text()).contains("taken by default/first");
    }

    @Test
    void namesAllThatAVolumeNeeds() {
        PersistentVolumeClaim plain = claim("data", "manual", "1Gi");
        PersistentVolumeClaimSpec spec = plain.spec()
                .withVolumeMode(VolumeMode.BLOCK)
                .withSelector(
                        LabelSelector.builder().putMatchLabels("disk", "ssd").build());
        Cluster world = settled(plain.withSpec(spec));
        assertThat(explain(world, "data").text()).isEqualTo("""
                        default/data waits: there is no volume.
                        To bind it: add a volume of class "manual" with at least 1Gi and ReadWriteOnce, volumeMode Block, labels that match disk=ssd.
                        """);
    }

    @Test
    void saysThatANamedVolumeIsMissingOrDoesNotDo() {
        PersistentVolumeClaim missing = named(claim("missing", "manual", "1Gi"), "nowhere");
        PersistentVolumeClaim small = named(claim("large", "manual", "1Gi"), "small");
        Cluster world = settled(volume("small", "manual", "500Mi"), missing, small);
        assertThat(explain(world, "missing").text())
                .startsWith("default/missing waits for nowhere, which it names: there is no such volume.\n");
        assertThat(explain(world, "large").text())
                .isEqualTo(
                        "default/large waits for small, which it names: holds 500Mi, less than the 1Gi requested.\n");
    }

    @Test
    void tellsAClaimWithoutAPodFromOneWhosePodFindsNoNode() {
        StorageClass lazy = StorageClass.builder()
                .metadata(named("lazy"))
                .provisioner("kubernetes.io/no-provisioner")
                .volumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER)
                .build();
        Cluster world = settled(lazy, claim("data", "lazy", "1Gi"));
        assertThat(explain(world, "data").why()).isEqualTo(new Why.NoConsumer("lazy"));

        Cluster used = world.create(podUsing("data")).orThrow().settle();
        assertThat(explain(used, "data").why()).isInstanceOf(Why.ConsumerNotScheduled.class);
        assertThat(explain(used, "data").text()).isEqualTo("""
                        default/data waits for a pod that uses it to be scheduled.
                          default/app: no nodes available to schedule pods
                        """);
    }

    @Test
    void tellsWhoIsToMakeTheVolume() {
        StorageClass fast = StorageClass.builder()
                .metadata(named("fast"))
                .provisioner("csi.example.com")
                .build();
        Cluster world = settled(fast, claim("data", "fast", "1Gi"));
        assertThat(explain(world, "data").why())
                .isInstanceOfSatisfying(
                        Why.NotProvisioned.class,
                        why -> assertThat(why.provisioner()).isEqualTo("csi.example.com"));
        assertThat(explain(world, "data").text())
                .startsWith("default/data waits for csi.example.com to make a volume.");
    }

    @Test
    void tellsThatAVolumeIsLost() {
        Cluster world = settled(volume("pv", "manual", "1Gi"), claim("data", "manual", "1Gi"));
        Ref<?> volume = PersistentVolume.ref("pv");
        JsonObject noFinalizers = JsonObject.of("metadata", JsonObject.of("finalizers", JsonArray.EMPTY));
        Cluster without = world.delete(volume)
                .orThrow()
                .patch(volume, noFinalizers)
                .orThrow()
                .settle();
        assertThat(explain(without, "data").text()).isEqualTo("default/data is lost: its volume pv is gone.\n");
    }

    @Test
    void listsTwentyVolumesAtMost() {
        Cluster world = settled(claim("data", "manual", "1Gi"));
        for (int i = 0; i < 25; i++) {
            world = world.create(volume("pv-" + i, "fast", "1Mi")).orThrow();
        }
        assertThat(explain(world.settle(), "data").text().lines())
                .hasSize(1 + 20 + 1 + 1)
                .contains("  and 5 more that fit no better");
    }

    @Test
    void explainsABoundClaimToo() {
        Cluster world = settled(volume("pv", "manual", "1Gi"), claim("data", "manual", "1Gi"));
        assertThat(explain(world, "data").why()).isEqualTo(new Why.BoundTo("pv"));
        assertThat(Explainer.waiting(world)).isEmpty();
    }

    @Test
    void refusesToExplainAClaimThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> explain(settled(), "data"))
                .withMessage("no claim default/data");
    }

    private static ClaimExplanation explain(Cluster world, String claim) {
        return Explainer.explain(world, "default", claim);
    }

    private static Cluster settled(KubernetesObject... objects) {
        Cluster world = Cluster.empty(ControlPlane.DEFAULT.controllers());
        for (KubernetesObject object : objects) {
            world = world.create(object).orThrow();
        }
        return world.settle();
    }

    private static PersistentVolume volume(String name, String className, String size) {
        return PersistentVolume.builder()
                .metadata(named(name))
                .spec(PersistentVolumeSpec.builder()
                        .capacity(Map.of("storage", Quantity.parse(size)))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName(className)
                        .addSources(VolumeSource.nfs("nfs.example.com", "/" + name))
                        .build())
                .build();
    }

    private static PersistentVolumeClaim claim(String name, String className, String size) {
        return PersistentVolumeClaim.builder()
                .metadata(named(name))
                .spec(PersistentVolumeClaimSpec.builder()
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .storageClassName(className)
                        .resources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse(size))
                                .build())
                        .build())
                .build();
    }

    private static PersistentVolumeClaim named(PersistentVolumeClaim claim, String volume) {
        return claim.withSpec(claim.spec().withVolumeName(volume));
    }

    private static Pod podUsing(String claim) {
        return Pod.builder()
                .metadata(named("app"))
                .spec(PodSpec.builder()
                        .addContainers(Container.builder().name("c").image("x").build())
                        .addVolumes(PodVolume.builder()
                                .name("v")
                                .persistentVolumeClaim(ClaimVolumeSource.builder()
                                        .claimName(claim)
                                        .build())
                                .build())
                        .build())
                .build();
    }

    private static ObjectMeta named(String name) {
        return ObjectMeta.builder().name(name).build();
    }
}
