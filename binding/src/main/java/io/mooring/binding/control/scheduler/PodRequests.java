package io.mooring.binding.control.scheduler;

import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormat;
import io.mooring.tree.JsonString;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.ResourceRequirements;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What pods ask for together. Models {@code NodeInfo.Requested} and {@code NonZeroRequested} of the scheduler; a pod's
 * overhead and pod-level resources are left out.
 *
 * @param pods how many they are
 * @param milliCpu thousandths of a core, of which a container that asks for none counts 100; for comparing nodes only
 * @param memory bytes, of which a container that asks for none counts 200 Mi; for comparing nodes only
 * @param amounts what they really ask for, by resource: {@code cpu} in thousandths of a core, all else in whole units
 */
record PodRequests(long pods, long milliCpu, long memory, Map<String, Long> amounts) {
    /** No pods. */
    public static final PodRequests NONE = new PodRequests(0, 0, 0, Map.of());

    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";
    private static final long MILLIS = 1000;
    static final long DEFAULT_MILLI_CPU = 100;
    static final long DEFAULT_MEMORY = 200L * 1024 * 1024;

    public PodRequests {
        amounts = Map.copyOf(amounts);
    }

    /** The node whose room the pod takes: the one it is on, or else the one that the scheduler keeps for it; or none. */
    static String nodeOf(Pod pod) {
        return pod.isPlaced() ? pod.spec().nodeName() : pod.status().nominatedNodeName();
    }

    /** What one pod asks for: its containers together, or its most demanding init container. */
    static PodRequests of(Pod pod) {
        Map<String, Long> amounts = new HashMap<>();
        long milliCpu = 0;
        long memory = 0;
        for (Container container : pod.spec().containers()) {
            Map<String, Long> requests = requests(container.resources());
            requests.forEach((resource, amount) -> amounts.merge(resource, amount, Long::sum));
            milliCpu += requests.getOrDefault(CPU, DEFAULT_MILLI_CPU);
            memory += requests.getOrDefault(MEMORY, DEFAULT_MEMORY);
        }
        addInitContainers(pod, amounts);
        return new PodRequests(
                1,
                Math.max(milliCpu, amounts.getOrDefault(CPU, 0L)),
                Math.max(memory, amounts.getOrDefault(MEMORY, 0L)),
                amounts);
    }

    /** A sidecar runs beside the containers, any other init container before them beside the sidecars so far. */
    private static void addInitContainers(Pod pod, Map<String, Long> amounts) {
        Map<String, Long> sidecars = new HashMap<>();
        Map<String, Long> highest = new HashMap<>();
        for (Container container : pod.spec().initContainers()) {
            Map<String, Long> requests = requests(container.resources());
            if (isSidecar(container)) {
                requests.forEach((resource, amount) -> sidecars.merge(resource, amount, Long::sum));
                requests.forEach((resource, amount) -> amounts.merge(resource, amount, Long::sum));
            } else {
                requests.forEach((resource, amount) ->
                        highest.merge(resource, amount + sidecars.getOrDefault(resource, 0L), Math::max));
            }
        }
        highest.forEach((resource, amount) -> amounts.merge(resource, amount, Math::max));
    }

    /** Whether an init container runs as long as its pod. */
    static boolean isSidecar(Container container) {
        return container.rest().get("restartPolicy").equals(Optional.of(new JsonString("Always")));
    }

    /** Who limits a resource and does not ask for it asks for the limit. */
    private static Map<String, Long> requests(ResourceRequirements resources) {
        Map<String, Long> requests = new HashMap<>();
        resources.limits().forEach((resource, amount) -> requests.put(resource, amount(resource, amount)));
        resources.requests().forEach((resource, amount) -> requests.put(resource, amount(resource, amount)));
        return requests;
    }

    /** What a node has for pods; one that does not say gives all it has, as the API server fills in. */
    static Map<String, Quantity> allocatable(Node node) {
        return node.status().allocatable().isEmpty()
                ? node.status().capacity()
                : node.status().allocatable();
    }

    /** The quantity of a resource as {@link #amounts} counts it. */
    static long amount(String resource, Quantity quantity) {
        return resource.equals(CPU) ? quantity.upstreamMilliValue() : quantity.upstreamValue();
    }

    /** The amount of a resource, as {@link #amounts} counts it, as a quantity. */
    static Quantity quantity(String resource, long amount) {
        if (!resource.equals(CPU)) {
            return Quantity.of(amount, resource.equals(MEMORY) ? QuantityFormat.BINARY_SI : QuantityFormat.DECIMAL_SI);
        }
        return amount % MILLIS == 0
                ? Quantity.of(amount / MILLIS, QuantityFormat.DECIMAL_SI)
                : Quantity.parse(amount + "m");
    }

    PodRequests plus(PodRequests other) {
        return combined(other, 1);
    }

    /** Without what is in it. */
    PodRequests minus(PodRequests other) {
        return combined(other, -1);
    }

    private PodRequests combined(PodRequests other, int sign) {
        Map<String, Long> combined = new HashMap<>(amounts);
        other.amounts.forEach((resource, amount) -> combined.merge(resource, sign * amount, Long::sum));
        combined.values().removeIf(amount -> amount == 0);
        return new PodRequests(
                pods + sign * other.pods, milliCpu + sign * other.milliCpu, memory + sign * other.memory, combined);
    }
}
