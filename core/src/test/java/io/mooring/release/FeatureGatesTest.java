package io.mooring.release;

import static io.mooring.release.Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE;
import static io.mooring.release.Behaviour.STATEFUL_SET_MAX_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureGatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MaxUnavailableStatefulSet=true | true",
                "MaxUnavailableStatefulSet=T | true",
                "MaxUnavailableStatefulSet=1 | true",
                "MaxUnavailableStatefulSet=False | false",
                "MaxUnavailableStatefulSet=0 | false",
                "' MaxUnavailableStatefulSet = false , ' | false",
                "MaxUnavailableStatefulSet=true,MaxUnavailableStatefulSet=false | false"
            })
    void readsWhatUpstreamsFlagTakes(String text, boolean isOn) {
        assertThat(FeatureGates.parse(text).switched()).isEqualTo(Map.of("MaxUnavailableStatefulSet", isOn));
    }

    @Test
    void switchesWhatItNamesAndNothingElse() {
        Semantics older = Semantics.of(Release.parse("1.36"));
        Semantics switched = FeatureGates.parse("MaxUnavailableStatefulSet=true,VolumeLimitScaling=true")
                .in(older);

        assertThat(switched)
                .isEqualTo(
                        older.with(STATEFUL_SET_MAX_UNAVAILABLE, true).with(CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE, true))
                .isNotEqualTo(older);
        assertThat(FeatureGates.parse(" ,").in(older)).isEqualTo(older);
    }

    /** In every release: switched where the gate is free, refused where there is none or it is locked, and let be as it is. */
    @ParameterizedTest
    @MethodSource("everyRowInEveryRelease")
    void aReleaseKnowsItsGates(Behaviour row, Release release) {
        String name = row.gate().orElse(row.name());
        Semantics comes = Semantics.of(release);
        boolean isOn = comes.has(row);

        assertThat(FeatureGates.known(release).contains(name)).isEqualTo(row.isKnownIn(release));
        if (!row.isKnownIn(release)) {
            assertThat(isOn).isFalse();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> comes.withGate(name, false))
                    .withMessageStartingWith("unrecognized feature gate: " + name + "; it came with "
                            + row.knownFrom().orElseThrow() + "; " + release + " knows ");
            return;
        }
        assertThat(comes.withGate(name, isOn)).isEqualTo(comes);
        if (row.isLockedIn(release)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> comes.withGate(name, !isOn))
                    .withMessageStartingWith("cannot set feature gate " + name + " to " + !isOn
                            + ", feature is locked to " + isOn + "; so it is in " + release + ", and has been since ");
            return;
        }
        assertThat(comes.withGate(name, !isOn)).isEqualTo(comes.with(row, !isOn));
    }

    static Stream<Arguments> everyRowInEveryRelease() {
        return Arrays.stream(Behaviour.values())
                .flatMap(row -> Stream.of("1.34", "1.35.0", "1.35", "1.36", "1.37.2")
                        .map(release -> Arguments.of(row, Release.parse(release))));
    }

    /** Upstream's own table, {@code kube_features.go}: the release of a gate's first line, and that in which it is locked. */
    @ParameterizedTest
    @CsvSource({
        "MaxUnavailableStatefulSet, , ",
        "VolumeLimitScaling, v1.35.0, ",
        "PodTopologyLabelsAdmission, , ",
        "PersistentVolumeClaimUnusedSinceTime, v1.36.0, ",
        "DeclarativeValidationBeta, v1.36.0, ",
        "VolumeAttributesClass, , v1.36.0",
        "StorageCapacityScoring, , ",
        "ImageVolume, , v1.36.0",
        "MutableCSINodeAllocatableCount, , v1.36.0",
        "CSIServiceAccountTokenSecrets, v1.35.0, v1.36.0",
        "MutablePVNodeAffinity, v1.35.0, ",
        "StatefulSetRecreateStrategy, v1.37.0, ",
        "EmptyDirVolumeMode, v1.37.0, ",
        "VolumeBindMountOptions, v1.37.0, ",
        "TaintTolerationComparisonOperators, v1.35.0, "
    })
    void gatesComeAndAreLockedAsUpstreamHasThem(String gate, @Nullable String known, @Nullable String locked) {
        List<Behaviour> rows = Arrays.stream(Behaviour.values())
                .filter(row -> row.gate().equals(Optional.of(gate)))
                .toList();

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.knownFrom().map(Release::toString)).isEqualTo(Optional.ofNullable(known));
            assertThat(row.lockedFrom().map(Release::toString)).isEqualTo(Optional.ofNullable(locked));
        });
    }

    /** A release that does not know a gate has nothing to switch on. */
    @ParameterizedTest
    @EnumSource
    void noReleaseHasARowBeforeItsGate(Behaviour row) {
        assertThat(row.switches())
                .allSatisfy(each -> assertThat(row.isKnownIn(each.release())).isTrue());
        assertThat(row.lockedFrom().filter(release -> !row.isKnownIn(release))).isEmpty();
        assertThat(row.gate().isPresent()
                        || (row.knownFrom().isEmpty() && row.lockedFrom().isEmpty()))
                .isTrue();
    }

    @Test
    void rowsOfOneGateGoTogether() {
        Map<String, List<Behaviour>> gates = Arrays.stream(Behaviour.values())
                .filter(row -> row.gate().isPresent())
                .collect(Collectors.groupingBy(row -> row.gate().orElseThrow()));

        assertThat(gates.values())
                .allSatisfy(rows -> assertThat(rows.stream()
                                .map(row -> List.of(row.switches(), row.knownFrom(), row.lockedFrom()))
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void refusesAGateThatTheReleaseHasLocked() {
        FeatureGates off = FeatureGates.parse("VolumeAttributesClass=false");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> off.in(Release.parse("1.36")))
                .withMessage(
                        "cannot set feature gate VolumeAttributesClass to false, feature is locked to true; so it is in v1.36,"
                                + " and has been since v1.36.0");
        assertThat(off.in(Release.parse("1.35")).has(Behaviour.VOLUME_ATTRIBUTES_CLASSES))
                .isFalse();
    }

    /** The default Kubernetes is a release too. */
    @Test
    void theDefaultHasTheGatesOfItsRelease() {
        assertThat(Semantics.DEFAULT.release()).isEqualTo(Release.DEFAULT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Semantics.DEFAULT.withGate("VolumeAttributesClass", false))
                .withMessageContaining("v1.37.2");
        assertThat(Semantics.DEFAULT.withGate("EmptyDirVolumeMode", true).has(Behaviour.EMPTY_DIR_MODE))
                .isTrue();
    }

    @Test
    void onlyWhatTheReleaseKnowsIsLeft() {
        FeatureGates gates = FeatureGates.parse("VolumeLimitScaling=true,StorageCapacityScoring=true");

        assertThat(gates.knownIn(Release.parse("1.34")).switched()).containsOnlyKeys("StorageCapacityScoring");
        assertThat(gates.knownIn(Release.parse("1.35"))).isEqualTo(gates);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MaxUnavailable | MaxUnavailableStatefulSet",
                "MaxUnavailabeStatefulSet | MaxUnavailableStatefulSet",
                "STATEFUL_SET_MAX_UNAVAILABLE | MaxUnavailableStatefulSet"
            })
    void refusesANameThatIsNotKnownWithTheNearestFirst(String name, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Semantics.DEFAULT.withGate(name, true))
                .withMessageStartingWith(
                        "unrecognized feature gate: " + name + "; did you mean " + meant + "? v1.37.2 knows also ")
                .withMessageContaining("VolumeLimitScaling");
    }

    @Test
    void refusesANameThatIsLikeNoneWithAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureGates.parse("AllAlpha=true").in(Release.parse("1.35")))
                .withMessage("unrecognized feature gate: AllAlpha; v1.35 knows "
                        + String.join(", ", FeatureGates.known(Release.parse("1.35"))))
                .withMessageNotContaining("EmptyDirVolumeMode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MaxUnavailableStatefulSet", "A=true,MaxUnavailableStatefulSet"})
    void refusesAGateOfWhichItIsNotSaidWhetherItIsOn(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureGates.parse(text))
                .withMessage("\"MaxUnavailableStatefulSet\" does not say true or false; expected"
                        + " MaxUnavailableStatefulSet=true or MaxUnavailableStatefulSet=false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "on", "tRUE", "true=false"})
    void refusesWhatIsNeitherTrueNorFalse(String value) {
        String text = "MaxUnavailableStatefulSet=" + value;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureGates.parse(text))
                .withMessage("\"" + text + "\": \"" + value + "\" is neither true nor false, as a feature gate is");
    }

    @Test
    void theLastWordCounts() {
        FeatureGates first = FeatureGates.parse("MaxUnavailableStatefulSet=true,VolumeLimitScaling=true");
        FeatureGates then = FeatureGates.NONE.with("MaxUnavailableStatefulSet", false);

        assertThat(first.and(then).switched())
                .isEqualTo(Map.of("MaxUnavailableStatefulSet", false, "VolumeLimitScaling", true));
        assertThat(then.and(first)).isEqualTo(first);
    }
}
