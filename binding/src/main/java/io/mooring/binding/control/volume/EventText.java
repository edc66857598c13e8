package io.mooring.binding.control.volume;

import io.mooring.binding.world.Event;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;

/** What a controller has to say, before it is known of which version of an object. */
public record EventText(Event.Type type, String reason, String message) {

    public static EventText normal(String reason, String message) {
        return new EventText(Event.Type.NORMAL, reason, message);
    }

    public static EventText warning(String reason, String message) {
        return new EventText(Event.Type.WARNING, reason, message);
    }

    public Write about(KubernetesObject regarding) {
        return new Write.Emit(regarding, type, reason, message);
    }
}
