package io.mooring.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.volume.AttachableVolume;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controller;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Dump;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttachment;
import io.mooring.testkit.choice.Choices;
import io.mooring.testkit.jqwik.MooringArbitraries;
import io.mooring.testkit.story.Step;
import io.mooring.testkit.story.StepSource;
import io.mooring.testkit.story.Steps;
import io.mooring.testkit.story.Stories;
import io.mooring.testkit.story.Story;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import io.mooring.yaml.Manifests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * A world that was dumped and opened again is quiet, and goes on like the one that was not. Only of a pod that the scheduler
 * rejected more may be new: why, it keeps in memory, and a scheduler that starts looks anew, at pods too that nothing would
 * have brought back. So the one that was not dumped has its controllers started again, with nothing in mind, where the other is
 * opened. What is due by then is done before: time that passes by writes alone wakes nobody in the one, and shows in the other.
 */
@AddLifecycleHook(KeptSeed.class)
class OpenedLawsTest {
    private static final Pattern UID = Pattern.compile("00000000-0000-4000-8000-[0-9a-f]{12}");
    private static final Pattern MADE_UP = Pattern.compile(
            "\\b((?:app-[0-9a-z]+|agent|load(?:-[0-9])?|backup(?:-[0-9]){0,2}|cache|old|clock)-)[0-9a-z]{5}\\b");
    private static final Pattern OF_UIDS = Pattern.compile("\\bcsi-[0-9a-f]{64}\\b");
    private static final Pattern ATTACHED = Pattern.compile("(?<=\"volumesAttached\":\\[)([^\\]]*)");
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"(\\\\.|[^\"\\\\])*\"");
    private static final int LEAST_BOUND = 15;
    private static final int LEAST_REJECTED = 5;
    private static final int LEAST_SEEN = 2;

    /** Who asks again and again, such as for a namespace whose pods stay, never comes to an end. */
    private static final int MOST_ROUNDS = 20;

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final KubernetesObject CLOCK = new OtherObject(
            OtherObject.kindOf("v1", "ConfigMap"),
            ObjectMeta.builder().generateName("clock-").namespace("default").build(),
            JsonObject.EMPTY);

    /** A node where a driver attaches, and namespaces, of which one has something that stays. */
    private static final Cluster START = Stories.any().parse("""
                    kubectl create -f - <<'EOF'
                    {apiVersion: v1, kind: Namespace, metadata: {name: default}}
                    ---
                    {apiVersion: v1, kind: Namespace, metadata: {name: shop}}
                    ---
                    {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: held, namespace: shop, finalizers: [
                     example.com/hold]}, spec: {storageClassName: manual, accessModes: [ReadWriteOnce], resources: {
                     requests: {storage: 1Gi}}}}
                    ---
                    {apiVersion: v1, kind: Node, metadata: {name: node-1, annotations: {
                     volumes.kubernetes.io/controller-managed-attach-detach: "true"}}, status: {allocatable: {
                     cpu: "8", memory: 64Gi, pods: "110"}}}
                    ---
                    {apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: fast}, provisioner: csi.example.com}
                    EOF
                    """).end();

    /** With much that keeps pods, in namespaces too. */
    private static final Steps[] WIDE = Stream.concat(
                    Stream.of(Steps.values()),
                    Stream.of(
                            Steps.NEW_WORKLOAD,
                            Steps.NEW_WORKLOAD,
                            Steps.NEW_WORKLOAD,
                            Steps.NEW_IN_NAMESPACE,
                            Steps.NEW_IN_NAMESPACE,
                            Steps.DELETE_NAMESPACE))
            .toArray(Steps[]::new);

    /** The oldest that runs. */
    private static final StepSource JOBS_POD_ENDS = new StepSource() {
        @Override
        public int weight(Cluster cluster) {
            return 60 * (int) running(cluster).count();
        }

        @Override
        public Step draw(Cluster cluster, Choices choices) {
            String phase = choices.pick(List.of("Succeeded", "Succeeded", "Failed"));
            JsonObject status = JsonObject.of("status", JsonObject.of("phase", new JsonString(phase)));
            return new Step.Own(
                    "a Job's pod: " + phase,
                    now -> running(now)
                            .findFirst()
                            .map(pod -> now.patchStatus(pod.ref(), status))
                            .orElseGet(() -> now.delete(Pod.ref("default", "nobody"))));
        }

        private static Stream<Pod> running(Cluster cluster) {
            return cluster.list(Pod.KIND)
                    .filter(pod -> pod.isPlaced() && !pod.hasEnded())
                    .filter(pod -> pod.metadata()
                            .controller()
                            .filter(owner -> owner.isOf(Job.KIND))
                            .isPresent())
                    .sorted(Comparator.comparing(
                            pod -> pod.metadata().creationTimestamp().orElseThrow()));
        }
    };

    private static final Map<Seen, Integer> SEEN = new EnumMap<>(Seen.class);
    private static int bound;
    private static int rejected;

    @Provide
    Arbitrary<Story> stories() {
        return MooringArbitraries.of(Stories.any().of(sources(Steps.values())).ofAtMost(30));
    }

    @Provide
    Arbitrary<Story> wideStories() {
        return MooringArbitraries.of(Stories.any().of(sources(WIDE)).from(START).ofAtMost(30));
    }

    /** Without what names uids and versions, which may be others in a world that was opened; and Jobs' pods end. */
    private static StepSource[] sources(Steps... steps) {
        List<StepSource> sources = new ArrayList<>(List.of(steps));
        sources.removeAll(List.of(Steps.HOLD, Steps.NEW_RUN));
        sources.add(JOBS_POD_ENDS);
        return sources.toArray(StepSource[]::new);
    }

    @Provide
    Arbitrary<Integer> steps() {
        return Arbitraries.integers().between(0, 39);
    }

    @Property(tries = 50)
    void anOpenedWorldGoesOnAsIfItHadNotBeenDumped(@ForAll("stories") Story story, @ForAll("steps") int dumpedAfter) {
        count(goesOn(story, dumpedAfter));
    }

    /** With Jobs and all else that keeps pods, nodes where drivers attach, several modes, namespaces that go. */
    @Property(tries = 70)
    void soDoesAWorldInWhichEverythingTakesPart(@ForAll("wideStories") Story story, @ForAll("steps") int dumpedAfter) {
        Seen.count(goesOn(story, dumpedAfter));
    }

    private static Cluster goesOn(Story story, int dumpedAfter) {
        List<Step> steps =
                story.steps().stream().filter(OpenedLawsTest::isSameInBoth).toList();
        Cluster cluster = story.start();
        Cluster opened = cluster;
        for (int i = 0; i < steps.size(); i++) {
            cluster = after(cluster, steps.get(i));
            opened = after(opened, steps.get(i));
            if (i == dumpedAfter % steps.size()) {
                cluster = upToTheClock(cluster);
                Seen.count(cluster);
                opened = reopened(upToTheClock(opened));
                assertSameObjects(opened, cluster);
                opened = opened.settle();
                if (!isAnyPodRejected(cluster)) {
                    assertSameObjects(opened, cluster);
                }
                cluster = restarted(cluster).settle();
            }
            assertSameObjects(opened, cluster);
            assertSameEvents(opened, cluster);
        }
        return cluster;
    }

    /** What names an object whose name was made up, or has a uid in it, would name another one in the other world. */
    private static boolean isSameInBoth(Step step) {
        String said = step instanceof Step.Create create ? Manifests.writeJson(create.made()) : step.words();
        return !MADE_UP.matcher(said).find() && !UID.matcher(said).find();
    }

    /** Settled; where time passes, something is created, so that a dump tells how late it is. */
    private static Cluster after(Cluster cluster, Step step) {
        Cluster taken = step.take(cluster).after();
        return (step instanceof Step.Advance ? taken.create(CLOCK).orThrow() : taken).settle();
    }

    /**
     * The cluster with everything done that is due or nearly so, and something new in it that tells how late it is. A write takes a
     * second, and one world may write what another need not.
     */
    private static Cluster upToTheClock(Cluster cluster) {
        Cluster quiet = cluster.advance(Duration.ZERO).settle();
        for (int i = 0;
                i < MOST_ROUNDS
                        && quiet.nextDue()
                                .filter(quiet.now().plus(SOON)::isAfter)
                                .isPresent();
                i++) {
            quiet = quiet.advance(SOON).settle();
        }
        return quiet.create(CLOCK).orThrow().settle();
    }

    @Property(tries = 50)
    void whatWasOpenedIsWrittenAgainFieldByField(@ForAll("stories") Story story) {
        Cluster cluster = story.end();
        Cluster opened = reopened(cluster);

        assertThat(trees(reopened(opened))).isEqualTo(trees(opened));
        assertThat(opened.all().toList()).isEqualTo(cluster.all().toList());
    }

    /** Most are the same to the letter; only of the others it is asked whether numbers alone tell them apart. */
    private static void assertSameObjects(Cluster opened, Cluster cluster) {
        List<String> inOne = objects(opened);
        List<String> inOther = objects(cluster);
        List<String> onlyInOne = withoutNumbers(without(inOne, inOther));
        List<String> onlyInOther = withoutNumbers(without(inOther, inOne));
        assertThat(without(onlyInOne, onlyInOther)).isEqualTo(without(onlyInOther, onlyInOne));
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> rest = new ArrayList<>(all);
        others.forEach(rest::remove);
        return rest;
    }

    private static List<String> withoutNumbers(List<String> objects) {
        return objects.stream()
                .map(line -> MESSAGE.matcher(line).replaceAll("message"))
                .map(OpenedLawsTest::withoutWhatIsNumbered)
                .map(OpenedLawsTest::withAttachedInOrder)
                .sorted()
                .toList();
    }

    private static void assertSameEvents(Cluster opened, Cluster cluster) {
        Set<String> told = events(opened);
        Set<String> expected = events(cluster);
        if (!told.equals(expected)) {
            assertThat(withoutNumbers(told)).isEqualTo(withoutNumbers(expected));
        }
    }

    private static boolean isAnyPodRejected(Cluster cluster) {
        return cluster.fingerprint().contains("Unschedulable");
    }

    /** Every controller looks at every object, as one that starts does, and has nothing in mind. */
    private static Cluster restarted(Cluster cluster) {
        return cluster.with(Controllers.of(new Oblivion()))
                .settle()
                .with(Controllers.NONE)
                .with(cluster.controllers());
    }

    /** Forgets what was found out about every object, and about the attachments that pods wait for. */
    private static final class Oblivion implements Controller<Ref<?>> {
        @Override
        public String name() {
            return "oblivion";
        }

        @Override
        public Watches<Ref<?>> watches() {
            return Watches.ofAll(Watches.Handler.ofItself(object -> object.ref()));
        }

        @Override
        public List<Write> reconcile(Cluster cluster, Ref<?> item) {
            Stream<Ref<?>> attachments = cluster.get(item).stream()
                    .filter(Pod.class::isInstance)
                    .map(Pod.class::cast)
                    .flatMap(pod -> AttachableVolume.of(cluster, pod)
                            .map(volume -> volume.attachment(Node.ref(pod.spec().nodeName()))));
            return Stream.concat(Stream.of(item), attachments)
                    .filter(about -> cluster.finding(about).isPresent())
                    .<Write>map(Write.Forget::new)
                    .toList();
        }
    }

    /** What was in the worlds when they were dumped, or in the end. */
    private enum Seen {
        JOB(has(Job.KIND, job -> !job.isFinished())),
        ENDED_JOB(has(Job.KIND, Job::isFinished)),
        REPLICA_SET(has(ReplicaSet.KIND, set -> set.status().replicas() > 0)),
        REPLICATION_CONTROLLER(
                has(ReplicationController.KIND, set -> set.status().replicas() > 0)),
        ATTACHMENT(has(VolumeAttachment.KIND, VolumeAttachment::isAttached)),
        UNATTACHED_POD(has(Pod.KIND, pod -> pod.isPlaced() && !pod.isReady() && !pod.hasEnded())),
        TERMINATING_NAMESPACE(has(Namespace.KIND, Namespace::isTerminating)),
        CLAIM_OF_A_NAMESPACE(has(
                PersistentVolumeClaim.KIND,
                claim -> claim.metadata().namespace().equals("shop"))),
        SHARED_CLAIM(has(
                PersistentVolumeClaim.KIND,
                claim -> claim.isBound() && claim.spec().accessModes().contains(AccessMode.READ_WRITE_MANY))),
        CLAIM_OF_ONE_POD(has(
                PersistentVolumeClaim.KIND,
                claim -> claim.isBound() && claim.spec().accessModes().contains(AccessMode.READ_WRITE_ONCE_POD)));

        @SuppressWarnings("ImmutableEnumChecker") // Each looks at a cluster and keeps nothing.
        private final Predicate<Cluster> isIn;

        Seen(Predicate<Cluster> isIn) {
            this.isIn = isIn;
        }

        private static <T extends KubernetesObject> Predicate<Cluster> has(ObjectKind<T> kind, Predicate<T> condition) {
            return cluster -> cluster.list(kind).anyMatch(condition);
        }

        static void count(Cluster cluster) {
            for (Seen each : values()) {
                SEEN.merge(each, each.isIn.test(cluster) ? 1 : 0, Integer::sum);
            }
        }
    }

    /** From trees alone. */
    private static Cluster reopened(Cluster cluster) {
        Dump dump = cluster.dump();
        return Cluster.open(
                cluster.controllers(), Dump.of(trees(cluster)).ofEverything().atVersion(dump.version()));
    }

    private static List<JsonObject> trees(Cluster cluster) {
        return cluster.dump().objects().stream().map(Dump.Stored::tree).toList();
    }

    private static List<String> objects(Cluster cluster) {
        return cluster.fingerprint()
                .lines()
                .filter(line -> line.startsWith("{"))
                .toList();
    }

    /** What upstream makes at random goes on behind what the dump has of it, and may be another number. */
    private static String withoutWhatIsNumbered(String text) {
        String named = MADE_UP.matcher(UID.matcher(text).replaceAll("uid")).replaceAll("$1made-up");
        return OF_UIDS.matcher(named).replaceAll("csi-of-uids");
    }

    /** They are attached in the order of names that come of uids. */
    private static String withAttachedInOrder(String object) {
        return ATTACHED.matcher(object)
                .replaceAll(found -> Matcher.quoteReplacement(
                        Stream.of(found.group(1).split("(?<=}),")).sorted().collect(Collectors.joining(","))));
    }

    private static Set<String> events(Cluster cluster) {
        return cluster.events().stream()
                .filter(event -> !event.reason().equals("FailedScheduling"))
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static Set<String> withoutNumbers(Set<String> events) {
        return events.stream().map(OpenedLawsTest::withoutWhatIsNumbered).collect(Collectors.toSet());
    }

    private static void count(Cluster cluster) {
        String text = cluster.fingerprint();
        bound += text.contains("\"phase\":\"Bound\"") ? 1 : 0;
        rejected += text.contains("Unschedulable") ? 1 : 0;
    }

    @AfterContainer
    static void hadSomethingToSay() {
        assertThat(bound).isGreaterThan(LEAST_BOUND);
        assertThat(rejected).isGreaterThan(LEAST_REJECTED);
        for (Seen each : Seen.values()) {
            assertThat(SEEN.getOrDefault(each, 0)).as(each.name()).isGreaterThanOrEqualTo(LEAST_SEEN);
        }
    }
}
