package io.mooring.benchmarks;

import io.mooring.Mooring;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Lets a StatefulSet make its pods and claims, a provisioner their volumes, and a scheduler and kubelets start them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 8)
@Measurement(iterations = 5)
public class SettleReplicas {
    @Param({"1000", "10000"})
    int replicas;

    private Mooring loaded;

    @Setup(Level.Trial)
    public void load() {
        loaded = Mooring.read(Worlds.set(replicas));
    }

    @Benchmark
    public Mooring mooring() {
        return Replicas.ready(loaded.settle(), replicas);
    }
}
