package io.mooring.binding.story;

import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.ClaimRetention;
import io.mooring.workload.ClaimRetentionPolicy;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.ReplicationControllerSpec;
import io.mooring.workload.StatefulSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Calls of random stories in which all workloads, nodes with drivers that attach, modes and namespaces take part. */
final class Clusterwide {
    /** A namespace that comes and goes. */
    static final String SHOP = "shop";

    private static final String DRIVER = "csi.example.com";
    private static final List<String> NODES = List.of("node-1", "node-2");

    private static final Duration SOON = Duration.ofSeconds(30);

    private Clusterwide() {}

    /** Nodes, a class, three claims, two that keep pods and a namespace; then anything. */
    static Arbitrary<List<Action>> story() {
        Arbitrary<List<Action>> beginning = Combinators.combine(
                        Arbitraries.of(true, false),
                        modes().list().ofSize(3),
                        jobs(),
                        workloads(),
                        Arbitraries.of(true, false))
                .as((hasTwoNodes, modes, job, workload, hasHeldClaim) -> {
                    List<Action> actions = new ArrayList<>();
                    actions.add(managed("node-1"));
                    if (hasTwoNodes) {
                        actions.add(managed("node-2"));
                    }
                    actions.add(new Action.Create(Given.storageClass("fast")));
                    for (int i = 0; i < modes.size(); i++) {
                        actions.add(claim("c" + i, modes.get(i), "fast"));
                    }
                    actions.add(new Action.Create(job));
                    actions.add(workload);
                    actions.add(namespace("default"));
                    actions.add(namespace(SHOP));
                    if (hasHeldClaim) {
                        actions.add(held());
                    }
                    return actions;
                });
        return Combinators.combine(beginning, anything().list().ofMinSize(8).ofMaxSize(30))
                .as((first, then) -> {
                    List<Action> actions = new ArrayList<>(first);
                    actions.addAll(then);
                    return actions;
                });
    }

    private static Action managed(String node) {
        return new Action.Create(Given.managed(Given.node(node, "8")));
    }

    private static Arbitrary<Action> anything() {
        return Arbitraries.frequencyOf(
                Tuple.of(7, Action.any()),
                Tuple.of(3, workloads()),
                Tuple.of(2, nodes()),
                Tuple.of(2, volumes()),
                Tuple.of(3, claims()),
                Tuple.of(3, pods()),
                Tuple.of(4, endings()),
                Tuple.of(2, deletions()),
                Tuple.of(1, scalings()),
                Tuple.of(3, namespaces()),
                Tuple.of(1, times()));
    }

    /** A pod ends. */
    private record Ending(int number, PodPhase phase) implements Action {
        private static final Comparator<Pod> OLDEST =
                Comparator.comparing(pod -> pod.metadata().creationTimestamp().orElseThrow());

        /** Of a DaemonSet none: how long it waits, its controller has in memory. */
        @Override
        public Outcome on(Cluster cluster) {
            List<Pod> running = cluster.list(Pod.KIND)
                    .filter(pod -> pod.isPlaced() && !pod.hasEnded())
                    .filter(pod -> pod.metadata()
                            .controller()
                            .filter(owner -> owner.isOf(DaemonSet.KIND))
                            .isEmpty())
                    .sorted(OLDEST)
                    .toList();
            return running.isEmpty()
                    ? cluster.delete(Given.podKey("nobody"))
                    : cluster.patchStatus(running.get(number % running.size()).ref(), Workloads.ended(phase));
        }
    }

    /**
     * The cluster with everything done that is due or nearly so, and something new in it that tells how late it is. A write takes a
     * second, and one world may write what another need not.
     */
    static Cluster upToTheClock(Cluster cluster) {
        Cluster quiet = cluster.advance(Duration.ZERO).settle();
        while (quiet.nextDue().filter(soonAfter(quiet.now())::isAfter).isPresent()) {
            quiet = quiet.advance(SOON).settle();
        }
        return quiet.create(Passing.CLOCK).orThrow().settle();
    }

    private static Instant soonAfter(Instant now) {
        return now.plus(SOON);
    }

    /** Time passes, and something is created, so that a dump tells how late it is. */
    private record Passing(Duration time) implements Action {
        private static final KubernetesObject CLOCK = new OtherObject(
                OtherObject.kindOf("v1", "ConfigMap"),
                ObjectMeta.builder()
                        .generateName("clock-")
                        .namespace(Given.NAMESPACE)
                        .build(),
                JsonObject.EMPTY);

        @Override
        public Outcome on(Cluster cluster) {
            return cluster.advance(time).create(CLOCK);
        }
    }

    /** The status of an object changes. */
    private record StatusPatch(Ref<?> key, JsonObject patch) implements Action {
        @Override
        public Outcome on(Cluster cluster) {
            return cluster.patchStatus(key, patch);
        }
    }

    private static Arbitrary<KubernetesObject> jobs() {
        return Combinators.combine(between(1, 2), between(1, 2), claimNames())
                .as((parallelism, completions, claim) -> Workloads.job(
                        "load",
                        JobSpec.builder()
                                .parallelism(parallelism)
                                .completions(completions)
                                .backoffLimit(2)
                                .build(),
                        claim));
    }

    private static Arbitrary<Action> workloads() {
        Arbitrary<KubernetesObject> sets = Combinators.combine(between(0, 3), claimNames())
                .as((replicas, claim) -> Workloads.replicaSet("rs", replicas, claim));
        Arbitrary<KubernetesObject> controllers = Combinators.combine(between(0, 3), claimNames())
                .as((replicas, claim) -> ReplicationController.builder()
                        .metadata(named("rc"))
                        .spec(ReplicationControllerSpec.builder()
                                .replicas(replicas)
                                .template(Workloads.template("rc", claim))
                                .build())
                        .build());
        Arbitrary<KubernetesObject> stateful = Combinators.combine(
                        between(1, 3), Arbitraries.of("fast", "lazy"), retention(), retention())
                .as((replicas, className, whenDeleted, whenScaled) -> {
                    StatefulSet set = Given.set("web", replicas, "1Gi", className);
                    return set.withSpec(set.spec()
                            .withPersistentVolumeClaimRetentionPolicy(ClaimRetention.builder()
                                    .whenDeleted(whenDeleted)
                                    .whenScaled(whenScaled)
                                    .build()));
                });
        Arbitrary<KubernetesObject> others = claimNames()
                .map(claim ->
                        claim.equals("c0") ? Workloads.daemonSet("agent") : Workloads.deployment("app", 2, claim));
        return Arbitraries.frequencyOf(
                        Tuple.of(3, jobs()),
                        Tuple.of(2, sets),
                        Tuple.of(2, controllers),
                        Tuple.of(2, stateful),
                        Tuple.of(2, others))
                .map(Action.Create::new);
    }

    private static Arbitrary<ClaimRetentionPolicy> retention() {
        return Arbitraries.of(ClaimRetentionPolicy.RETAIN, ClaimRetentionPolicy.DELETE);
    }

    private static Arbitrary<Action> nodes() {
        Arbitrary<Action> managed =
                Arbitraries.of(NODES).map(name -> new Action.Create(Given.managed(Given.node(name, "8"))));
        Arbitrary<Action> answering = Combinators.combine(Arbitraries.of(NODES), Arbitraries.of("True", "Unknown"))
                .as((name, status) -> new StatusPatch(
                        Node.ref(name),
                        JsonObject.of(
                                "status",
                                JsonObject.of(
                                        "conditions",
                                        JsonArray.of(JsonObject.of("type", new JsonString("Ready"))
                                                .with("status", new JsonString(status)))))));
        Arbitrary<Action> unattached = Arbitraries.of(true, false)
                .map(attaches -> new Action.Create(
                        Demands.storage("CSIDriver", DRIVER, JsonObject.of("attachRequired", JsonBool.of(attaches)))));
        Arbitrary<Action> limits = Combinators.combine(Arbitraries.of(NODES), between(0, 2))
                .as((name, count) -> new Action.Create(Demands.csiNode(name, DRIVER, count)));
        Arbitrary<Action> gone = Arbitraries.of(NODES).map(name -> new Action.Delete(Node.ref(name), Deletion.DEFAULT));
        return Arbitraries.frequencyOf(
                Tuple.of(6, managed),
                Tuple.of(2, answering),
                Tuple.of(1, unattached),
                Tuple.of(1, limits),
                Tuple.of(1, gone));
    }

    private static Arbitrary<List<AccessMode>> modes() {
        return Arbitraries.of(
                List.of(AccessMode.READ_WRITE_MANY),
                List.of(AccessMode.READ_ONLY_MANY),
                List.of(AccessMode.READ_WRITE_ONCE_POD),
                List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_MANY),
                List.of(AccessMode.READ_WRITE_ONCE, AccessMode.READ_WRITE_ONCE_POD));
    }

    private static Arbitrary<Action> volumes() {
        return Combinators.combine(between(0, 2), modes(), Arbitraries.of("manual", "local"))
                .as((number, modes, className) -> {
                    PersistentVolume volume = Given.volume("v" + number, "2Gi", className);
                    return new Action.Create(volume.withSpec(volume.spec().withAccessModes(modes)));
                });
    }

    private static Arbitrary<Action> claims() {
        return Combinators.combine(claimNames(), modes(), Arbitraries.of("manual", "fast", "lazy", "local"))
                .as(Clusterwide::claim);
    }

    private static Action claim(String name, List<AccessMode> modes, String className) {
        PersistentVolumeClaim claim = Given.claim(name, "1Gi", className);
        return new Action.Create(claim.withSpec(claim.spec().withAccessModes(modes.get(0))));
    }

    private static Arbitrary<Action> pods() {
        return Combinators.combine(between(0, 2), claimNames(), Arbitraries.of("", "node-1", "node-2"))
                .as((number, claim, node) -> {
                    Pod pod = Given.pod("p" + number, claim);
                    return new Action.Create(node.isEmpty() ? pod : Given.on(node, pod));
                });
    }

    private static Arbitrary<Action> endings() {
        return Combinators.combine(between(0, 5), Arbitraries.of(PodPhase.SUCCEEDED, PodPhase.FAILED))
                .as(Ending::new);
    }

    private static Arbitrary<Action> deletions() {
        Arbitrary<Ref<?>> owners = Arbitraries.of(
                Deployment.ref(Given.NAMESPACE, "app"),
                DaemonSet.ref(Given.NAMESPACE, "agent"),
                ReplicaSet.ref(Given.NAMESPACE, "rs"),
                ReplicationController.ref(Given.NAMESPACE, "rc"),
                Job.ref(Given.NAMESPACE, "load"),
                Given.setKey("web"));
        return Combinators.combine(owners, Arbitraries.of(Deletion.Propagation.values()))
                .as((owner, way) -> new Action.Delete(owner, Deletion.DEFAULT.with(way)));
    }

    private static Arbitrary<Action> scalings() {
        Arbitrary<Ref<?>> owners = Arbitraries.of(
                Deployment.ref(Given.NAMESPACE, "app"),
                ReplicaSet.ref(Given.NAMESPACE, "rs"),
                ReplicationController.ref(Given.NAMESPACE, "rc"));
        return Combinators.combine(owners, between(0, 3))
                .as((owner, count) -> new Action.Patch(owner, Workloads.replicas(count)));
    }

    /** It is made, something is made in it, it goes. */
    private static Arbitrary<Action> namespaces() {
        Arbitrary<KubernetesObject> content = Arbitraries.<KubernetesObject>of(
                        Given.claim("c0", "1Gi", "manual"),
                        Given.claim("c1", "1Gi", "fast"),
                        Given.pod("p0", "c0"),
                        Workloads.deployment("app", 2, "c1"),
                        Workloads.job("load", JobSpec.builder().build(), "c1"))
                .map(object -> object.withMetadata(object.metadata().withNamespace(SHOP)));
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(namespace(SHOP))),
                Tuple.of(5, content.map(Action.Create::new)),
                Tuple.of(1, Arbitraries.just(held())),
                Tuple.of(3, Arbitraries.just(new Action.Delete(Namespace.ref(SHOP), Deletion.DEFAULT))));
    }

    /** One that stays makes them known, in a dump too. */
    private static Action namespace(String name) {
        return new Action.Create(Namespace.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .build());
    }

    /** A claim of the namespace that nobody lets go. */
    private static Action held() {
        PersistentVolumeClaim claim = Given.claim("held", "1Gi", "manual");
        return new Action.Create(
                claim.withMetadata(claim.metadata().withNamespace(SHOP).withFinalizer("example.com/hold")));
    }

    private static Arbitrary<Action> times() {
        return Arbitraries.of(5, 45, 400, 4000).map(seconds -> new Passing(Duration.ofSeconds(seconds)));
    }

    private static Arbitrary<String> claimNames() {
        return between(0, 2).map(number -> "c" + number);
    }

    private static Arbitrary<Integer> between(int least, int most) {
        return Arbitraries.integers().between(least, most);
    }

    private static ObjectMeta named(String name) {
        return ObjectMeta.builder().name(name).namespace(Given.NAMESPACE).build();
    }
}
