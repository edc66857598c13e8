package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mooring.Mooring;
import io.mooring.admission.Admission;
import io.mooring.admission.Verdict;
import io.mooring.binding.check.Checks;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.explain.Edit;
import io.mooring.binding.explain.Explainer;
import io.mooring.binding.explain.Explanation;
import io.mooring.binding.explore.Checked;
import io.mooring.binding.explore.Exploration;
import io.mooring.binding.explore.Explorer;
import io.mooring.binding.explore.Property;
import io.mooring.binding.finding.Finding;
import io.mooring.binding.match.Search;
import io.mooring.binding.match.VolumeMatcher;
import io.mooring.binding.match.VolumePool;
import io.mooring.binding.plan.BindingPlan;
import io.mooring.binding.plan.DataLoss;
import io.mooring.binding.plan.Planner;
import io.mooring.binding.plan.Upgrade;
import io.mooring.binding.plan.WorldDifference;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.LaggingWorld.Bounds;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.node.NodeMatcher;
import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.quantity.Quantity;
import io.mooring.quantity.QuantityFormatException;
import io.mooring.release.Behaviour;
import io.mooring.release.Release;
import io.mooring.release.Semantics;
import io.mooring.storage.AccessMode;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeBindingMode;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import io.mooring.yaml.Manifests;
import io.mooring.yaml.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples in the javadoc of front doors, which {@link FrontDoorsTest} holds to these lines. */
@SuppressWarnings("ReturnValueIgnored") // The examples say in a comment what comes.
class FrontDoorExamplesTest {
    private static final String VOLUME = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv-a}
            spec:
              capacity: {storage: 10Gi}
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              hostPath: {path: /data}
            """;
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data-0, namespace: shop}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: manual
              resources: {requests: {storage: 5Gi}}
            """;
    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 2
              serviceName: web
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  containers: [{name: web, image: web, volumeMounts: [{name: data, mountPath: /data}]}]
              volumeClaimTemplates:
              - metadata: {name: data}
                spec:
                  accessModes: [ReadWriteOnce]
                  storageClassName: manual
                  resources: {requests: {storage: 1Gi}}
            """;

    private final PersistentVolume volume = object(VOLUME, PersistentVolume.class);
    private final PersistentVolumeClaim claim = object(CLAIM, PersistentVolumeClaim.class);
    private final Cluster cluster =
            Mooring.read(VOLUME + "---\n" + CLAIM + "---\n" + SET).settle().cluster();
    private final List<Object> printed = new ArrayList<>();

    private static <T extends KubernetesObject> T object(String text, Class<T> type) {
        return type.cast(Manifests.read(text).objects().get(0));
    }

    private void println(Object line) {
        printed.add(line);
    }

    private void print(Object text) {
        printed.add(text);
    }

    @Test
    void mooring(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("shop.yaml"), VOLUME + "---\n" + CLAIM);

        Mooring shop = Mooring.load(folder).settle();
        print(shop.tables());
        print(shop.why("shop/data-0").text());
        shop.refusals().forEach(refusal -> println(refusal.text()));

        assertThat(printed).hasSize(2);
        assertThat(printed.get(1)).asString().startsWith("shop/data-0 is bound to pv-a.");
    }

    @Test
    void admission() {
        JsonObject tree = (JsonObject) Manifests.readTree(VOLUME.replace("accessModes", "accessmodes"));

        Verdict verdict = Admission.create(tree, cluster);
        verdict.refused().ifPresent(refused -> println(refused.message()));

        assertThat(printed).singleElement().asString().contains("accessmodes");
    }

    @Test
    void meta() {
        ObjectMeta metadata = ObjectMeta.builder()
                .namespace("shop")
                .name("data-0")
                .putLabels("app", "web")
                .build();
        metadata.withFinalizer("kubernetes.io/pvc-protection").hasFinalizer("kubernetes.io/pvc-protection"); // true

        ObjectKind<PersistentVolumeClaim> claims = PersistentVolumeClaim.KIND;
        claims.qualifiedName(); // PersistentVolumeClaim
        Ref<PersistentVolumeClaim> data = claims.ref("shop", "data-0");

        assertThat(data).isEqualTo(claims.refTo(metadata));
        assertThat(claims.qualifiedName()).isEqualTo("PersistentVolumeClaim");
        assertThat(metadata.withFinalizer("kubernetes.io/pvc-protection").hasFinalizer("kubernetes.io/pvc-protection"))
                .isTrue();
    }

    @Test
    void ref() {
        Ref<PersistentVolume> volume = PersistentVolume.ref("pv-a");
        Optional<PersistentVolume> found = cluster.get(volume);

        assertThat(found).isPresent();
    }

    @Test
    void node() {
        Node node = Node.builder()
                .metadata(ObjectMeta.builder()
                        .name("node-1")
                        .putLabels("zone", "a")
                        .build())
                .build();
        node.isReady(); // false: nobody has said so

        NodeSelector inZone = NodeSelector.builder()
                .addNodeSelectorTerms(NodeSelectorTerm.builder()
                        .addMatchExpressions(NodeSelectorRequirement.builder()
                                .key("zone")
                                .operator("In")
                                .addValues("a", "b")
                                .build())
                        .build())
                .build();

        NodeMatcher.of(inZone).matches(node); // true

        assertThat(node.isReady()).isFalse();
        assertThat(NodeMatcher.of(inZone).matches(node)).isTrue();
    }

    @Test
    void quantity() {
        assertThatExceptionOfType(QuantityFormatException.class)
                .isThrownBy(FrontDoorExamplesTest::amounts)
                .withMessageContaining("did you mean 1G or 1Gi?");
        Quantity asked = Quantity.parse("1.5Gi");
        assertThat(asked).hasToString("1536Mi");
        assertThat(asked.compareTo(Quantity.parse("2G"))).isNegative();
        assertThat(asked.plus(Quantity.parse("512Mi"))).hasToString("2Gi");
    }

    private static void amounts() {
        Quantity asked = Quantity.parse("1.5Gi");
        asked.toString(); // 1536Mi
        asked.compareTo(Quantity.parse("2G")); // -1
        asked.plus(Quantity.parse("512Mi")).toString(); // 2Gi
        Quantity.parse("1GB"); // QuantityFormatException: did you mean 1G or 1Gi?
    }

    @Test
    void release() {
        Semantics older = Semantics.of(Release.parse("1.35"));
        older.has(Behaviour.PARALLEL_ROLLOUT_REPLACES_UNAVAILABLE_PODS); // false
        Semantics switched = older.withGate("MaxUnavailableStatefulSet", true);

        assertThat(older.has(Behaviour.PARALLEL_ROLLOUT_REPLACES_UNAVAILABLE_PODS))
                .isFalse();
        assertThat(switched).isNotNull();
    }

    @Test
    void storage() {
        volume.storageCapacity(); // 10Gi
        volume.isReservedFor(claim); // false

        claim.requestedStorage(); // 5Gi
        volume.boundTo(claim).isReservedFor(claim); // true

        StorageClass fast = StorageClass.builder()
                .metadata(ObjectMeta.builder().name("fast").build())
                .provisioner("csi.example.com")
                .volumeBindingMode(VolumeBindingMode.WAIT_FOR_FIRST_CONSUMER)
                .build();
        fast.waitsForFirstConsumer(); // true

        assertThat(volume.storageCapacity()).hasToString("10Gi");
        assertThat(volume.spec().accessModes()).containsExactly(AccessMode.READ_WRITE_ONCE);
        assertThat(volume.isReservedFor(claim)).isFalse();
        assertThat(claim.requestedStorage()).hasToString("5Gi");
        assertThat(volume.boundTo(claim).isReservedFor(claim)).isTrue();
        assertThat(fast.waitsForFirstConsumer()).isTrue();
    }

    @Test
    void tree() {
        JsonObject patch = JsonObject.of("spec", JsonObject.of("replicas", JsonNumber.of(3)));
        patch.at("spec", "replicas"); // 3
        patch.toJson(); // {"spec":{"replicas":3}}

        FieldPath path = FieldPath.of("spec", "containers").index(0).child("name");
        path.toString(); // spec.containers[0].name

        assertThat(patch.at("spec", "replicas")).contains(JsonNumber.of(3));
        assertThat(patch.toJson()).isEqualTo("{\"spec\":{\"replicas\":3}}");
        assertThat(path).hasToString("spec.containers[0].name");
    }

    @Test
    void workload() {
        StatefulSet web = cluster.get(StatefulSet.ref("shop", "web")).orElseThrow();
        web.podName(0); // web-0
        web.claimName("data", 0); // data-web-0

        Pod pod = cluster.get(Pod.ref("shop", "web-0")).orElseThrow();
        pod.isPlaced(); // false: no node takes it, since its claim waits
        List<String> claims = pod.claimNames().toList(); // data-web-0

        assertThat(web.podName(0)).isEqualTo("web-0");
        assertThat(web.claimName("data", 0)).isEqualTo("data-web-0");
        assertThat(pod.isPlaced()).isFalse();
        assertThat(claims).containsExactly("data-web-0");
    }

    @Test
    void checks() {
        Checks.of(cluster).forEach(result -> print(result.words()));

        assertThat(printed).isNotEmpty();
    }

    @Test
    void control() {
        ControlPlane plane = ControlPlane.DEFAULT.withProvisioners(Provisioner.instant("csi.example.com"));
        Cluster empty = Cluster.empty(plane.controllers());

        assertThat(empty.size()).isZero();
    }

    @Test
    void world() {
        PersistentVolumeClaim claim =
                object(CLAIM.replace("shop", "default").replace("data-0", "data"), PersistentVolumeClaim.class);

        Cluster cluster = Cluster.empty(ControlPlane.DEFAULT.controllers());
        cluster = cluster.create(volume).orThrow().create(claim).orThrow().settle();
        cluster.get(PersistentVolumeClaim.ref("default", "data"))
                .orElseThrow()
                .status()
                .phase(); // Bound

        assertThat(cluster.claim("default", "data").orElseThrow().isBound()).isTrue();
    }

    @Test
    void explain() {
        Explanation why = Explainer.explain(cluster, PersistentVolumeClaim.ref("shop", "data-web-0"));
        println(why.text());

        assertThat(printed).singleElement().asString().startsWith("shop/data-web-0 waits");
    }

    @Test
    void finding() {
        Optional<Finding> why = cluster.finding(Pod.ref("shop", "web-0")); // why the scheduler rejected it

        assertThat(why).isPresent();
    }

    @Test
    void explore() {
        Exploration exploration = Explorer.explore(cluster);
        exploration.ends().size(); // 1: whoever comes first, it ends so

        Ref<PersistentVolumeClaim> claim = PersistentVolumeClaim.ref("shop", "data-0");
        Checked checked = Explorer.check(
                cluster, List.of(new Edit.Delete(claim, "delete the claim")), Bounds.lag(1), Property.dataKept("pv-a"));
        checked.holds(); // true

        assertThat(exploration.ends()).hasSize(1);
        assertThat(checked.holds()).as(checked.text()).isTrue();
    }

    @Test
    void match() {
        VolumePool pool = VolumePool.of(List.of(volume));
        Search search = Search.byController(claim, VolumeBindingMode.IMMEDIATE);
        VolumeMatcher.match(search, pool).found(); // pv-a, if it is Available
        VolumeMatcher.evaluate(search, pool).forEach(each -> println(each.mismatches()));

        assertThat(printed).hasSize(1);
    }

    @Test
    void plan() {
        BindingPlan plan = Planner.bestBinding(cluster);
        println(plan.text());

        Cluster more = cluster.create(volume.withMetadata(volume.metadata().withName("pv-b")))
                .orThrow()
                .settle();
        WorldDifference difference = WorldDifference.between(cluster, more);
        println(difference.text());

        Ref<PersistentVolumeClaim> claim = PersistentVolumeClaim.ref("shop", "data-0");
        DataLoss loss =
                DataLoss.of(cluster, PersistentVolume.ref("pv-a"), List.of(new Edit.Delete(claim, "delete the claim")));
        loss.isPossible(); // false: its reclaim policy is Retain

        assertThat(loss.isPossible()).as(loss.text()).isFalse();
        assertThat(difference.isEmpty()).isFalse();
        assertThat(Upgrade.between(Release.parse("1.34"), Release.parse("1.37"))
                        .of(cluster)
                        .text())
                .isNotBlank();
    }

    @Test
    void yaml() {
        String text = VOLUME;

        Reading reading = Manifests.read(text);
        List<KubernetesObject> objects = reading.objects();
        reading.problems().forEach(problem -> System.err.println(problem.text()));
        String yaml = Manifests.write(objects);

        assertThat(Manifests.read(yaml).objects()).isEqualTo(objects);
    }
}
