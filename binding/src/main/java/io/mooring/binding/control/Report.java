package io.mooring.binding.control;

import io.mooring.binding.cluster.Event;
import io.mooring.binding.cluster.Write;
import io.mooring.meta.KubernetesObject;

/** What a controller has to say, before it is known of which version of an object. */
record Report(Event.Type type, String reason, String message) {

    static Report normal(String reason, String message) {
        return new Report(Event.Type.NORMAL, reason, message);
    }

    static Report warning(String reason, String message) {
        return new Report(Event.Type.WARNING, reason, message);
    }

    Write about(KubernetesObject regarding) {
        return new Write.Emit(regarding, type, reason, message);
    }
}
