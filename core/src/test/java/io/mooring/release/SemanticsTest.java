package io.mooring.release;

import static io.mooring.release.Behaviour.STATEFUL_SET_MAX_UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SemanticsTest {
    @ParameterizedTest
    @CsvSource({
        "1.34, false",
        "1.35.0, true",
        "1.35.3, true",
        "1.35.4, false",
        "1.35, false",
        "1.36.0, false",
        "1.36, false",
        "1.37.0, true",
        "1.37.2, true",
        "1.37, true"
    })
    void maxUnavailableCameAndWentAndCame(String release, boolean isOn) {
        assertThat(Semantics.of(Release.parse(release)).has(STATEFUL_SET_MAX_UNAVAILABLE))
                .isEqualTo(isOn);
    }

    @Test
    void areThoseOfTheDefaultReleaseUnlessToldOtherwise() {
        assertThat(Semantics.DEFAULT).isEqualTo(Semantics.of(Release.parse("v1.37.2")));
    }

    @Test
    void answerAlikeWhereReleasesDo() {
        Semantics first = Semantics.of(Release.parse("1.35.1"));
        Semantics third = Semantics.of(Release.parse("1.35.3"));

        assertThat(first.answersLike(third)).isTrue();
        assertThat(first).isNotEqualTo(third);
        assertThat(third.answersLike(Semantics.of(Release.parse("1.35.4")))).isFalse();
        assertThat(new Semantics(Release.DEFAULT, Set.of())).isEqualTo(new Semantics(Release.DEFAULT, Set.of()));
    }

    @ParameterizedTest
    @EnumSource
    void aRowIsSwitchedAlone(Behaviour row) {
        Semantics on = Semantics.DEFAULT.with(row, true);
        Semantics off = Semantics.DEFAULT.with(row, false);

        assertThat(on.has(row)).isTrue();
        assertThat(off.has(row)).isFalse();
        assertThat(on.with(row, false)).isEqualTo(off);
        assertThat(off.with(row, true)).isEqualTo(on);
        assertThat(Semantics.DEFAULT).isEqualTo(Semantics.DEFAULT.has(row) ? on : off);
    }

    @ParameterizedTest
    @EnumSource
    void aRowTellsWhatAUserSeesAndWhereItIsFrom(Behaviour row) {
        assertThat(row.sees()).endsWith(".");
        assertThat(row.source()).isNotEmpty();
        assertThat(row.gate()).isNotEqualTo(Optional.of(""));
    }

    @ParameterizedTest
    @EnumSource
    void theSwitchesOfARowAlternateInTheOrderOfTime(Behaviour row) {
        List<Behaviour.Switch> switches = row.switches();
        for (int i = 1; i < switches.size(); i++) {
            assertThat(switches.get(i).release())
                    .isGreaterThan(switches.get(i - 1).release());
            assertThat(switches.get(i).isOn()).isNotEqualTo(switches.get(i - 1).isOn());
        }
    }
}
