package io.mooring.binding.control.workload;

import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonValue;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.PodPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which of several pods goes first where there are too many. Models {@code ActivePodsWithRanks}.
 *
 * <pre>
 *  without a node     before one with a node
 *  Pending            before Unknown, before Running
 *  not ready          before ready
 *  cheaper            before dearer, by the annotation pod-deletion-cost
 *  with more others   of its kind on the node before one with fewer
 *  ready for less time, by powers of two; among these the one with the lower uid
 *  restarted more     before restarted less
 *  younger            before older, by powers of two; among these the one with the lower uid
 * </pre>
 *
 * <p>Upstream's uids are random, so that among pods of about one age any may go; Mooring's are counted, and the oldest goes.
 */
public final class DeletionOrder {
    /** What it costs to delete a pod, a number. Kubernetes: {@code PodDeletionCost}. */
    private static final String COST = "controller.kubernetes.io/pod-deletion-cost";

    private static final List<PodPhase> PHASES = List.of(PodPhase.PENDING, PodPhase.UNKNOWN, PodPhase.RUNNING);

    /** None before any. */
    private static final Comparator<Optional<Instant>> LATER_FIRST = Comparator.comparing(
                    (Optional<Instant> time) -> time.orElse(Instant.MAX))
            .reversed();

    private DeletionOrder() {}

    /**
     * The order among pods of one owner.
     *
     * @param related the pods that should be spread over the nodes with them
     */
    public static Comparator<Pod> of(List<Pod> related, Instant now) {
        Map<String, Long> crowds = related.stream()
                .filter(PodState::isActive)
                .collect(Collectors.groupingBy(pod -> pod.spec().nodeName(), Collectors.counting()));
        return Comparator.comparing(Pod::isPlaced)
                .thenComparingInt(pod -> PHASES.indexOf(pod.status().phase().orElse(PodPhase.PENDING)))
                .thenComparing(Pod::isReady)
                .thenComparingInt(DeletionOrder::cost)
                .thenComparing(pod -> crowds.getOrDefault(pod.spec().nodeName(), 0L), Comparator.<Long>reverseOrder())
                .thenComparing(byAge(DeletionOrder::readySince, now))
                .thenComparing(DeletionOrder::restarts, Comparator.<Long>reverseOrder())
                .thenComparing(byAge(pod -> pod.metadata().creationTimestamp(), now));
    }

    /**
     * The order among the pods of a Job: the one that is ready for less time, or younger, goes first. Models {@code
     * ActivePods}.
     */
    public static Comparator<Pod> youngestFirst() {
        return Comparator.comparing(Pod::isPlaced)
                .thenComparingInt(pod -> PHASES.indexOf(pod.status().phase().orElse(PodPhase.PENDING)))
                .thenComparing(Pod::isReady)
                .thenComparing(DeletionOrder::readySince, LATER_FIRST)
                .thenComparing(DeletionOrder::restarts, Comparator.<Long>reverseOrder())
                .thenComparing(pod -> pod.metadata().creationTimestamp(), LATER_FIRST);
    }

    private static int cost(Pod pod) {
        return pod.metadata()
                .annotation(COST)
                .map(JsonNumber::new)
                .flatMap(number -> number.toLong().stream().boxed().findFirst())
                .map(Long::intValue)
                .orElse(0);
    }

    private static Comparator<Pod> byAge(Function<Pod, Optional<Instant>> since, Instant now) {
        return (one, other) -> {
            Optional<Instant> first = since.apply(one);
            Optional<Instant> second = since.apply(other);
            if (first.equals(second)) {
                return 0;
            }
            int byPower = Integer.compare(power(first, now), power(second, now));
            return byPower != 0
                    ? byPower
                    : one.metadata().uid().compareTo(other.metadata().uid());
        };
    }

    /** The whole logarithm of an age. Models {@code logarithmicRankDiff}. */
    private static int power(Optional<Instant> since, Instant now) {
        long nanos = since.map(start -> Duration.between(start, now).toNanos()).orElse(0L);
        return nanos <= 0 ? -1 : Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    }

    private static Optional<Instant> readySince(Pod pod) {
        return pod.isReady() ? pod.condition("Ready").flatMap(PodCondition::lastTransitionTime) : Optional.empty();
    }

    private static long restarts(Pod pod) {
        return pod.status()
                .rest()
                .get("containerStatuses")
                .filter(JsonArray.class::isInstance)
                .map(statuses -> ((JsonArray) statuses)
                        .items().stream()
                                .mapToLong(DeletionOrder::restarts)
                                .max()
                                .orElse(0))
                .orElse(0L);
    }

    private static long restarts(JsonValue status) {
        return status instanceof JsonObject container
                        && container.get("restartCount").orElse(JsonNumber.of(0)) instanceof JsonNumber count
                ? count.toLong().orElse(0)
                : 0;
    }
}
