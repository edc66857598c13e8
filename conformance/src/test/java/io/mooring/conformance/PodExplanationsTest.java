package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.explain.Candidate;
import io.mooring.binding.explain.CandidateGroup;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.evidence.Evidence;
import io.mooring.binding.explain.pod.PodExplainer;
import io.mooring.binding.explain.set.SetExplainer;
import io.mooring.binding.finding.Finding;
import io.mooring.binding.world.Cluster;
import io.mooring.release.Semantics;
import io.mooring.workload.Pod;
import io.mooring.workload.PodCondition;
import io.mooring.workload.StatefulSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * What is explained of a pod is what Kubernetes says of it: in all recorded stories, after each step, of every pod that has no
 * node. All that the condition {@code PodScheduled} complains of has its fact. Sets that are behind are told why as well.
 */
class PodExplanationsTest {
    private static final Path RECORDS = Path.of("src", "test", "resources", "records");
    private static final List<String> STORIES = List.of("scenarios", "reported", "workloads", "attach", "opened");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern OF_NODES = Pattern.compile("0/\\d+ nodes are available: (.*?)\\.( preemption: .*)?");
    private static final Pattern COUNTED = Pattern.compile("\\d+ (.*)");

    /** What Kubernetes says of nodes, and the facts that say so here. */
    private static final Map<String, Set<FactCode>> BY_REASON = Map.ofEntries(
            Map.entry("node(s) were unschedulable", EnumSet.of(FactCode.NODE_CORDONED)),
            Map.entry("node(s) had untolerated taint(s)", EnumSet.of(FactCode.NODE_TAINT)),
            Map.entry(
                    "node(s) didn't match Pod's node affinity/selector",
                    EnumSet.of(FactCode.POD_NODE_SELECTOR, FactCode.POD_NODE_AFFINITY)),
            Map.entry("node(s) didn't satisfy plugin(s) [NodeAffinity]", EnumSet.of(FactCode.POD_NODE_AFFINITY)),
            Map.entry("Too many pods", EnumSet.of(FactCode.NODE_PODS)),
            Map.entry("Insufficient cpu", EnumSet.of(FactCode.NODE_RESOURCE)),
            Map.entry("Insufficient memory", EnumSet.of(FactCode.NODE_RESOURCE)),
            Map.entry("node(s) didn't have free ports for the requested pod ports", EnumSet.of(FactCode.NODE_PORT)),
            Map.entry("node(s) exceed max volume count", EnumSet.of(FactCode.NODE_VOLUME_LIMIT)),
            Map.entry("node(s) didn't match pod topology spread constraints", EnumSet.of(FactCode.POD_SPREAD)),
            Map.entry(
                    "node(s) didn't match pod topology spread constraints (missing required label)",
                    EnumSet.of(FactCode.POD_SPREAD)),
            Map.entry("node(s) didn't match pod affinity rules", EnumSet.of(FactCode.POD_AFFINITY)),
            Map.entry("node(s) didn't match pod anti-affinity rules", EnumSet.of(FactCode.POD_ANTI_AFFINITY)),
            Map.entry("node(s) didn't satisfy existing pods anti-affinity rules", EnumSet.of(FactCode.POD_UNWANTED)),
            Map.entry("node(s) didn't match PersistentVolume's node affinity", EnumSet.of(FactCode.VOLUME_REACH)),
            Map.entry(
                    "node(s) didn't find available persistent volumes to bind",
                    EnumSet.of(FactCode.CLAIM_NO_VOLUME_THERE, FactCode.CLAIM_SELECTED_NODE, FactCode.CLASS_TOPOLOGY)),
            Map.entry("node(s) did not have enough free storage", EnumSet.of(FactCode.DRIVER_CAPACITY)),
            Map.entry(
                    "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another pod",
                    EnumSet.of(FactCode.CLAIM_IN_USE)),
            Map.entry("node(s) had no available volume zone", EnumSet.of(FactCode.VOLUME_ZONE)));

    private static final Set<FactCode> OF_CLAIMS = EnumSet.of(
            FactCode.CLAIM_MISSING,
            FactCode.CLAIM_WAITS,
            FactCode.CLAIM_LOST,
            FactCode.CLAIM_DELETION,
            FactCode.CLAIM_OF_ANOTHER,
            FactCode.CLAIM_VOLUME);

    private final Map<String, Integer> seen = new HashMap<>();

    @Test
    void whatIsExplainedIsWhatKubernetesSays() throws IOException {
        for (RecordFile file : RecordFile.in(RECORDS)) {
            if (STORIES.contains(file.name())) {
                play(file);
            }
        }
        assertThat(seen.getOrDefault("claims", 0)).isGreaterThanOrEqualTo(100);
        assertThat(seen.getOrDefault("nodes", 0)).isGreaterThanOrEqualTo(15);
        assertThat(seen.getOrDefault("sets", 0)).isGreaterThanOrEqualTo(50);
    }

    private void play(RecordFile file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file.path())), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                play(JSON.readTree(line), file.semantics());
            }
        }
    }

    /** Up to the first step that Mooring plays otherwise; there are such where it does not model a rule. */
    private void play(JsonNode record, Semantics semantics) {
        Story story = new Story(RecordedControlPlane.of(record, semantics).controllers(), Snapshot.kindsOf(record));
        for (JsonNode step : record.get("steps")) {
            if (story.play(step).isPresent()) {
                return;
            }
            Evidence evidence = Evidence.of(story.cluster());
            story.cluster()
                    .list(Pod.KIND)
                    .filter(pod -> !pod.isPlaced() && !pod.hasEnded())
                    .forEach(pod -> compare(evidence, pod));
            story.cluster()
                    .list(StatefulSet.KIND)
                    .filter(set -> set.status().readyReplicas() < set.endOrdinal() - set.startOrdinal())
                    .forEach(set -> told(SetExplainer.explain(evidence, set), "sets"));
        }
    }

    private void told(Explanation explanation, String kind) {
        assertThat(explanation.outlook()).as(explanation.text()).isNotEqualTo(Outlook.FINE);
        assertThat(explanation.facts()).as(explanation.text()).isNotEmpty();
        seen.merge(kind, 1, Integer::sum);
    }

    private void compare(Evidence evidence, Pod pod) {
        Explanation explanation = PodExplainer.explain(evidence, pod);
        told(explanation, "pods");
        Optional<String> message = message(pod).filter(said -> isOfNow(evidence.cluster(), pod));
        if (message.isEmpty()) {
            return;
        }
        assertThat(explanation.quotes())
                .as(explanation.text())
                .anyMatch(quote -> quote.message().equals(message.get()));
        Matcher ofNodes = OF_NODES.matcher(message.get());
        if (message.get().endsWith(". not found")) {
            assertThat(explanation.facts()).as(message.get()).anyMatch(fact -> OF_CLAIMS.contains(fact.code()));
            seen.merge("claims", 1, Integer::sum);
        } else if (ofNodes.matches()) {
            for (String counted : ofNodes.group(1).split(", ", -1)) {
                Matcher reason = COUNTED.matcher(counted);
                assertThat(reason.matches()).as(counted).isTrue();
                assertThat(BY_REASON).containsKey(reason.group(1));
                assertThat(codes(explanation)).as(message.get()).containsAnyElementsOf(BY_REASON.get(reason.group(1)));
                seen.merge("nodes", 1, Integer::sum);
            }
        }
    }

    private static Optional<String> message(Pod pod) {
        return pod.condition("PodScheduled")
                .filter(condition -> condition.reason().equals("Unschedulable"))
                .map(PodCondition::message);
    }

    /** The scheduler looks again only when something may help; until then its words may be out of date. */
    private static boolean isOfNow(Cluster cluster, Pod pod) {
        return cluster.finding(pod.ref()).equals(Optional.<Finding>of(PodFindings.of(cluster, pod)));
    }

    private static List<FactCode> codes(Explanation explanation) {
        return Stream.concat(
                        explanation.candidates().stream()
                                .map(Candidate::facts)
                                .flatMap(List::stream)
                                .map(Fact::code),
                        explanation.others().stream().map(CandidateGroup::codes).flatMap(List::stream))
                .toList();
    }
}
