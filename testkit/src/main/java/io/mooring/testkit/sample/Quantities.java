package io.mooring.testkit.sample;

import io.mooring.quantity.Quantity;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.choice.Generator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Amounts in all spellings that Kubernetes reads, and amounts that are nearly another.
 *
 * <pre>{@code
 * @Provide
 * Arbitrary<Quantity> sizes() {
 *     return MooringArbitraries.of(Quantities.sizes());
 * }
 * }</pre>
 */
public final class Quantities {
    private static final List<String> SUFFIXES = List.of(
            "", "Gi", "Mi", "G", "M", "k", "Ki", "m", "u", "n", "T", "Ti", "P", "Pi", "E", "Ei", "e3", "E3", "e-3",
            "E+2", "e0");
    private static final List<String> FRACTIONS =
            List.of("", ".5", ".", ".25", ".0", ".001", ".000000001", ".1234567891");
    private static final List<String> SIGNS = List.of("", "+", "-");
    private static final List<String> SIZES =
            List.of("1Gi", "2Gi", "1G", "5Gi", "10Gi", "1500Mi", "0.5Gi", "1e9", "1073741824", "2000M");
    private static final List<String> BROKEN = List.of(
            "", "1GB", "1 Gi", "Gi1", "1gi", "1ki", "1K", "1,5Gi", "1.5.0", "--1", "1e", "1e1.5", "0x10", "1Gi ", "1/2",
            "one", "NaN", "1_000");
    private static final List<BigDecimal> STEPS =
            List.of(BigDecimal.ONE, new BigDecimal(1 << 20), new BigDecimal(1 << 30));

    private Quantities() {}

    /** Texts that are quantities: signs, fractions, suffixes of both families, exponents. */
    public static Generator<String> texts() {
        return choices -> {
            String suffix = choices.pick(SUFFIXES);
            String fraction = choices.pick(FRACTIONS);
            String sign = choices.chance(20) ? choices.pick(SIGNS) : "";
            return sign + digits(choices) + fraction + suffix;
        };
    }

    private static String digits(Choices choices) {
        StringBuilder digits = new StringBuilder().append(choices.below(10));
        for (int more = choices.below(6); more > 0; more--) {
            digits.append(choices.below(10));
        }
        return digits.toString();
    }

    /** Texts that people write and that are no quantities. */
    public static Generator<String> broken() {
        return choices -> choices.pick(BROKEN);
    }

    /** Any amount, the negative ones and the finest fractions included. */
    public static Generator<Quantity> any() {
        return texts().map(Quantity::parse);
    }

    /** Amounts of storage, some of them alike in spelling or in size. */
    public static Generator<Quantity> sizes() {
        return choices -> Quantity.parse(choices.pick(SIZES));
    }

    /** The same amount, or nearly: spelt otherwise, a byte or a unit more or less, G for Gi. Always positive. */
    public static Generator<Quantity> near(Quantity amount) {
        return choices -> switch (choices.below(5)) {
            case 0 -> amount;
            case 1 -> spelt(amount).from(choices);
            case 2 -> moved(amount, choices.pick(STEPS));
            case 3 -> moved(amount, choices.pick(STEPS).negate());
            default -> ofOtherFamily(amount);
        };
    }

    /** The same amount in other spellings. */
    public static Generator<Quantity> spelt(Quantity amount) {
        List<Quantity> spellings = new ArrayList<>();
        String bytes = amount.toBigDecimal().toPlainString();
        for (String text : List.of(
                amount.toCanonicalString(),
                bytes,
                bytes + "000m",
                amount.toBigDecimal().movePointLeft(3).toPlainString() + "k",
                amount.toBigDecimal().movePointLeft(9).toPlainString() + "e9")) {
            Quantity spelt = Quantity.parse(text);
            if (spelt.equals(amount)) {
                spellings.add(spelt);
            }
        }
        return choices -> choices.pick(spellings);
    }

    private static Quantity moved(Quantity amount, BigDecimal by) {
        BigDecimal other = amount.toBigDecimal().add(by);
        return other.signum() > 0 ? Quantity.parse(other.toPlainString()) : amount;
    }

    private static Quantity ofOtherFamily(Quantity amount) {
        String text = amount.toString();
        if (text.endsWith("i")) {
            return Quantity.parse(text.substring(0, text.length() - 1).replace("K", "k"));
        }
        return text.matches(".*[GMTPE]") ? Quantity.parse(text + "i") : amount;
    }
}
