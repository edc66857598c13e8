package io.mooring.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

/** Near the limits too, what is read is written as something that reads as the same. */
class QuantityReadBackTest {
    /** Suffixes end at exa; what is larger is written without one. */
    private static final BigDecimal NO_SUFFIX_FROM_HERE = new BigDecimal("1e21");

    @Test
    void readsTheLargestThatItWrites() {
        assertThat(Quantity.parse("10e1000").toString()).isEqualTo("100e999");
        assertThat(Quantity.parse("100e999").toString()).isEqualTo("100e999");
    }

    @Test
    void refusesWhatItCouldNotReadAgain() {
        String longest = "9".repeat(998) + ".9";
        assertThat(read("1000e1000")).isEmpty();
        assertThat(read("9".repeat(900) + "0".repeat(50) + "e980")).isEmpty();
        assertThat(longest).hasSize(Quantity.MAX_LENGTH);
        assertThat(read(longest)).isEmpty();
    }

    @Property(tries = 5000)
    void whatIsWrittenReadsAsTheSame(@ForAll("texts") String text) {
        Optional<Quantity> quantity = read(text);
        Statistics.label("read")
                .collect(quantity.isPresent())
                .coverage(checker -> checker.check(true).percentage(share -> share > 30));
        quantity.ifPresent(QuantityReadBackTest::assertReadsBack);
    }

    private static void assertReadsBack(Quantity quantity) {
        String written = quantity.toString();
        Quantity again = Quantity.parse(written);
        assertThat(again.toString()).isEqualTo(written);
        boolean hasASuffix = quantity.format() == QuantityFormat.DECIMAL_EXPONENT
                || quantity.toBigDecimal().abs().compareTo(NO_SUFFIX_FROM_HERE) < 0;
        if (hasASuffix) {
            assertThat(again).isEqualTo(quantity);
        }
    }

    private static Optional<Quantity> read(String text) {
        try {
            return Optional.of(Quantity.parse(text));
        } catch (QuantityFormatException refused) {
            return Optional.empty();
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.randomValue(random -> {
            StringBuilder text = new StringBuilder(List.of("", "", "-", "+").get(random.nextInt(4)));
            digits(text, random);
            if (random.nextInt(3) == 0) {
                text.append('.');
                digits(text, random);
            }
            return text.append(suffix(random)).toString();
        });
    }

    private static void digits(StringBuilder text, Random random) {
        int most = random.nextInt(4) == 0 ? 1000 : 20;
        digits(text, random.nextInt(most), random, 10);
        digits(text, random.nextInt(most / 10), random, 1);
    }

    private static void digits(StringBuilder text, int count, Random random, int bound) {
        for (int i = 0; i < count; i++) {
            text.append(random.nextInt(bound));
        }
    }

    private static String suffix(Random random) {
        if (random.nextBoolean()) {
            return List.of("", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei")
                    .get(random.nextInt(16));
        }
        return "e" + (random.nextInt(2010) - 1005);
    }
}
