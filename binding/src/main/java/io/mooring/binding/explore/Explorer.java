package io.mooring.binding.explore;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Digest;
import io.mooring.binding.world.Fork;
import io.mooring.binding.world.LaggingWorld;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Follows every order that upstream may take, depth first.
 *
 * <pre>{@code
 * Exploration exploration = Explorer.explore(cluster);
 * exploration.ends().size(); // 1: whoever comes first, it ends so
 * }</pre>
 *
 * <p>What it costs: a cluster that is followed takes some milliseconds, whatever stands by in it, and leaves 16 bytes of digest
 * ({@link Cluster#digest}) in a set; an end is kept whole, as far as it differs from the others. How many are followed goes by
 * how much may be taken in how many ways: of n claims that each fit n volumes, which come when the claims are there, every way to
 * give some volumes to some claims: 89 for 4, 826 for 5, 8,287 for 6. Where the volumes come first, each claim is taken up on its
 * own and there are many more: 307 for 3, 7,265 for 4. Steps of controllers that commute are followed in one order ({@link Cluster#fork}). The
 * limit bounds it, and the result says so: the ends found until then are real, and there may be more.
 */
public final class Explorer {
    /** Enough for stories that a person writes. */
    public static final int DEFAULT_LIMIT = 100_000;

    private final int limit;
    private final IntConsumer progress;
    private final Set<Digest> seen = new HashSet<>();
    private final Map<Digest, Cluster> ends = new LinkedHashMap<>();

    private Explorer(int limit, IntConsumer progress) {
        this.limit = limit;
        this.progress = progress;
    }

    /** Every cluster in which {@code start} may settle. */
    public static Exploration explore(Cluster start) {
        return explore(start, DEFAULT_LIMIT);
    }

    /**
     * Every cluster in which {@code start} may settle.
     *
     * @param limit how many different clusters with more than one successor are followed, and how many ends are kept beside
     *     Mooring's own; at least 1
     */
    public static Exploration explore(Cluster start, int limit) {
        return explore(start, limit, followed -> {});
    }

    /**
     * The same, for somebody who waits.
     *
     * @param progress told after each cluster that was followed how many it has been
     */
    public static Exploration explore(Cluster start, int limit, IntConsumer progress) {
        checkLimit(limit);
        return new Explorer(limit, progress).follow(start.asStart());
    }

    /**
     * Looks for a way on which a property does not hold: whichever order the controllers act in, whenever the steps come
     * between what they do, however far their caches lag within the bounds, and wherever they crash.
     *
     * <pre>{@code
     * Checked checked = Explorer.check(
     *         cluster, List.of(new Edit.Delete(claim, "delete the claim")), Bounds.lag(1), Property.dataKept("pv-1"));
     * assertTrue(checked.holds(), checked.text());
     * }</pre>
     *
     * <p>What it costs: a world that is looked at takes about half a millisecond of a processor, and there are more of them with each
     * step, lag and crash: begin with two or three objects and a lag of 1. No world is looked at twice; looks of controllers that
     * take nothing from each other are followed in one order. Time passes only when nobody has anything else to do.
     *
     * @param steps what you do, in this order, at any moment; a step that is refused is over too
     */
    public static Checked check(
            Cluster start, List<? extends Edit> steps, LaggingWorld.Bounds bounds, Property... properties) {
        return check(start, steps, bounds, DEFAULT_LIMIT, properties);
    }

    /**
     * The same.
     *
     * @param limit how many worlds are looked at; at least 1
     * @throws IllegalArgumentException if the limit is not positive
     */
    public static Checked check(
            Cluster start, List<? extends Edit> steps, LaggingWorld.Bounds bounds, int limit, Property... properties) {
        checkLimit(limit);
        return new Search(start, List.copyOf(steps), bounds, List.of(properties), limit).run(start);
    }

    /**
     * Goes a way that a {@link Counterexample} tells.
     *
     * @param way its {@link Counterexample#replay}
     * @throws IllegalArgumentException if that is no such text, or there is no such way from this start by these steps
     */
    public static Cluster replay(Cluster start, List<? extends Edit> steps, String way) {
        return Replay.parse(way).run(start, steps, new ArrayList<>());
    }

    private static void checkLimit(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be at least 1, and is " + limit);
        }
    }

    private Exploration follow(Cluster start) {
        Cluster own = start.settle();
        ends.put(own.digest(), own);
        Deque<Cluster> ahead = new ArrayDeque<>();
        ahead.push(start);
        while (!ahead.isEmpty() && seen.size() < limit && ends.size() <= limit) {
            follow(ahead.pop(), ahead);
        }
        return new Exploration(new ArrayList<>(ends.values()), seen.size(), ahead.isEmpty());
    }

    private void follow(Cluster branch, Deque<Cluster> ahead) {
        Fork fork = branch.fork();
        Digest digest = fork.cluster().digest();
        List<Cluster> ways = fork.ways();
        if (ways.isEmpty()) {
            ends.putIfAbsent(digest, fork.cluster());
        } else if (seen.add(digest)) {
            progress.accept(seen.size());
            for (int i = ways.size() - 1; i >= 0; i--) {
                ahead.push(ways.get(i));
            }
        }
    }
}
