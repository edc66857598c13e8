package io.mooring.binding.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mooring.meta.ObjectMeta;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.PersistentVolumeClaimStatus;
import io.mooring.storage.PersistentVolumeStatus;
import io.mooring.storage.VolumePhase;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void everyEventHasARowInEveryStateOfAVolume() {
        assertThat(Lifecycle.volumeRows()).hasSize(VolumeState.values().length * VolumeEvent.values().length);
        for (Row<VolumeState, VolumeEvent, VolumeAction> row : Lifecycle.volumeRows()) {
            if (row instanceof Row.CannotHappen<VolumeState, VolumeEvent, VolumeAction> impossible) {
                assertThat(impossible.why()).isNotEmpty();
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Lifecycle.next(row.state(), row.event()))
                        .withMessage("%s cannot happen in state %s: %s", row.event(), row.state(), impossible.why());
            } else {
                assertThat(Lifecycle.next(row.state(), row.event()).actions()).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void everyEventHasARowInEveryStateOfAClaim() {
        assertThat(Lifecycle.claimRows()).hasSize(ClaimState.values().length * ClaimEvent.values().length);
        for (Row<ClaimState, ClaimEvent, ClaimAction> row : Lifecycle.claimRows()) {
            if (row instanceof Row.CannotHappen<ClaimState, ClaimEvent, ClaimAction> impossible) {
                assertThat(impossible.why()).isNotEmpty();
                assertThatIllegalArgumentException().isThrownBy(() -> Lifecycle.next(row.state(), row.event()));
            } else {
                assertThat(Lifecycle.next(row.state(), row.event()).actions()).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void theRowsAreThoseOfTheRules() {
        assertThat(Lifecycle.volumeRows()).isEqualTo(VolumeRules.table().rows());
        assertThat(Lifecycle.claimRows()).isEqualTo(ClaimRules.table().rows());
    }

    @Test
    void everyStateOfAVolumeIsReached() {
        Set<VolumeState> reached = EnumSet.of(VolumeState.PENDING);
        Lifecycle.volumeRows().stream()
                .filter(Row.Step.class::isInstance)
                .forEach(row ->
                        reached.add(Lifecycle.next(row.state(), row.event()).next()));
        assertThat(reached).containsExactly(VolumeState.values());
    }

    @Test
    void everyStateOfAClaimIsReached() {
        Set<ClaimState> reached = EnumSet.of(ClaimState.PENDING);
        Lifecycle.claimRows().stream()
                .filter(Row.Step.class::isInstance)
                .forEach(row ->
                        reached.add(Lifecycle.next(row.state(), row.event()).next()));
        assertThat(reached).containsExactly(ClaimState.values());
    }

    @Test
    void everyActionIsTakenSomewhere() {
        Set<VolumeAction> volumeActions = EnumSet.noneOf(VolumeAction.class);
        Lifecycle.volumeRows().stream()
                .filter(Row.Step.class::isInstance)
                .forEach(row -> volumeActions.addAll(
                        Lifecycle.next(row.state(), row.event()).actions()));
        Set<ClaimAction> claimActions = EnumSet.noneOf(ClaimAction.class);
        Lifecycle.claimRows().stream()
                .filter(Row.Step.class::isInstance)
                .forEach(row -> claimActions.addAll(
                        Lifecycle.next(row.state(), row.event()).actions()));
        assertThat(volumeActions).containsExactly(VolumeAction.values());
        assertThat(claimActions).containsExactly(ClaimAction.values());
    }

    @Test
    void retainNeverTouchesTheStorage() {
        for (VolumeState state : EnumSet.complementOf(EnumSet.of(VolumeState.GONE))) {
            assertThat(Lifecycle.next(state, VolumeEvent.CLAIM_GONE_RETAIN).actions())
                    .containsExactly(VolumeAction.RELEASE);
        }
    }

    @Test
    void clearingClaimRefMakesAReleasedVolumeAvailable() {
        assertThat(Lifecycle.next(VolumeState.RELEASED, VolumeEvent.UNCLAIMED))
                .isEqualTo(new Transition<>(VolumeState.AVAILABLE, List.of(VolumeAction.PHASE_AVAILABLE)));
    }

    @Test
    void aFailedVolumeStaysFailedWhileItsDeletionIsTriedAgain() {
        assertThat(Lifecycle.next(VolumeState.FAILED, VolumeEvent.CLAIM_GONE_DELETE))
                .isEqualTo(new Transition<>(
                        VolumeState.FAILED, List.of(VolumeAction.RELEASE, VolumeAction.DELETE_STORAGE)));
    }

    @Test
    void aDeletedVolumeGoesWhenItIsNotBoundAnyMore() {
        VolumeState asked =
                Lifecycle.next(VolumeState.BOUND, VolumeEvent.DELETION_ASKED).next();
        assertThat(Lifecycle.next(asked, VolumeEvent.IN_USE).next()).isEqualTo(VolumeState.TERMINATING);
        assertThat(Lifecycle.next(asked, VolumeEvent.NOT_IN_USE).next()).isEqualTo(VolumeState.GONE);
    }

    @Test
    void aDeletedClaimGoesWhenItsLastPodIsGone() {
        ClaimState asked =
                Lifecycle.next(ClaimState.BOUND, ClaimEvent.DELETION_ASKED).next();
        assertThat(Lifecycle.next(asked, ClaimEvent.POD_HOLDS_IT).next()).isEqualTo(ClaimState.TERMINATING);
        assertThat(Lifecycle.next(asked, ClaimEvent.LAST_POD_GONE).next()).isEqualTo(ClaimState.GONE);
    }

    @Test
    void theStateOfAVolumeIsItsPhaseUntilItIsDeleted() {
        for (String phase : List.of("Pending", "Available", "Bound", "Released", "Failed")) {
            PersistentVolume volume = volume(phase);
            assertThat(VolumeState.of(volume)).hasToString(phase.toUpperCase(Locale.ROOT));
            assertThat(VolumeState.of(volume.withMetadata(deleted()))).isEqualTo(VolumeState.TERMINATING);
        }
        assertThat(VolumeState.of(volume("Odd"))).isEqualTo(VolumeState.PENDING);
    }

    @Test
    void theStateOfAClaimIsItsPhaseUntilItIsDeleted() {
        for (String phase : List.of("Pending", "Bound", "Lost")) {
            PersistentVolumeClaim claim = claim(phase);
            assertThat(ClaimState.of(claim)).hasToString(phase.toUpperCase(Locale.ROOT));
            assertThat(ClaimState.of(claim.withMetadata(deleted()))).isEqualTo(ClaimState.TERMINATING);
        }
        assertThat(ClaimState.of(claim("Odd"))).isEqualTo(ClaimState.PENDING);
    }

    @Test
    void theDocumentIsDrawnFromTheTable() {
        assertThat(LifecycleDrawing.read(LifecycleDrawing.DOCUMENT)).isEqualTo(LifecycleDrawing.document());
    }

    @Test
    void packageInfoPrintsTheTable() {
        String source = LifecycleDrawing.read(LifecycleDrawing.PACKAGE_INFO);
        assertThat(source).isEqualTo(LifecycleDrawing.packageInfo(source));
    }

    private static PersistentVolume volume(String phase) {
        return PersistentVolume.builder()
                .status(PersistentVolumeStatus.builder()
                        .phase(new VolumePhase(phase))
                        .build())
                .build();
    }

    private static PersistentVolumeClaim claim(String phase) {
        return PersistentVolumeClaim.builder()
                .status(PersistentVolumeClaimStatus.builder()
                        .phase(new ClaimPhase(phase))
                        .build())
                .build();
    }

    private static ObjectMeta deleted() {
        return ObjectMeta.builder().deletionTimestamp(Instant.EPOCH).build();
    }
}
