package io.mooring.admission.pod;

import static io.mooring.schema.Checks.between;
import static io.mooring.schema.Checks.oneOf;
import static io.mooring.schema.Field.int32;
import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.TreeLine.fill;

import io.mooring.schema.BadValue;
import io.mooring.schema.Check;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Field;
import io.mooring.schema.TreeSchema;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Container;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Ports of containers. Kubernetes: {@code core/v1 ContainerPort}. Models {@code validateContainerPorts} and {@code
 * checkHostPortConflicts}.
 */
final class Ports {
    private static final int LONGEST_NAME = 15;
    private static final Pattern PORT_NAME = Pattern.compile("[-a-z0-9]++");

    /** The number of a port. */
    static final Check<Number> NUMBER = between(1, 65535);

    static final Field<String> NAME = text("name");
    static final Field<Integer> CONTAINER_PORT = int32("containerPort").always().checkAlways(Ports::containerPort);
    static final Field<Integer> HOST_PORT = int32("hostPort").check(NUMBER);
    static final Field<String> PROTOCOL =
            text("protocol").preset("TCP").required().check(oneOf("SCTP", "TCP", "UDP"));
    static final Field<String> HOST_IP = text("hostIP");

    private static final TreeSchema PORT = TreeSchema.of(NAME, CONTAINER_PORT, HOST_PORT, PROTOCOL, HOST_IP);

    /** A container's ports. */
    static final Field<List<JsonObject>> PORTS =
            objects("ports", PORT).unchecked().check(Ports::check);

    /** The same where the pod is on its node's network. */
    private static final Field<List<JsonObject>> PORTS_ON_HOST =
            objects(PORTS.name(), TreeSchema.of(fill(Ports::withHostPort)));

    private Ports() {}

    private static void check(List<JsonObject> ports, ErrorsAt at) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            JsonObject port = ports.get(i);
            ErrorsAt place = at.index(i);
            String name = NAME.of(port);
            boolean isNamed = !name.isEmpty() && place.isFaultless(it -> name(name, it.child(NAME)));
            if (isNamed && !names.add(name)) {
                place.child(NAME).duplicate(BadValue.of(name));
            }
            PORT.check(port, place);
        }
    }

    private static void containerPort(int number, ErrorsAt at) {
        if (number == 0) {
            at.required();
        } else {
            NUMBER.check(number, at);
        }
    }

    /** Small letters, digits and hyphens. Models {@code IsValidPortName}. */
    static void name(String name, ErrorsAt at) {
        if (name.length() > LONGEST_NAME) {
            at.invalid(name, "must be no more than " + LONGEST_NAME + " characters");
        }
        if (!PORT_NAME.matcher(name).matches()) {
            at.invalid(name, "must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
        }
        if (name.chars().noneMatch(each -> each >= 'a' && each <= 'z')) {
            at.invalid(name, "must contain at least one letter (a-z)");
        }
        if (name.contains("--")) {
            at.invalid(name, "must not contain consecutive hyphens");
        }
        if (name.startsWith("-") || name.endsWith("-")) {
            at.invalid(name, "must not begin or end with a hyphen");
        }
    }

    /** No two of these containers take one port of the host. */
    static void uniqueHostPorts(List<Container> containers, ErrorsAt at) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            List<JsonObject> ports = PORTS.of(containers.get(i).rest());
            for (int j = 0; j < ports.size(); j++) {
                JsonObject port = ports.get(j);
                int host = HOST_PORT.of(port);
                String key = PROTOCOL.of(port) + "/" + HOST_IP.of(port) + "/" + host;
                if (host != 0 && !taken.add(key)) {
                    hostPort(at, i, j).duplicate(BadValue.of(key));
                }
            }
        }
    }

    /** On the host's network a port is the same within and without. */
    static void sameAsOnHost(List<Container> containers, ErrorsAt at) {
        for (int i = 0; i < containers.size(); i++) {
            List<JsonObject> ports = PORTS.of(containers.get(i).rest());
            for (int j = 0; j < ports.size(); j++) {
                int host = HOST_PORT.of(ports.get(j));
                if (host != 0 && host != CONTAINER_PORT.of(ports.get(j))) {
                    hostPort(at, i, j)
                            .invalid(BadValue.of(host), "must match `containerPort` when `hostNetwork` is true");
                }
            }
        }
    }

    private static ErrorsAt hostPort(ErrorsAt containers, int container, int port) {
        return containers.index(container).child(PORTS).index(port).child(HOST_PORT);
    }

    /** The container on its node's network, where it takes the host's ports. Models {@code defaultHostNetworkPorts}. */
    static Container onHost(Container container) {
        return container.withRest(PORTS_ON_HOST.withDefaults(container.rest()));
    }

    private static JsonObject withHostPort(JsonObject port) {
        return HOST_PORT.isIn(port) ? port : HOST_PORT.set(port, CONTAINER_PORT.of(port));
    }
}
