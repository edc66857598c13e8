package io.mooring.names;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
    @ParameterizedTest
    @CsvSource({
        "'\u001b[31m', '\\u001b[31m'",
        "'\u202e', '\\u202e'",
        "'\u2066a', '\\u2066a'",
        "'\u009b', '\\u009b'",
        "'\u007f', '\\u007f'",
        "'\ud800', '\\ud800'",
        "'\r\n', '\\r\\n'"
    })
    void whatATerminalWouldActOnIsShown(String text, String shown) {
        assertThat(Visible.of(text)).isEqualTo(shown);
    }

    @Test
    void whatPeopleWriteStaysAsItIs() {
        String text = "caf\u00e9 \u4e16\u754c \ud83d\ude00 C:\\\\x";
        assertThat(Visible.of(text)).isSameAs(text);
    }

    @Property
    void linesKeepsLineEndsAndEscapesWhatElseOfDoes(@ForAll String text) {
        assertThat(Visible.lines(text).replace("\n", "\\n")).isEqualTo(Visible.of(text));
        assertThat(Visible.of(Visible.of(text))).isEqualTo(Visible.of(text));
    }
}
