package io.mooring.binding.control.part;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;

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
}
