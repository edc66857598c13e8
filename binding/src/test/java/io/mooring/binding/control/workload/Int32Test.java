package io.mooring.binding.control.workload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Int32Test {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-7, -7",
        "2147483647, 2147483647",
        "2147483648, 2147483647",
        "9223372036854775807, 2147483647",
        "-2147483648, -2147483648",
        "-2147483649, -2147483648"
    })
    void staysWithinWhatThereIs(long number, int bounded) {
        assertThat(Int32.bounded(number)).isEqualTo(bounded);
    }
}
