package io.mooring.binding.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class UidsTest {
    private static final Pattern PLAIN = Pattern.compile("00000000-0000-4000-8000-[0-9a-f]{12}");

    @Property
    void aNumberIsReadFromItsUid(@ForAll @LongRange(min = 0, max = (1L << 48) - 1) long number) {
        assertThat(Uids.of(number)).matches(PLAIN).hasSize(Uids.LENGTH);
        assertThat(Uids.numberOf(Uids.of(number))).isEqualTo(number);
    }

    @Property
    void areFoundWhereThePatternFindsThem(@ForAll List<Piece> pieces) {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text));

        assertThat(places(text.toString())).isEqualTo(plainPlaces(text.toString()));
    }

    /** Parts of uids and whole ones, put together in any way. */
    enum Piece {
        WHOLE("00000000-0000-4000-8000-00000000002a"),
        START("00000000-0000-4000-8000-"),
        DIGITS("0000000000ff"),
        LARGE("0000000000FF"),
        GROUP("00000000-"),
        OTHER("\"uid\":\"");

        private final String text;

        Piece(String text) {
            this.text = text;
        }
    }

    private static List<Integer> places(String text) {
        List<Integer> places = new ArrayList<>();
        for (int at = Uids.indexIn(text, 0); at >= 0; at = Uids.indexIn(text, at + Uids.LENGTH)) {
            places.add(at);
        }
        return places;
    }

    private static List<Integer> plainPlaces(String text) {
        List<Integer> places = new ArrayList<>();
        Matcher matcher = PLAIN.matcher(text);
        while (matcher.find()) {
            places.add(matcher.start());
        }
        return places;
    }

    @Test
    void aTextThatEndsTooEarlyHasNone() {
        assertThat(Uids.indexIn("00000000-0000-4000-8000-00000000002", 0)).isNegative();
    }
}
