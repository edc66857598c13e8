package io.mooring.testkit.record;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.binding.world.Dump;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.testkit.story.Step;
import io.mooring.tree.JsonObject;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recorded calls as steps; objects are called by their uids there, and so these are looked up among all that were there. */
final class RecordedCall {
    private static final Pattern UID = Pattern.compile("\\{uid:([^{}]*)}");

    private final Map<String, String> uids = new HashMap<>();

    /** Notes the uids of what is there. */
    void see(Cluster cluster) {
        cluster.all()
                .forEach(object -> uids.put(
                        object.kind().name() + "/" + object.metadata().namespace() + "/"
                                + object.metadata().name(),
                        object.metadata().uid()));
    }

    /** The call as a step to take now. */
    Step step(JsonObject call, Cluster cluster) {
        Optional<JsonObject> created = call.get("create").map(object -> (JsonObject) object);
        if (created.isPresent()) {
            return creation(created.get());
        }
        Optional<JsonObject> patch = call.get("patch").map(object -> (JsonObject) object);
        Ref<?> object = ref(call, patch.isPresent() ? "kind" : "delete", cluster);
        if (patch.isEmpty()) {
            return new Step.Delete(object, options(call));
        }
        return RecordedStories.find(call, "subresource").isPresent()
                ? new Step.PatchStatus(object, patch.get())
                : new Step.Patch(object, patch.get());
    }

    /** Some cannot be read, which is what they show. */
    private static Step creation(JsonObject tree) {
        Reading reading = Manifests.readJson(tree.toJson());
        return reading.isClean()
                ? new Step.Create(reading.objects().get(0))
                : new Step.Own("create " + tree.toJson(), cluster -> cluster.create(tree));
    }

    private Ref<?> ref(JsonObject call, String kindField, Cluster cluster) {
        String kind = RecordedStories.text(call, kindField);
        String name = UID.matcher(RecordedStories.text(call, "name"))
                .replaceAll(match -> uids.getOrDefault(match.group(1), "unknown"));
        return kind(kind, cluster).ref(RecordedStories.find(call, "namespace").orElse(""), name);
    }

    private static ObjectKind<?> kind(String name, Cluster cluster) {
        return Dump.kindCalled(name)
                .or(() -> cluster.all()
                        .<ObjectKind<?>>map(object -> object.kind())
                        .filter(kind -> kind.name().equals(name))
                        .findFirst())
                .orElseGet(() -> OtherObject.kindOf("v1", name));
    }

    private static Deletion options(JsonObject call) {
        return RecordedStories.find(call, "propagation")
                .map(way -> Deletion.DEFAULT.with(Propagation.valueOf(way.toUpperCase(Locale.ROOT))))
                .orElse(Deletion.DEFAULT);
    }
}
