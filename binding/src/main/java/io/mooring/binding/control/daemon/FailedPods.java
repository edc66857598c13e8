package io.mooring.binding.control.daemon;

import io.mooring.binding.finding.DaemonBackoff;
import io.mooring.binding.finding.DaemonBackoff.Delay;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.workload.DaemonSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How long the failed pods of a DaemonSet are left alone: the first on a node not at all, the next for a second after the one before,
 * then twice as long each time, 15 minutes at most. After half an hour without a failure it begins anew. Models {@code
 * failedPodsBackoff}, a {@code flowcontrol.Backoff}.
 */
final class FailedPods {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = LONGEST.multipliedBy(2);

    private final DaemonBackoff before;
    private final Map<Ref<Node>, Delay> delays;
    private final Instant now;
    private Optional<Duration> nextLook = Optional.empty();

    private FailedPods(DaemonBackoff before, Instant now) {
        this.before = before;
        this.delays = new TreeMap<>(before.delays());
        this.delays.values().removeIf(delay -> now.isAfter(delay.since().plus(FORGOTTEN_AFTER)));
        this.now = now;
    }

    static FailedPods of(Cluster cluster, DaemonSet set) {
        long generation = set.status().observedGeneration();
        DaemonBackoff before = cluster.finding(set.ref())
                .filter(DaemonBackoff.class::isInstance)
                .map(DaemonBackoff.class::cast)
                .filter(backoff -> backoff.generation() == generation)
                .orElseGet(() -> new DaemonBackoff(set.ref(), generation, Map.of()));
        return new FailedPods(before, cluster.now());
    }

    /**
     * Whether one that failed on this node may be deleted now; if so, the next one will wait longer. If not, it is looked at again
     * after the whole delay, as upstream does, and not after the rest of it.
     */
    boolean mayGo(Ref<Node> node) {
        Optional<Delay> delay = Optional.ofNullable(delays.get(node));
        Optional<Duration> wait = delay.filter(each -> now.isBefore(each.since().plus(each.length())))
                .map(Delay::length);
        if (wait.isPresent()) {
            nextLook = nextLook.filter(earlier -> earlier.compareTo(wait.get()) <= 0)
                    .or(() -> wait);
            return false;
        }
        delays.put(node, new Delay(now, delay.map(FailedPods::longer).orElse(FIRST)));
        return true;
    }

    private static Duration longer(Delay delay) {
        Duration twice = delay.length().multipliedBy(2);
        return twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    /** What is to be kept in mind, if that is new. */
    Optional<DaemonBackoff> found() {
        DaemonBackoff after = new DaemonBackoff(before.about(), before.generation(), delays);
        return Optional.of(after).filter(found -> !found.equals(before));
    }

    /** How long until one that waits is looked at again. */
    Optional<Duration> nextLook() {
        return nextLook;
    }
}
