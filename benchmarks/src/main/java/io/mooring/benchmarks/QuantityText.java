package io.mooring.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The text of 1.5Gi and of 1536Mi, as it is written into a manifest again and again. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QuantityText {
    @Benchmark
    public int mooring(TwoAmounts amounts) {
        return amounts.left.toString().length() + amounts.right.toString().length();
    }

    @Benchmark
    public int fabric8(TwoAmounts amounts) {
        return amounts.fabric8Left.toString().length()
                + amounts.fabric8Right.toString().length();
    }

    @Benchmark
    public int clientJava(TwoAmounts amounts) {
        return amounts.clientJavaLeft.toSuffixedString().length()
                + amounts.clientJavaRight.toSuffixedString().length();
    }

    @Benchmark
    public int floor(TwoAmounts amounts) {
        return amounts.numberLeft.toString().length()
                + amounts.numberRight.toString().length();
    }
}
