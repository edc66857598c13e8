package io.mooring.binding.world;

import java.util.Optional;

/**
 * How a settling goes on, a step at a time. One goes another way than Mooring's own ({@link Cluster#successors}), lets a write
 * fail ({@link Cluster#withoutNextWrite}), or stops between two controllers.
 *
 * <pre>{@code
 * Course untilBound = now -> now.claim("shop", "data-0").orElseThrow().isBound() ? Optional.empty() : now.step();
 * Cluster inBetween = cluster.settle(untilBound, change -> System.out.println(change.ref()));
 * }</pre>
 */
@FunctionalInterface
public interface Course {
    /** Mooring's own, to the end. */
    Course TO_THE_END = Cluster::step;

    /** The cluster one step further; empty to stop here. */
    Optional<Cluster> next(Cluster now);
}
