package io.mooring.binding.control.scheduler;

import static io.mooring.binding.story.Demands.apart;
import static io.mooring.binding.story.Demands.labelled;
import static io.mooring.binding.story.Demands.onPort;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explore.Explorer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A preference could take any node that fits: all of them are among the outcomes. */
class FittingNodesTest {
    private static final String HOST = "kubernetes.io/hostname";

    private static Cluster unsettled(KubernetesObject... objects) {
        Cluster cluster = cluster();
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow();
        }
        return cluster;
    }

    private static List<String> ends(Cluster cluster, String... pods) {
        return Explorer.explore(cluster).ends().stream()
                .map(end -> Stream.of(pods)
                        .map(pod -> end.get(podKey(pod)).orElseThrow().spec().nodeName())
                        .collect(Collectors.joining(" ")))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void everyNodeThatFitsIsAnOutcome() {
        assertThat(ends(unsettled(node("a", "4"), node("b", "2"), node("c", "1"), pod("p")), "p"))
                .containsExactly("a", "b", "c");
        Cluster taken = unsettled(node("a", "4"), node("b", "2"), node("c", "1"))
                .create(labelled(FoundPods.on("b", pod("q")), "app", "db"))
                .orThrow();
        assertThat(ends(taken.create(apart(pod("p"), "db", HOST)).orThrow(), "p"))
                .containsExactly("a", "c");
    }

    @Test
    void whoComesFirstTakesThePort() {
        Pod first = onPort(pod("p"), 80);
        Pod second = onPort(pod("q"), 80);
        assertThat(ends(unsettled(node("a", "4"), first, second), "p", "q")).containsExactly(" a", "a ");
    }

    @Test
    void whoComesFirstKeepsTheOtherOff() {
        Pod shy = apart(pod("p"), "db", HOST);
        assertThat(ends(unsettled(node("a", "4"), shy, labelled(pod("q"), "app", "db")), "p", "q"))
                .containsExactly(" a", "a ");
    }
}
