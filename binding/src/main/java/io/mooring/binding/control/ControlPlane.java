package io.mooring.binding.control;

import io.mooring.binding.cluster.Controller;
import io.mooring.binding.cluster.Controllers;
import java.util.ArrayList;
import java.util.List;

/**
 * The control plane's controllers with what is pluggable in them, in the one order in which they go: whoever answers a
 * single object goes before whoever makes many.
 */
public record ControlPlane() {
    /** As a plain cluster has it. */
    public static final ControlPlane DEFAULT = new ControlPlane();

    /** The controllers in their order. */
    public Controllers controllers() {
        List<Controller> all = new ArrayList<>();
        all.add(new GarbageCollector());
        return new Controllers(all);
    }
}
