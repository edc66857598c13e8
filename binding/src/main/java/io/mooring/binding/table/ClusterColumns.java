package io.mooring.binding.table;

import static io.mooring.binding.table.Column.age;
import static io.mooring.binding.table.Column.at;
import static io.mooring.binding.table.Column.name;
import static io.mooring.binding.table.Column.plain;
import static io.mooring.binding.table.Column.wide;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The columns of nodes, namespaces, events and quotas. Models v1.37.2's {@code pkg/printers/internalversion}. */
final class ClusterColumns {
    private static final String NONE = "<none>";
    private static final String UNKNOWN = "<unknown>";
    private static final String ROLE_PREFIX = "node-role.kubernetes.io/";
    private static final String ROLE = "kubernetes.io/role";

    static final List<Column> NODE = List.of(
            name(),
            plain("STATUS", ClusterColumns::nodeStatus),
            plain("ROLES", ClusterColumns::roles),
            age(),
            at("VERSION", "status", "nodeInfo", "kubeletVersion"),
            wide("INTERNAL-IP", node -> address(node, "InternalIP")),
            wide("EXTERNAL-IP", node -> address(node, "ExternalIP")),
            wide("OS-IMAGE", node -> info(node, "osImage")),
            wide("KERNEL-VERSION", node -> info(node, "kernelVersion")),
            wide("CONTAINER-RUNTIME", node -> info(node, "containerRuntimeVersion")));

    static final List<Column> NAMESPACE = List.of(name(), at("STATUS", "status", "phase"), age());

    static final List<Column> EVENT = List.of(
            plain("LAST SEEN", ClusterColumns::lastSeen),
            at("TYPE", "type"),
            at("REASON", "reason"),
            plain("OBJECT", ClusterColumns::regarding),
            wide("SUBOBJECT", event -> event.text("involvedObject", "fieldPath")),
            wide("SOURCE", ClusterColumns::source),
            plain("MESSAGE", event -> event.text("message").strip()),
            wide("FIRST SEEN", ClusterColumns::firstSeen),
            wide(
                    "COUNT",
                    event -> event.find("series", "count")
                            .or(() -> event.find("count"))
                            .orElse("1")),
            wide("NAME", event -> event.text("metadata", "name")));

    static final List<Column> QUOTA = List.of(
            name(),
            plain("REQUEST", quota -> usage(quota, Predicate.not(ClusterColumns::isLimit))),
            plain("LIMIT", quota -> usage(quota, ClusterColumns::isLimit)),
            age());

    static final List<Column> LIMITS = List.of(name(), at("CREATED AT", "metadata", "creationTimestamp"));

    private ClusterColumns() {}

    private static String nodeStatus(Printed node) {
        String ready = node.condition("Ready")
                .map(status -> status.equals("True") ? "Ready" : "NotReady")
                .orElse("Unknown");
        return node.text("spec", "unschedulable").equals("true") ? ready + ",SchedulingDisabled" : ready;
    }

    private static String roles(Printed node) {
        TreeSet<String> roles = new TreeSet<>();
        node.map("metadata", "labels").forEach((key, value) -> {
            if (key.startsWith(ROLE_PREFIX)) {
                roles.add(key.substring(ROLE_PREFIX.length()));
            } else if (key.equals(ROLE)) {
                roles.add(value);
            }
        });
        roles.remove("");
        return roles.isEmpty() ? NONE : String.join(",", roles);
    }

    private static String address(Printed node, String type) {
        return node.list("status", "addresses").stream()
                .filter(address -> address.text("type").equals(type))
                .map(address -> address.text("address"))
                .findFirst()
                .orElse(NONE);
    }

    private static String info(Printed node, String field) {
        return node.find("status", "nodeInfo", field)
                .filter(text -> !text.isEmpty())
                .orElse(UNKNOWN);
    }

    private static String firstSeen(Printed event) {
        return event.since("firstTimestamp").or(() -> event.since("eventTime")).orElse(UNKNOWN);
    }

    private static String lastSeen(Printed event) {
        return event.since("series", "lastObservedTime")
                .or(() -> event.since("lastTimestamp"))
                .orElseGet(() -> firstSeen(event));
    }

    private static String regarding(Printed event) {
        String kind = event.text("involvedObject", "kind").toLowerCase(Locale.ROOT);
        String name = event.text("involvedObject", "name");
        return name.isEmpty() ? kind : kind + "/" + name;
    }

    private static String source(Printed event) {
        String component = Optional.of(event.text("source", "component"))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> event.text("reportingComponent"));
        String host = Optional.of(event.text("source", "host"))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> event.text("reportingInstance"));
        return host.isEmpty() ? component : component + ", " + host;
    }

    private static boolean isLimit(String resource) {
        return resource.startsWith("limits.");
    }

    private static String usage(Printed quota, Predicate<String> resources) {
        Map<String, String> used = quota.map("status", "used");
        return quota.map("status", "hard").entrySet().stream()
                .filter(hard -> resources.test(hard.getKey()))
                .map(hard -> hard.getKey() + ": " + used.getOrDefault(hard.getKey(), "0") + "/" + hard.getValue())
                .collect(Collectors.joining(", "));
    }
}
