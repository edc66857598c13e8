package io.mooring.testkit.record;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Kubelet;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.testkit.sample.Classes;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.Story;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A story that a real control plane has told.
 *
 * <pre>{@code
 * RecordedStory story = RecordedStories.named("article-one-volume-two-replicas");
 * story.about();                      // one hand-made volume, a StatefulSet of two: ...
 * story.played().check(Laws.all());   // the same steps, as Mooring takes them
 * }</pre>
 *
 * @param about what it shows
 * @param release which Kubernetes told it
 * @param tree all of it, as it was recorded
 */
public record RecordedStory(String name, String about, Release release, JsonObject tree, List<RecordedStep> steps) {
    public RecordedStory {
        steps = List.copyOf(steps);
    }

    /**
     * The control plane that told it: of its release, with a provisioner that fails for classes with a parameter {@code fail}, with
     * a kubelet and an attacher where it had them.
     */
    public ControlPlane controlPlane() {
        ControlPlane plane =
                ControlPlane.DEFAULT.withProvisioners(new RecordedProvisioner()).withSemantics(Semantics.of(release));
        ControlPlane withKubelet = RecordedStories.find(tree, "kubelet").equals(Optional.of("off"))
                ? plane.withKubelet(Kubelet.OFF)
                : plane;
        return tree.get("attach").equals(Optional.of(JsonBool.of(true)))
                ? withKubelet.withAttachers(Attacher.instant(Classes.DRIVER))
                : withKubelet;
    }

    /** Its steps as Mooring takes them under {@link #controlPlane}, settling after each. */
    public Story played() {
        Cluster start = Cluster.empty(controlPlane().controllers());
        Cluster cluster = start;
        List<Step> taken = new ArrayList<>();
        RecordedCall calls = new RecordedCall();
        for (RecordedStep recorded : steps) {
            Step step = calls.step(recorded.call(), cluster);
            taken.add(step);
            taken.add(new Step.Settle());
            cluster = step.take(cluster).after().settle();
            calls.see(cluster);
        }
        return Story.of(start, taken);
    }

    @Override
    public String toString() {
        return release + " " + name;
    }
}
