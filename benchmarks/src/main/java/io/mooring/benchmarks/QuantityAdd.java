package io.mooring.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Adds 1.5Gi and 1536Mi. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QuantityAdd {
    @Benchmark
    public Object mooring(TwoAmounts amounts) {
        return amounts.left.plus(amounts.right);
    }

    @Benchmark
    public Object fabric8(TwoAmounts amounts) {
        return amounts.fabric8Left.add(amounts.fabric8Right);
    }

    @Benchmark
    public Object clientJava(TwoAmounts amounts) {
        return new io.kubernetes.client.custom.Quantity(
                amounts.clientJavaLeft.getNumber().add(amounts.clientJavaRight.getNumber()),
                amounts.clientJavaLeft.getFormat());
    }

    @Benchmark
    public Object floor(TwoAmounts amounts) {
        return amounts.numberLeft.add(amounts.numberRight);
    }
}
