package io.mooring.benchmarks;

import io.mooring.binding.match.Match;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.SortedVolumes;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.meta.LabelSelector;
import io.mooring.meta.LabelSelectorRequirement;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeBindingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The volume for one claim among many, the search's own making included; another claim each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FindVolume {
    private static final int CLAIMS = 1024;

    @Param({"100000", "1000000"})
    int volumes;

    /** What the claims ask for beside class, size and modes. */
    @Param({"plain", "label", "notIn", "node"})
    String wish;

    private VolumePool pool;
    private SortedVolumes sorted;
    private List<PersistentVolumeClaim> claims;
    private List<Map<String, String>> nodes;
    private int next;

    @Setup(Level.Trial)
    public void fill() {
        List<PersistentVolume> stock = stock();
        pool = VolumePool.of(stock);
        sorted = SortedVolumes.of(stock);
        claims = wishing();
        nodes = java.util.stream.IntStream.range(0, CLAIMS)
                .mapToObj(index -> Map.of("kubernetes.io/hostname", "node-" + index % Inputs.nodes(volumes)))
                .toList();
        // What was left of their making is no matter of a search.
        System.gc();
    }

    private List<PersistentVolume> stock() {
        return switch (wish) {
            case "plain" -> Inputs.plainVolumes(volumes);
            case "node" -> Inputs.pinnedVolumes(volumes);
            default -> Inputs.labelledVolumes(volumes);
        };
    }

    private List<PersistentVolumeClaim> wishing() {
        return switch (wish) {
            case "label" -> Inputs.claims(CLAIMS, FindVolume::oneTier);
            case "notIn" -> Inputs.claims(CLAIMS, FindVolume::notThatZone);
            default -> Inputs.claims(CLAIMS);
        };
    }

    private static LabelSelector oneTier(int index) {
        return LabelSelector.builder()
                .putMatchLabels("tier", "t" + index % 10)
                .putMatchLabels("zone", Inputs.ZONES.get(index % Inputs.ZONES.size()))
                .build();
    }

    private static LabelSelector notThatZone(int index) {
        return LabelSelector.builder()
                .addMatchExpressions(LabelSelectorRequirement.builder()
                        .key("zone")
                        .operator("NotIn")
                        .addValues(Inputs.ZONES.get(index % Inputs.ZONES.size()))
                        .build())
                .build();
    }

    @Benchmark
    public Match mooring() {
        return VolumeMatcher.match(search(), pool);
    }

    /** The plain form: a sorted map, and each volume that is large enough held against the rules. */
    @Benchmark
    public Match sorted() {
        return sorted.match(search());
    }

    private Search search() {
        next = (next + 1) % CLAIMS;
        PersistentVolumeClaim claim = claims.get(next);
        return wish.equals("node")
                ? Search.byScheduler(claim, nodes.get(next), Set.of())
                : Search.byController(claim, VolumeBindingMode.IMMEDIATE);
    }
}
