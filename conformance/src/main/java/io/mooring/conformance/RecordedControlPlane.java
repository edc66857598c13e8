package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Kubelet;
import io.mooring.release.Semantics;

/** The control plane that told the stories: with its provisioner, and with a kubelet unless the story says otherwise. */
final class RecordedControlPlane {
    private RecordedControlPlane() {}

    static ControlPlane of(JsonNode story, Semantics semantics) {
        ControlPlane plane =
                ControlPlane.DEFAULT.withProvisioners(new RecordedProvisioner()).withSemantics(semantics);
        return story.path("kubelet").asText("on").equals("off") ? plane.withKubelet(Kubelet.OFF) : plane;
    }
}
