package io.mooring.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Rfc3339Test {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-11-14T22:13:20Z | 2023-11-14T22:13:20Z",
                "2023-11-15T00:13:20.999999999999+02:00 | 2023-11-14T22:13:20Z",
                "2023-11-14T22:13:20,5Z | 2023-11-14T22:13:20Z",
                "2023-11-14T2:13:20Z | 2023-11-14T02:13:20Z",
                "2023-11-14T22:13:20-24:60 | 2023-11-15T23:13:20Z",
                "0000-02-29T00:00:00Z | 0000-02-29T00:00:00Z"
            })
    void readsWhatGoReads(String text, Instant expected) {
        assertThat(Rfc3339.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "x | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"x\" as \"2006\"",
                "2023-11-14 | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"T\"",
                "2023-1-14T22:13:20Z | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"1-14T22:13:20Z\" as \"01\"",
                "2023-11-14t22:13:20Z | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"t22:13:20Z\" as \"T\"",
                "2023-11-14T22:13:20 | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"\" as \"Z07:00\"",
                "2023-11-14T22:13:20*02:00 | as \"2006-01-02T15:04:05Z07:00\": cannot parse \"*02:00\" as \"Z07:00\"",
                "2023-13-14T22:13:20Z | : month out of range",
                "2023-02-29T22:13:20Z | : day out of range",
                "2023-11-14T24:13:20Z | : hour out of range",
                "2023-11-14T22:60:20Z | : minute out of range",
                "2023-11-14T22:13:60Z | : second out of range",
                "2023-11-14T22:13:20+25:00 | : time zone offset hour out of range",
                "2023-11-14T22:13:20+25:61 | : time zone offset minute out of range",
                "2023-11-14T22:13:20Zulu | : extra text: \"ulu\""
            })
    void refusesInGosWords(String text, String reason) {
        String expected = "parsing time \"" + text + "\"" + (reason.startsWith(":") ? "" : " ") + reason;
        assertThatThrownBy(() -> Rfc3339.parse(text))
                .isInstanceOf(DateTimeException.class)
                .hasMessage(expected);
    }

    @ParameterizedTest
    @CsvSource({"é, \\xc3\\xa9", "a\"b\\, a\\\"b\\\\"})
    void quotesByteByByte(String text, String quoted) {
        assertThatThrownBy(() -> Rfc3339.parse(text)).hasMessageStartingWith("parsing time \"" + quoted + "\" as ");
    }

    @Property
    void writesWholeSecondsInUtc(@ForAll @LongRange(min = -99_000_000_000L, max = 400_000_000_000L) long second) {
        Instant time = Instant.ofEpochSecond(second);
        assertThat(Rfc3339.text(time)).isEqualTo(time.toString());
        assertThat(Rfc3339.text(time.plusMillis(999))).isEqualTo(time.toString());
    }
}
