package io.mooring.binding.control.scheduler;

import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.tree.JsonString;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import io.mooring.workload.PodSpec;
import io.mooring.workload.ResourceRequirements;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What pods ask for together. Models {@code NodeInfo.Requested} and {@code NonZeroRequested} of the scheduler; a pod's
 * overhead and pod-level resources are left out. Sums are exact: upstream's are of 64 bits, where two requests of 4Ei come to less
 * than nothing and fit everywhere.
 *
 * @param pods how many they are
 * @param milliCpu thousandths of a core, of which a container that asks for none counts 100; for comparing nodes only
 * @param memory bytes, of which a container that asks for none counts 200 Mi; for comparing nodes only
 * @param amounts what they really ask for, by resource: {@code cpu} in thousandths of a core, all else in whole units
 */
record PodRequests(long pods, BigInteger milliCpu, BigInteger memory, Map<String, BigInteger> amounts) {
    /** No pods. */
    public static final PodRequests NONE = new PodRequests(0, BigInteger.ZERO, BigInteger.ZERO, Map.of());

    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";
    private static final int MILLI = 3;
    static final BigInteger DEFAULT_MILLI_CPU = BigInteger.valueOf(100);
    static final BigInteger DEFAULT_MEMORY = BigInteger.valueOf(200L * 1024 * 1024);

    public PodRequests {
        amounts = Map.copyOf(amounts);
    }

    /** The node whose room the pod takes: the one it is on, or else the one that the scheduler keeps for it; or none. */
    static String nodeOf(Pod pod) {
        return pod.isPlaced() ? pod.spec().nodeName() : pod.status().nominatedNodeName();
    }

    /** What one pod asks for: its containers together, or its most demanding init container. */
    static PodRequests of(Pod pod) {
        return of(pod.spec());
    }

    /** The same of a pod with this spec. */
    static PodRequests of(PodSpec spec) {
        Map<String, BigInteger> amounts = new HashMap<>();
        BigInteger milliCpu = BigInteger.ZERO;
        BigInteger memory = BigInteger.ZERO;
        for (Container container : spec.containers()) {
            Map<String, BigInteger> requests = requests(container.resources());
            requests.forEach((resource, amount) -> amounts.merge(resource, amount, BigInteger::add));
            milliCpu = milliCpu.add(requests.getOrDefault(CPU, DEFAULT_MILLI_CPU));
            memory = memory.add(requests.getOrDefault(MEMORY, DEFAULT_MEMORY));
        }
        addInitContainers(spec, amounts);
        return new PodRequests(
                1,
                milliCpu.max(amounts.getOrDefault(CPU, BigInteger.ZERO)),
                memory.max(amounts.getOrDefault(MEMORY, BigInteger.ZERO)),
                amounts);
    }

    /** A sidecar runs beside the containers, any other init container before them beside the sidecars so far. */
    private static void addInitContainers(PodSpec spec, Map<String, BigInteger> amounts) {
        Map<String, BigInteger> sidecars = new HashMap<>();
        Map<String, BigInteger> highest = new HashMap<>();
        for (Container container : spec.initContainers()) {
            Map<String, BigInteger> requests = requests(container.resources());
            if (isSidecar(container)) {
                requests.forEach((resource, amount) -> sidecars.merge(resource, amount, BigInteger::add));
                requests.forEach((resource, amount) -> amounts.merge(resource, amount, BigInteger::add));
            } else {
                requests.forEach((resource, amount) -> highest.merge(
                        resource, amount.add(sidecars.getOrDefault(resource, BigInteger.ZERO)), BigInteger::max));
            }
        }
        highest.forEach((resource, amount) -> amounts.merge(resource, amount, BigInteger::max));
    }

    /** Whether an init container runs as long as its pod. */
    static boolean isSidecar(Container container) {
        return container.rest().get("restartPolicy").equals(Optional.of(new JsonString("Always")));
    }

    /** Who limits a resource and does not ask for it asks for the limit. */
    private static Map<String, BigInteger> requests(ResourceRequirements resources) {
        Map<String, BigInteger> requests = new HashMap<>();
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

    /** How much a node has of a resource, as {@link #amounts} counts it. */
    static BigInteger allocatable(Node node, String resource) {
        Quantity quantity = allocatable(node).get(resource);
        return quantity == null ? BigInteger.ZERO : amount(resource, quantity);
    }

    /** The quantity of a resource as {@link #amounts} counts it, a fraction rounded up. */
    private static BigInteger amount(String resource, Quantity quantity) {
        return quantity.toBigDecimal()
                .movePointRight(resource.equals(CPU) ? MILLI : 0)
                .setScale(0, RoundingMode.UP)
                .toBigInteger();
    }

    /** The amount of a resource, as {@link #amounts} counts it, as a quantity. */
    static Quantity quantity(String resource, BigInteger amount) {
        if (resource.equals(MEMORY) && amount.bitLength() < Long.SIZE) {
            return Quantity.ofBytes(amount.longValue());
        }
        return Quantity.parse(new BigDecimal(amount, resource.equals(CPU) ? MILLI : 0).toPlainString());
    }

    PodRequests plus(PodRequests other) {
        Map<String, BigInteger> sums = new HashMap<>(amounts);
        other.amounts.forEach((resource, amount) -> sums.merge(resource, amount, BigInteger::add));
        return new PodRequests(pods + other.pods, milliCpu.add(other.milliCpu), memory.add(other.memory), sums);
    }

    /** What so many of them ask for. */
    PodRequests times(long count) {
        BigInteger factor = BigInteger.valueOf(count);
        Map<String, BigInteger> products = new HashMap<>();
        amounts.forEach((resource, amount) -> products.put(resource, amount.multiply(factor)));
        return new PodRequests(pods * count, milliCpu.multiply(factor), memory.multiply(factor), products);
    }

    /** Without what is in it. */
    PodRequests minus(PodRequests other) {
        Map<String, BigInteger> rest = new HashMap<>(amounts);
        other.amounts.forEach((resource, amount) -> rest.merge(resource, amount, BigInteger::subtract));
        rest.values().removeIf(amount -> amount.signum() == 0);
        return new PodRequests(
                pods - other.pods, milliCpu.subtract(other.milliCpu), memory.subtract(other.memory), rest);
    }
}
