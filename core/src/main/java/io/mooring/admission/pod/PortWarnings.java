package io.mooring.admission.pod;

import io.mooring.names.GoText;
import io.mooring.schema.PairWarnings;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Container;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the API server says of ports that a pod's containers share: one port twice, one name twice. */
final class PortWarnings {
    private final List<Port> ports = new ArrayList<>();

    private record Port(JsonObject tree, String path) {
        String name() {
            return Ports.NAME.of(tree);
        }

        String hostAddress() {
            return Ports.HOST_IP.of(tree);
        }

        int host() {
            return Ports.HOST_PORT.of(tree);
        }

        int container() {
            return Ports.CONTAINER_PORT.of(tree);
        }

        String protocol() {
            return Ports.PROTOCOL.of(tree);
        }

        /** What two ports have in common that may get in each other's way. */
        String number() {
            return container() + "/" + protocol();
        }

        /** As Go prints the structure. */
        @Override
        public String toString() {
            return "{Name:" + name() + " HostPort:" + host() + " ContainerPort:" + container() + " Protocol:"
                    + protocol() + " HostIP:" + hostAddress() + "}";
        }
    }

    /**
     * Looks at one more container.
     *
     * @param at where it stands, a dot last
     */
    void add(Container container, String at) {
        List<JsonObject> trees = Ports.PORTS.of(container.rest());
        for (int i = 0; i < trees.size(); i++) {
            ports.add(new Port(trees.get(i), at + "ports[" + i + "]"));
        }
    }

    List<String> warnings() {
        if (ports.isEmpty()) {
            return List.of();
        }
        PairWarnings warnings = new PairWarnings();
        Map<String, List<Port>> byNumber = new HashMap<>();
        for (Port port : ports) {
            if (!port.hostAddress().isEmpty() && port.host() == 0) {
                warnings.add(port.path() + ": hostIP set without hostPort: " + port);
            }
            List<Port> others = byNumber.computeIfAbsent(port.number(), number -> new ArrayList<>());
            warnings.compare(others, other -> pair(port, other));
            others.add(port);
        }
        addTwinNames(warnings);
        return warnings.list();
    }

    private static Optional<String> pair(Port port, Port other) {
        return conflict(port, other).map(how -> port.path() + ": " + how + " port definition with " + other.path());
    }

    /** How two definitions of one port get in each other's way, if they do. */
    private static Optional<String> conflict(Port port, Port other) {
        boolean isSameHost = port.host() == other.host();
        if (isSameHost && port.hostAddress().equals(other.hostAddress())) {
            return Optional.of("duplicate");
        }
        if (port.host() == 0 || other.host() == 0) {
            return Optional.of("overlapping");
        }
        boolean isOneOnAnyAddress =
                port.hostAddress().isEmpty() != other.hostAddress().isEmpty();
        return isSameHost && isOneOnAnyAddress ? Optional.of("dangerously ambiguous") : Optional.empty();
    }

    private void addTwinNames(PairWarnings warnings) {
        Map<String, String> paths = new HashMap<>();
        for (Port port : ports) {
            String other = port.name().isEmpty() ? null : paths.putIfAbsent(port.name(), port.path());
            if (other != null) {
                warnings.add(port.path() + ": duplicate port name " + GoText.quoted(port.name()) + " with " + other
                        + ", services and probes that select ports by name will use " + other);
            }
        }
    }
}
