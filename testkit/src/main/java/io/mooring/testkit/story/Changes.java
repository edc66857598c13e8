package io.mooring.testkit.story;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.sample.Classes;
import io.mooring.testkit.sample.Quantities;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;

/** An object that is there, changed. */
final class Changes {
    private static final List<String> POLICIES = List.of("Retain", "Delete");
    private static final List<String> ZONES = List.of("a", "b");
    private static final List<String> APPS = List.of("web", "db", "app");
    private static final List<String> DISKS = List.of("ssd", "hdd");
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String HOLD = "example.com/hold";
    private static final int MOST_REPLICAS = 4;

    private Changes() {}

    static Step scale(There there, Choices choices) {
        KubernetesObject scaled = choices.pick(there.scaled());
        return new Step.Scale(scaled.ref(), choices.below(MOST_REPLICAS));
    }

    static Step grow(There there, Choices choices) {
        PersistentVolumeClaim claim = choices.pick(there.bound());
        Quantity more = claim.requestedStorage().plus(Quantities.sizes().from(choices));
        return new Step.Patch(claim.ref(), asking(choices.chance(25) ? nearlyAsMuch(claim, choices) : more));
    }

    private static Quantity nearlyAsMuch(PersistentVolumeClaim claim, Choices choices) {
        return Quantities.near(claim.requestedStorage()).from(choices);
    }

    static Step shrink(There there, Choices choices) {
        PersistentVolumeClaim claim = choices.pick(there.bound());
        return new Step.Patch(claim.ref(), asking(Quantity.parse(choices.pick(List.of("1Mi", "999M")))));
    }

    private static JsonObject asking(Quantity size) {
        return Patches.spec(new JsonString(size.toString()), "resources", "requests", "storage");
    }

    static Step className(There there, Choices choices) {
        PersistentVolumeClaim claim = choices.pick(there.staying(PersistentVolumeClaim.KIND));
        return new Step.Patch(
                claim.ref(), Patches.spec(new JsonString(choices.pick(Classes.NAMES)), "storageClassName"));
    }

    static Step clearClaimRef(There there, Choices choices) {
        return new Step.Patch(heldVolume(there, choices).ref(), Patches.spec(JsonNull.NULL, "claimRef"));
    }

    static Step clearClaimUid(There there, Choices choices) {
        return new Step.Patch(heldVolume(there, choices).ref(), Patches.spec(JsonNull.NULL, "claimRef", "uid"));
    }

    /** Often one whose claim is gone. */
    private static PersistentVolume heldVolume(There there, Choices choices) {
        List<PersistentVolume> left =
                there.held().stream().filter(volume -> !volume.isBound()).toList();
        boolean takesLeft = !left.isEmpty() && !choices.chance(20);
        return choices.pick(takesLeft ? left : there.held());
    }

    static Step reclaimPolicy(There there, Choices choices) {
        PersistentVolume volume = choices.pick(there.staying(PersistentVolume.KIND));
        return new Step.Patch(
                volume.ref(), Patches.spec(new JsonString(choices.pick(POLICIES)), "persistentVolumeReclaimPolicy"));
    }

    static Step retention(There there, Choices choices) {
        StatefulSet set = choices.pick(there.staying(StatefulSet.KIND));
        JsonObject policy = JsonObject.builder()
                .put("whenScaled", choices.pick(POLICIES))
                .put("whenDeleted", choices.pick(POLICIES))
                .build();
        return new Step.Patch(set.ref(), Patches.spec(policy, "persistentVolumeClaimRetentionPolicy"));
    }

    static Step template(There there, Choices choices) {
        KubernetesObject rolled = choices.pick(there.scaled());
        JsonString version = new JsonString("v" + (1 + choices.below(3)));
        return new Step.Patch(rolled.ref(), Patches.spec(version, "template", "metadata", "labels", "version"));
    }

    static Step forgetBinding(There there, Choices choices) {
        PersistentVolumeClaim claim = choices.pick(there.bound());
        JsonObject annotations = JsonObject.of("pv.kubernetes.io/bind-completed", JsonNull.NULL);
        return new Step.Patch(claim.ref(), JsonObject.of("metadata", JsonObject.of("annotations", annotations)));
    }

    static Step attributes(There there, Choices choices) {
        PersistentVolumeClaim claim = choices.pick(there.withAttributes());
        return new Step.Patch(
                claim.ref(),
                Patches.spec(new JsonString(choices.pick(Classes.ATTRIBUTES)), "volumeAttributesClassName"));
    }

    /** Those that other objects choose by. */
    static Step labels(There there, Choices choices) {
        KubernetesObject object = choices.pick(there.labelled());
        return new Step.Patch(object.ref(), JsonObject.of("metadata", JsonObject.of("labels", label(object, choices))));
    }

    private static JsonObject label(KubernetesObject object, Choices choices) {
        if (object instanceof Node) {
            return JsonObject.of(ZONE, new JsonString(choices.pick(ZONES)));
        }
        return object instanceof Pod
                ? JsonObject.of("app", new JsonString(choices.pick(APPS)))
                : JsonObject.of("disk", new JsonString(choices.pick(DISKS)));
    }

    /** Replaced as it was read, now or long ago, with a finalizer of somebody's own or without it. */
    static Step hold(There there, Choices choices) {
        KubernetesObject object = choices.pick(there.holdable(HOLD));
        ObjectMeta read = choices.chance(10) ? object.metadata().withResourceVersion("1") : object.metadata();
        return new Step.Update(
                object.withMetadata(read.hasFinalizer(HOLD) ? read.withoutFinalizer(HOLD) : read.withFinalizer(HOLD)));
    }
}
