package io.mooring.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fabric8.kubernetes.api.model.Binding;
import io.fabric8.kubernetes.api.model.BindingBuilder;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.StatusCause;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.Watch;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.mooring.Answers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The API server behind the mock server, as fabric8's client sees it. */
@SuppressWarnings("NullAway.Init") // The extension fills the fields in.
@MooringCluster(provisioners = "csi.example.com")
class MockClusterTest {
    KubernetesClient client;
    MockCluster cluster;
    private Resource<PersistentVolumeClaim> data;

    @BeforeEach
    void claim() {
        data = client.persistentVolumeClaims().inNamespace("test").withName("data");
    }

    @Test
    void aCreationIsAnsweredBeforeTheControllersAct() {
        client.resource(Objects.volume("pv-1", "1Gi")).create();
        PersistentVolumeClaim created =
                client.resource(Objects.claim("data", "1Gi")).create();

        assertThat(created.getStatus().getPhase()).isEqualTo("Pending");
        assertThat(created.getMetadata().getUid()).isNotEmpty();
        assertThat(data.get().getStatus().getPhase()).isEqualTo("Bound");
        assertThat(cluster.world().claim("test", "data").orElseThrow().isBound())
                .isTrue();
    }

    @Test
    void refusalsAreTheApiServersWithCauses() {
        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(
                        () -> client.resource(Objects.claim("Bad_Name", "1Gi")).create())
                .satisfies(thrown -> {
                    assertThat(thrown.getCode()).isEqualTo(422);
                    assertThat(thrown.getStatus().getReason()).isEqualTo("Invalid");
                    assertThat(thrown.getStatus().getMessage())
                            .startsWith("PersistentVolumeClaim \"Bad_Name\" is invalid: metadata.name: Invalid value");
                    assertThat(thrown.getStatus().getDetails().getCauses())
                            .extracting(StatusCause::getField)
                            .containsExactly("metadata.name");
                });
    }

    @Test
    void whatIsThereAlreadyOrNotThereIsSaid() {
        client.resource(Objects.claim("data", "1Gi")).create();
        assertCode(409, () -> client.resource(Objects.claim("data", "1Gi")).create());
        assertCode(404, () -> client.resource(Objects.claim("none", "1Gi")).update());
        assertThat(client.pods().inNamespace("test").withName("none").get()).isNull();
        assertThat(client.pods().inNamespace("test").withName("none").delete()).isEmpty();
    }

    @Test
    void anObjectReadBeforeAnotherWriteIsAConflict() {
        client.resource(Objects.claim("data", "1Gi")).create();
        PersistentVolumeClaim read = data.get();
        data.edit(claim -> labelled(claim, "first"));
        assertCode(409, () -> client.resource(labelled(read, "second")).update());
        assertThat(data.get().getMetadata().getLabels()).containsEntry("by", "first");
    }

    @Test
    void aSchedulerOfOnesOwnBindsAPodOnce() {
        client.resource(Objects.pod("db", "data")).create();
        client.bindings().inNamespace("test").resource(binding("node-1")).create();
        assertThat(client.pods()
                        .inNamespace("test")
                        .withName("db")
                        .get()
                        .getSpec()
                        .getNodeName())
                .isEqualTo("node-1");

        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(() -> client.bindings()
                        .inNamespace("test")
                        .resource(binding("node-2"))
                        .create())
                .satisfies(thrown -> {
                    assertThat(thrown.getCode()).isEqualTo(409);
                    assertThat(thrown.getStatus().getMessage())
                            .isEqualTo("Operation cannot be fulfilled on pods/binding \"db\": pod db is already"
                                    + " assigned to node \"node-1\"");
                });
    }

    private static Binding binding(String node) {
        return new BindingBuilder()
                .withNewMetadata()
                .withName("db")
                .endMetadata()
                .withNewTarget()
                .withKind("Node")
                .withName(node)
                .endTarget()
                .build();
    }

    private static PersistentVolumeClaim labelled(PersistentVolumeClaim claim, String value) {
        return claim.edit()
                .editMetadata()
                .addToLabels("by", value)
                .endMetadata()
                .build();
    }

    @Test
    void allKindsOfPatchAreTaken() {
        client.resource(Objects.set("db", 1, "manual", "1Gi")).create();
        Resource<StatefulSet> set =
                client.apps().statefulSets().inNamespace("test").withName("db");

        set.patch(PatchContext.of(PatchType.JSON), "[{\"op\":\"replace\",\"path\":\"/spec/replicas\",\"value\":2}]");
        assertThat(set.get().getSpec().getReplicas()).isEqualTo(2);
        set.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"labels\":{\"tier\":\"gold\"}}}");
        assertThat(set.get().getMetadata().getLabels()).containsEntry("tier", "gold");
        set.patch(
                PatchContext.of(PatchType.STRATEGIC_MERGE),
                "{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"db\",\"image\":\"db:2\"}]}}}}");
        StatefulSet patched = set.get();
        assertThat(patched.getSpec().getTemplate().getSpec().getContainers())
                .singleElement()
                .satisfies(container -> {
                    assertThat(container.getImage()).isEqualTo("db:2");
                    assertThat(container.getVolumeMounts()).hasSize(1);
                });
        set.scale(3);
        assertThat(set.get().getSpec().getReplicas()).isEqualTo(3);
        assertCode(
                422,
                () -> set.patch(
                        PatchContext.of(PatchType.JSON),
                        "[{\"op\":\"test\",\"path\":\"/spec/replicas\",\"value\":9}]"));
    }

    @Test
    void whatIsAppliedNoMoreGoes() {
        ConfigMap first = config(Map.of("a", "1", "b", "2"));
        client.resource(first).fieldManager("operator").serverSideApply();
        ConfigMap applied = client.resource(config(Map.of("a", "3")))
                .fieldManager("operator")
                .serverSideApply();
        assertThat(applied.getData()).isEqualTo(Map.of("a", "3"));

        assertCode(
                409,
                () -> client.resource(config(Map.of("a", "4")))
                        .fieldManager("other")
                        .serverSideApply());
        assertThat(client.resource(config(Map.of("a", "4")))
                        .fieldManager("other")
                        .forceConflicts()
                        .serverSideApply()
                        .getData())
                .isEqualTo(Map.of("a", "4"));
    }

    private static ConfigMap config(Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName("config")
                .withNamespace("test")
                .endMetadata()
                .withData(data)
                .build();
    }

    @Test
    void aStatusIsWrittenApart() {
        client.resource(Objects.claim("data", "1Gi")).create();
        data.editStatus(claim -> claim.edit()
                .editStatus()
                .addNewCondition()
                .withType("Resizing")
                .withStatus("True")
                .endCondition()
                .endStatus()
                .build());
        assertThat(data.get().getStatus().getConditions()).hasSize(1);

        data.edit(claim -> claim.edit().withNewStatus().endStatus().build());
        assertThat(data.get().getStatus().getConditions()).hasSize(1);
    }

    @Test
    void aWatchSeesEachStep() {
        List<String> seen = new CopyOnWriteArrayList<>();
        client.resource(Objects.volume("pv-1", "1Gi")).create();
        Watch watch = client.persistentVolumeClaims().inNamespace("test").watch(watcher(seen));
        client.resource(Objects.claim("data", "1Gi")).create();
        data.delete();
        await(() -> seen.contains("DELETED Bound"));
        watch.close();
        assertThat(seen.get(0)).isEqualTo("ADDED Pending");
        assertThat(seen).containsSubsequence("MODIFIED Pending", "MODIFIED Bound", "DELETED Bound");
    }

    @Test
    void aWatchHearsWhatTheControllersSay() {
        List<String> heard = new CopyOnWriteArrayList<>();
        SharedIndexInformer<Event> informer =
                client.v1().events().inNamespace("test").inform(heardBy(heard));
        client.resource(Objects.storageClass("manual", "csi.example.com")).create();
        cluster.assuming("csi.example.com", Answers.fail("array is full"));
        client.resource(Objects.claim("data", "1Gi")).create();
        await(() -> heard.stream().anyMatch(event -> event.startsWith("added ProvisioningFailed 1")));
        data.edit(claim -> {
            claim.getMetadata().setLabels(Map.of("app", "shop"));
            return claim;
        });
        await(() -> heard.contains("updated ExternalProvisioning 2 to 3"));
        assertThat(client.v1().events().inNamespace("test").list().getItems())
                .extracting(event -> event.getMetadata().getUid())
                .hasSameElementsAs(informer.getStore().list().stream()
                        .map(event -> event.getMetadata().getUid())
                        .toList());
        informer.close();
    }

    private static ResourceEventHandler<Event> heardBy(List<String> heard) {
        return new ResourceEventHandler<>() {
            @Override
            public void onAdd(Event event) {
                heard.add("added " + event.getReason() + " " + event.getCount());
            }

            @Override
            public void onUpdate(Event before, Event after) {
                heard.add("updated " + after.getReason() + " " + before.getCount() + " to " + after.getCount());
            }

            @Override
            public void onDelete(Event event, boolean isUnknown) {
                heard.add("deleted " + event.getReason());
            }
        };
    }

    private static Watcher<PersistentVolumeClaim> watcher(List<String> seen) {
        return new Watcher<>() {
            @Override
            public void eventReceived(Action action, PersistentVolumeClaim claim) {
                seen.add(action + " " + claim.getStatus().getPhase());
            }

            @Override
            public void onClose(WatcherException cause) {
                seen.add("closed");
            }
        };
    }

    @Test
    void anInformerIsUpToDate() {
        try (SharedIndexInformer<PersistentVolumeClaim> informer =
                client.persistentVolumeClaims().inNamespace("test").inform()) {
            client.resource(Objects.volume("pv-1", "1Gi")).create();
            client.resource(Objects.claim("data", "1Gi")).create();
            await(() -> informer.getStore().list().stream()
                    .anyMatch(claim -> "Bound".equals(claim.getStatus().getPhase())));
        }
    }

    @Test
    void selectorsSelect() {
        client.resource(labelled(Objects.claim("a", "1Gi"), "x")).create();
        client.resource(labelled(Objects.claim("b", "1Gi"), "y")).create();
        var claims = client.persistentVolumeClaims().inNamespace("test");

        assertThat(names(claims.withLabel("by", "x").list().getItems())).containsExactly("a");
        assertThat(names(claims.withLabelIn("by", "y", "z").list().getItems())).containsExactly("b");
        assertThat(names(claims.withLabelNotIn("by", "y").list().getItems())).containsExactly("a");
        assertThat(names(claims.withoutLabel("by").list().getItems())).isEmpty();
        assertThat(names(claims.withField("metadata.name", "b").list().getItems()))
                .containsExactly("b");
        assertThat(names(client.persistentVolumeClaims().inAnyNamespace().list().getItems()))
                .containsExactly("a", "b");
        claims.withLabel("by", "x").delete();
        assertThat(names(claims.list().getItems())).containsExactly("b");
    }

    private static List<String> names(List<PersistentVolumeClaim> claims) {
        return claims.stream().map(claim -> claim.getMetadata().getName()).toList();
    }

    @Test
    void aProvisionerThatFailsIsHeardOf() {
        cluster.assuming("csi.example.com", Answers.fail("array is full"));
        client.resource(Objects.storageClass("manual", "csi.example.com")).create();
        client.resource(Objects.claim("data", "1Gi")).create();
        assertThat(data.get().getStatus().getPhase()).isEqualTo("Pending");
        assertThat(client.v1().events().inNamespace("test").list().getItems())
                .anyMatch(event -> event.getMessage().contains("array is full"));

        cluster.assuming("csi.example.com", Answers.succeed());
        assertThat(data.get().getStatus().getPhase()).isEqualTo("Bound");
    }

    @Test
    void anOperatorsWriteFailsAsOftenAsWasSaid() {
        cluster.fail(Fault.conflict()
                .on(Fault.Verb.CREATE)
                .ofKind("PersistentVolumeClaim")
                .named("test/data")
                .byClients()
                .times(1));
        assertCode(409, () -> client.resource(Objects.claim("data", "1Gi")).create());
        client.resource(Objects.claim("data", "1Gi")).create();
        assertThat(data.get()).isNotNull();
    }

    @Test
    void aControllersWriteThatFailsIsMadeAgainLater() {
        cluster.fail(Fault.serverError("etcdserver: request timed out")
                .on(Fault.Verb.UPDATE_STATUS)
                .ofKind("PersistentVolumeClaim")
                .byController("persistentvolume-binder-controller"));
        client.resource(Objects.volume("pv-1", "1Gi")).create();
        client.resource(Objects.claim("data", "1Gi")).create();
        assertThat(data.get().getStatus().getPhase()).isEqualTo("Pending");

        cluster.clearFaults();
        cluster.advance(Duration.ofSeconds(1));
        assertThat(data.get().getStatus().getPhase()).isEqualTo("Bound");
    }

    @Test
    void customResourcesLiveInTheSameCluster() {
        DatabaseOperator operator = new DatabaseOperator(client, "1Gi");
        GenericKubernetesResource database = operator.database("db", 1);
        assertThat(database.getMetadata().getGeneration()).isEqualTo(1);
        var databases =
                client.genericKubernetesResources(DatabaseOperator.DATABASES).inNamespace("test");

        databases.withName("db").edit(each -> {
            each.setAdditionalProperty("spec", Map.of("replicas", 3));
            return each;
        });
        assertThat(databases.withName("db").get().getMetadata().getGeneration()).isEqualTo(2);
        assertCode(409, () -> databases.resource(database).update());
        assertThat(databases.list().getItems()).hasSize(1);
        assertThat(client.genericKubernetesResources("example.com/v1", "Database")
                        .inNamespace("test")
                        .list()
                        .getItems())
                .hasSize(1);
    }

    @Test
    void withTheFirstNamespaceTheOthersMustBeCreated() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName("shop")
                        .endMetadata()
                        .build())
                .create();
        client.resource(Objects.claim("data", "1Gi")).create();
        PersistentVolumeClaim elsewhere = Objects.claim("data", "1Gi")
                .edit()
                .editMetadata()
                .withNamespace("none")
                .endMetadata()
                .build();
        assertCode(404, () -> client.resource(elsewhere).create());
    }

    @Test
    void whatTheTestExpectsOfTheServerComesFirst() {
        cluster.server()
                .expect()
                .get()
                .withPath("/api/v1/namespaces/test/pods/special")
                .andReturn(200, Objects.pod("special", "data"))
                .once();
        assertThat(client.pods().inNamespace("test").withName("special").get()).isNotNull();
        assertThat(client.pods().inNamespace("test").withName("special").get()).isNull();
    }

    @Test
    void manifestsThatAreRefusedStopTheTest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MockCluster.setup()
                        .read("{apiVersion: v1, kind: PersistentVolume, metadata: {name: pv}}")
                        .start())
                .withMessageContaining("spec.capacity: Required value");
    }

    @MooringCluster(nodes = 0)
    @Nested
    class WithoutNodes {
        @Test
        void podsWait() {
            client.resource(Objects.pod("db", "data")).create();
            assertThat(client.nodes().list().getItems()).isEmpty();
            assertThat(cluster.why("pod/db").text()).contains("test/db has no node");
        }
    }

    @MooringCluster(stepwise = true)
    @Nested
    class Stepwise {
        @Test
        void aTestStandsBetweenTwoControllers() {
            client.resource(Objects.volume("pv-1", "1Gi")).create();
            cluster.settle();
            client.resource(Objects.claim("data", "1Gi")).create();
            assertThat(data.get().getStatus().getPhase()).isEqualTo("Pending");

            while (client.persistentVolumes().withName("pv-1").get().getSpec().getClaimRef() == null) {
                assertThat(cluster.step()).isPresent();
            }
            assertThat(data.get().getSpec().getVolumeName()).isNull();
            cluster.settle();
            assertThat(data.get().getStatus().getPhase()).isEqualTo("Bound");
            assertThat(cluster.step()).isEmpty();

            cluster.resume();
            data.delete();
            assertThat(data.get()).isNull();
        }

        @Test
        void whoComesFirstIsDecidedByASeed() {
            cluster.order(7);
            client.resource(Objects.volume("pv-1", "1Gi")).create();
            client.resource(Objects.claim("a", "1Gi")).create();
            client.resource(Objects.claim("b", "1Gi")).create();
            cluster.settle();
            assertThat(client.persistentVolumeClaims()
                            .inNamespace("test")
                            .list()
                            .getItems())
                    .extracting(claim -> claim.getStatus().getPhase())
                    .containsExactlyInAnyOrder("Bound", "Pending");
        }
    }

    private static void assertCode(int code, Runnable call) {
        assertThatExceptionOfType(KubernetesClientException.class)
                .isThrownBy(call::run)
                .satisfies(thrown -> assertThat(thrown.getCode()).isEqualTo(code));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
