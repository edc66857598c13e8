package io.mooring.binding.control.resize;

import io.mooring.binding.control.Resizer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import java.util.ArrayList;
import java.util.List;

/** The controllers that make volumes larger, or say that nobody does. */
public final class ResizeControllers {
    private ResizeControllers() {}

    /** Whether a resizer of this driver runs here. */
    public static boolean areHere(Cluster cluster, String driver) {
        return cluster.controllers().all().stream()
                .anyMatch(controller -> controller instanceof ExternalResizer external && external.isOf(driver));
    }

    /**
     * The controllers for these resizers, in the order in which they go; without a resizer just the one that says that it
     * waits for somebody else's.
     */
    public static List<Controller<?>> controllers(List<Resizer> resizers) {
        List<Controller<?>> controllers = new ArrayList<>();
        controllers.add(new ResizeAnnouncer());
        for (Resizer part : resizers) {
            Resizer resizer = AskedResizer.of(part);
            controllers.add(new ExternalResizer(resizer));
            controllers.add(new AttributesModifier(resizer));
        }
        if (!resizers.isEmpty()) {
            controllers.add(new FileSystemResizer());
        }
        return List.copyOf(controllers);
    }
}
