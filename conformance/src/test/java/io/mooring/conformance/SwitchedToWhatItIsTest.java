package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.release.Behaviour;
import io.mooring.release.FeatureGates;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Law: a gate that is switched to what it already is changes nothing. What Kubernetes makes of objects is a function of the
 * semantics and of nothing else, so it is enough that the semantics are equal, gate by gate; that nothing is asked but their value
 * show the records of stories and of admission, played once more with all gates of the release set by hand.
 */
class SwitchedToWhatItIsTest {
    /** Every object of so many in the large files. */
    private static final int EVERY = 7;

    @ParameterizedTest
    @EnumSource
    void eachGateOfEachRelease(Behaviour row) {
        String name = row.gate().orElse(row.name());
        for (String text : new String[] {"1.34", "1.35.0", "1.35.3", "1.35", "1.36", "1.37.0", "1.37.2"}) {
            Semantics comes = Semantics.of(Release.parse(text));
            boolean isOn = comes.has(row);
            if (row.isKnownIn(comes.release())) {
                assertThat(comes.withGate(name, isOn)).isEqualTo(comes);
            }
            assertThat(comes.with(row, !isOn)).isNotEqualTo(comes);
            assertThat(comes.with(row, !isOn).with(row, isOn)).isEqualTo(comes);
        }
    }

    /** Answers, states and events of every recorded story, and of every seventh object that was sent. */
    @TestFactory
    Stream<DynamicTest> allOfThemAtOnceOnEveryRecord() throws IOException {
        return RecordFile.in(Recorded.FOLDER).stream()
                .filter(file -> file.name().matches("(admission-.*|scenarios|workloads|reported|attach)"))
                .map(file -> dynamicTest(file.shown(), () -> {
                    Semantics set = setByHand(file.semantics());
                    int every = file.name().startsWith("admission") ? EVERY : 1;
                    ReplayResult played = file.replay(Players.of(file, set).orElseThrow(), every);
                    assertThat(set).isNotSameAs(file.semantics()).isEqualTo(file.semantics());
                    assertThat(played.firstDifferences()).isEmpty();
                    assertThat(played.agree()).isPositive();
                }));
    }

    /** With every gate that the release knows, and every row without one, set to what it is. */
    private static Semantics setByHand(Semantics semantics) {
        FeatureGates gates = FeatureGates.NONE;
        for (Behaviour row : Behaviour.values()) {
            if (row.isKnownIn(semantics.release())) {
                gates = gates.with(row.gate().orElse(row.name()), semantics.has(row));
            }
        }
        return gates.in(semantics);
    }
}
