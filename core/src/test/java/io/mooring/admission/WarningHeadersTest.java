package io.mooring.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The cases of upstream's {@code warning_test.go}, and how much of very many warnings is sent. */
class WarningHeadersTest {
    @Test
    void eachOnceAndNoneThatIsEmpty() {
        assertThat(WarningHeaders.sent(List.of("a", "", "b", "a"))).containsExactly("a", "b");
    }

    @Test
    void asTheyAreWhileTheyHaveRoomTogether() {
        List<String> full = List.of("x".repeat(4000), "y".repeat(96));
        assertThat(WarningHeaders.sent(full)).isEqualTo(full);
    }

    @Test
    void theBeginningsOfAllOnceThereIsNoRoomForAll() {
        assertThat(WarningHeaders.sent(List.of("x".repeat(4000), "y".repeat(97), "z")))
                .containsExactly("x".repeat(256), "y".repeat(97), "z");
    }

    @Test
    void charactersAreCountedAndNotCutInTwo() {
        String pair = "\ud83d\ude00";
        assertThat(WarningHeaders.sent(List.of(pair.repeat(4097)))).containsExactly(pair.repeat(256));
    }

    @Test
    void noneWithControlCharacters() {
        assertThat(WarningHeaders.sent(List.of("a\nb", "c", "\u0085"))).containsExactly("c");
        assertThat(WarningHeaders.sent(List.of("a\n" + "b".repeat(5000), "c"))).containsExactly("c");
    }

    @Test
    void ofVeryManyNoMoreThanHasRoom() {
        List<String> many =
                IntStream.range(0, 100_000).mapToObj(i -> i + "w".repeat(300)).toList();
        List<String> sent = WarningHeaders.sent(many);
        assertThat(sent).hasSize(16).allMatch(each -> each.length() == 256);
        assertThat(WarningHeaders.sent(Collections.nCopies(1_000_000, "a"))).containsExactly("a");
    }
}
