package io.mooring.binding.table;

import static io.mooring.binding.table.Column.age;
import static io.mooring.binding.table.Column.name;
import static io.mooring.binding.table.Column.plain;
import static io.mooring.binding.table.Column.wide;

import io.mooring.release.Behaviour;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of pods. Models {@code printPod} of v1.37.2. A pod that Mooring's own kubelet made ready has no statuses of its
 * containers: all of them count as ready.
 */
final class PodColumns {
    private static final String NONE = "<none>";

    static final List<Column> POD = List.of(
            name(),
            plain("READY", pod -> new PodColumns(pod).ready()),
            plain("STATUS", pod -> new PodColumns(pod).reason()),
            plain("RESTARTS", pod -> new PodColumns(pod).restarts()),
            age(),
            wide(
                    "IP",
                    pod -> pod.list("status", "podIPs").stream()
                            .map(each -> each.text("ip"))
                            .findFirst()
                            .orElse(NONE)),
            wide("NODE", pod -> pod.find("spec", "nodeName").orElse(NONE)),
            wide(
                    "NOMINATED NODE",
                    pod -> pod.find("status", "nominatedNodeName")
                            .filter(node -> !node.isEmpty())
                            .orElse(NONE)),
            wide("READINESS GATES", PodColumns::gates));

    private final Printed pod;
    private final List<Printed> inits;
    private final List<Printed> containers;
    private final Map<String, Printed> initSpecs;

    private PodColumns(Printed pod) {
        this.pod = pod;
        this.inits = pod.list("status", "initContainerStatuses");
        this.containers = pod.list("status", "containerStatuses");
        this.initSpecs = pod.list("spec", "initContainers").stream()
                .collect(Collectors.toMap(each -> each.text("name"), Function.identity(), (first, second) -> first));
    }

    private String ready() {
        long total = pod.size("spec", "containers")
                + initSpecs.values().stream().filter(PodColumns::isSidecar).count();
        return readyOf(total) + "/" + total;
    }

    private long readyOf(long total) {
        if (containers.isEmpty() && pod.isTrue("Ready")) {
            return total;
        }
        long sidecars = inits.stream()
                .filter(status -> isSidecar(status.text("name"))
                        && status.text("started").equals("true")
                        && status.text("ready").equals("true"))
                .count();
        return sidecars
                + (isInitialized()
                        ? containers.stream().filter(PodColumns::runsReady).count()
                        : 0);
    }

    private static boolean runsReady(Printed status) {
        return status.text("ready").equals("true")
                && status.tree().at("state", "running").isPresent();
    }

    private boolean isInitialized() {
        return initReason().isEmpty() || pod.isTrue("Initialized");
    }

    private String reason() {
        String reason = isInitialized() ? containersReason() : initReason().orElseThrow();
        if (!pod.isBeingDeleted()) {
            return reason;
        }
        if (pod.text("status", "reason").equals("NodeLost")) {
            return "Unknown";
        }
        boolean hasEnded = List.of("Succeeded", "Failed").contains(pod.text("status", "phase"));
        return hasEnded ? reason : "Terminating";
    }

    /** Of the first container of those that run first which keeps the others waiting. */
    private Optional<String> initReason() {
        for (int i = 0; i < inits.size(); i++) {
            Printed status = inits.get(i);
            boolean isDone = status.find("state", "terminated", "exitCode").equals(Optional.of("0"));
            boolean isSidecarThatRuns =
                    isSidecar(status.text("name")) && status.text("started").equals("true");
            if (!isDone && !isSidecarThatRuns) {
                return Optional.of("Init:" + initReason(status, i));
            }
        }
        return Optional.empty();
    }

    private String initReason(Printed status, int index) {
        return ended(status)
                .or(() -> status.find("state", "waiting", "reason")
                        .filter(reason -> !reason.isEmpty() && !reason.equals("PodInitializing")))
                .orElseGet(() -> index + "/" + pod.size("spec", "initContainers"));
    }

    private String containersReason() {
        String reason = initReason().orElseGet(this::phase);
        boolean isRunning = false;
        Optional<String> failure = Optional.empty();
        for (int i = containers.size() - 1; i >= 0; i--) {
            Printed status = containers.get(i);
            Optional<String> own = status.find("state", "waiting", "reason")
                    .filter(text -> !text.isEmpty())
                    .or(() -> ended(status));
            reason = own.orElse(reason);
            isRunning |= own.isEmpty() && runsReady(status);
            failure = hasFailed(status) ? own : failure;
        }
        return reason.equals("Completed") ? ofCompleted(isRunning, failure) : reason;
    }

    /** One container has completed; what of the others? */
    private String ofCompleted(boolean isRunning, Optional<String> failure) {
        if (isRunning && pod.isTrue("Ready")) {
            return "Running";
        }
        return failure.filter(reason -> pod.semantics().has(Behaviour.POD_STATUS_SHOWS_THE_FAILED_CONTAINER))
                .orElse(isRunning ? "NotReady" : "Completed");
    }

    private static boolean hasFailed(Printed status) {
        return status.find("state", "waiting", "reason").orElse("").isEmpty()
                && status.number("state", "terminated", "exitCode") != 0;
    }

    private static Optional<String> ended(Printed status) {
        if (status.tree().at("state", "terminated").isEmpty()) {
            return Optional.empty();
        }
        String reason = status.text("state", "terminated", "reason");
        long signal = status.number("state", "terminated", "signal");
        long exitCode = status.number("state", "terminated", "exitCode");
        return Optional.of(reason.isEmpty() ? signal == 0 ? "ExitCode:" + exitCode : "Signal:" + signal : reason);
    }

    private String phase() {
        boolean isGated = pod.list("status", "conditions").stream()
                .anyMatch(condition -> condition.text("type").equals("PodScheduled")
                        && condition.text("reason").equals("SchedulingGated"));
        if (isGated) {
            return "SchedulingGated";
        }
        String reason = pod.text("status", "reason");
        return reason.isEmpty() ? pod.text("status", "phase") : reason;
    }

    private String restarts() {
        List<Printed> counted = isInitialized()
                ? Stream.concat(inits.stream().filter(status -> isSidecar(status.text("name"))), containers.stream())
                        .toList()
                : inits;
        long restarts = counted.stream()
                .mapToLong(status -> Math.min(status.number("restartCount"), Integer.MAX_VALUE))
                .sum();
        Optional<String> last = counted.stream()
                .filter(status ->
                        status.time("lastState", "terminated", "finishedAt").isPresent())
                .max(Comparator.comparing(status ->
                        status.time("lastState", "terminated", "finishedAt").orElseThrow()))
                .flatMap(status -> status.since("lastState", "terminated", "finishedAt"));
        return restarts
                + (restarts == 0 ? "" : last.map(ago -> " (" + ago + " ago)").orElse(""));
    }

    private boolean isSidecar(String name) {
        return Optional.ofNullable(initSpecs.get(name))
                .filter(PodColumns::isSidecar)
                .isPresent();
    }

    private static boolean isSidecar(Printed container) {
        return container.text("restartPolicy").equals("Always");
    }

    private static String gates(Printed pod) {
        List<Printed> gates = pod.list("spec", "readinessGates");
        long open = gates.stream()
                .filter(gate -> pod.isTrue(gate.text("conditionType")))
                .count();
        return gates.isEmpty() ? NONE : open + "/" + gates.size();
    }
}
