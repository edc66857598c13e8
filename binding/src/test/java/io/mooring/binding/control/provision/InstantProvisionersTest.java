package io.mooring.binding.control.provision;

import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.claimKey;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.storageClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.control.Settled;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.ObjectMeta;
import io.mooring.storage.AccessMode;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TypedLocalObjectReference;
import io.mooring.storage.TypedObjectReference;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.storage.VolumeMode;
import io.mooring.storage.VolumeSource;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantProvisionersTest {
    private static final String CSI = "csi.example.com";
    private static final String LOCAL_PATH = "rancher.io/local-path";
    private static final String MINIKUBE = "k8s.io/minikube-hostpath";

    @ParameterizedTest
    @ValueSource(strings = {LOCAL_PATH, MINIKUBE, "k8s-sigs.io/nfs-subdir-external-provisioner", CSI})
    void everyOneMakesAVolumeThatTheApiTakes(String name) {
        Settled settled = with(name, node("a", "8"), claim("c", "1Gi", "class"), pod("p", "c"));
        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
        assertThat(settled.told(claimKey("c"))).noneMatch(told -> told.startsWith("Warning"));
    }

    @ParameterizedTest
    @ValueSource(strings = {LOCAL_PATH, MINIKUBE, CSI})
    void everyOneDeletesWhatItMade(String name) {
        Settled settled = with(name, node("a", "8"), claim("c", "1Gi", "class"), pod("p", "c"));
        Settled deleted = settled.delete(pod("p").ref()).deleteClaim("c");
        assertThat(deleted.cluster().list(PersistentVolume.KIND)).isEmpty();
    }

    @Test
    void localPathMakesADirectoryOnTheSelectedNode() {
        Settled settled = with(LOCAL_PATH, node("a", "8"), claim("c", "1Gi", "class"), pod("p", "c"));
        PersistentVolume volume = volume(settled);
        assertThat(volume.metadata().annotations()).containsEntry("local.path.provisioner/selected-node", "a");
        assertThat(volume.spec().source().flatMap(VolumeSource::hostPath))
                .hasValue("/opt/local-path-provisioner/" + volume.metadata().name() + "_default_c");
        assertThat(volume.spec().nodeAffinity().orElseThrow().allows(Map.of("kubernetes.io/hostname", "a")))
                .isTrue();
        assertThat(volume.spec().nodeAffinity().orElseThrow().allows(Map.of("kubernetes.io/hostname", "b")))
                .isFalse();
    }

    @Test
    void localPathRefusesWhatOneNodeCannotGive() {
        assertThat(failure(LOCAL_PATH, selecting(claim("c", "1Gi", "class"))))
                .isEqualTo("claim.Spec.Selector is not supported");
        assertThat(failure(LOCAL_PATH, shared(claim("c", "1Gi", "class"))))
                .isEqualTo("NodePath only supports ReadWriteOnce and ReadWriteOncePod (1.22+) access modes");
        assertThat(failure(LOCAL_PATH, block(claim("c", "1Gi", "class"))))
                .isEqualTo("rancher.io/local-path does not support block volume provisioning");
    }

    @Test
    void localPathNeedsANode() {
        Settled settled = Settled.in(
                plane(LOCAL_PATH), storageClass("now").withProvisioner(LOCAL_PATH), claim("c", "1Gi", "now"));
        assertThat(settled.told(claimKey("c")))
                .contains("Warning ProvisioningFailed: configuration error, no node was specified");
    }

    @Test
    void minikubeMakesADirectoryThatEveryNodeHas() {
        PersistentVolume volume =
                volume(with(MINIKUBE, node("a", "8"), selecting(claim("c", "1Gi", "class")), pod("p", "c")));
        assertThat(volume.spec().nodeAffinity()).isEmpty();
        assertThat(volume.spec().source().flatMap(VolumeSource::hostPath))
                .hasValue("/tmp/hostpath-provisioner/default/c");
    }

    @Test
    void aDriverMakesBlockVolumes() {
        PersistentVolume volume = volume(with(CSI, node("a", "8"), block(claim("c", "1Gi", "class")), pod("p", "c")));
        assertThat(volume.spec().volumeMode()).hasValue(VolumeMode.BLOCK);
        assertThat(volume.spec().source().flatMap(VolumeSource::csiDriver)).hasValue(CSI);
    }

    @Test
    void aDriverKnowsNoSelectors() {
        assertThat(failure(CSI, selecting(claim("c", "1Gi", "class")))).isEqualTo("claim Selector is not supported");
    }

    @Test
    void aDriverClonesABoundClaimOfItsOwn() {
        Settled settled = cloning(claim("source", "1Gi", "class"), from("source", claim("c", "2Gi", "class")));
        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
    }

    @Test
    void aClaimThatIsNotThereCannotBeCloned() {
        assertThat(failure(CSI, from("nobody", claim("c", "1Gi", "class"))))
                .isEqualTo(
                        "error getting handle for DataSource Type PersistentVolumeClaim by Name nobody: error getting"
                                + " PVC nobody (namespace \"default\") from api server: persistentvolumeclaim \"nobody\" not"
                                + " found");
    }

    @Test
    void aClaimThatIsNotBoundCannotBeClonedYet() {
        Settled early = with(CSI, node("a", "8"), claim("source", "1Gi", "class"))
                .and(from("source", claim("c", "1Gi", "class")), pod("p", "c"));
        assertThat(failure(early))
                .isEqualTo("error getting handle for DataSource Type PersistentVolumeClaim by Name source: the PVC"
                        + " DataSource source must have a status of Bound.  Got {...}");

        Settled later = early.and(pod("q", "source"));
        assertThat(new Settled(later.cluster().advance(Duration.ofSeconds(15)).settle()).phaseOfClaim("c"))
                .hasValue(ClaimPhase.BOUND);
    }

    @Test
    void aCloneIsNoSmallerThanItsSource() {
        Settled settled = cloning(claim("source", "2Gi", "class"), from("source", claim("c", "1Gi", "class")));
        assertThat(failure(settled))
                .endsWith("error, new PVC request must be greater than or equal in size to the specified PVC data"
                        + " source, requested 1073741824 but source is 2147483648");
    }

    @Test
    void aCloneHasTheVolumeModeOfItsSource() {
        Settled settled = cloning(claim("source", "1Gi", "class"), from("source", block(claim("c", "1Gi", "class"))));
        assertThat(failure(settled))
                .endsWith("the source PVC and destination PVCs must have the same volume mode for cloning.  Source is"
                        + " Filesystem, but new PVC requested Block");
    }

    @Test
    void aVolumeOfAnotherDriverCannotBeCloned() {
        Settled settled = Settled.in(
                        ControlPlane.DEFAULT.withProvisioners(
                                Provisioner.instant(CSI), Provisioner.instant("other.io")),
                        lazy(CSI),
                        storageClass("other").withProvisioner("other.io"),
                        node("a", "8"),
                        claim("source", "1Gi", "other"))
                .and(from("source", claim("c", "1Gi", "class")), pod("p", "c"));
        assertThat(failure(settled)).endsWith("claim in dataSource not bound or invalid");
    }

    @Test
    void aForeignDataSourceIsLeftToItsPopulator() {
        PersistentVolumeClaim claim = claim("c", "1Gi", "class");
        Settled settled = with(
                CSI,
                node("a", "8"),
                claim.withSpec(claim.spec()
                        .withDataSourceRef(TypedObjectReference.builder()
                                .apiGroup("populators.example.com")
                                .kind("Website")
                                .name("w")
                                .build())),
                pod("p", "c"));
        assertThat(settled.told(claimKey("c")))
                .contains("Normal Provisioning: Assuming an external populator will provision the volume")
                .noneMatch(told -> told.startsWith("Warning"));
        assertThat(settled.cluster().nextDue()).isEmpty();
    }

    @Test
    void aSnapshotThatIsNotThereCannotBeRestored() {
        assertThat(failure(CSI, restoring("s", claim("c", "1Gi", "class"))))
                .isEqualTo("error getting handle for DataSource Type VolumeSnapshot by Name s: error getting snapshot s"
                        + " from api server: volumesnapshots.snapshot.storage.k8s.io \"s\" not found");
    }

    @Test
    void aSnapshotIsRestoredIntoAVolumeThatHoldsIt() {
        Settled small = restored("2Gi", "1Gi");
        assertThat(failure(small))
                .endsWith(
                        "requested volume size 1073741824 is less than the size 2147483648 for the source snapshot s");
        assertThat(restored("1Gi", "1Gi").phaseOfClaim("c")).hasValue(ClaimPhase.BOUND);
    }

    /** The snapshot as a snapshot controller leaves it. */
    private static Settled restored(String restoreSize, String request) {
        Settled start = with(CSI, node("a", "8"));
        Settled snapshot = new Settled(start.cluster()
                .create(snapshotObject("VolumeSnapshot", "s")
                        .with(
                                "status",
                                text("boundVolumeSnapshotContentName", "content")
                                        .with("readyToUse", JsonBool.TRUE)
                                        .with("restoreSize", new JsonString(restoreSize))))
                .orThrow());
        String uid = snapshot.cluster()
                .all()
                .filter(object -> object.kind().name().equals("VolumeSnapshot"))
                .map(object -> object.metadata().uid())
                .findFirst()
                .orElseThrow();
        JsonObject spec = text("driver", CSI).with("volumeSnapshotRef", text("uid", uid));
        return new Settled(snapshot.cluster()
                        .create(snapshotObject("VolumeSnapshotContent", "content")
                                .with("spec", spec))
                        .orThrow())
                .and(restoring("s", claim("c", request, "class")), pod("p", "c"));
    }

    private static JsonObject snapshotObject(String kind, String name) {
        return text("apiVersion", "snapshot.storage.k8s.io/v1")
                .with("kind", new JsonString(kind))
                .with("metadata", text("name", name));
    }

    @Test
    void anAttributesClassIsOfTheDriverAndThere() {
        PersistentVolumeClaim claim = claim("c", "1Gi", "class");
        PersistentVolumeClaim gold = claim.withSpec(claim.spec().withVolumeAttributesClassName("gold"));
        assertThat(failure(CSI, gold)).isEqualTo("volumeattributesclasses.storage.k8s.io \"gold\" not found");
        assertThat(failure(with(CSI, node("a", "8"), attributes("other.io"), gold, pod("p", "c"))))
                .isEqualTo("VAC gold referenced in PVC is for driver other.io which does not match driver name " + CSI);
        assertThat(volume(with(CSI, node("a", "8"), attributes(CSI), gold, pod("p", "c")))
                        .spec()
                        .volumeAttributesClassName())
                .hasValue("gold");
    }

    private static VolumeAttributesClass attributes(String driver) {
        return VolumeAttributesClass.builder()
                .metadata(ObjectMeta.builder().name("gold").build())
                .driverName(driver)
                .putParameters("iops", "9")
                .build();
    }

    private static Settled with(String provisioner, KubernetesObject... objects) {
        return Settled.in(plane(provisioner), lazy(provisioner)).and(objects);
    }

    private static ControlPlane plane(String provisioner) {
        return ControlPlane.DEFAULT.withProvisioners(Provisioner.instant(provisioner));
    }

    private static StorageClass lazy(String provisioner) {
        return storageClass("class")
                .withProvisioner(provisioner)
                .withVolumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER);
    }

    private static Settled cloning(PersistentVolumeClaim source, PersistentVolumeClaim clone) {
        return with(CSI, node("a", "8"), source, pod("q", "source")).and(clone, pod("p", "c"));
    }

    private static String failure(String provisioner, PersistentVolumeClaim claim) {
        return failure(with(provisioner, node("a", "8"), claim, pod("p", "c")));
    }

    private static String failure(Settled settled) {
        assertThat(settled.phaseOfClaim("c")).hasValue(ClaimPhase.PENDING);
        String start = "Warning ProvisioningFailed: ";
        List<String> failures = settled.told(claimKey("c")).stream()
                .filter(told -> told.startsWith(start))
                .toList();
        assertThat(failures).hasSize(1);
        return failures.get(0).substring(start.length());
    }

    private static PersistentVolume volume(Settled settled) {
        return settled.volume(settled.claim("c").spec().volumeName());
    }

    private static PersistentVolumeClaim selecting(PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec()
                .withSelector(LabelSelector.builder().putMatchLabels("a", "b").build()));
    }

    private static PersistentVolumeClaim shared(PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec().withAccessModes(AccessMode.READ_WRITE_MANY));
    }

    private static PersistentVolumeClaim block(PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec().withVolumeMode(VolumeMode.BLOCK));
    }

    private static PersistentVolumeClaim from(String source, PersistentVolumeClaim claim) {
        return filledFrom(Optional.empty(), "PersistentVolumeClaim", source, claim);
    }

    private static PersistentVolumeClaim restoring(String snapshot, PersistentVolumeClaim claim) {
        return filledFrom(Optional.of("snapshot.storage.k8s.io"), "VolumeSnapshot", snapshot, claim);
    }

    private static PersistentVolumeClaim filledFrom(
            Optional<String> group, String kind, String name, PersistentVolumeClaim claim) {
        return claim.withSpec(claim.spec()
                .withDataSource(TypedLocalObjectReference.builder()
                        .apiGroup(group)
                        .kind(kind)
                        .name(name)
                        .build()));
    }

    private static JsonObject text(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }
}
