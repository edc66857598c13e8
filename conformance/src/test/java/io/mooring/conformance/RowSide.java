package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * One place where a row acts, from both sides.
 *
 * @param where the place
 * @param seen what a user sees there in a Kubernetes that is so
 * @param with that with the row
 * @param without that without it
 */
record RowSide(Behaviour row, String where, Function<Semantics, String> seen, String with, String without) {
    RowSide(Behaviour row, Function<Semantics, String> seen, String with, String without) {
        this(row, "", seen, with, without);
    }

    /** A test each: with the row switched alone in the default Kubernetes, on and off. */
    static Stream<DynamicTest> tests(Collection<RowSide> sides) {
        return sides.stream()
                .map(side -> dynamicTest((side.row() + " " + side.where()).strip(), side::assertToldApart));
    }

    private void assertToldApart() {
        assertThat(with).isNotEqualTo(without);
        assertThat(seen.apply(Semantics.DEFAULT.with(row, true))).isEqualTo(with);
        assertThat(seen.apply(Semantics.DEFAULT.with(row, false))).isEqualTo(without);
    }
}
