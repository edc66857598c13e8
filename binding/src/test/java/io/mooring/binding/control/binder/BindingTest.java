package io.mooring.binding.control.binder;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static io.mooring.binding.story.Given.volumeKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Settled;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.AccessMode;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumePhase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the binder makes of claims and volumes, rule by rule. */
class BindingTest {
    private static final String BIND_COMPLETED = "pv.kubernetes.io/bind-completed";
    private static final String BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";

    @Test
    void tiesBothSidesAndSaysThatItDid() {
        Settled settled = Settled.with(volume("p", "5Gi", "m"), claim("c", "1Gi", "m"));

        PersistentVolume volume = settled.volume("p");
        PersistentVolumeClaim claim = settled.claim("c");
        ObjectReference claimRef = volume.spec().claimRef().orElseThrow();
        assertThat(claimRef.uid()).isEqualTo(claim.metadata().uid());
        assertThat(claimRef.kind()).isEqualTo("PersistentVolumeClaim");
        assertThat(volume.metadata().annotations()).containsOnly(Map.entry(BOUND_BY_CONTROLLER, "yes"));
        assertThat(claim.metadata().annotations())
                .containsOnly(Map.entry(BIND_COMPLETED, "yes"), Map.entry(BOUND_BY_CONTROLLER, "yes"));
        assertThat(claim.status().capacity()).isEqualTo(volume.spec().capacity());
        assertThat(claim.status().accessModes()).isEqualTo(volume.spec().accessModes());
        assertThat(settled.phaseOfVolume("p")).hasValue(VolumePhase.BOUND);
        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
    }

    @Test
    void leavesTheNoteOutWhereTheMakerReservedTheVolume() {
        Settled settled = Settled.with(reserved(volume("p", "1Gi", "m"), "c"), claim("c", "1Gi", "m"));

        assertThat(settled.volume("p").metadata().annotations()).isEmpty();
        assertThat(settled.claim("c").metadata().annotations()).containsKey(BOUND_BY_CONTROLLER);
        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
    }

    @Test
    void leavesTheNoteOutWhereTheClaimNamedTheVolume() {
        Settled settled = Settled.with(volume("p", "1Gi", "m"), naming(claim("c", "1Gi", "m"), "p"));

        assertThat(settled.volume("p").metadata().annotations()).containsKey(BOUND_BY_CONTROLLER);
        assertThat(settled.claim("c").metadata().annotations()).containsOnly(Map.entry(BIND_COMPLETED, "yes"));
    }

    @Test
    void aVolumeThatIsReservedForOthersStaysFree() {
        Settled settled = Settled.with(reserved(volume("p", "1Gi", "m"), "other"), claim("c", "1Gi", "m"));

        assertThat(settled.phaseOfVolume("p")).hasValue(VolumePhase.AVAILABLE);
        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
    }

    @Test
    void saysWhatIsWrongWithAVolumeThatAClaimNames() {
        assertThat(whyNot(volume("p", "1Gi", "m"), claim("c", "2Gi", "m"))).isEqualTo("requested PV is too small");
        assertThat(whyNot(volume("p", "1Gi", "m"), claim("c", "1Gi", "n")))
                .isEqualTo("storageClassName does not match");
        assertThat(whyNot(withMode(volume("p", "1Gi", "m"), VolumeMode.BLOCK), claim("c", "1Gi", "m")))
                .isEqualTo("incompatible volumeMode");
        assertThat(whyNot(volume("p", "1Gi", "m"), shared(claim("c", "1Gi", "m"))))
                .isEqualTo("incompatible accessMode");
    }

    private static String whyNot(PersistentVolume volume, PersistentVolumeClaim claim) {
        Settled settled = Settled.with(volume, naming(claim, "p"));
        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        String prefix = "Warning VolumeMismatch: Cannot bind to requested volume \"p\": ";
        String told = settled.told(claimKey("c")).get(0);
        assertThat(told).startsWith(prefix);
        return told.substring(prefix.length());
    }

    @Test
    void aVolumeThatAClaimNamesMayComeLater() {
        Settled waiting = Settled.with(naming(claim("c", "1Gi", "m"), "p"));
        assertThat(waiting.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        assertThat(waiting.told(claimKey("c"))).isEmpty();

        assertThat(waiting.and(volume("p", "1Gi", "m")).phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
    }

    @Test
    void aClaimWaitsForAVolumeThatItNamesAndOthersHave() {
        Settled waiting = Settled.with(
                volume("p", "1Gi", "m"), claim("first", "1Gi", "m"), naming(claim("second", "1Gi", "m"), "p"));

        assertThat(waiting.phaseOfClaim("second")).hasValue(ClaimPhase.PENDING);
        assertThat(waiting.told(claimKey("second")))
                .containsExactly("Warning FailedBinding: volume \"p\" already bound to a different claim.");
    }

    @Test
    void aClaimWhoseVolumeIsGoneIsLost() {
        Settled bound = Settled.with(volume("p", "1Gi", "m"), claim("c", "1Gi", "m"));
        Settled lost = bound.changeClaim(
                "c", claim -> claim.withMetadata(claim.metadata().withFinalizers(List.of())));
        Cluster cluster = lost.cluster();
        cluster = cluster.delete(volumeKey("p")).orThrow();
        cluster = cluster.update(without(cluster.volume("p").orElseThrow())).orThrow();
        Settled after = new Settled(cluster.settle());

        assertThat(after.phaseOfClaim("c")).hasValue(ClaimPhase.LOST);
        assertThat(after.claim("c").status().capacity()).isEmpty();
        assertThat(after.told(claimKey("c")))
                .containsExactly(
                        "Warning ClaimLost: Bound claim has lost its PersistentVolume. Data on the volume is lost!");
    }

    private static PersistentVolume without(PersistentVolume volume) {
        return volume.withMetadata(volume.metadata().withFinalizers(List.of()));
    }

    @Test
    void aClaimWhoseVolumeForgotItsUidIsMisbound() {
        Settled bound = Settled.with(volume("p", "1Gi", "m"), claim("c", "1Gi", "m"));

        Settled misbound = bound.changeVolume("p", volume -> claimedBy(volume, reference -> reference.withUid("")));

        assertThat(misbound.phaseOfVolume("p")).hasValue(VolumePhase.AVAILABLE);
        assertThat(misbound.phaseOfClaim("c")).hasValue(ClaimPhase.LOST);
        assertThat(misbound.told(claimKey("c")))
                .containsExactly("Warning ClaimMisbound: "
                        + "Two claims are bound to the same volume, this one is bound incorrectly");
    }

    @Test
    void aBoundClaimTakesBackAVolumeThatForgotIt() {
        Settled bound = Settled.with(volume("p", "1Gi", "m"), claim("c", "1Gi", "m"));

        Settled again =
                bound.changeVolume("p", volume -> volume.withSpec(volume.spec().withClaimRef(Optional.empty())));

        assertThat(again.phaseOfVolume("p")).hasValue(VolumePhase.BOUND);
        assertThat(again.volume("p").spec().claimRef().orElseThrow().name()).isEqualTo("c");
    }

    @Test
    void aVolumeTiedToAClaimThatIsBoundElsewhereIsReservedAgain() {
        Settled bound = Settled.with(volume("p", "1Gi", "m"), claim("c", "1Gi", "m"));
        PersistentVolume second = claimedBy(
                reserved(volume("q", "1Gi", "m"), "c"),
                reference -> reference.withUid(bound.claim("c").metadata().uid()));

        Settled after = bound.and(second);

        assertThat(after.phaseOfVolume("q")).hasValue(VolumePhase.AVAILABLE);
        assertThat(after.volume("q").spec().claimRef().orElseThrow().uid()).isEmpty();
        assertThat(after.claim("c").spec().volumeName()).isEqualTo("p");
    }

    @Test
    void modesThatDifferAreToldOnBothSides() {
        Settled waiting = Settled.with(claim("c", "1Gi", "m"));
        PersistentVolume block = claimedBy(
                withMode(reserved(volume("p", "1Gi", "m"), "c"), VolumeMode.BLOCK),
                reference -> reference.withUid(waiting.claim("c").metadata().uid()));

        Settled after = waiting.and(block);

        assertThat(after.told(volumeKey("p")))
                .containsExactly("Warning VolumeMismatch: Cannot bind PersistentVolume to requested "
                        + "PersistentVolumeClaim \"c\" due to incompatible volumeMode.");
        assertThat(after.told(claimKey("c")))
                .contains("Warning VolumeMismatch: Cannot bind PersistentVolume \"p\" to requested "
                        + "PersistentVolumeClaim due to incompatible volumeMode.");
    }

    @Test
    void aClaimWithoutAClassTakesTheDefaultThatArrives() {
        PersistentVolumeClaim classless = claim("c", "1Gi", "");
        Settled waiting = Settled.with(classless.withSpec(classless.spec().withStorageClassName(Optional.empty())));
        assertThat(waiting.told(claimKey("c")))
                .containsExactly("Normal FailedBinding: "
                        + "no persistent volumes available for this claim and no storage class is set");

        Settled bound = waiting.and(isDefault(storageClass("std")));

        assertThat(bound.claim("c").spec().storageClassName()).hasValue("std");
        assertThat(bound.phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
    }

    @Test
    void anEmptyClassIsNoDefaultsBusiness() {
        Settled settled = Settled.with(claim("c", "1Gi", ""), isDefault(storageClass("std")));

        assertThat(settled.claim("c").spec().storageClassName()).hasValue("");
        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
    }

    @Test
    void awaitsTheFirstConsumerAndThenItsNode() {
        Settled waiting = Settled.with(lazy(storageClass("lazy")), claim("c", "1Gi", "lazy"));
        assertThat(waiting.told(claimKey("c")))
                .containsExactly(
                        "Normal WaitForFirstConsumer: waiting for first consumer to be created before binding");

        Settled unscheduled = waiting.and(pod("one", "c"), pod("two", "c"));

        assertThat(unscheduled.told(claimKey("c")))
                .contains(
                        "Normal WaitForPodScheduled: waiting for pod one to be scheduled",
                        "Normal WaitForPodScheduled: waiting for pods one,two to be scheduled");
        assertThat(unscheduled.and(node("node-1", "8")).phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
    }

    @Test
    void aLazyClaimTakesAReservedVolumeAtOnce() {
        Settled settled = Settled.with(
                lazy(storageClass("lazy")), reserved(volume("p", "1Gi", "lazy"), "c"), claim("c", "1Gi", "lazy"));

        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
    }

    @Test
    void everyWaitingClaimThatAVolumeSuitsMayHaveIt() {
        Cluster waiting = Settled.with(claim("a", "1Gi", "m"), claim("b", "1Gi", "m"), claim("huge", "9Gi", "m"))
                .and(volume("other", "1Gi", "n"))
                .cluster()
                .create(volume("p", "2Gi", "m"))
                .orThrow();
        PersistentVolume volume = waiting.volume("p").orElseThrow();
        Cluster available = waiting.updateStatus(
                        volume.withStatus(volume.status().withPhase(VolumePhase.AVAILABLE)))
                .orThrow();

        VolumeBinder binder = new VolumeBinder();
        BinderItem offer = new BinderItem.OfFreeVolume(volume.ref());
        assertThat(binder.choices(available, offer)).hasSize(2);
        assertThat(binder.choices(available, offer).get(0)).isEqualTo(binder.reconcile(available, offer));
    }

    @Test
    void asksTheDriverThatTookOverFromAnInTreePlugin() {
        Settled settled =
                Settled.with(storageClass("ebs").withProvisioner("kubernetes.io/aws-ebs"), claim("c", "1Gi", "ebs"));

        assertThat(settled.claim("c").metadata().annotations())
                .containsEntry("volume.kubernetes.io/storage-provisioner", "ebs.csi.aws.com")
                .containsEntry("volume.beta.kubernetes.io/storage-provisioner", "ebs.csi.aws.com");
        assertThat(settled.told(claimKey("c")).get(0)).contains("external provisioner 'ebs.csi.aws.com'");
    }

    @Test
    void saysWhichProvisionersAreNoMore() {
        assertThat(whyNotProvisioned("kubernetes.io/rbd"))
                .isEqualTo("Warning ProvisioningFailed: no volume plugin matched name: kubernetes.io/rbd");
        assertThat(whyNotProvisioned("kubernetes.io/nfs"))
                .isEqualTo("Warning ProvisioningFailed: no provisionable volume plugin matched");
        assertThat(whyNotProvisioned("kubernetes.io/host-path"))
                .isEqualTo("Warning ProvisioningFailed: Failed to create provisioner: "
                        + "provisioning in volume plugin \"kubernetes.io/host-path\" is disabled");
    }

    private static String whyNotProvisioned(String provisioner) {
        Settled settled = Settled.with(storageClass("s").withProvisioner(provisioner), claim("c", "1Gi", "s"));
        return settled.told(claimKey("c")).get(0);
    }

    private static PersistentVolume reserved(PersistentVolume volume, String claim) {
        return volume.withSpec(volume.spec()
                .withClaimRef(ObjectReference.builder()
                        .kind("PersistentVolumeClaim")
                        .apiVersion("v1")
                        .namespace("default")
                        .name(claim)
                        .build()));
    }

    private static PersistentVolume claimedBy(PersistentVolume volume, UnaryOperator<ObjectReference> change) {
        return volume.withSpec(
                volume.spec().withClaimRef(volume.spec().claimRef().map(change)));
    }

    private static PersistentVolumeClaim naming(PersistentVolumeClaim claim, String volume) {
        return claim.withSpec(claim.spec().withVolumeName(volume));
    }

    private static PersistentVolume withMode(PersistentVolume volume, VolumeMode mode) {
        return volume.withSpec(volume.spec().withVolumeMode(mode));
    }

    private static PersistentVolumeClaim shared(PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec().withAccessModes(AccessMode.READ_WRITE_MANY));
    }

    private static StorageClass isDefault(StorageClass storageClass) {
        return storageClass.withMetadata(
                storageClass.metadata().withAnnotations(Map.of("storageclass.kubernetes.io/is-default-class", "true")));
    }

    private static StorageClass lazy(StorageClass storageClass) {
        return storageClass.withVolumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }
}
