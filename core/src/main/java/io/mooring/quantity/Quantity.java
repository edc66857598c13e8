package io.mooring.quantity;

import java.math.BigDecimal;

/** Placeholder of the agreed shape, so that the objects that carry quantities can be written beside it. */
public final class Quantity implements Comparable<Quantity> {
    public static final Quantity ZERO = new Quantity("0");
    private final String text;

    private Quantity(String text) {
        this.text = text;
    }

    public static Quantity parse(String text) {
        return new Quantity(text);
    }

    public BigDecimal toBigDecimal() {
        return new BigDecimal(text);
    }

    public int signum() {
        return toBigDecimal().signum();
    }

    @Override
    public int compareTo(Quantity other) {
        return toBigDecimal().compareTo(other.toBigDecimal());
    }

    @Override
    public String toString() {
        return text;
    }
}
