package io.mooring.binding.control.provision;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.reclaimed;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Provisioning;
import io.mooring.binding.control.ProvisioningRequest;
import io.mooring.binding.control.Settled;
import io.mooring.binding.control.StorageDeletion;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Quote;
import io.mooring.binding.finding.PodFinding;
import io.mooring.binding.finding.ProvisioningFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.node.Node;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumePhase;
import io.mooring.storage.VolumeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExternalProvisionerTest {
    private static final String NAME = "csi.example.com";
    private static final Provisioner INSTANT = Provisioner.instant(NAME);
    private static final String FINALIZER = "external-provisioner.volume.kubernetes.io/finalizer";

    @Test
    void aProvisionedVolumeIsTheClaimsAndKnowsItsOrigin() {
        Settled settled = Settled.with(storageClass("fast"), claim("c", "3Gi", "fast"));

        PersistentVolumeClaim claim = settled.claim("c");
        PersistentVolume volume = settled.volume("pvc-" + claim.metadata().uid());
        assertThat(claim.spec().volumeName()).isEqualTo(volume.metadata().name());
        assertThat(volume.metadata().annotations()).containsOnly(Map.entry("pv.kubernetes.io/provisioned-by", NAME));
        assertThat(volume.metadata().finalizers()).containsExactly(FINALIZER, "kubernetes.io/pv-protection");
        assertThat(volume.spec().capacity()).isEqualTo(claim.spec().resources().requests());
        assertThat(volume.spec().storageClassName()).isEqualTo("fast");
        assertThat(volume.status().phase()).hasValue(VolumePhase.BOUND);
    }

    @Test
    void theFinalizerFollowsTheReclaimPolicy() {
        Settled settled =
                Settled.with(reclaimed(volume("p", "1Gi", "m"), ReclaimPolicy.DELETE), claim("c", "1Gi", "m"));
        assertThat(settled.volume("p").metadata().finalizers())
                .containsExactly("kubernetes.io/pv-protection", FINALIZER);

        Settled saved = settled.changeVolume("p", volume -> reclaimed(volume, ReclaimPolicy.RETAIN));
        assertThat(saved.volume("p").metadata().finalizers()).containsExactly("kubernetes.io/pv-protection");
        assertThat(saved.deleteClaim("c").phaseOfVolume("p")).hasValue(VolumePhase.RELEASED);
    }

    @Test
    void aReleasedVolumeUnderDeleteGoesEvenIfItWasMadeByHand() {
        Settled settled =
                Settled.with(reclaimed(volume("p", "1Gi", "m"), ReclaimPolicy.DELETE), claim("c", "1Gi", "m"));

        assertThat(settled.deleteClaim("c").has(volumeKey("p"))).isFalse();
    }

    @Test
    void aVolumeThatIsBeingDeletedGoesWithItsClaimToo() {
        Settled settled =
                Settled.with(reclaimed(volume("p", "1Gi", "m"), ReclaimPolicy.DELETE), claim("c", "1Gi", "m"));

        assertThat(settled.delete(volumeKey("p")).deleteClaim("c").has(volumeKey("p")))
                .isFalse();
    }

    @Test
    void aFailureIsToldAndTriedAgainAfterAWhile() {
        Settled failed = Settled.in(
                provisioning(request -> request.now().isBefore(after(request.claim(), 60))
                        ? new Provisioning.Failed("array is full")
                        : INSTANT.provision(request)),
                storageClass("fast"),
                claim("c", "1Gi", "fast"));

        assertThat(failed.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        assertThat(failed.told(claimKey("c"))).contains("Warning ProvisioningFailed: array is full");
        assertThat(failed.cluster().nextDue()).isPresent();

        Settled later =
                new Settled(failed.cluster().advance(Duration.ofSeconds(90)).settle());
        assertThat(later.phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
    }

    @Test
    void aDelayIsNoFailure() {
        Settled delayed = Settled.in(
                provisioning(request -> request.now().isBefore(after(request.claim(), 60))
                        ? new Provisioning.Delayed(Duration.ofSeconds(60))
                        : INSTANT.provision(request)),
                storageClass("fast"),
                claim("c", "1Gi", "fast"));

        assertThat(delayed.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        assertThat(delayed.told(claimKey("c"))).noneMatch(told -> told.startsWith("Warning"));
        assertThat(new Settled(delayed.cluster().advance(Duration.ofSeconds(60)).settle()).phaseOfClaim("c"))
                .hasValue(ClaimPhase.BOUND);
    }

    private static Instant after(PersistentVolumeClaim claim, long seconds) {
        return claim.metadata().creationTimestamp().orElseThrow().plusSeconds(seconds);
    }

    @Test
    void aWrongNodeIsForTheSchedulerToChange() {
        ControlPlane picky = provisioning(request -> new Provisioning.WrongNode("no room"));
        Cluster asked = asked(node("full", "8"));

        List<Write> writes = new ExternalProvisioner(picky.provisioners().get(0))
                .reconcile(asked, new ProvisionerItem.OfClaim(claimKey("c")));

        assertThat(writes).hasSize(3);
        assertThat(writes).last().satisfies(ExternalProvisionerTest::takesTheNodeAway);
    }

    @Test
    void aWrongNodeEndsTheSettlingAndIsTriedAgainAfterAWhile() {
        Settled settled = Settled.in(
                provisioning(request -> request.now().isBefore(after(request.claim(), 60))
                        ? new Provisioning.WrongNode("no room")
                        : INSTANT.provision(request)),
                lazy(storageClass("lazy")),
                node("full", "8"),
                claim("c", "1Gi", "lazy"),
                pod("p", "c"));

        assertThat(settled.claim("c").metadata().annotations()).doesNotContainKey("volume.kubernetes.io/selected-node");
        assertThat(settled.told(claimKey("c"))).contains("Warning ProvisioningFailed: no room");
        assertThat(settled.told(podKey("p")))
                .contains("Warning FailedScheduling: running PreBind plugin \"VolumeBinding\": binding volumes:"
                        + " provisioning failed for PVC \"c\"");
        assertThat(settled.cluster().nextDue()).isPresent();
        assertThat(settled.cluster().get(podKey("p")).orElseThrow().status().nominatedNodeName())
                .isEmpty();
        assertThat(settled.cluster().finding(podKey("p")))
                .contains(new PodFinding.BindingFailed(podKey("p"), Node.ref("full"), claimKey("c")));

        Settled soon =
                new Settled(settled.cluster().advance(Duration.ofSeconds(1)).settle());
        assertThat(soon.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        Settled later =
                new Settled(soon.cluster().advance(Duration.ofSeconds(60)).settle());
        assertThat(later.phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
        assertThat(later.cluster().get(podKey("p")).orElseThrow().isPlaced()).isTrue();
    }

    @Test
    void aNodeThatWasRefusedIsTriedAfterTheOthers() {
        Settled settled = Settled.in(
                provisioning(request ->
                        request.selectedNode().orElseThrow().metadata().name().equals("c")
                                ? INSTANT.provision(request)
                                : new Provisioning.WrongNode("no room on "
                                        + request.selectedNode()
                                                .orElseThrow()
                                                .metadata()
                                                .name())),
                lazy(storageClass("lazy")),
                node("a", "8"),
                node("b", "8"),
                node("c", "8"),
                claim("c", "1Gi", "lazy"),
                pod("p", "c"));

        assertThat(Explainer.explain(settled.cluster(), claimKey("c")).quotes())
                .contains(new Quote("ProvisioningFailed", "no room on a"));
        assertThat(settled.cluster().finding(claimKey("c")))
                .contains(new ProvisioningFinding.NodesRefused(claimKey("c"), List.of(Node.ref("a"))));
        Settled later = afterSeconds(2, settled);
        assertThat(later.told(claimKey("c"))).contains("Warning ProvisioningFailed: no room on b");
        assertThat(later.phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
        assertThat(later.cluster().finding(claimKey("c"))).isEmpty();
    }

    @Test
    void onceEveryNodeWasRefusedTheFirstIsTriedAgain() {
        Settled settled = Settled.in(
                provisioning(request -> request.now().isBefore(after(request.claim(), 60))
                                || request.selectedNode()
                                        .orElseThrow()
                                        .metadata()
                                        .name()
                                        .equals("b")
                        ? new Provisioning.WrongNode("no room")
                        : INSTANT.provision(request)),
                lazy(storageClass("lazy")),
                node("a", "8"),
                node("b", "8"),
                claim("c", "1Gi", "lazy"),
                pod("p", "c"));

        assertThat(afterSeconds(90, settled).phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
    }

    private static Settled afterSeconds(int seconds, Settled settled) {
        Cluster cluster = settled.cluster();
        for (int i = 0; i < seconds; i++) {
            cluster = cluster.advance(Duration.ofSeconds(1)).settle();
        }
        return new Settled(cluster);
    }

    @Test
    void podsThatShareAClaimDoNotWakeEachOtherForEverOverAWrongNode() {
        Settled settled = Settled.in(
                provisioning(request -> new Provisioning.WrongNode("no room")),
                lazy(storageClass("lazy")),
                node("full", "8"),
                node("other", "8"),
                claim("c", "1Gi", "lazy"));
        Cluster cluster = settled.cluster();
        for (int i = 0; i < 5; i++) {
            cluster = cluster.create(pod("p" + i, "c")).orThrow();
        }
        Settled waiting =
                new Settled(cluster.settle().advance(Duration.ofMinutes(1)).settle());
        assertThat(waiting.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        assertThat(waiting.cluster().nextDue()).isPresent();
    }

    @Test
    void aNodeThatIsGoneIsForTheSchedulerToChange() {
        List<Write> writes =
                new ExternalProvisioner(INSTANT).reconcile(asked(), new ProvisionerItem.OfClaim(claimKey("c")));

        assertThat(writes).singleElement().satisfies(ExternalProvisionerTest::takesTheNodeAway);
    }

    /** The claim is to be provisioned for node {@code full}. */
    private static Cluster asked(KubernetesObject... objects) {
        return Settled.in(ControlPlane.DEFAULT, lazy(storageClass("lazy")), claim("c", "1Gi", "lazy"))
                .and(objects)
                .changeClaim("c", ExternalProvisionerTest::annotated)
                .cluster();
    }

    private static void takesTheNodeAway(Write write) {
        assertThat(write)
                .isInstanceOfSatisfying(
                        Write.Update.class,
                        update -> assertThat(update.object().metadata().annotations())
                                .doesNotContainKey("volume.kubernetes.io/selected-node"));
    }

    private static PersistentVolumeClaim annotated(PersistentVolumeClaim claim) {
        return claim.withMetadata(claim.metadata()
                .withAnnotations(Map.of(
                        "volume.kubernetes.io/selected-node",
                        "full",
                        "volume.kubernetes.io/storage-provisioner",
                        NAME)));
    }

    @Test
    void blockVolumesNeedAProvisionerThatMakesThem() {
        PersistentVolumeClaim plain = claim("c", "1Gi", "fast");
        Settled settled = Settled.in(
                provisioning(INSTANT::provision),
                storageClass("fast"),
                plain.withSpec(plain.spec().withVolumeMode(VolumeMode.BLOCK)));

        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        assertThat(settled.told(claimKey("c")))
                .contains("Warning ProvisioningFailed: csi.example.com does not support block volume provisioning");
    }

    @Test
    void aClaimOfSomebodyElsesClassIsLeftAlone() {
        Settled settled =
                Settled.with(storageClass("alien").withProvisioner("alien.example.org"), claim("c", "1Gi", "alien"));

        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        assertThat(settled.told(claimKey("c"))).hasSize(1);
    }

    @Test
    void aDeletionThatFailsLeavesTheVolumeReleased() {
        Provisioner stubborn = new Provisioner() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Provisioning provision(ProvisioningRequest request) {
                return INSTANT.provision(request);
            }

            @Override
            public StorageDeletion delete(PersistentVolume volume) {
                return new StorageDeletion.Failed("snapshots exist");
            }
        };
        Settled released = Settled.in(
                        ControlPlane.DEFAULT.withProvisioners(stubborn),
                        storageClass("fast"),
                        claim("c", "1Gi", "fast"))
                .deleteClaim("c");

        PersistentVolume volume =
                released.cluster().list(PersistentVolume.KIND).findFirst().orElseThrow();
        assertThat(volume.status().phase()).hasValue(VolumePhase.RELEASED);
        assertThat(released.told(volume.ref())).containsExactly("Warning VolumeFailedDelete: snapshots exist");
    }

    @Test
    void aVolumeThatTheApiRefusesIsToldOfAndItsStorageDeleted() {
        Settled refused = Settled.in(
                provisioning(ExternalProvisionerTest::withoutAccessModes),
                storageClass("fast"),
                claim("c", "1Gi", "fast"));

        String name = "pvc-" + refused.claim("c").metadata().uid();
        assertThat(refused.told(claimKey("c")))
                .contains("Warning ProvisioningFailed: Error creating provisioned PV object for claim default/c:"
                        + " PersistentVolume \"" + name + "\" is invalid: spec.accessModes: Required value."
                        + " Deleting the volume.")
                .noneMatch(told -> told.startsWith("Normal ProvisioningSucceeded"));
        assertThat(refused.cluster().nextDue()).isPresent();
        assertThat(refused.cluster().list(PersistentVolume.KIND)).isEmpty();
    }

    @Test
    void storageThatCannotBeDeletedAgainIsToldOf() {
        Provisioner clumsy = new Provisioner() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Provisioning provision(ProvisioningRequest request) {
                return withoutAccessModes(request);
            }

            @Override
            public StorageDeletion delete(PersistentVolume volume) {
                return new StorageDeletion.Failed("array is gone");
            }
        };
        Settled refused = Settled.in(
                ControlPlane.DEFAULT.withProvisioners(clumsy), storageClass("fast"), claim("c", "1Gi", "fast"));

        assertThat(refused.told(claimKey("c")))
                .contains("Warning ProvisioningCleanupFailed: Error cleaning provisioned volume for claim default/c:"
                        + " array is gone. Please delete manually.");
    }

    private static Provisioning withoutAccessModes(ProvisioningRequest request) {
        PersistentVolume volume = request.volume(VolumeSource.csi(NAME, "h"));
        return new Provisioning.Provisioned(volume.withSpec(volume.spec().withAccessModes(List.of())));
    }

    @Test
    void anInstantVolumeIsReachedFromItsNodesZone() {
        Node inZone = node("node-1", "8");
        Settled settled = Settled.with(
                lazy(storageClass("lazy")),
                inZone.withMetadata(inZone.metadata().withLabels(Map.of("topology.kubernetes.io/zone", "a"))),
                claim("c", "1Gi", "lazy"),
                pod("p", "c"));

        PersistentVolume volume = settled.volume(settled.claim("c").spec().volumeName());
        assertThat(volume.spec().nodeAffinity().orElseThrow().allows(Map.of("topology.kubernetes.io/zone", "a")))
                .isTrue();
        assertThat(volume.spec().nodeAffinity().orElseThrow().allows(Map.of("topology.kubernetes.io/zone", "b")))
                .isFalse();
    }

    private static StorageClass lazy(StorageClass storageClass) {
        return storageClass.withVolumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }

    private static ControlPlane provisioning(Function<ProvisioningRequest, Provisioning> answer) {
        return ControlPlane.DEFAULT.withProvisioners(new Provisioner() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public Provisioning provision(ProvisioningRequest request) {
                return answer.apply(request);
            }
        });
    }
}
