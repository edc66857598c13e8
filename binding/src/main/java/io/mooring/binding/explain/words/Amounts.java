package io.mooring.binding.explain.words;

import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Amounts of storage, compared in words. Differences are exact; one that is shortened to a tenth of a unit is said to be about that. */
public final class Amounts {
    private static final List<String> BINARY = List.of("", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
    private static final List<String> DECIMAL = List.of("", "k", "M", "G", "T", "P", "E");

    private Amounts() {}

    /**
     * What has less than is asked for: {@code holds 500Mi, 524Mi short of the 1Gi requested}. Where one counts in thousands
     * and the other in 1024s, both are also said in bytes.
     */
    public static String shortOf(Quantity available, Quantity requested) {
        if (available.isZero()) {
            return "holds 0, and " + requested + " is requested";
        }
        boolean isMixed = available.format() != requested.format() && !isBytes(available) && !isBytes(requested);
        String inBytes = isMixed ? " (" + bytes(available) + " of " + bytes(requested) + " bytes)" : "";
        return "holds " + available + ", " + difference(available, requested) + " short of the " + requested
                + " requested" + inBytes;
    }

    /** What the larger has more than the smaller: {@code 5Gi}, {@code about 70.3Mi}. In the larger one's units. */
    public static String difference(Quantity smaller, Quantity larger) {
        BigDecimal difference = larger.toBigDecimal().subtract(smaller.toBigDecimal());
        return larger.format() == QuantityFormat.BINARY_SI
                ? scaled(difference, BigDecimal.valueOf(1024), BINARY)
                : scaled(difference, BigDecimal.valueOf(1000), DECIMAL);
    }

    private static String scaled(BigDecimal amount, BigDecimal step, List<String> suffixes) {
        BigDecimal scale = BigDecimal.ONE;
        int place = 0;
        while (place < suffixes.size() - 1 && amount.compareTo(scale.multiply(step)) >= 0) {
            scale = scale.multiply(step);
            place++;
        }
        BigDecimal rounded = amount.divide(scale, 1, RoundingMode.HALF_EVEN);
        String about = rounded.multiply(scale).compareTo(amount) == 0 ? "" : "about ";
        return about + rounded.stripTrailingZeros().toPlainString() + suffixes.get(place);
    }

    private static boolean isBytes(Quantity amount) {
        return amount.toString().chars().allMatch(Character::isDigit);
    }

    private static String bytes(Quantity amount) {
        return amount.toBigDecimal().stripTrailingZeros().toPlainString();
    }
}
