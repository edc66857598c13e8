package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.explore.Checked;
import io.mooring.binding.explore.Exploration;
import io.mooring.binding.explore.Explorer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.LaggingWorld;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Leaving out orders of steps that commute loses no end, and makes none. */
@AddLifecycleHook(KeptSeed.class)
class OrdersLawsTest {
    /** What the plain search can follow of a small world in a moment. */
    private static final int PLAIN = 200;

    private static final List<String> CLASSES = List.of("late", "late", "late", "manual");
    private static final List<String> SIZES = List.of("1Gi", "1Gi", "2Gi");
    private static final String LATE = """
            {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: late},
             provisioner: kubernetes.io/no-provisioner, volumeBindingMode: WaitForFirstConsumer}
            """;

    /** How many worlds a check looks at in a moment. */
    private static final int MOST_CHECKED = 1_000;

    private static int checkedWhole;
    private static int compared;
    private static int severalEnds;
    private static int fewer;

    @Provide
    Arbitrary<Story> stories() {
        return MooringArbitraries.of(Stories.any().ofAtMost(14));
    }

    /** Claims that wait, volumes and pods that come at once: what races are made of. */
    @Provide
    Arbitrary<Cluster> races() {
        return MooringArbitraries.of(OrdersLawsTest::race);
    }

    private static Cluster race(Choices choices) {
        int claims = choices.between(1, 3);
        int nodes = choices.between(1, 2);
        StringBuilder manifests = new StringBuilder(LATE);
        for (int i = 0; i < nodes; i++) {
            manifests.append("""
            ---
            {apiVersion: v1, kind: Node, metadata: {name: node-%d}, status: {allocatable: {cpu: "%d", pods: "9"}}}
            """.formatted(i, i == 0 ? 1 : 8));
        }
        for (int i = 0; i < claims; i++) {
            manifests.append("""
            ---
            {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c%d}, spec: {storageClassName: %s,
             accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}
            """.formatted(i, choices.pick(CLASSES)));
        }
        for (int i = choices.between(1, 3); i > 0; i--) {
            manifests.append("""
            ---
            {apiVersion: v1, kind: PersistentVolume, metadata: {name: v%d}, spec: {capacity: {storage: %s},
             accessModes: [ReadWriteOnce], csi: {driver: csi.example.com, volumeHandle: v%d}, storageClassName: %s}}
            """.formatted(i, choices.pick(SIZES), i, choices.pick(CLASSES)));
        }
        for (int i = 0; i < claims; i++) {
            manifests.append("""
            ---
            {apiVersion: v1, kind: Pod, metadata: {name: p%d}, spec: {
             containers: [{name: c, image: x, resources: {requests: {cpu: "%d"}}}],
             volumes: [{name: data, persistentVolumeClaim: {claimName: c%d}}]}}
            """.formatted(i, choices.chance(33) ? 1 : 0, i));
        }
        List<Step> steps = Step.create(manifests.toString());
        return settledUpTo(choices.between(0, 8), Stories.any().parse("").start(), steps);
    }

    /** After each of the first steps. */
    private static Cluster settledUpTo(int settled, Cluster start, List<Step> steps) {
        Cluster cluster = start;
        for (int i = 0; i < steps.size(); i++) {
            cluster = steps.get(i).take(cluster).after();
            cluster = i < settled ? cluster.settle() : cluster;
        }
        return cluster;
    }

    @Property(tries = 40)
    void theEndsOfRacesAreThoseOfEveryOrder(@ForAll("races") Cluster start) {
        assertSameEnds(start);
    }

    @Property(tries = 60)
    void theEndsOfStoriesAreThoseOfEveryOrder(@ForAll("stories") Story story) {
        List<Step> steps = story.steps().stream()
                .filter(step -> !(step instanceof Step.Settle))
                .toList();
        assertSameEnds(settledUpTo(steps.size() * 2 / 3, story.start(), steps));
    }

    /** A check lets everybody come between any two writes, and so may find more ends, and none fewer. */
    @Property(tries = 30)
    void everyEndOfARaceIsOneOfItsCheck(@ForAll("races") Cluster start) {
        Optional<Set<String>> plain = endsOfEveryOrder(start, new HashSet<>());
        if (plain.isEmpty()) {
            return;
        }
        Set<String> ends = new TreeSet<>();
        io.mooring.binding.explore.Property everyEnd =
                io.mooring.binding.explore.Property.eventually("it ends", end -> {
                    ends.add(end.fingerprint());
                    return true;
                });
        Checked checked = Explorer.check(start, List.of(), LaggingWorld.Bounds.NONE, MOST_CHECKED, everyEnd);
        if (checked.isComplete()) {
            Set<String> missing = new TreeSet<>(plain.get());
            missing.removeAll(ends);
            assertThat(missing).as("%s", start.all().toList()).isEmpty();
            checkedWhole++;
        }
    }

    private static void assertSameEnds(Cluster start) {
        Set<String> seen = new HashSet<>();
        Optional<Set<String>> plain = endsOfEveryOrder(start, seen);
        if (plain.isEmpty()) {
            return;
        }
        Exploration exploration = Explorer.explore(start);
        Set<String> ends = new TreeSet<>();
        exploration.ends().forEach(end -> ends.add(end.fingerprint()));
        assertThat(exploration.isComplete()).isTrue();
        assertThat(ends).isEqualTo(plain.get());
        assertThat(exploration.clustersSeen()).isLessThanOrEqualTo(seen.size());
        compared++;
        severalEnds += ends.size() > 1 ? 1 : 0;
        fewer += exploration.clustersSeen() < seen.size() ? 1 : 0;
    }

    /** By whole texts, and with nothing left out; empty if there is too much to see. */
    private static Optional<Set<String>> endsOfEveryOrder(Cluster start, Set<String> seen) {
        Set<String> ends = new TreeSet<>(Set.of(start.settle().fingerprint()));
        Deque<Cluster> ahead = new ArrayDeque<>(List.of(start));
        while (!ahead.isEmpty() && seen.size() < PLAIN) {
            Cluster cluster = ahead.pop();
            List<Cluster> successors = cluster.successors();
            while (successors.size() == 1) {
                cluster = successors.get(0);
                successors = cluster.successors();
            }
            if (successors.isEmpty()) {
                ends.add(cluster.fingerprint());
            } else if (seen.add(cluster.fingerprint())) {
                successors.forEach(ahead::push);
            }
        }
        return ahead.isEmpty() ? Optional.of(ends) : Optional.empty();
    }

    @AfterContainer
    static void hadSomethingToSay() {
        assertThat(compared).isGreaterThan(30);
        assertThat(severalEnds).isGreaterThan(4);
        assertThat(fewer).isGreaterThan(2);
        assertThat(checkedWhole).isGreaterThan(5);
    }
}
