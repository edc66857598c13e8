package io.mooring.binding.control.volume;

import io.mooring.binding.world.Event;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;

/** What a controller has to say, before it is known of which version of an object. */
public record Report(Event.Type type, String reason, String message) {

    public static Report normal(String reason, String message) {
        return new Report(Event.Type.NORMAL, reason, message);
    }

    public static Report warning(String reason, String message) {
        return new Report(Event.Type.WARNING, reason, message);
    }

    public Write about(KubernetesObject regarding) {
        return new Write.Emit(regarding, type, reason, message);
    }
}
