package io.mooring.release;

import static io.mooring.release.Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE;
import static io.mooring.release.Behaviour.STATEFUL_SET_MAX_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

    @ParameterizedTest
    @EnumSource
    void everyRowIsSwitchedByItsGateOrByItsName(Behaviour row) {
        String name = row.gate().orElse(row.name());
        for (boolean isOn : List.of(true, false)) {
            assertThat(Semantics.DEFAULT.withGate(name, isOn).has(row)).isEqualTo(isOn);
        }
        assertThat(FeatureGates.known()).contains(name);
    }

    /** What a gate is already, it stays. */
    @ParameterizedTest
    @EnumSource
    void toSwitchAGateToWhatItIsChangesNothing(Behaviour row) {
        String name = row.gate().orElse(row.name());
        boolean isOn = Semantics.DEFAULT.has(row);
        boolean areAlike = Arrays.stream(Behaviour.values())
                .filter(each -> each.gate().orElse(each.name()).equals(name))
                .allMatch(each -> Semantics.DEFAULT.has(each) == isOn);

        assertThat(areAlike).as("rows of one gate go together").isTrue();
        assertThat(Semantics.DEFAULT.withGate(name, isOn)).isEqualTo(Semantics.DEFAULT);
    }

    @Test
    void refusesAGateThatTheReleaseHasLocked() {
        FeatureGates off = FeatureGates.parse("VolumeAttributesClass=false");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> off.in(Release.parse("1.36")))
                .withMessage(
                        "cannot set feature gate VolumeAttributesClass to false in v1.36, feature is locked to true since"
                                + " v1.36.0");
        assertThat(off.in(Release.parse("1.35")).has(Behaviour.VOLUME_ATTRIBUTES_CLASSES))
                .isFalse();
        assertThat(FeatureGates.parse("VolumeAttributesClass=true").in(Release.DEFAULT))
                .isEqualTo(Semantics.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MaxUnavailableStatefulset | MaxUnavailableStatefulSet",
                "MaxUnavailable | MaxUnavailableStatefulSet",
                "STATEFUL_SET_MAX_UNAVAILABLE | MaxUnavailableStatefulSet"
            })
    void refusesANameThatIsNotKnownWithTheNearestFirst(String name, String meant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Semantics.DEFAULT.withGate(name, true))
                .withMessageStartingWith(
                        "feature gate \"" + name + "\" is not known; did you mean " + meant + "? Known are also ")
                .withMessageContaining("VolumeLimitScaling");
    }

    @Test
    void refusesANameThatIsLikeNoneWithAll() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureGates.parse("AllAlpha=true"))
                .withMessage(
                        "feature gate \"AllAlpha\" is not known; known are " + String.join(", ", FeatureGates.known()));
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
