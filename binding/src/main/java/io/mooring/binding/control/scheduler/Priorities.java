package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.CarriedFields.number;
import static io.mooring.binding.control.scheduler.CarriedFields.text;

import io.mooring.binding.finding.PodFinding.FitsNowhere.PreemptionPolicy;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Index;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much pods matter. The API server writes a pod's priority into it; where it has not, the pod's PriorityClass is asked.
 * Models the admission plug-in {@code priority}.
 */
final class Priorities {
    private static final ObjectKind<OtherObject> CLASS = OtherObject.kindOf("scheduling.k8s.io/v1", "PriorityClass");
    private static final String PRIORITY = "priority";
    private static final String CLASS_NAME = "priorityClassName";
    private static final String POLICY = "preemptionPolicy";

    /** Those that Kubernetes brings. */
    private static final Map<String, Integer> SYSTEM =
            Map.of("system-cluster-critical", 2_000_000_000, "system-node-critical", 2_000_001_000);

    /** The pods that say what they matter. */
    static final Index<Pod, Boolean> STATED =
            Index.of(Pod.KIND, Pod::spec, pod -> isStated(pod.spec().rest()) ? List.of(true) : List.of());

    private Priorities() {}

    private static boolean isStated(JsonObject spec) {
        return spec.has(PRIORITY) || spec.has(CLASS_NAME);
    }

    /** Whether pods may differ in how much they matter. */
    static boolean mayDiffer(Cluster cluster) {
        return STATED.count(cluster, true) > 0;
    }

    static int of(Cluster cluster, Pod pod) {
        OptionalInt written = number(pod.spec().rest(), PRIORITY);
        String name = text(pod.spec().rest(), CLASS_NAME);
        return written.isPresent()
                ? written.getAsInt()
                : Optional.ofNullable(SYSTEM.get(name))
                        .orElseGet(() -> priorityClass(cluster, name)
                                .map(content -> number(content, "value").orElse(0))
                                .orElse(0));
    }

    static PreemptionPolicy preemptionPolicy(Cluster cluster, Pod pod) {
        JsonObject spec = pod.spec().rest();
        String policy = spec.has(POLICY)
                ? text(spec, POLICY)
                : priorityClass(cluster, text(spec, CLASS_NAME))
                        .map(content -> text(content, POLICY))
                        .orElse("");
        return policy.equals("Never") ? PreemptionPolicy.NEVER : PreemptionPolicy.PREEMPT_LOWER_PRIORITY;
    }

    /** The class of this name; without a name, the one that is the default. */
    private static Optional<JsonObject> priorityClass(Cluster cluster, String name) {
        return name.isEmpty()
                ? cluster.list(CLASS)
                        .map(OtherObject::content)
                        .filter(content -> content.get("globalDefault")
                                .filter(JsonBool.TRUE::equals)
                                .isPresent())
                        .findFirst()
                : cluster.get(CLASS.ref("", name)).map(OtherObject::content);
    }
}
