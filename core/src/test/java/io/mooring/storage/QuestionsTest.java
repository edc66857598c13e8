package io.mooring.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.quantity.Quantity;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a volume, a claim and a class answer about themselves. */
class QuestionsTest {
    private static final PersistentVolumeClaim CLAIM = PersistentVolumeClaim.builder()
            .metadata(ObjectMeta.builder()
                    .namespace("shop")
                    .name("data")
                    .uid("u-1")
                    .build())
            .build();

    @Test
    void aClaimWithoutARequestAsksForNothing() {
        assertThat(CLAIM.requestedStorage()).isEqualTo(Quantity.ZERO);
    }

    @Test
    void aClaimAsksForItsStorageAndAVolumeHoldsIts() {
        Map<String, Quantity> storage = Map.of("storage", Quantity.parse("5Gi"));
        VolumeResourceRequirements resources =
                VolumeResourceRequirements.builder().requests(storage).build();
        PersistentVolumeClaim claim = CLAIM.withSpec(CLAIM.spec().withResources(resources));
        assertThat(claim.requestedStorage()).isEqualTo(Quantity.parse("5Gi"));
        PersistentVolume volume = PersistentVolume.builder()
                .spec(PersistentVolumeSpec.builder().capacity(storage).build())
                .build();
        assertThat(volume.storageCapacity()).isEqualTo(Quantity.parse("5Gi"));
    }

    @Test
    void aClaimHasWhatItsStatusSaysAndWantsAResizeWhileItAsksForMore() {
        assertThat(CLAIM.actualStorage()).isEqualTo(Quantity.ZERO);
        assertThat(CLAIM.wantsResize()).isFalse();
        PersistentVolumeClaim claim = CLAIM.withSpec(CLAIM.spec()
                        .withResources(VolumeResourceRequirements.builder()
                                .putRequests("storage", Quantity.parse("5Gi"))
                                .build()))
                .withStatus(CLAIM.status().withCapacity(Map.of("storage", Quantity.parse("2Gi"))));
        assertThat(claim.actualStorage()).isEqualTo(Quantity.parse("2Gi"));
        assertThat(claim.wantsResize()).isTrue();
        assertThat(claim.withStatus(claim.status().withCapacity(Map.of("storage", Quantity.parse("5Gi"))))
                        .wantsResize())
                .isFalse();
    }

    @Test
    void aVolumeIsFreeWhileItIsAvailableAndNobodysAndNotBeingDeleted() {
        PersistentVolume free = PersistentVolume.builder()
                .status(PersistentVolumeStatus.builder()
                        .phase(VolumePhase.AVAILABLE)
                        .build())
                .build();
        assertThat(free.isFree()).isTrue();
        assertThat(free.withStatus(free.status().withPhase(VolumePhase.RELEASED))
                        .isFree())
                .isFalse();
        assertThat(free.withSpec(free.spec().withClaimRef(CLAIM.reference())).isFree())
                .isFalse();
        assertThat(free.withMetadata(free.metadata().withDeletionTimestamp(Instant.EPOCH))
                        .isFree())
                .isFalse();
    }

    @Test
    void aVolumeThatIsBoundToAClaimNamesItByItsUidAndIsMarkedUnlessItNamedItBefore() {
        PersistentVolume chosen = PersistentVolume.builder().build().boundTo(CLAIM);
        assertThat(chosen.isHeldBy(CLAIM)).isTrue();
        assertThat(chosen.metadata().hasAnnotation(PersistentVolume.BOUND_BY_CONTROLLER_ANNOTATION))
                .isTrue();
        PersistentVolume reserved = referringTo("shop", "data", "");
        assertThat(reserved.boundTo(CLAIM).isHeldBy(CLAIM)).isTrue();
        assertThat(reserved.boundTo(CLAIM).metadata()).isEqualTo(reserved.metadata());
        PersistentVolume held = referringTo("shop", "data", "u-1");
        assertThat(held.boundTo(CLAIM)).isEqualTo(held);
    }

    @Test
    void aVolumeAndAClaimNameEachOther() {
        assertThat(referringTo("shop", "data", "").claim()).contains(CLAIM.ref());
        assertThat(referringTo("shop", "data", "").isHeld()).isFalse();
        assertThat(referringTo("shop", "data", "u-0").isHeld()).isTrue();
        assertThat(CLAIM.volume()).isEmpty();
        assertThat(CLAIM.withSpec(CLAIM.spec().withVolumeName("pv-a")).volume()).contains(PersistentVolume.ref("pv-a"));
    }

    @Test
    void aClaimIsProvisionedByWhomItsAnnotationNamesUnderItsNewNameFirst() {
        assertThat(CLAIM.provisioner()).isEmpty();
        PersistentVolumeClaim beta = CLAIM.withMetadata(
                CLAIM.metadata().withAnnotation(PersistentVolumeClaim.PROVISIONER_BETA_ANNOTATION, "old"));
        assertThat(beta.provisioner()).contains("old");
        assertThat(beta.withMetadata(
                                beta.metadata().withAnnotation(PersistentVolumeClaim.PROVISIONER_ANNOTATION, "new"))
                        .provisioner())
                .contains("new");
    }

    @Test
    void aVolumeThatNamesAClaimWithoutUidIsReservedAndNotHeld() {
        PersistentVolume volume = referringTo("shop", "data", "");
        assertThat(volume.isReservedFor(CLAIM)).isTrue();
        assertThat(volume.isHeldBy(CLAIM)).isFalse();
    }

    @Test
    void aVolumeThatNamesAClaimByItsUidIsReservedAndHeld() {
        PersistentVolume volume = referringTo("shop", "data", "u-1");
        assertThat(volume.isReservedFor(CLAIM)).isTrue();
        assertThat(volume.isHeldBy(CLAIM)).isTrue();
    }

    @Test
    void aVolumeOfAnEarlierClaimOfTheNameIsNeitherReservedNorHeld() {
        PersistentVolume volume = referringTo("shop", "data", "u-0");
        assertThat(volume.isReservedFor(CLAIM)).isFalse();
        assertThat(volume.isHeldBy(CLAIM)).isFalse();
        assertThat(referringTo("other", "data", "").isReservedFor(CLAIM)).isFalse();
    }

    @Test
    void aClassWaitsOnlyIfItSaysSo() {
        StorageClass silent = StorageClass.builder().build();
        assertThat(silent.waitsForFirstConsumer()).isFalse();
        assertThat(silent.withVolumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER)
                        .waitsForFirstConsumer())
                .isTrue();
    }

    @Test
    void theDefaultClassIsTheNewestAndThenTheFirstByName() {
        Stream<StorageClass> classes =
                Stream.of(marked("b", 5), marked("a", 5), marked("c", 4), unmarked("d", 9), marked("e", -1));
        assertThat(StorageClass.defaultOf(classes).map(each -> each.metadata().name()))
                .contains("a");
        assertThat(StorageClass.defaultOf(Stream.of(unmarked("d", 9)))).isEmpty();
    }

    private static PersistentVolume referringTo(String namespace, String name, String uid) {
        ObjectReference reference = ObjectReference.builder()
                .namespace(namespace)
                .name(name)
                .uid(uid)
                .build();
        return PersistentVolume.builder()
                .spec(PersistentVolumeSpec.builder().claimRef(reference).build())
                .build();
    }

    private static StorageClass marked(String name, long second) {
        StorageClass storageClass = unmarked(name, second);
        return storageClass.withMetadata(
                storageClass.metadata().withAnnotations(Map.of(StorageClass.DEFAULT_ANNOTATION, "true")));
    }

    /** A class made at this second; at no known time if it is negative. */
    private static StorageClass unmarked(String name, long second) {
        Optional<Instant> time = Optional.of(second).filter(each -> each >= 0).map(Instant::ofEpochSecond);
        return StorageClass.builder()
                .metadata(
                        ObjectMeta.builder().name(name).creationTimestamp(time).build())
                .build();
    }
}
