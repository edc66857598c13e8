package io.mooring.benchmarks;

import io.mooring.quantity.Quantity;
import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Reads ten amounts; a figure is of one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(QuantityParse.TEXTS)
public class QuantityParse {
    static final int TEXTS = 10;

    private final String[] texts = {"1Gi", "10Gi", "500Mi", "1.5Gi", "100m", "1e9", "123456789", "2T", "0.5", "1000Ki"};

    /** The same without what a BigDecimal cannot read. */
    private final String[] numbers = {"1", "10", "500", "1.5", "100", "1e9", "123456789", "2", "0.5", "1000"};

    @Benchmark
    public void mooring(Blackhole sink) {
        for (String text : texts) {
            sink.consume(Quantity.parse(text));
        }
    }

    /** Its number is worked out when it is asked for, so it is asked for. */
    @Benchmark
    public void fabric8(Blackhole sink) {
        for (String text : texts) {
            sink.consume(io.fabric8.kubernetes.api.model.Quantity.parse(text).getNumericalAmount());
        }
    }

    @Benchmark
    public void clientJava(Blackhole sink) {
        for (String text : texts) {
            sink.consume(io.kubernetes.client.custom.Quantity.fromString(text));
        }
    }

    @Benchmark
    public void floor(Blackhole sink) {
        for (String number : numbers) {
            sink.consume(new BigDecimal(number));
        }
    }
}
