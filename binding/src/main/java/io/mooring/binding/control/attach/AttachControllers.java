package io.mooring.binding.control.attach;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.world.Controller;
import java.util.List;
import java.util.stream.Stream;

/** The controllers that attach volumes for the attach-detach controller. */
public final class AttachControllers {
    private AttachControllers() {}

    /** The controllers for these attachers, in the order in which they go. */
    public static List<Controller<?>> controllers(List<Attacher> attachers) {
        return attachers.stream()
                .map(AskedAttacher::of)
                .<Controller<?>>flatMap(
                        attacher -> Stream.of(new ExternalAttacher(attacher), new AttachedVolumes(attacher)))
                .toList();
    }
}
