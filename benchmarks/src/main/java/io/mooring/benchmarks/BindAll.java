package io.mooring.benchmarks;

import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeBindingMode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Gives each of many claims its volume by the matcher alone, in a heap of 2 GiB. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 2)
@Fork(value = 1, jvmArgsAppend = BindAll.HEAP)
public class BindAll {
    static final String HEAP = "-Xmx2g";

    @Param({"100000", "1000000"})
    int claims;

    private List<PersistentVolumeClaim> waiting;
    private VolumePool stock;

    @Setup(Level.Trial)
    public void fill() {
        waiting = Inputs.claims(claims);
        stock = VolumePool.of(Inputs.plainVolumes(claims));
        // What was left of their making is no matter of the matching.
        System.gc();
    }

    /** How many got one: all of them, or the benchmark fails. */
    @Benchmark
    public int mooring() {
        VolumePool left = stock;
        for (PersistentVolumeClaim claim : waiting) {
            Optional<PersistentVolume> found = VolumeMatcher.match(
                            Search.byController(claim, VolumeBindingMode.IMMEDIATE), left)
                    .found();
            left = found.map(PersistentVolume::metadata)
                    .map(metadata -> metadata.name())
                    .map(left::without)
                    .orElse(left);
        }
        if (left.size() != 0) {
            throw new IllegalStateException(left.size() + " volumes were not given to anybody");
        }
        return waiting.size();
    }
}
