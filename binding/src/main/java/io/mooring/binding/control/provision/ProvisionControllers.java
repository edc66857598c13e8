package io.mooring.binding.control.provision;

import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import java.util.List;

/** The controllers that provision volumes and delete what they provisioned. */
public final class ProvisionControllers {
    private ProvisionControllers() {}

    /** Whether a provisioner of this name runs here. */
    public static boolean areHere(Cluster cluster, String provisioner) {
        return cluster.controllers().all().stream()
                .anyMatch(controller -> controller.name().equals(provisioner));
    }

    /** A controller for each provisioner, of its name. */
    public static List<Controller<?>> controllers(List<Provisioner> provisioners) {
        return provisioners.stream()
                .map(AskedProvisioner::of)
                .<Controller<?>>map(ExternalProvisioner::new)
                .toList();
    }
}
