package io.mooring.benchmarks;

import io.mooring.quantity.Quantity;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The text of 1.5Gi and of 1536Mi, as it is written into a manifest again and again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QuantityText {
    private final Quantity left = Quantity.parse("1.5Gi");
    private final Quantity right = Quantity.parse("1536Mi");
    private final io.fabric8.kubernetes.api.model.Quantity fabric8Left =
            io.fabric8.kubernetes.api.model.Quantity.parse("1.5Gi");
    private final io.fabric8.kubernetes.api.model.Quantity fabric8Right =
            io.fabric8.kubernetes.api.model.Quantity.parse("1536Mi");
    private final io.kubernetes.client.custom.Quantity clientJavaLeft =
            io.kubernetes.client.custom.Quantity.fromString("1.5Gi");
    private final io.kubernetes.client.custom.Quantity clientJavaRight =
            io.kubernetes.client.custom.Quantity.fromString("1536Mi");
    private final BigDecimal numberLeft = new BigDecimal("1.5");
    private final BigDecimal numberRight = new BigDecimal("1536");

    @Benchmark
    public int mooring() {
        return left.toString().length() + right.toString().length();
    }

    @Benchmark
    public int fabric8() {
        return fabric8Left.toString().length() + fabric8Right.toString().length();
    }

    @Benchmark
    public int clientJava() {
        return clientJavaLeft.toSuffixedString().length()
                + clientJavaRight.toSuffixedString().length();
    }

    @Benchmark
    public int floor() {
        return numberLeft.toString().length() + numberRight.toString().length();
    }
}
