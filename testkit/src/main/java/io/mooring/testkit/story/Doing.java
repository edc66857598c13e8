package io.mooring.testkit.story;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.testkit.story.Step.Cases;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Does a step to a cluster. */
record Doing(Cluster cluster) implements Cases<Taken> {
    @Override
    public Taken create(Step.Create step) {
        return Taken.of(cluster, step, cluster.create(step.made()));
    }

    @Override
    public Taken update(Step.Update step) {
        return Taken.of(cluster, step, cluster.update(step.changed()));
    }

    @Override
    public Taken patch(Step.Patch step) {
        return Taken.of(cluster, step, cluster.patch(step.changed(), step.patch()));
    }

    @Override
    public Taken patchStatus(Step.PatchStatus step) {
        return Taken.of(cluster, step, cluster.patchStatus(step.changed(), step.patch()));
    }

    @Override
    public Taken delete(Step.Delete step) {
        return Taken.of(cluster, step, cluster.delete(step.deleted(), step.options()));
    }

    @Override
    public Taken scale(Step.Scale step) {
        return patched(step, step.scaled(), "replicas", JsonNumber.of(step.replicas()));
    }

    @Override
    public Taken cordon(Step.Cordon step) {
        return patched(step, step.node(), "unschedulable", JsonBool.of(true));
    }

    @Override
    public Taken uncordon(Step.Uncordon step) {
        return patched(step, step.node(), "unschedulable", JsonBool.of(false));
    }

    @Override
    public Taken taint(Step.Taint step) {
        JsonObject taint = JsonObject.builder()
                .put("effect", step.effect())
                .put("key", step.key())
                .put("value", step.value())
                .build();
        List<JsonValue> taints = new ArrayList<>(
                taints(step.node(), each -> !(is(each, "key", step.key()) && is(each, "effect", step.effect()))));
        taints.add(taint);
        return patched(step, step.node(), "taints", new JsonArray(taints));
    }

    @Override
    public Taken untaint(Step.Untaint step) {
        List<JsonValue> left = taints(step.node(), each -> !is(each, "key", step.key()));
        return patched(step, step.node(), "taints", new JsonArray(left));
    }

    private List<JsonValue> taints(Ref<Node> node, Predicate<JsonValue> kept) {
        return cluster
                .get(node)
                .flatMap(found -> found.spec().rest().get("taints"))
                .map(taints -> ((JsonArray) taints).items())
                .orElse(List.of())
                .stream()
                .filter(kept)
                .toList();
    }

    private static boolean is(JsonValue taint, String field, String value) {
        return ((JsonObject) taint).get(field).equals(Optional.of(new JsonString(value)));
    }

    private Taken patched(Step step, Ref<?> object, String field, JsonValue value) {
        JsonObject patch = JsonObject.of("spec", JsonObject.of(field, value));
        return Taken.of(cluster, step, cluster.patch(object, patch));
    }

    @Override
    public Taken advance(Step.Advance step) {
        return Taken.unasked(cluster, step, cluster.advance(step.time()));
    }

    @Override
    public Taken settle(Step.Settle step) {
        return Taken.unasked(cluster, step, cluster.settle());
    }

    @Override
    public Taken own(Step.Own step) {
        return Taken.of(cluster, step, step.call().apply(cluster));
    }
}
