package io.mooring.binding.control.scheduler;

import static io.mooring.binding.control.scheduler.CarriedFields.text;

import io.mooring.tree.JsonObject;
import io.mooring.workload.Container;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;

/** A port of its node that a pod takes. Models {@code GetHostPorts} and {@code HostPortInfo} of the scheduler. */
record HostPort(String protocol, String hostIp, int port) {
    private static final String EVERY_ADDRESS = "0.0.0.0";

    /** Those of the containers that run as long as the pod. */
    static List<HostPort> of(Pod pod) {
        List<HostPort> ports = new ArrayList<>();
        for (Container container : pod.spec().containers()) {
            add(container, ports);
        }
        for (Container container : pod.spec().initContainers()) {
            if (PodRequests.isSidecar(container)) {
                add(container, ports);
            }
        }
        return List.copyOf(ports);
    }

    private static void add(Container container, List<HostPort> ports) {
        for (JsonObject declared : CarriedFields.objects(container.rest(), "ports")) {
            HostPort port = of(declared);
            if (port.port > 0) {
                ports.add(port);
            }
        }
    }

    private static HostPort of(JsonObject port) {
        String protocol = text(port, "protocol");
        String hostIp = text(port, "hostIP");
        return new HostPort(
                protocol.isEmpty() ? "TCP" : protocol,
                hostIp.isEmpty() ? EVERY_ADDRESS : hostIp,
                CarriedFields.number(port, "hostPort").orElse(0));
    }

    /** Whether no two pods can have both on one node: one of every address meets each address. */
    boolean conflictsWith(HostPort other) {
        return port == other.port
                && protocol.equals(other.protocol)
                && (hostIp.equals(other.hostIp) || hostIp.equals(EVERY_ADDRESS) || other.hostIp.equals(EVERY_ADDRESS));
    }
}
