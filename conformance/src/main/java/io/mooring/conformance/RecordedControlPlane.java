package io.mooring.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Kubelet;
import io.mooring.release.Semantics;
import java.util.stream.Stream;

/**
 * The control plane that told the stories: with its provisioner, with a kubelet unless the story says otherwise, and with an
 * attacher for every driver of a story that says so.
 */
final class RecordedControlPlane {
    private RecordedControlPlane() {}

    static ControlPlane of(JsonNode story, Semantics semantics) {
        ControlPlane plane =
                ControlPlane.DEFAULT.withProvisioners(new RecordedProvisioner()).withSemantics(semantics);
        ControlPlane withKubelet =
                story.path("kubelet").asText("on").equals("off") ? plane.withKubelet(Kubelet.OFF) : plane;
        return story.path("attach").asBoolean(false) ? withKubelet.withAttachers(attachers(story)) : withKubelet;
    }

    private static Attacher[] attachers(JsonNode story) {
        return Stream.concat(
                        Stream.of(RecordedProvisioner.NAME),
                        story.findValues("csi").stream()
                                .map(source -> source.path("driver").asText()))
                .filter(driver -> !driver.isEmpty())
                .distinct()
                .map(RecordedAttacher::new)
                .toArray(Attacher[]::new);
    }
}
