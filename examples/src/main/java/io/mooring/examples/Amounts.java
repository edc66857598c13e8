package io.mooring.examples;

import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormatException;
import java.io.PrintStream;

/** 1Gi or 1GB? What amounts are, which is more, and what is said of text that is none. */
public final class Amounts {
    private Amounts() {}

    public static void main(String[] arguments) {
        print(System.out);
    }

    static void print(PrintStream out) {
        Quantity binary = Quantity.parse("1Gi");
        Quantity decimal = Quantity.parse("1G");
        out.println(binary + " is " + binary.toBigDecimal().toBigInteger() + " bytes");
        out.println(decimal + " is " + decimal.toBigDecimal().toBigInteger() + " bytes");
        out.println("a claim of 1Gi fits a volume of 1G: " + (binary.compareTo(decimal) <= 0));
        out.println("1.5Gi and 512Mi are " + Quantity.parse("1.5Gi").plus(Quantity.parse("512Mi")));
        try {
            Quantity.parse("1GB");
        } catch (QuantityFormatException e) {
            out.println(e.getMessage());
        }
    }
}
