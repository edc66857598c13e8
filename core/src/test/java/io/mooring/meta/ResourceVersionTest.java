package io.mooring.meta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceVersionTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "000"})
    void ofNothingAndOfZeroAcceptEveryState(String text) {
        ResourceVersion any = ResourceVersion.parse(text).orElseThrow();
        assertThat(any.isAny()).isTrue();
        assertThat(any.accepts("7")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"7,7,true", "07,7,true", "7,8,false", "7,'',true", "7,seven,false"})
    void areComparedAsNumbers(String asked, String stored, boolean isAccepted) {
        assertThat(ResourceVersion.parse(asked).orElseThrow().accepts(stored)).isEqualTo(isAccepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "+1", "1.0", "seven", " 7", "18446744073709551616", "٣"})
    void thatAreNoUnsignedNumbersOfSixtyFourBitsAreNone(String text) {
        assertThat(ResourceVersion.parse(text)).isEmpty();
    }

    @Test
    void reachUpToSixtyFourBits() {
        assertThat(ResourceVersion.parse("18446744073709551615")).hasToString("Optional[18446744073709551615]");
    }
}
