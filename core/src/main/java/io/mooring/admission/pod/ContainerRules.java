package io.mooring.admission.pod;

import io.mooring.names.NameRule;
import io.mooring.schema.BadValue;
import io.mooring.schema.Checks;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Tree;
import io.mooring.schema.TreeRules;
import io.mooring.tree.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is checked on the containers of a pod or a pod template. Models {@code validateContainers}, {@code
 * validateInitContainers} and {@code validateEphemeralContainers}.
 */
record ContainerRules(MountRules mounts, HandlerRules handlers) {
    private static final TreeRules BEFORE_MOUNTS = TreeRules.table()
            .required("name", Checks.name(NameRule.DNS_1123_LABEL))
            .required("image")
            .text("terminationMessagePolicy", TreeRules.requiredOneOf(List.of("File", "FallbackToLogsOnError")))
            .rule((each, place) -> ports(Tree.items(each, "ports"), place.child("ports")))
            .each("env", EnvironmentRules.VARIABLE)
            .rule((each, place) -> EnvironmentRules.variablesFrom(Tree.items(each, "envFrom"), place.child("envFrom")));

    private static final TreeRules AFTER_MOUNTS = TreeRules.table()
            .text("imagePullPolicy", TreeRules.requiredOneOf(List.of("Always", "IfNotPresent", "Never")))
            .object("resources", ResourceRules::check)
            .object("securityContext", SecurityRules.CONTAINER);

    private static final TreeRules PORT = TreeRules.table()
            .rule((each, place) -> Tree.number(each, "hostPort")
                    .ifPresent(host -> HandlerRules.portNumber(host, place.child("hostPort"))))
            .text("protocol", TreeRules.requiredOneOf(List.of("SCTP", "TCP", "UDP")));

    private static final List<String> LONG_RUNNING_FIELDS =
            List.of("lifecycle", "livenessProbe", "readinessProbe", "startupProbe");
    private static final String NOT_EPHEMERAL = "cannot be set for an Ephemeral Container";
    private static final List<String> FOREIGN_TO_EPHEMERAL = List.of(
            "ports",
            "resources",
            "resizePolicy",
            "restartPolicy",
            "restartPolicyRules",
            "livenessProbe",
            "readinessProbe",
            "startupProbe",
            "lifecycle");

    void regular(List<JsonObject> containers, ErrorsAt at) {
        if (containers.isEmpty()) {
            at.required();
            return;
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            JsonObject container = containers.get(i);
            ErrorsAt place = at.index(i);
            common(container, place);
            RestartRules.check(container, place);
            uniqueName(container, names, place);
            handlers.check(container, place);
        }
        uniqueHostPorts(containers, at);
    }

    void init(List<JsonObject> containers, List<JsonObject> regular, ErrorsAt at) {
        Set<String> names = namesOf(regular.stream());
        for (int i = 0; i < containers.size(); i++) {
            JsonObject container = containers.get(i);
            ErrorsAt place = at.index(i);
            common(container, place);
            RestartRules.check(container, place);
            uniqueName(container, names, place);
            uniqueHostPorts(List.of(container), at);
            if (Tree.text(container, "restartPolicy").equals("Always")) {
                handlers.check(container, place);
            } else {
                forbid(
                        container,
                        LONG_RUNNING_FIELDS,
                        "may not be set for init containers without restartPolicy=Always",
                        place);
            }
        }
    }

    void ephemeral(List<JsonObject> containers, List<JsonObject> others, ErrorsAt at) {
        Set<String> targets = namesOf(others.stream());
        Set<String> names = new HashSet<>(targets);
        for (int i = 0; i < containers.size(); i++) {
            JsonObject container = containers.get(i);
            ErrorsAt place = at.index(i);
            common(container, place);
            image(container, place);
            uniqueName(container, names, place);
            String target = Tree.text(container, "targetContainerName");
            if (!target.isEmpty() && !targets.contains(target)) {
                place.child("targetContainerName").notFound(BadValue.of(target));
            }
            forbid(withoutEmpty(container), FOREIGN_TO_EPHEMERAL, NOT_EPHEMERAL, place);
            noSubPaths(Tree.items(container, "volumeMounts"), place.child("volumeMounts"));
        }
    }

    private void common(JsonObject container, ErrorsAt at) {
        BEFORE_MOUNTS.check(container, at);
        mounts.mounts(container, at.child("volumeMounts"));
        mounts.devices(container, at.child("volumeDevices"));
        AFTER_MOUNTS.check(container, at);
    }

    private static void ports(List<JsonObject> ports, ErrorsAt at) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < ports.size(); i++) {
            JsonObject port = ports.get(i);
            ErrorsAt place = at.index(i);
            String name = Tree.text(port, "name");
            boolean isNamed = !name.isEmpty() && place.isFaultless(it -> HandlerRules.portName(name, it.child("name")));
            if (isNamed && !names.add(name)) {
                place.child("name").duplicate(BadValue.of(name));
            }
            port(port, place);
        }
    }

    private static void port(JsonObject port, ErrorsAt at) {
        long number = Tree.number(port, "containerPort").orElse(0);
        if (number == 0) {
            at.child("containerPort").required();
        } else {
            HandlerRules.portNumber(number, at.child("containerPort"));
        }
        PORT.check(port, at);
    }

    /** Upstream looks at images of pods more closely than at those of templates. */
    static void image(JsonObject container, ErrorsAt at) {
        String image = Tree.text(container, "image");
        if (!image.isEmpty() && (isSpace(image.charAt(0)) || isSpace(image.charAt(image.length() - 1)))) {
            at.child("image").invalid(image, "must not have leading or trailing whitespace");
        }
    }

    /** Go's {@code unicode.IsSpace}. */
    private static boolean isSpace(char each) {
        return ('\t' <= each && each <= '\r') || each == '\u0085' || Character.isSpaceChar(each);
    }

    private static void uniqueName(JsonObject container, Set<String> names, ErrorsAt at) {
        String name = Tree.text(container, "name");
        if (!names.add(name)) {
            at.child("name").duplicate(BadValue.of(name));
        }
    }

    private static void uniqueHostPorts(List<JsonObject> containers, ErrorsAt at) {
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < containers.size(); i++) {
            List<JsonObject> ports = Tree.items(containers.get(i), "ports");
            for (int j = 0; j < ports.size(); j++) {
                JsonObject port = ports.get(j);
                long host = Tree.number(port, "hostPort").orElse(0);
                String key = Tree.text(port, "protocol") + "/" + Tree.text(port, "hostIP") + "/" + host;
                if (host != 0 && !taken.add(key)) {
                    at.index(i).child("ports").index(j).child("hostPort").duplicate(BadValue.of(key));
                }
            }
        }
    }

    private static void noSubPaths(List<JsonObject> mounts, ErrorsAt at) {
        for (int i = 0; i < mounts.size(); i++) {
            forbid(mounts.get(i), List.of("subPath", "subPathExpr"), NOT_EPHEMERAL, at.index(i));
        }
    }

    private static void forbid(JsonObject container, List<String> fields, String why, ErrorsAt at) {
        fields.stream().filter(container::has).forEach(field -> at.child(field).forbidden(why));
    }

    private static JsonObject withoutEmpty(JsonObject container) {
        return Tree.object(container, "resources").filter(JsonObject::isEmpty).isPresent()
                ? container.without("resources")
                : container;
    }

    private static Set<String> namesOf(Stream<JsonObject> containers) {
        Set<String> names = new HashSet<>();
        containers.forEach(container -> names.add(Tree.text(container, "name")));
        return names;
    }
}
