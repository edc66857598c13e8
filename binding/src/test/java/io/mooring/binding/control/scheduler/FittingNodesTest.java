package io.mooring.binding.control.scheduler;

import static io.mooring.binding.story.Demands.apart;
import static io.mooring.binding.story.Demands.labelled;
import static io.mooring.binding.story.Demands.onPort;
import static io.mooring.binding.story.Given.cluster;
import static io.mooring.binding.story.Given.lazy;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.onNode;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.podKey;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.object.Objects;
import io.mooring.binding.explore.Explorer;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
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

    /** In upstream the preference gives node b more points. */
    @Test
    void whatAPodPrefersKeepsItFromNoNode() {
        JsonObject zone = JsonObject.of("key", new JsonString(HOST))
                .with("operator", new JsonString("In"))
                .with("values", JsonArray.of(new JsonString("b")));
        JsonObject preference = JsonObject.of("weight", JsonNumber.of(100))
                .with("preference", JsonObject.of("matchExpressions", JsonArray.of(zone)));
        JsonObject term = JsonObject.of("weight", JsonNumber.of(50))
                .with(
                        "podAffinityTerm",
                        JsonObject.of("topologyKey", new JsonString(HOST))
                                .with(
                                        "labelSelector",
                                        JsonObject.of("matchLabels", JsonObject.of("app", new JsonString("db")))));
        JsonObject preferred = JsonObject.of(
                        "nodeAffinity",
                        JsonObject.of("preferredDuringSchedulingIgnoredDuringExecution", JsonArray.of(preference)))
                .with(
                        "podAntiAffinity",
                        JsonObject.of("preferredDuringSchedulingIgnoredDuringExecution", JsonArray.of(term)));
        Cluster cluster = unsettled(node("a", "4"), node("b", "2"), labelled(FoundPods.on("a", pod("q")), "app", "db"));
        JsonObject pod = Objects.write(pod("p"));
        JsonObject spec = (JsonObject) pod.get("spec").orElseThrow();
        assertThat(ends(
                        cluster.create(pod.with("spec", spec.with("affinity", preferred)))
                                .orThrow(),
                        "p"))
                .containsExactly("a", "b");
    }

    @Test
    void eachPodOfASetMayGoToAnyNodeWithItsClaim() {
        Cluster cluster = unsettled(node("a", "4"), node("b", "2"), lazy("lazy"), set("web", 2, "1Gi", "lazy"));
        assertThat(ends(cluster, "web-0", "web-1")).containsExactly("a a", "a b", "b a", "b b");
    }

    @Test
    void aClaimThatFindsItsVolumeOnAnyNodeTakesThePodThere() {
        StorageClass local = lazy("local").withProvisioner("kubernetes.io/no-provisioner");
        Cluster cluster = unsettled(
                node("a", "4"),
                node("b", "2"),
                local,
                onNode(volume("va", "1Gi", "local"), "a"),
                onNode(volume("vb", "1Gi", "local"), "b"),
                set("web", 2, "1Gi", "local"));
        assertThat(ends(cluster, "web-0", "web-1")).containsExactly("a b", "b a");
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
