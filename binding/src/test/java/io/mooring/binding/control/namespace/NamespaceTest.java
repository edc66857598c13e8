package io.mooring.binding.control.namespace;

import static io.mooring.binding.control.workload.Workloads.deployment;
import static io.mooring.binding.story.Given.claim;
import static io.mooring.binding.story.Given.node;
import static io.mooring.binding.story.Given.parallel;
import static io.mooring.binding.story.Given.pod;
import static io.mooring.binding.story.Given.reclaimed;
import static io.mooring.binding.story.Given.set;
import static io.mooring.binding.story.Given.storageClass;
import static io.mooring.binding.story.Given.volume;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mooring.admission.object.Objects;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Answer;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Controllers;
import io.mooring.binding.world.Dump;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.NamespaceCondition;
import io.mooring.meta.NamespacePhase;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.OtherObject;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamespaceTest {
    private static final String SHOP = "shop";
    private static final String HOLD = "example.com/hold";

    @Test
    void aNewNamespaceIsActiveAndHeldUntilItsContentIsGone() {
        Namespace shop = with(namespace(SHOP)).get(Namespace.ref(SHOP)).orElseThrow();

        assertThat(shop.status().phase()).contains(NamespacePhase.ACTIVE);
        assertThat(shop.spec().finalizers()).containsExactly("kubernetes");
        assertThat(shop.metadata().labels()).containsEntry("kubernetes.io/metadata.name", SHOP);
    }

    @Test
    void anEmptyNamespaceGoesAtOnce() {
        assertThat(deleted(with(namespace(SHOP))).get(Namespace.ref(SHOP))).isEmpty();
    }

    @Test
    void takesItsContentAlongAndTheVolumesAsTheirPoliciesSay() {
        Cluster cluster = with(
                namespace(SHOP),
                node("n", "4"),
                storageClass("fast"),
                reclaimed(volume("kept", "1Gi", "manual"), ReclaimPolicy.RETAIN),
                in(SHOP, claim("old", "1Gi", "manual")),
                in(SHOP, pod("reader", "old")),
                in(SHOP, parallel(set("web", 3, "1Gi", "fast"))));
        assertThat(cluster.list(PersistentVolume.KIND)).hasSize(4);

        Cluster after = deleted(cluster);

        assertThat(after.get(Namespace.ref(SHOP))).isEmpty();
        assertThat(after.allIn(SHOP)).isEmpty();
        assertThat(after.list(PersistentVolume.KIND)).singleElement().satisfies(kept -> {
            assertThat(kept.metadata().name()).isEqualTo("kept");
            assertThat(kept.status().phase()).contains(VolumePhase.RELEASED);
        });
    }

    @Test
    void whatAFinalizerHoldsIsTold() {
        Cluster held = deleted(
                with(namespace(SHOP), in(SHOP, held(claim("data", "1Gi", "manual"))), in(SHOP, configMap("settings"))));

        assertThat(conditions(held))
                .containsExactly(
                        "NamespaceDeletionDiscoveryFailure False ResourcesDiscovered: All resources successfully"
                                + " discovered",
                        "NamespaceDeletionGroupVersionParsingFailure False ParsedGroupVersions: All legacy kube types"
                                + " successfully parsed",
                        "NamespaceDeletionContentFailure False ContentDeleted: All content successfully deleted, may be"
                                + " waiting on finalization",
                        "NamespaceContentRemaining True SomeResourcesRemain: Some resources are remaining:"
                                + " persistentvolumeclaims. has 1 resource instances",
                        "NamespaceFinalizersRemaining True SomeFinalizerRemain: Some finalizers are remaining:"
                                + " example.com/hold in 1 resource instances");
        Cluster released = held.patch(
                        claim("data", "1Gi", "manual")
                                .withMetadata(meta("data", SHOP))
                                .ref(),
                        withoutFinalizers())
                .orThrow()
                .settle();
        assertThat(released.get(Namespace.ref(SHOP))).isEmpty();
    }

    @Test
    void nothingElseGoesBeforeTheLastPod() {
        Cluster cluster = with(namespace(SHOP), in(SHOP, held(pod("job"))), in(SHOP, configMap("settings")));

        Cluster waiting = deleted(cluster);

        assertThat(waiting.allIn(SHOP).map(KubernetesObject::metadata))
                .extracting(ObjectMeta::name, ObjectMeta::isBeingDeleted)
                .containsExactly(tuple("settings", false), tuple("job", true));
        assertThat(conditions(waiting))
                .contains("NamespaceContentRemaining False ContentRemoved: All content successfully removed");
        Cluster after = waiting.patch(pod("job").withMetadata(meta("job", SHOP)).ref(), withoutFinalizers())
                .orThrow()
                .settle();
        assertThat(after.get(Namespace.ref(SHOP))).isEmpty();
    }

    @Test
    void nobodyCreatesAnythingInANamespaceThatIsBeingDeleted() {
        Cluster cluster = deleted(with(
                namespace(SHOP),
                node("n", "4"),
                in(SHOP, held(pod("job"))),
                in(SHOP, parallel(set("web", 2, "1Gi", "manual")))));
        int told = cluster.events().size();

        assertThat(refused(cluster.create(in(SHOP, claim("late", "1Gi", "manual")))))
                .isEqualTo("403 Forbidden persistentvolumeclaims \"late\" is forbidden: unable to create new content in"
                        + " namespace shop because it is being terminated");
        assertThat(cluster.create(in(SHOP, claim("late", "1Gi", "manual")))
                        .answer()
                        .refused()
                        .orElseThrow()
                        .causes())
                .singleElement()
                .satisfies(cause -> {
                    assertThat(cause.kind().reason()).isEqualTo("NamespaceTerminating");
                    assertThat(cause.field()).hasToString("metadata.namespace");
                    assertThat(cause.message()).isEqualTo("namespace shop is being terminated");
                });
        // The set is there still and would make its pods again; the API takes neither them nor the event that says so.
        assertThat(cluster.allIn(SHOP).map(object -> object.ref().toString()).toList())
                .anyMatch(ref -> ref.contains("web"));
        Cluster later = cluster.advance(Duration.ofMinutes(10)).settle();
        assertThat(later.list(Pod.KIND, SHOP)).hasSize(1);
        assertThat(later.events()).hasSize(told);
    }

    @Test
    void aDeploymentMakesNoMorePodsAndCallsItNoFailure() {
        Cluster cluster =
                with(namespace(SHOP), node("n", "4"), in(SHOP, deployment("web", 2)), in(SHOP, held(pod("job"))));
        int told = cluster.events().size();

        Cluster waiting = deleted(cluster);

        assertThat(waiting.list(Pod.KIND, SHOP)).hasSize(1);
        assertThat(waiting.list(ReplicaSet.KIND, SHOP))
                .singleElement()
                .satisfies(set -> assertThat(set.status().conditions()).isEmpty());
        assertThat(waiting.events()).hasSize(told);
        Cluster changed = waiting.patch(
                        Deployment.ref(SHOP, "web"),
                        JsonObject.of(
                                "spec",
                                JsonObject.of(
                                        "template",
                                        JsonObject.of(
                                                "metadata",
                                                JsonObject.of(
                                                        "annotations", JsonObject.of("a", new JsonString("b")))))))
                .orThrow()
                .settle();
        assertThat(changed.list(ReplicaSet.KIND, SHOP)).hasSize(1);
        assertThat(changed.list(Deployment.KIND, SHOP))
                .singleElement()
                .satisfies(deployment -> assertThat(deployment.status().conditions())
                        .noneMatch(condition -> condition.reason().equals("ReplicaSetCreateError")));
        Cluster after = changed.patch(pod("job").withMetadata(meta("job", SHOP)).ref(), withoutFinalizers())
                .orThrow()
                .settle();
        assertThat(after.get(Namespace.ref(SHOP))).isEmpty();
        assertThat(after.allIn(SHOP)).isEmpty();
    }

    @Test
    void creatingIntoANamespaceThatIsNotThereIsRefused() {
        Cluster cluster = with(namespace(SHOP));

        assertThat(refused(cluster.create(in("ship", claim("data", "1Gi", "manual")))))
                .isEqualTo("404 NotFound namespaces \"ship\" not found");
        for (String own : Namespace.OF_KUBERNETES) {
            assertThat(cluster.create(in(own, claim("data", "1Gi", "manual")))
                            .answer()
                            .isAccepted())
                    .isTrue();
        }
    }

    @Test
    void everyNamespaceExistsWhereNoneWasEverAnObject() {
        assertThat(with(in("ship", claim("data", "1Gi", "manual"))).allIn("ship"))
                .hasSize(1);
    }

    @Test
    void namespacesStayKnownWhenTheLastIsGone() {
        Cluster cluster = deleted(with(namespace(SHOP)));

        assertThat(refused(cluster.create(in(SHOP, claim("data", "1Gi", "manual")))))
                .isEqualTo("404 NotFound namespaces \"shop\" not found");
    }

    @Test
    void aNamespaceInWhichSomethingLivesExists() {
        Cluster cluster = with(in("ship", claim("data", "1Gi", "manual")), namespace(SHOP));

        assertThat(cluster.create(in("ship", claim("more", "1Gi", "manual")))
                        .answer()
                        .isAccepted())
                .isTrue();
    }

    @Test
    void immortalNamespacesStay() {
        for (String name : List.of("default", "kube-system", "kube-public")) {
            String words = "403 Forbidden namespaces \"" + name + "\" is forbidden: this namespace may not be deleted";
            assertThat(refused(with().delete(Namespace.ref(name)))).isEqualTo(words);
            assertThat(refused(with(namespace(name)).delete(Namespace.ref(name))))
                    .isEqualTo(words);
        }
        assertThat(refused(with().delete(Namespace.ref(SHOP)))).isEqualTo("404 NotFound namespaces \"shop\" not found");
    }

    @Test
    void deletingAgainChangesNothing() {
        Cluster held = deleted(with(namespace(SHOP), in(SHOP, held(configMap("settings")))));

        Outcome again = held.delete(Namespace.ref(SHOP));

        assertThat(again.answer().isAccepted()).isTrue();
        assertThat(again.cluster().changesSince(held)).isEmpty();
    }

    @Test
    void anotherFinalizerOfItsSpecHoldsItWhenItsContentIsGone() {
        Namespace shop = namespace(SHOP).withSpecFinalizers(List.of("example.com/audit"));
        Cluster held = deleted(with(shop));

        assertThat(held.get(Namespace.ref(SHOP)).orElseThrow().spec().finalizers())
                .containsExactly("example.com/audit");
        assertThat(held.finalizeNamespace(Namespace.ref(SHOP), List.of())
                        .orThrow()
                        .get(Namespace.ref(SHOP)))
                .isEmpty();
    }

    @Test
    void aFinalizerOfItsMetadataHoldsItToo() {
        Cluster held = deleted(with(held(namespace(SHOP))));

        assertThat(held.get(Namespace.ref(SHOP)).orElseThrow().isFinalized()).isTrue();
        assertThat(held.patch(Namespace.ref(SHOP), withoutFinalizers())
                        .orThrow()
                        .get(Namespace.ref(SHOP)))
                .isEmpty();
    }

    @Test
    void whereKindsAreUnknownItStays() {
        Cluster terminating = with(namespace(SHOP)).delete(Namespace.ref(SHOP)).orThrow();
        List<JsonObject> trees = terminating.all().map(Objects::write).toList();
        Controllers controllers = ControlPlane.DEFAULT.controllers();

        Cluster partial = Cluster.open(controllers, Dump.of(trees)).settle();
        Cluster whole = Cluster.open(controllers, Dump.of(trees).ofEverything()).settle();

        assertThat(partial.get(Namespace.ref(SHOP)).orElseThrow().status().conditions())
                .isEmpty();
        assertThat(whole.get(Namespace.ref(SHOP))).isEmpty();
    }

    @Test
    void anUpdateLeavesTheFinalizersOfItsSpecAlone() {
        Cluster cluster = with(namespace(SHOP));
        JsonObject patch = JsonObject.of("spec", JsonObject.of("finalizers", JsonNull.NULL));

        Cluster after = cluster.patch(Namespace.ref(SHOP), patch).orThrow();

        assertThat(after.get(Namespace.ref(SHOP)).orElseThrow().spec().finalizers())
                .containsExactly("kubernetes");
    }

    @Test
    void thePhaseFollowsTheDeletion() {
        Outcome outcome = with(namespace(SHOP))
                .patchStatus(
                        Namespace.ref(SHOP),
                        JsonObject.of("status", JsonObject.of("phase", new JsonString("Terminating"))));

        assertThat(refused(outcome))
                .isEqualTo(
                        "422 Invalid Namespace \"shop\" is invalid: status.Phase: Invalid value: \"Terminating\": may"
                                + " only be 'Active' if `deletionTimestamp` is empty");
    }

    @Test
    void aNameIsALabelAndAFinalizerIsQualified() {
        assertThat(refused(with().create(namespace("a.b")))).contains("metadata.name: Invalid value: \"a.b\"");
        assertThat(refused(with().create(namespace(SHOP).withSpecFinalizers(List.of("hold")))))
                .isEqualTo(
                        "422 Invalid Namespace \"shop\" is invalid: spec.finalizers: Invalid value: \"hold\": name is"
                                + " neither a standard finalizer name nor is it fully qualified");
    }

    private static Cluster with(KubernetesObject... objects) {
        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT
                .withProvisioners(Provisioner.instant("csi.example.com"))
                .controllers());
        for (KubernetesObject object : Arrays.asList(objects)) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    private static Cluster deleted(Cluster cluster) {
        Cluster after = cluster.delete(Namespace.ref(SHOP)).orThrow().settle();
        assertThat(after.settle().changesSince(after)).isEmpty();
        return after;
    }

    private static Namespace namespace(String name) {
        return Namespace.builder()
                .metadata(ObjectMeta.builder().name(name).build())
                .build();
    }

    private static OtherObject configMap(String name) {
        return new OtherObject(OtherObject.kindOf("v1", "ConfigMap"), meta(name, SHOP), JsonObject.EMPTY);
    }

    private static <T extends KubernetesObject> KubernetesObject in(String namespace, T object) {
        return object.withMetadata(object.metadata().withNamespace(namespace));
    }

    private static KubernetesObject held(KubernetesObject object) {
        return object.withMetadata(object.metadata().withFinalizer(HOLD));
    }

    private static ObjectMeta meta(String name, String namespace) {
        return ObjectMeta.builder().name(name).namespace(namespace).build();
    }

    private static JsonObject withoutFinalizers() {
        return JsonObject.of("metadata", JsonObject.of("finalizers", new JsonArray(List.of())));
    }

    private static List<String> conditions(Cluster cluster) {
        return cluster.get(Namespace.ref(SHOP)).orElseThrow().status().conditions().stream()
                .map(NamespaceTest::text)
                .toList();
    }

    private static String text(NamespaceCondition condition) {
        return condition.type() + " " + condition.status() + " " + condition.reason() + ": " + condition.message();
    }

    private static String refused(Outcome outcome) {
        Optional<Answer.Refused> refused = outcome.answer().refused();
        return refused.map(answer -> answer.code() + " " + answer.reason() + " " + answer.message())
                .orElse("accepted");
    }
}
