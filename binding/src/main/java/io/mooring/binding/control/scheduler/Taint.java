package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.CarriedFields.text;

import io.mooring.binding.control.workload.Taints;
import io.mooring.node.Node;
import io.mooring.release.Semantics;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import java.util.List;

/** What keeps pods off a node unless they tolerate it. Kubernetes: {@code core/v1 Taint}. */
public record Taint(String key, String value, String effect) {
    /** What {@code spec.unschedulable} amounts to. */
    static final Taint UNSCHEDULABLE = new Taint("node.kubernetes.io/unschedulable", "", "NoSchedule");

    /** The node's taints that keep pods off; one that is merely to be avoided does not. */
    public static List<Taint> of(Node node) {
        return CarriedFields.objects(node.spec().rest(), "taints").stream()
                .map(taint -> new Taint(text(taint, "key"), text(taint, "value"), text(taint, "effect")))
                .filter(taint -> !taint.effect().equals("PreferNoSchedule"))
                .toList();
    }

    /** {@code db=yes:NoSchedule}, {@code db:NoExecute}. */
    @Override
    public String toString() {
        return key + (value.isEmpty() ? "" : "=" + value) + ":" + effect;
    }

    boolean isToleratedBy(Pod pod, Semantics semantics) {
        JsonObject taint = JsonObject.builder()
                .put("key", key)
                .put("value", value)
                .put("effect", effect)
                .build();
        return CarriedFields.objects(pod.spec().rest(), "tolerations").stream()
                .anyMatch(toleration -> Taints.tolerates(toleration, taint, semantics));
    }
}
