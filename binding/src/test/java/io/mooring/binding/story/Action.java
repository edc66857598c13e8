package io.mooring.binding.story;

import io.mooring.admission.object.Objects;
import io.mooring.binding.control.workload.Workloads;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.CompletionMode;
import io.mooring.workload.Job;
import io.mooring.workload.JobSpec;
import io.mooring.workload.Pod;
import io.mooring.workload.PodPhase;
import io.mooring.workload.SuccessPolicy;
import io.mooring.workload.SuccessRule;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One call of a random story; the API may refuse it. */
interface Action {
    /** The annotation of a claim that was bound once. */
    String COMPLETED = "pv.kubernetes.io/bind-completed";

    Outcome on(Cluster cluster);

    /** Whether it deletes or changes this very object. */
    default boolean isAbout(Ref<?> key) {
        return (this instanceof Delete delete && delete.key().equals(key))
                || (this instanceof Patch patch && patch.key().equals(key));
    }

    /** The same calls for everybody: creations, deletions and patches of a few names, so that they meet. */
    static Arbitrary<Action> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, volumes()),
                Tuple.of(6, claims()),
                Tuple.of(3, pods()),
                Tuple.of(2, sets()),
                Tuple.of(2, workloads()),
                Tuple.of(1, jobs()),
                Tuple.of(2, Arbitraries.just(new PodSucceeds())),
                Tuple.of(3, classes()),
                Tuple.of(6, deletions()),
                Tuple.of(4, patches()));
    }

    static Arbitrary<List<Action>> story() {
        return any().list().ofMinSize(5).ofMaxSize(40);
    }

    record Create(KubernetesObject object) implements Action {
        @Override
        public Outcome on(Cluster cluster) {
            return cluster.create(object);
        }

        @Override
        public String toString() {
            return "create " + Objects.write(object).toJson();
        }
    }

    record Delete(Ref<?> key, Deletion options) implements Action {
        @Override
        public Outcome on(Cluster cluster) {
            return cluster.delete(key, options);
        }
    }

    /** The first pod of the Job that has not ended succeeds; refused if there is none. */
    record PodSucceeds() implements Action {
        @Override
        public Outcome on(Cluster cluster) {
            Ref<Pod> pod = cluster.list(Pod.KIND, Given.NAMESPACE).stream()
                    .filter(each -> each.metadata().name().startsWith("load-") && !each.hasEnded())
                    .findFirst()
                    .map(Pod::ref)
                    .orElse(Given.podKey("load-none"));
            return cluster.patchStatus(pod, Workloads.ended(PodPhase.SUCCEEDED));
        }
    }

    record Patch(Ref<?> key, JsonObject patch) implements Action {
        @Override
        public Outcome on(Cluster cluster) {
            return cluster.patch(key, patch);
        }
    }

    private static Arbitrary<Action> volumes() {
        Arbitrary<ReclaimPolicy> policies =
                Arbitraries.of(ReclaimPolicy.RETAIN, ReclaimPolicy.DELETE, ReclaimPolicy.RECYCLE);
        return Combinators.combine(
                        names("v"), sizes(), classNames(), policies, names("c").injectNull(0.8))
                .as((name, size, className, policy, claim) -> {
                    PersistentVolume volume = Given.reclaimed(Given.volume(name, size, className), policy);
                    return new Create(claim == null ? volume : Given.reservedFor(claim, volume));
                });
    }

    private static Arbitrary<Action> claims() {
        return Combinators.combine(names("c"), sizes(), classNames())
                .as((name, size, className) -> new Create(Given.claim(name, size, className)));
    }

    private static Arbitrary<Action> pods() {
        return Combinators.combine(names("p"), names("c"), names("c"))
                .as((name, one, other) ->
                        new Create(one.equals(other) ? Given.pod(name, one) : Given.pod(name, one, other)));
    }

    private static Arbitrary<Action> sets() {
        return Combinators.combine(replicas(), sizes(), classNames(), Arbitraries.of(true, false))
                .as((replicas, size, className, isParallel) -> {
                    var set = Given.set("web", replicas, size, className);
                    return new Create(isParallel ? Given.parallel(set) : set);
                });
    }

    private static Arbitrary<Action> workloads() {
        return Combinators.combine(replicas(), names("c"), Arbitraries.of(true, false))
                .as((replicas, claim, isDeployment) -> new Create(
                        isDeployment ? Workloads.deployment("app", replicas, claim) : Workloads.daemonSet("agent")));
    }

    /** Whose pods only succeed: after a failure what happens goes by a clock that a dump does not have to the second. */
    private static Arbitrary<Action> jobs() {
        JobSpec some = JobSpec.builder().completions(3).parallelism(2).build();
        JobSpec numbered = some.withCompletionMode(CompletionMode.INDEXED);
        SuccessRule two = SuccessRule.builder().succeededCount(2).build();
        Arbitrary<JobSpec> specs = Arbitraries.of(
                some,
                numbered,
                numbered.withSuccessPolicy(SuccessPolicy.builder().addRules(two).build()));
        return Combinators.combine(specs, names("c"))
                .as((spec, claim) -> new Create(Workloads.job("load", spec, claim)));
    }

    private static Arbitrary<Action> classes() {
        return Arbitraries.of(
                new Create(Given.storageClass("fast")),
                new Create(Given.lazy("lazy")),
                new Create(Given.lazy("local").withProvisioner("kubernetes.io/no-provisioner")),
                new Create(Given.node("node-1", "8")),
                new Create(Given.node("node-2", "8")));
    }

    private static Arbitrary<Action> deletions() {
        Arbitrary<Deletion> options =
                Arbitraries.of(Deletion.Propagation.values()).map(Deletion.DEFAULT::with);
        return Combinators.combine(keys(), options.injectNull(0.5))
                .as((key, option) -> new Delete(key, option == null ? Deletion.DEFAULT : option));
    }

    private static Arbitrary<Action> patches() {
        Arbitrary<Action> growth = Combinators.combine(names("c"), sizes())
                .as((name, size) -> new Patch(
                        Given.claimKey(name),
                        JsonObject.of(
                                "spec",
                                JsonObject.of(
                                        "resources",
                                        JsonObject.of("requests", JsonObject.of("storage", new JsonString(size)))))));
        Arbitrary<Action> clearing = names("v")
                .map(name -> new Patch(
                        Given.volumeKey(name), JsonObject.of("spec", JsonObject.of("claimRef", JsonNull.NULL))));
        Arbitrary<Action> scaling = replicas()
                .map(replicas -> new Patch(
                        Given.setKey("web"),
                        JsonObject.of("spec", JsonObject.of("replicas", JsonNumber.of(replicas)))));
        Arbitrary<Action> policy = Combinators.combine(names("v"), Arbitraries.of("Retain", "Delete", "Recycle"))
                .as((name, text) -> new Patch(
                        Given.volumeKey(name),
                        JsonObject.of("spec", JsonObject.of("persistentVolumeReclaimPolicy", new JsonString(text)))));
        Arbitrary<Action> forgetting = names("v")
                .map(name -> new Patch(
                        Given.volumeKey(name),
                        JsonObject.of("spec", JsonObject.of("claimRef", JsonObject.of("uid", JsonNull.NULL)))));
        Arbitrary<Action> unbinding = names("c")
                .map(name -> new Patch(
                        Given.claimKey(name),
                        JsonObject.of(
                                "metadata", JsonObject.of("annotations", JsonObject.of(COMPLETED, JsonNull.NULL)))));
        return Arbitraries.oneOf(growth, clearing, scaling, policy, forgetting, unbinding);
    }

    private static Arbitrary<Ref<?>> keys() {
        return Arbitraries.oneOf(
                names("v").map(Given::volumeKey),
                names("c").map(Given::claimKey),
                names("c").map(Given::claimKey),
                names("p").map(Given::podKey),
                Arbitraries.integers().between(0, 2).map(ordinal -> Given.podKey("web-" + ordinal)),
                Arbitraries.integers().between(0, 2).map(ordinal -> Given.claimKey("www-web-" + ordinal)),
                Arbitraries.of(Given.setKey("web"), Job.ref(Given.NAMESPACE, "load")));
    }

    private static Arbitrary<String> names(String prefix) {
        return Arbitraries.integers().between(0, 2).map(number -> prefix + number);
    }

    private static Arbitrary<String> sizes() {
        return Arbitraries.of("1Gi", "2Gi", "5Gi");
    }

    private static Arbitrary<String> classNames() {
        return Arbitraries.of("manual", "manual", "manual", "fast", "lazy", "local", "");
    }

    private static Arbitrary<Integer> replicas() {
        return Arbitraries.integers().between(0, 3);
    }

    /** What a claim asks for. */
    static Quantity request(PersistentVolumeClaim claim) {
        return claim.spec().resources().requests().get("storage");
    }
}
