package io.mooring.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormatException;
import java.math.BigDecimal;
import java.util.Optional;

/** Any text is a quantity or is told why not; what is read is written so that it is read again. */
class QuantityFuzz {
    /** From here on upstream's own text drops what it cannot express. */
    private static final BigDecimal NO_SUFFIX_FROM_HERE = new BigDecimal("1e21");

    @FuzzTest
    void anyTwoTexts(FuzzedDataProvider data) {
        Optional<Quantity> one = read(data.consumeString(64));
        Optional<Quantity> other = read(data.consumeRemainingAsString());
        if (one.isPresent() && other.isPresent()) {
            Quantity a = one.get();
            Quantity b = other.get();
            assertThat(Integer.signum(a.compareTo(b)))
                    .isEqualTo(a.toBigDecimal().compareTo(b.toBigDecimal()));
            assertThat(a.equals(b)).isEqualTo(a.compareTo(b) == 0);
            assertThat(a.plus(b).minus(b)).isEqualTo(a);
        }
    }

    private static Optional<Quantity> read(String text) {
        try {
            Quantity quantity = Quantity.parse(text);
            if (quantity.toBigDecimal().abs().compareTo(NO_SUFFIX_FROM_HERE) < 0) {
                assertThat(Quantity.parse(quantity.toString()))
                        .isEqualTo(quantity)
                        .hasToString(quantity.toString());
            }
            return Optional.of(quantity);
        } catch (QuantityFormatException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }
}
