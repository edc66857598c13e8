package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.workload.DaemonSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pods of a DaemonSet failed and were replaced: how long the next ones wait. Kubernetes: {@code failedPodsBackoff}.
 *
 * @param generation that of its spec as its controller had observed it; with another one the waiting begins anew
 * @param delays by the node where a pod failed
 */
public record DaemonBackoff(Ref<DaemonSet> about, long generation, Map<Ref<Node>, Delay> delays) implements Finding {
    public DaemonBackoff {
        delays = Collections.unmodifiableMap(new TreeMap<>(delays));
    }

    /**
     * What the next pod that fails on a node waits for.
     *
     * @param since when the last one was replaced
     * @param length how long one is left alone after that
     */
    public record Delay(Instant since, Duration length) {}
}
