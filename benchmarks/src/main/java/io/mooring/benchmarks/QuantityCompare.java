package io.mooring.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Holds 1.5Gi against 1536Mi, which are equal. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QuantityCompare {
    @Benchmark
    public int mooring(TwoAmounts amounts) {
        return amounts.left.compareTo(amounts.right);
    }

    @Benchmark
    public int fabric8(TwoAmounts amounts) {
        return amounts.fabric8Left.compareTo(amounts.fabric8Right);
    }

    @Benchmark
    public int clientJava(TwoAmounts amounts) {
        return amounts.clientJavaLeft.getNumber().compareTo(amounts.clientJavaRight.getNumber());
    }

    @Benchmark
    public int floor(TwoAmounts amounts) {
        return amounts.numberLeft.compareTo(amounts.numberRight);
    }
}
