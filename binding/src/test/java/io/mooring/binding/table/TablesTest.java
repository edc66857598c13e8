package io.mooring.binding.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.quantity.Quantity;
import io.mooring.storage.AccessMode;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimSpec;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.PersistentVolumeSpec;
import io.mooring.storage.PersistentVolumeStatus;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumePhase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TablesTest {

    @Test
    void printsVolumesAsKubectlDoes() {
        PersistentVolume bound = volume("pv-test", VolumePhase.BOUND)
                .withSpec(spec().withClaimRef(ObjectReference.builder()
                        .namespace("default")
                        .name("www-web-0")
                        .build()));
        assertThat(Tables.volumes(List.of(volume("pv-b", VolumePhase.AVAILABLE), bound)))
                .hasToString("""
                        NAME     CAPACITY  ACCESS MODES  RECLAIM POLICY  STATUS     CLAIM              STORAGECLASS
                        pv-b     1Gi       RWO,RWX       Retain          Available                     manual
                        pv-test  1Gi       RWO,RWX       Retain          Bound      default/www-web-0  manual
                        """);
    }

    /** Every line is as wide as the longest cell: one long name in a thousand claims would be a thousand long lines. */
    @Test
    void cutsALongCell() {
        List<PersistentVolumeClaim> claims = IntStream.range(0, 100)
                .mapToObj(i -> claim(i == 0 ? "x".repeat(1_000_000) : "c" + i, ClaimPhase.PENDING))
                .toList();
        assertThat(Tables.claims(claims).toString())
                .contains("x".repeat(1021) + "...  ")
                .hasSizeLessThan(200_000);
    }

    @Test
    void printsWhatAClaimGotAndNotWhatItAskedFor() {
        PersistentVolumeClaim bound = claim("www-web-0", ClaimPhase.BOUND)
                .withSpec(PersistentVolumeClaimSpec.builder()
                        .volumeName("pv-test")
                        .storageClassName("manual")
                        .build());
        assertThat(Tables.claims(List.of(claim("www-web-1", ClaimPhase.PENDING), bound)))
                .hasToString("""
                        NAMESPACE  NAME       STATUS   VOLUME   CAPACITY  ACCESS MODES  STORAGECLASS
                        default    www-web-0  Bound    pv-test  10Gi      RWO           manual
                        default    www-web-1  Pending
                        """);
    }

    @Test
    void aClaimThatNamesAVolumeAndHasItNotHasNothingOfIt() {
        PersistentVolumeClaim naming = claim("data", ClaimPhase.PENDING)
                .withSpec(PersistentVolumeClaimSpec.builder().volumeName("pv-a").build())
                .withStatus(PersistentVolumeClaimStatus.builder()
                        .phase(ClaimPhase.PENDING)
                        .build());
        assertThat(Tables.claims(List.of(naming)).rows().get(0))
                .containsExactly("default", "data", "Pending", "pv-a", "0", "", "");
    }

    @Test
    void printsTerminatingForWhatIsBeingDeleted() {
        PersistentVolume volume = volume("pv", VolumePhase.BOUND);
        PersistentVolume deleted = volume.withMetadata(volume.metadata().withDeletionTimestamp(Instant.EPOCH));
        assertThat(Tables.volumes(List.of(deleted)).rows().get(0)).contains("Terminating");
    }

    @Test
    void printsTheReasonOnlyWhereThereIsOne() {
        PersistentVolume volume = volume("pv", VolumePhase.FAILED);
        PersistentVolume failed = volume.withStatus(volume.status().withReason("VolumeFailedDelete"));
        assertThat(Tables.volumes(List.of(volume)).headings()).doesNotContain("REASON");
        assertThat(Tables.volumes(List.of(failed)).headings()).contains("REASON");
    }

    @Test
    void refusesRowsOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Table(List.of("A", "B"), List.of(List.of("1"))))
                .withMessage("a row has 1 cells for 2 headings: [1]");
    }

    private static PersistentVolume volume(String name, VolumePhase phase) {
        return PersistentVolume.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .spec(spec())
                .status(PersistentVolumeStatus.builder().phase(phase).build())
                .build();
    }

    private static PersistentVolumeSpec spec() {
        return PersistentVolumeSpec.builder()
                .capacity(Map.of("storage", Quantity.parse("1Gi")))
                .addAccessModes(AccessMode.READ_WRITE_MANY, AccessMode.READ_WRITE_ONCE)
                .persistentVolumeReclaimPolicy(ReclaimPolicy.RETAIN)
                .storageClassName("manual")
                .build();
    }

    private static PersistentVolumeClaim claim(String name, ClaimPhase phase) {
        return PersistentVolumeClaim.builder()
                .metadata(ObjectMeta.builder().namespace("default").name(name).build())
                .status(PersistentVolumeClaimStatus.builder()
                        .phase(phase)
                        .capacity(Map.of("storage", Quantity.parse("10Gi")))
                        .addAccessModes(AccessMode.READ_WRITE_ONCE)
                        .build())
                .build();
    }
}
