package io.mooring.benchmarks;

import io.mooring.binding.world.Cluster;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import java.util.List;
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

/** Creates volumes and as many claims, through admission, and lets the controllers bind them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class SettleMany {
    /** Volumes and claims together. */
    @Param({"10000", "100000", "1000000"})
    int objects;

    private List<PersistentVolume> volumes;
    private List<PersistentVolumeClaim> claims;

    @Setup(Level.Trial)
    public void prepare() {
        volumes = Inputs.plainVolumes(objects / 2);
        claims = Inputs.claims(objects / 2);
    }

    @Benchmark
    public Cluster mooring() {
        Cluster settled = Worlds.settled(volumes, claims);
        long bound = settled.list(PersistentVolumeClaim.KIND)
                .filter(claim -> claim.isIn(ClaimPhase.BOUND))
                .count();
        if (bound != claims.size()) {
            throw new IllegalStateException("only " + bound + " of " + claims.size() + " claims are bound");
        }
        return settled;
    }
}
