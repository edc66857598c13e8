package io.mooring.binding.control.part;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.release.Semantics;

/**
 * One of the control plane's own controllers. What it writes is bounded by what the objects ask for, so that it needs no other
 * budget, unless it replaces what others undo.
 *
 * @param <I> what it reconciles
 */
public interface PlaneController<I extends Comparable<? super I>> extends Controller<I> {
    @Override
    default long budget(Cluster start, Cluster now) {
        return Long.MAX_VALUE;
    }

    /** Upstream's keep what they wrote in a cache of their own, or expect it. */
    @Override
    default boolean seesItsOwnWrites(Semantics semantics) {
        return true;
    }
}
