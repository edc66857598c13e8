package io.mooring.binding.control;

import io.mooring.binding.cluster.Controller;
import io.mooring.binding.cluster.Controllers;
import java.util.ArrayList;
import java.util.List;

/**
 * The control plane's controllers with what is pluggable in them, in the one order in which they go: whoever answers a
 * single object goes before whoever makes many.
 *
 * @param provisioners who provisions volumes, each under its own name
 */
public record ControlPlane(List<Provisioner> provisioners) {
    /** As a plain cluster has it. */
    public static final ControlPlane DEFAULT = new ControlPlane(List.of());

    public ControlPlane {
        provisioners = List.copyOf(provisioners);
    }

    /** The same with other provisioners. */
    public ControlPlane withProvisioners(Provisioner... others) {
        return new ControlPlane(List.of(others));
    }

    /** The controllers in their order. */
    public Controllers controllers() {
        List<Controller> all = new ArrayList<>();
        all.add(new VolumeBinder());
        all.add(new VolumeProtection());
        all.add(new VolumeExpander());
        provisioners.forEach(provisioner -> all.add(new ExternalProvisioner(provisioner)));
        all.add(new GarbageCollector());
        all.add(new ClaimProtection());
        return new Controllers(all);
    }
}
