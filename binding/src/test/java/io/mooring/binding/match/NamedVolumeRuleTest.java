package io.mooring.binding.match;

import static io.mooring.binding.match.Samples.capacity;
import static io.mooring.binding.match.Samples.claim;
import static io.mooring.binding.match.Samples.requests;
import static io.mooring.binding.match.Samples.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.quantity.Quantity;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each rule: {@link #VOLUME} passes it, and the volume of the row does not. */
class NamedVolumeRuleTest {
    private static final PersistentVolumeClaim CLAIM = claim();
    private static final PersistentVolume VOLUME = volume("pv");

    record Row(NamedVolumeRule rule, PersistentVolume volume, Mismatch mismatch) {}

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        NamedVolumeRule.NOT_BEING_DELETED,
                        VOLUME.withMetadata(VOLUME.metadata().withDeletionTimestamp(Instant.EPOCH)),
                        new Mismatch.BeingDeleted(Instant.EPOCH)),
                new Row(
                        NamedVolumeRule.CAPACITY,
                        volume("pv", spec -> spec.withCapacity(capacity("1023Mi"))),
                        new Mismatch.CapacityTooSmall(Quantity.parse("1Gi"), Quantity.parse("1023Mi"))),
                new Row(
                        NamedVolumeRule.CLASS,
                        volume("pv", spec -> spec.withStorageClassName("fast")),
                        new Mismatch.ClassDiffers("m", "fast")),
                new Row(
                        NamedVolumeRule.ATTRIBUTES_CLASS,
                        volume("pv", spec -> spec.withVolumeAttributesClassName("gold")),
                        new Mismatch.AttributesClassDiffers("", "gold")),
                new Row(
                        NamedVolumeRule.VOLUME_MODE,
                        volume("pv", spec -> spec.withVolumeMode(VolumeMode.BLOCK)),
                        new Mismatch.VolumeModeDiffers(VolumeMode.FILESYSTEM, VolumeMode.BLOCK)),
                new Row(
                        NamedVolumeRule.ACCESS_MODES,
                        volume("pv", spec -> spec.withAccessModes(AccessMode.READ_ONLY_MANY)),
                        new Mismatch.AccessModesNotOffered(
                                List.of(AccessMode.READ_WRITE_ONCE), List.of(AccessMode.READ_ONLY_MANY))));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void refusesTheVolumeThatFailsItAndNoOther(Row row) {
        assertThat(row.rule().check(CLAIM, row.volume(), Semantics.DEFAULT)).contains(row.mismatch());
        assertThat(row.rule().check(CLAIM, VOLUME, Semantics.DEFAULT)).isEmpty();
    }

    @Test
    void hasARowForEachRuleInOrder() {
        assertThat(rows().map(Row::rule)).containsExactly(NamedVolumeRule.values());
    }

    /** Beyond 2^63-1, 2^64 reads as 0 bytes and 2^63 as less than none. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, true, true",
        "1, 999m, true, false",
        "1, 18446744073709551616, false, true",
        "18446744073709551616, 1, true, false",
        "9223372036854775808, 9223372036854775808, true, true",
        "9223372036854775808, 9223372036854775807, true, false"
    })
    void comparesSizesInWholeBytesOfAnInt64OrExactly(
            String requested, String available, boolean fitsInInt64, boolean fitsExactly) {
        assertThat(isTooSmall(requested, available, Semantics.DEFAULT)).isEqualTo(!fitsInInt64);
        assertThat(isTooSmall(requested, available, Semantics.DEFAULT.with(Behaviour.NAMED_VOLUME_SIZE_IS_EXACT, true)))
                .isEqualTo(!fitsExactly);
    }

    private static boolean isTooSmall(String requested, String available, Semantics semantics) {
        Optional<Mismatch> mismatch = NamedVolumeRule.CAPACITY.check(
                claim(spec -> spec.withResources(requests(requested))),
                volume("pv", spec -> spec.withCapacity(capacity(available))),
                semantics);
        return mismatch.isPresent();
    }
}
