package io.mooring.binding.table;

import static io.mooring.binding.table.Column.age;
import static io.mooring.binding.table.Column.at;
import static io.mooring.binding.table.Column.count;
import static io.mooring.binding.table.Column.name;
import static io.mooring.binding.table.Column.plain;
import static io.mooring.binding.table.Column.wide;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of what runs pods. Models v1.37.2's {@code pkg/printers/internalversion}. */
final class WorkloadColumns {
    private static final String NONE = "<none>";

    static final List<Column> STATEFUL_SET = columns(
            name(),
            plain("READY", set -> outOf(set.number("status", "readyReplicas"), set)),
            age(),
            containers(),
            images());

    static final List<Column> DEPLOYMENT = columns(
            name(),
            plain("READY", each -> outOf(each.number("status", "readyReplicas"), each)),
            count("UP-TO-DATE", "status", "updatedReplicas"),
            count("AVAILABLE", "status", "availableReplicas"),
            age(),
            containers(),
            images(),
            selector());

    static final List<Column> REPLICA_SET = columns(
            name(),
            plain("DESIRED", each -> each.find("spec", "replicas").orElse("1")),
            count("CURRENT", "status", "replicas"),
            count("READY", "status", "readyReplicas"),
            age(),
            containers(),
            images(),
            selector());

    static final List<Column> REPLICATION_CONTROLLER = columns(
            name(),
            plain("DESIRED", each -> each.find("spec", "replicas").orElse("1")),
            count("CURRENT", "status", "replicas"),
            count("READY", "status", "readyReplicas"),
            age(),
            containers(),
            images(),
            wide("SELECTOR", each -> each.labels("spec", "selector")));

    static final List<Column> DAEMON_SET = columns(
            name(),
            count("DESIRED", "status", "desiredNumberScheduled"),
            count("CURRENT", "status", "currentNumberScheduled"),
            count("READY", "status", "numberReady"),
            count("UP-TO-DATE", "status", "updatedNumberScheduled"),
            count("AVAILABLE", "status", "numberAvailable"),
            plain("NODE SELECTOR", each -> each.labels("spec", "template", "spec", "nodeSelector")),
            age(),
            containers(),
            images(),
            selector());

    static final List<Column> JOB = columns(
            name(),
            plain("STATUS", WorkloadColumns::jobStatus),
            plain("COMPLETIONS", WorkloadColumns::completions),
            plain("DURATION", WorkloadColumns::duration),
            age(),
            containers(),
            images(),
            selector());

    static final List<Column> CRON_JOB = columns(
            name(),
            at("SCHEDULE", "spec", "schedule"),
            plain("TIMEZONE", each -> each.find("spec", "timeZone").orElse(NONE)),
            plain("SUSPEND", each -> capital(each.find("spec", "suspend").orElse("<unset>"))),
            plain("ACTIVE", each -> Integer.toString(each.size("status", "active"))),
            plain(
                    "LAST SCHEDULE",
                    each -> each.since("status", "lastScheduleTime").orElse(NONE)),
            age());

    static final List<Column> CONTROLLER_REVISION =
            columns(name(), plain("CONTROLLER", WorkloadColumns::controller), at("REVISION", "revision"), age());

    private WorkloadColumns() {}

    private static List<Column> columns(Column... columns) {
        return List.of(columns);
    }

    private static String outOf(long ready, Printed object) {
        return ready + "/" + object.find("spec", "replicas").orElse("1");
    }

    private static Column containers() {
        return wide("CONTAINERS", each -> ofContainers(each, "name"));
    }

    private static Column images() {
        return wide("IMAGES", each -> ofContainers(each, "image"));
    }

    private static String ofContainers(Printed object, String field) {
        return object.list("spec", "template", "spec", "containers").stream()
                .map(container -> container.text(field))
                .collect(Collectors.joining(","));
    }

    private static Column selector() {
        return wide("SELECTOR", each -> demands(each));
    }

    /** Models {@code FormatLabelSelector}: all demands, by key. */
    private static String demands(Printed object) {
        List<String> all = new ArrayList<>();
        object.map("spec", "selector", "matchLabels").forEach((key, value) -> all.add(key + "=" + value));
        object.list("spec", "selector", "matchExpressions").forEach(demand -> all.add(demand(demand)));
        all.sort(null);
        return all.isEmpty() ? NONE : String.join(",", all);
    }

    private static String demand(Printed demand) {
        String key = demand.text("key");
        String values = "(" + demand.texts("values").stream().sorted().collect(Collectors.joining(",")) + ")";
        return switch (demand.text("operator")) {
            case "In" -> key + " in " + values;
            case "NotIn" -> key + " notin " + values;
            case "DoesNotExist" -> "!" + key;
            default -> key;
        };
    }

    private static String jobStatus(Printed job) {
        if (job.isTrue("Complete")) {
            return "Complete";
        }
        if (job.isTrue("Failed")) {
            return "Failed";
        }
        if (job.isBeingDeleted()) {
            return "Terminating";
        }
        return List.of("Suspended", "FailureTarget").stream()
                .filter(job::isTrue)
                .findFirst()
                .orElse("Running");
    }

    private static String completions(Printed job) {
        long succeeded = job.number("status", "succeeded");
        Optional<String> wanted = job.find("spec", "completions");
        long parallelism = job.number("spec", "parallelism");
        return succeeded + "/" + wanted.orElse("1" + (parallelism > 1 ? " of " + parallelism : ""));
    }

    private static String duration(Printed job) {
        return job.time("status", "startTime")
                .map(start -> HumanDuration.of(Duration.between(
                        start, job.time("status", "completionTime").orElse(job.now()))))
                .orElse("");
    }

    private static String controller(Printed revision) {
        return revision.list("metadata", "ownerReferences").stream()
                .filter(owner -> owner.text("controller").equals("true"))
                .map(owner ->
                        KindNames.singular(owner.text("apiVersion"), owner.text("kind")) + "/" + owner.text("name"))
                .findFirst()
                .orElse(NONE);
    }

    private static String capital(String flag) {
        return flag.equals("true") ? "True" : flag.equals("false") ? "False" : flag;
    }
}
