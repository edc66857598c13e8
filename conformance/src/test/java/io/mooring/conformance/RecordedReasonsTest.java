package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.scheduler.PodFindings;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.claim.ClaimCores;
import io.mooring.binding.explain.pod.PodCores;
import io.mooring.binding.finding.PodFinding.FitsNowhere;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * At every state on the way of every recorded story, whoever waits has an outlook and a reason: a claim that is not Bound, a pod
 * that has no node. Of the demands that are given as reasons none can be spared.
 */
class RecordedReasonsTest implements RecordedStates.Visitor {
    private static final Path RECORDS = Path.of("src", "test", "resources", "records");

    private static final List<ObjectKind<?>> FETCHED =
            List.of(PersistentVolume.KIND, StorageClass.KIND, Pod.KIND, Node.KIND, PersistentVolumeClaim.KIND);

    /** Nothing that is recorded is impossible. */
    private static final Map<Outlook, Integer> OUTLOOKS =
            Map.of(Outlook.WAITS, 1000, Outlook.BLOCKED, 2000, Outlook.NOT_KNOWN, 20);

    private static final Map<FactCode, Integer> CODES = Map.ofEntries(
            Map.entry(FactCode.VOLUME_TAKEN, 20),
            Map.entry(FactCode.VOLUME_RESERVED, 400),
            Map.entry(FactCode.VOLUME_RELEASED, 60),
            Map.entry(FactCode.VOLUME_FITS, 100),
            Map.entry(FactCode.VOLUME_MISSING, 100),
            Map.entry(FactCode.CLAIM_FREE_VOLUME, 100),
            Map.entry(FactCode.CLAIM_CLASS, 500),
            Map.entry(FactCode.CLAIM_CAPACITY, 200),
            Map.entry(FactCode.CLAIM_ACCESS_MODES, 200),
            Map.entry(FactCode.CLAIM_VOLUME_MODE, 100),
            Map.entry(FactCode.CLAIM_SELECTOR, 50),
            Map.entry(FactCode.CLAIM_REACH, 5),
            Map.entry(FactCode.CLAIM_CONSUMER, 200),
            Map.entry(FactCode.CLASS_MISSING, 800),
            Map.entry(FactCode.CLASS_NONE, 300),
            Map.entry(FactCode.CLASS_OTHER_READING, 30),
            Map.entry(FactCode.CLASS_PROVISIONER, 150),
            Map.entry(FactCode.POD_PLACEMENT, 80),
            Map.entry(FactCode.CLAIM_NO_VOLUME_THERE, 50),
            Map.entry(FactCode.CLAIM_WAITS, 300),
            Map.entry(FactCode.CLAIM_IN_USE, 5),
            Map.entry(FactCode.NODE_RESOURCE, 10),
            Map.entry(FactCode.ATTACHMENT_ELSEWHERE, 5),
            Map.entry(FactCode.POD_CIRCLE, 5),
            Map.entry(FactCode.DELETION_FINALIZER, 60),
            Map.entry(FactCode.SET_SCALE_DOWN, 100),
            Map.entry(FactCode.SET_DELETION, 100),
            Map.entry(FactCode.KIND_UNKNOWN, 20));

    private final Map<Outlook, Integer> outlooks = new EnumMap<>(Outlook.class);
    private final Map<FactCode, Integer> codes = new EnumMap<>(FactCode.class);
    private final Map<Integer, Integer> claimCores = new TreeMap<>();
    private final Map<Integer, Integer> podCores = new TreeMap<>();
    private int stories;
    private int states;
    private int claims;
    private int pods;
    private int askedAgain;

    @Test
    void whoeverWaitsHasAReasonThatCannotBeShorter() throws IOException {
        RecordedStates.forEach(RECORDS, this);

        System.out.println(coverage());
        assertThat(states).isGreaterThanOrEqualTo(3500);
        assertThat(claims).isGreaterThanOrEqualTo(2300);
        assertThat(pods).isGreaterThanOrEqualTo(500);
        assertThat(askedAgain).isGreaterThanOrEqualTo(600);
        assertReached(outlooks, OUTLOOKS);
        assertReached(codes, CODES);
        assertThat(codes).hasSizeGreaterThanOrEqualTo(68);
        assertReached(claimCores, Map.of(1, 1200, 2, 200, 3, 5, 4, 10));
        assertReached(podCores, Map.of(1, 70, 2, 5));
    }

    private String coverage() {
        return states + " states, " + claims + " claims, " + pods + " pods, " + askedAgain
                + " demands dropped and asked again\noutlooks " + outlooks + "\ndemands of claims together "
                + claimCores
                + "\ndemands of pods together " + podCores + "\nfacts " + codes;
    }

    private static <K> void assertReached(Map<K, Integer> reached, Map<K, Integer> floors) {
        floors.forEach((key, floor) ->
                assertThat(reached.getOrDefault(key, 0)).as(key.toString()).isGreaterThanOrEqualTo(floor));
    }

    @Override
    public void at(Cluster cluster) {
        states++;
        assertReasons(cluster, cluster.list(PersistentVolumeClaim.KIND).toList());
    }

    /** Where one of the kinds was not fetched, the next one with each story. */
    @Override
    public void atEnd(Cluster cluster) {
        ObjectKind<?> missing = FETCHED.get(stories % FETCHED.size());
        stories++;
        List<Dump.Stored> kept = cluster.dump().objects().stream()
                .filter(stored -> !stored.object().kind().equals(missing))
                .toList();
        Cluster opened = Cluster.open(cluster.controllers(), Dump.NONE.and(kept));
        assertReasons(opened, List.of());
    }

    /** @param whole those whose volumes are all known */
    private void assertReasons(Cluster cluster, List<PersistentVolumeClaim> whole) {
        Map<Ref<?>, Explanation> notFine = new HashMap<>();
        Explainer.notFine(cluster).forEach(explanation -> {
            count(explanation);
            notFine.put(explanation.about(), explanation);
        });
        cluster.list(PersistentVolumeClaim.KIND)
                .filter(claim -> !claim.isBound())
                .forEach(claim -> {
                    claims++;
                    assertReason(claim, notFine);
                });
        whole.stream().filter(claim -> !claim.isBound()).forEach(claim -> {
            ClaimCores.Checked checked = ClaimCores.check(cluster, claim);
            claimCores.merge(checked.demands(), 1, Integer::sum);
            askedAgain += checked.askedAgain();
        });
        cluster.list(Pod.KIND).filter(pod -> !pod.isPlaced() && !pod.hasEnded()).forEach(pod -> {
            pods++;
            assertReason(pod, notFine);
            if (PodFindings.of(cluster, pod) instanceof FitsNowhere) {
                podCores.merge(PodCores.check(cluster, pod), 1, Integer::sum);
            }
        });
    }

    private void count(Explanation explanation) {
        outlooks.merge(explanation.outlook(), 1, Integer::sum);
        Stream.concat(explanation.facts().stream(), explanation.context().stream())
                .map(Fact::code)
                .distinct()
                .forEach(code -> codes.merge(code, 1, Integer::sum));
    }

    private static void assertReason(KubernetesObject object, Map<Ref<?>, Explanation> notFine) {
        assertThat(notFine).containsKey(object.ref());
        Explanation explanation = Objects.requireNonNull(notFine.get(object.ref()));
        assertThat(explanation.facts())
                .as(explanation.text())
                .isNotEmpty()
                .allSatisfy(fact -> assertThat(fact.text()).isNotBlank());
        assertThat(explanation.headline()).endsWith(".");
    }
}
