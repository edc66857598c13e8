package io.mooring.benchmarks;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.ObjectMeta;
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

/** One change in a large world that is settled: a claim is created, and settled; another claim each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 1000)
@Measurement(iterations = 1000)
public class ChangeOne {
    @Param({"200000", "1000000"})
    int objects;

    private Cluster world;
    private List<PersistentVolumeClaim> more;
    private int next;

    @Setup(Level.Trial)
    public void fill() {
        world = Worlds.settled(Inputs.plainVolumes(objects / 2), Inputs.claims(objects / 2));
        more = Inputs.claims(2100).stream().map(ChangeOne::later).toList();
        // The world has been there for a while; what was left of its making is no matter of a change.
        System.gc();
    }

    private static PersistentVolumeClaim later(PersistentVolumeClaim claim) {
        ObjectMeta metadata = claim.metadata();
        return claim.withMetadata(metadata.withName("later-" + metadata.name()));
    }

    @Benchmark
    public Cluster mooring() {
        world = world.create(more.get(next++)).orThrow().settle();
        return world;
    }
}
