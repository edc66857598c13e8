package io.mooring.binding.plan;

import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How much more is made than is needed now.
 *
 * @param volumesPercent so many volumes more of each sort, in hundredths; a part of a volume is a whole one
 * @param capacityPercent so much more in each volume, in hundredths; a part of a mebibyte, or of a megabyte, is a whole one
 */
public record Margin(int volumesPercent, int capacityPercent) {
    /** As many volumes as are needed, and each as large. */
    public static final Margin NONE = new Margin(0, 0);

    private static final int HUNDRED = 100;
    private static final BigDecimal MEBIBYTE = BigDecimal.valueOf(1024 * 1024);
    private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);

    public Margin {
        if (volumesPercent < 0 || capacityPercent < 0) {
            throw new IllegalArgumentException(
                    "a margin is 0 or more, not " + volumesPercent + " and " + capacityPercent + " percent");
        }
    }

    /** More volumes of the same sizes. */
    public static Margin ofVolumes(int percent) {
        return new Margin(percent, 0);
    }

    /** As many volumes, each of them larger. */
    public static Margin ofCapacity(int percent) {
        return new Margin(0, percent);
    }

    /** How many volumes more there are to be beside so many. */
    int spares(int volumes) {
        return Math.toIntExact((Math.multiplyExact((long) volumes, volumesPercent) + HUNDRED - 1) / HUNDRED);
    }

    /** How large a volume is to be for this. */
    Quantity capacity(Quantity requested) {
        if (capacityPercent == 0) {
            return requested;
        }
        boolean isBinary = requested.format() == QuantityFormat.BINARY_SI;
        BigDecimal unit = isBinary ? MEBIBYTE : MEGABYTE;
        BigDecimal units = requested
                .toBigDecimal()
                .multiply(BigDecimal.valueOf(HUNDRED + (long) capacityPercent))
                .divide(BigDecimal.valueOf(HUNDRED))
                .divide(unit, 0, RoundingMode.CEILING);
        return Quantity.parse(units.toPlainString() + (isBinary ? "Mi" : "M"));
    }
}
