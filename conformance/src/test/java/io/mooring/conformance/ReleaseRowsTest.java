package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.table.Breadth;
import io.mooring.binding.table.Table;
import io.mooring.binding.table.Tables;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetStatus;
import io.mooring.yaml.Manifests;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a user sees of each row that no record tells apart: with it, and without it. */
class ReleaseRowsTest {
    /**
     * One row from both sides.
     *
     * @param seen what a user sees in a Kubernetes that is so
     * @param with that with the row
     * @param without that without it
     */
    private record Side(Function<Semantics, String> seen, String with, String without) {}

    private static final Map<Behaviour, Side> SIDES = new LinkedHashMap<>();

    private static final String META = "metadata: {name: %s, namespace: default}\n";
    private static final Ref<StatefulSet> WEB = StatefulSet.ref("default", "web");
    private static final KubernetesObject CLASS = read("""
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast}
            provisioner: csi.example.com
            """);
    private static final KubernetesObject NODE = read("""
            apiVersion: v1
            kind: Node
            metadata: {name: a}
            status: {allocatable: {cpu: "8", memory: 8Gi, pods: "110"}}
            """);
    private static final KubernetesObject TAINTED = read("""
            apiVersion: v1
            kind: Node
            metadata: {name: a}
            spec: {taints: [{key: sla, value: "900", effect: NoSchedule}]}
            status: {allocatable: {cpu: "8", memory: 8Gi, pods: "110"}}
            """);
    private static final KubernetesObject CLAIM_OF_GOLD = read("""
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data, namespace: default}
            spec:
              accessModes: [ReadWriteOnce]
              volumeAttributesClassName: gold
              resources: {requests: {storage: 1Gi}}
            """);
    private static final Ref<PersistentVolumeClaim> DATA = PersistentVolumeClaim.ref("default", "data");
    private static final KubernetesObject LIMITS = read("""
            apiVersion: v1
            kind: LimitRange
            metadata: {name: limits, namespace: default}
            spec: {limits: [{type: PersistentVolumeClaim, min: {storage: 2Gi}}]}
            """);
    private static final KubernetesObject POD_WITH_IMAGE =
            pod("volumes: [{name: v, image: {reference: x, pullPolicy: Always}}]");
    private static final KubernetesObject POD_WITH_MOUNT_OPTIONS = read("""
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: default}
            spec:
              volumes: [{name: v, emptyDir: {}}]
              containers: [{name: c, image: x, volumeMounts: [{name: v, mountPath: /v, bindMountOptions: [noexec]}]}]
            """);

    static {
        SIDES.put(
                Behaviour.VOLUME_ATTRIBUTES_CLASSES,
                new Side(
                        semantics -> kept(
                                "volumeAttributesClassName", empty(semantics).create(CLAIM_OF_GOLD)),
                        "volumeAttributesClassName",
                        ""));
        SIDES.put(Behaviour.STORAGE_CAPACITY_SCORES_NODES, new Side(ReleaseRowsTest::nodeOfConsumer, "b", "a"));
        SIDES.put(
                Behaviour.IMAGE_VOLUMES,
                new Side(semantics -> kept("pullPolicy", empty(semantics).create(POD_WITH_IMAGE)), "pullPolicy", ""));
        SIDES.put(
                Behaviour.CSI_DRIVER_COUNTS_ANEW,
                new Side(
                        semantics -> kept(
                                "nodeAllocatableUpdatePeriodSeconds",
                                empty(semantics).create(driver("nodeAllocatableUpdatePeriodSeconds: 60"))),
                        "nodeAllocatableUpdatePeriodSeconds",
                        ""));
        SIDES.put(
                Behaviour.CSI_DRIVER_TOKENS_IN_SECRETS,
                new Side(
                        semantics -> refusal(empty(semantics).create(driver("serviceAccountTokenInSecrets: true"))),
                        "spec.serviceAccountTokenInSecrets: Invalid value: true: serviceAccountTokenInSecrets is set but"
                                + " no tokenRequests are specified",
                        ""));
        SIDES.put(
                Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE,
                new Side(
                        semantics -> kept(
                                "preventPodSchedulingIfMissing",
                                empty(semantics).create(driver("preventPodSchedulingIfMissing: true"))),
                        "preventPodSchedulingIfMissing",
                        ""));
        SIDES.put(
                Behaviour.STATEFUL_SET_REFUSAL_NAMES_THE_FIELD,
                new Side(
                        semantics -> refusal(with(semantics, set("")).patch(WEB, spec("serviceName", "other"))),
                        "spec.serviceName: Invalid value: \"other\": field is immutable",
                        "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals',"
                                + " 'template', 'updateStrategy', 'revisionHistoryLimit',"
                                + " 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"));
        SIDES.put(
                Behaviour.STORAGE_CLASS_REFUSAL_SAYS_IMMUTABLE,
                new Side(
                        semantics -> refusal(with(semantics, CLASS)
                                .patch(
                                        StorageClass.ref("fast"),
                                        JsonObject.of("provisioner", new JsonString("other.example.com")))),
                        "provisioner: Invalid value: null: field is immutable",
                        "provisioner: Forbidden: updates to provisioner are forbidden."));
        SIDES.put(
                Behaviour.ON_DELETE_ROLLOUT_COMPLETES,
                new Side(ReleaseRowsTest::revisionsAfterDeletion, "one revision", "two revisions"));
        SIDES.put(
                Behaviour.PARALLEL_ROLLOUT_REPLACES_UNAVAILABLE_PODS,
                new Side(ReleaseRowsTest::replacedOfBroken, "[2, 2]", "[, ]"));
        SIDES.put(
                Behaviour.VOLUME_NODE_AFFINITY_MAY_CHANGE,
                new Side(
                        semantics -> refusal(with(semantics, volumeOn("a")).update(volumeOn("b"))),
                        "",
                        "nodeAffinity: Invalid value: {...}: field is immutable, except for updating from beta label to"
                                + " GA"));
        SIDES.put(
                Behaviour.STATEFUL_SET_RECREATE,
                new Side(
                        semantics -> refusal(empty(semantics).create(set("updateStrategy: {type: Recreate}"))),
                        "",
                        "spec.updateStrategy: Invalid value: {...}: must be 'RollingUpdate' or 'OnDelete'"));
        SIDES.put(
                Behaviour.EMPTY_DIR_MODE,
                new Side(
                        semantics -> kept(
                                "mode", empty(semantics).create(pod("volumes: [{name: v, emptyDir: {mode: 448}}]"))),
                        "mode",
                        ""));
        SIDES.put(
                Behaviour.BIND_MOUNT_OPTIONS,
                new Side(
                        semantics -> kept("bindMountOptions", empty(semantics).create(POD_WITH_MOUNT_OPTIONS)),
                        "bindMountOptions",
                        ""));
        SIDES.put(
                Behaviour.TOLERATIONS_COMPARE_NUMBERS,
                new Side(
                        ReleaseRowsTest::placed,
                        "a",
                        "spec.tolerations[0].operator: Unsupported value: \"Lt\": supported"
                                + " values: \"Equal\", \"Exists\", \"Lt\", \"Gt\""));
        SIDES.put(
                Behaviour.TOLERATION_REFUSAL_LISTS_COMPARISONS,
                new Side(
                        ReleaseRowsTest::placed,
                        "spec.tolerations[0].operator: Unsupported value: \"Lt\": supported values: \"Equal\", \"Exists\","
                                + " \"Lt\", \"Gt\"",
                        "spec.tolerations[0].operator: Unsupported value: \"Lt\": supported values: \"Equal\","
                                + " \"Exists\""));
        SIDES.put(
                Behaviour.ONLY_EFFECTIVE_DEFAULT_CLASS_SHOWS_IT,
                new Side(ReleaseRowsTest::defaultClasses, "[new (default), old]", "[new (default), old (default)]"));
        SIDES.put(
                Behaviour.POD_STATUS_SHOWS_THE_FAILED_CONTAINER,
                new Side(ReleaseRowsTest::statusOfHalfFailed, "Error", "Completed"));
        SIDES.put(
                Behaviour.QUANTITY_TEXT_KEEPS_MAGNITUDE,
                new Side(
                        semantics -> Stream.of("1000E", "1024Ei", "1E", "-2000E")
                                        .map(text -> semantics
                                                .written(Quantity.parse(text))
                                                .toString())
                                        .toList()
                                + capacity(empty(semantics).create(sent("1000E"))),
                        "[1e21, 9223372036854775807, 1E, -2e21]1e21",
                        "[1, 9223372036854775807, 1E, -2]1"));
        SIDES.put(
                Behaviour.QUANTITY_VALUE_SATURATES,
                new Side(
                        semantics -> refusal(empty(semantics).create(sent("9223372036854775808"))),
                        "",
                        "spec.capacity[storage]: Invalid value: -9223372036854775808: must be a valid resource quantity"));
        SIDES.put(
                Behaviour.QUANTITY_VALUE_ROUNDS_AWAY_FROM_ZERO,
                new Side(
                        semantics -> refusal(empty(semantics).create(sent("-0.0005Ki"))),
                        "[spec.capacity[storage]: Invalid value: -1: must be a valid resource quantity,"
                                + " spec.capacity[storage]: Invalid value: \"-512m\": must be greater than zero]",
                        "spec.capacity[storage]: Invalid value: \"-512m\": must be greater than zero"));
        SIDES.put(
                Behaviour.CAPACITY_SIGN_IS_EXACT,
                new Side(
                        semantics -> refusal(empty(semantics).create(sent("9223372036854775808"))),
                        "",
                        "spec.capacity[storage]: Invalid value: -9223372036854775808: must be a valid resource quantity"));
        SIDES.put(Behaviour.NAMED_VOLUME_SIZE_IS_EXACT, new Side(ReleaseRowsTest::boundToHuge, "Bound", "Pending"));
        SIDES.put(
                Behaviour.LIMIT_RANGE_SPARES_UNCHANGED_CLAIMS,
                new Side(
                        semantics -> refusal(with(semantics, CLAIM_OF_GOLD, LIMITS)
                                        .patch(
                                                DATA,
                                                JsonObject.of("metadata", JsonObject.of("labels", label("v", "2")))))
                                .replaceFirst("^.*forbidden: ", ""),
                        "",
                        "minimum storage usage per PersistentVolumeClaim is 2Gi, but request is 1Gi"));
        SIDES.put(
                Behaviour.FRACTION_WARNING_IS_EXACT,
                new Side(
                        semantics -> warnings(semantics, "10000000000000000000"),
                        "[]",
                        "[spec.resources.requests[storage]: fractional byte value \"10E\" is invalid, must be"
                                + " an integer]"));
    }

    @TestFactory
    Stream<DynamicTest> aRowIsSeenWithItAndWithoutIt() {
        return SIDES.entrySet().stream()
                .map(row -> dynamicTest(row.getKey().name(), () -> {
                    Side side = row.getValue();
                    assertThat(side.seen().apply(Semantics.DEFAULT.with(row.getKey(), true)))
                            .isEqualTo(side.with());
                    assertThat(side.seen().apply(Semantics.DEFAULT.with(row.getKey(), false)))
                            .isEqualTo(side.without());
                }));
    }

    /** Those of evidence record are told apart by records. */
    @Test
    void noRowOfTheSourceAloneIsLeftOut() {
        Set<Behaviour> rows = EnumSet.allOf(Behaviour.class);
        rows.removeIf(row -> row.evidence() == Behaviour.Evidence.RECORD);
        assertThat(SIDES.keySet()).containsAll(rows);
    }

    private static Cluster empty(Semantics semantics) {
        return Cluster.empty(ControlPlane.DEFAULT
                .withSemantics(semantics)
                .withProvisioners(Provisioner.instant("csi.example.com"))
                .controllers());
    }

    private static Cluster with(Semantics semantics, KubernetesObject... objects) {
        Cluster cluster = empty(semantics);
        for (KubernetesObject object : objects) {
            cluster = cluster.create(object).orThrow().settle();
        }
        return cluster;
    }

    private static KubernetesObject read(String yaml) {
        return Manifests.read(yaml).objects().get(0);
    }

    private static JsonObject spec(String field, String value) {
        return JsonObject.of("spec", JsonObject.of(field, new JsonString(value)));
    }

    /** A new template. */
    private static JsonObject relabelled(String version) {
        JsonObject labels = JsonObject.of("labels", JsonObject.of("v", new JsonString(version)));
        return JsonObject.of("spec", JsonObject.of("template", JsonObject.of("metadata", labels)));
    }

    private static KubernetesObject pod(String spec) {
        return read("apiVersion: v1\nkind: Pod\n" + META.formatted("p")
                + "spec:\n  containers: [{name: c, image: x}]\n  " + spec + "\n");
    }

    private static KubernetesObject driver(String spec) {
        return read("apiVersion: storage.k8s.io/v1\nkind: CSIDriver\nmetadata: {name: csi.example.com}\nspec: {" + spec
                + "}\n");
    }

    private static KubernetesObject set(String spec) {
        return set(1, spec);
    }

    private static KubernetesObject set(int replicas, String spec) {
        return read("""
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: web, namespace: default}
                spec:
                  replicas: %d
                  selector: {matchLabels: {app: web}}
                  template:
                    metadata: {labels: {app: web}}
                    spec: {containers: [{name: c, image: x}]}
                  %s
                """.formatted(replicas, spec));
    }

    private static KubernetesObject volumeOn(String node) {
        return read("""
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: pv}
                spec:
                  capacity: {storage: 1Gi}
                  accessModes: [ReadWriteOnce]
                  csi: {driver: csi.example.com, volumeHandle: h}
                  nodeAffinity:
                    required:
                      nodeSelectorTerms:
                      - matchExpressions: [{key: kubernetes.io/hostname, operator: In, values: [%s]}]
                """.formatted(node));
    }

    /** The field's name, if what was created has it. */
    private static String kept(String field, Outcome outcome) {
        Cluster cluster = outcome.orThrow();
        return cluster.all().anyMatch(object -> Objects.write(object).toJson().contains("\"" + field + "\":"))
                ? field
                : "";
    }

    /** What is refused, without whose it is; empty if nothing is. */
    private static String refusal(Outcome outcome) {
        return outcome.answer()
                .refused()
                .map(refused -> refused.message().replaceFirst("^.*? is invalid: ", ""))
                .orElse("");
    }

    private static KubernetesObject volumeOf(String size) {
        return read("""
                apiVersion: v1
                kind: PersistentVolume
                metadata: {name: pv}
                spec:
                  capacity: {storage: "%s"}
                  accessModes: [ReadWriteOnce]
                  csi: {driver: csi.example.com, volumeHandle: h}
                """.formatted(size));
    }

    /** A volume as it is sent: an object would be written in its canonical text first. */
    private static JsonObject sent(String size) {
        JsonObject tree = Objects.write(volumeOf("1Gi"));
        JsonObject spec = (JsonObject) tree.get("spec").orElseThrow();
        return tree.with("spec", spec.with("capacity", label("storage", size)));
    }

    private static KubernetesObject claimOf(String size, String volume) {
        return read("""
                apiVersion: v1
                kind: PersistentVolumeClaim
                metadata: {name: data, namespace: default}
                spec:
                  accessModes: [ReadWriteOnce]
                  storageClassName: ""
                  volumeName: "%s"
                  resources: {requests: {storage: "%s"}}
                """.formatted(volume, size));
    }

    private static String capacity(Outcome outcome) {
        return outcome.orThrow()
                .list(PersistentVolume.KIND)
                .map(volume -> volume.storageCapacity().toString())
                .collect(Collectors.joining());
    }

    /** The low 64 bits of the volume's size are 1, those of the claim's 5. */
    private static String boundToHuge(Semantics semantics) {
        Semantics lenient = semantics.with(Behaviour.CAPACITY_SIGN_IS_EXACT, true);
        Cluster cluster = with(lenient, volumeOf("36893488147419103233"), claimOf("18446744073709551621", "pv"));
        return cluster.get(DATA).orElseThrow().status().phase().orElseThrow().toString();
    }

    private static String warnings(Semantics semantics, String size) {
        JsonObject tree = Objects.write(claimOf("1Gi", ""));
        JsonObject spec = (JsonObject) tree.get("spec").orElseThrow();
        JsonObject requests = JsonObject.of("requests", label("storage", size));
        Verdict verdict = Admission.create(
                tree.with("spec", spec.with("resources", requests)), AdmissionWorld.of(List.of(), semantics));
        return ((Verdict.Admitted) verdict).warnings().toString();
    }

    private static JsonObject label(String name, String value) {
        return JsonObject.of(name, new JsonString(value));
    }

    private static String revisionsAfterDeletion(Semantics semantics) {
        Cluster updated = with(semantics, NODE, set("updateStrategy: {type: OnDelete}"))
                .patch(WEB, relabelled("2"))
                .orThrow()
                .settle();
        Cluster replaced = updated.delete(Pod.ref("default", "web-0")).orThrow().settle();
        assertThat(labels(replaced)).containsExactly("2");
        StatefulSetStatus status = status(replaced);
        return status.currentRevision().equals(status.updateRevision()) ? "one revision" : "two revisions";
    }

    private static StatefulSetStatus status(Cluster cluster) {
        return cluster.get(WEB).orElseThrow().status();
    }

    /** No pod becomes ready, as there is no node; two of two are replaced, or none. */
    private static String replacedOfBroken(Semantics semantics) {
        Cluster broken = with(semantics, set(2, "podManagementPolicy: Parallel"));
        return labels(broken.patch(WEB, relabelled("2")).orThrow().settle()).toString();
    }

    private static List<String> labels(Cluster cluster) {
        return cluster.list(Pod.KIND)
                .map(pod -> pod.metadata().labels().getOrDefault("v", ""))
                .toList();
    }

    private static String placed(Semantics semantics) {
        Outcome outcome = with(semantics, TAINTED)
                .create(pod("tolerations: [{key: sla, operator: Lt, value: \"950\", effect: NoSchedule}]"));
        return outcome.answer().refused().isPresent()
                ? refusal(outcome)
                : outcome.orThrow()
                        .settle()
                        .pod("default", "p")
                        .orElseThrow()
                        .spec()
                        .nodeName();
    }

    /** Two nodes with the same room; more storage is left on the second. */
    private static String nodeOfConsumer(Semantics semantics) {
        Cluster cluster = with(
                semantics,
                zoned("a"),
                zoned("b"),
                driver("storageCapacity: true"),
                read("""
                        apiVersion: storage.k8s.io/v1
                        kind: StorageClass
                        metadata: {name: local}
                        provisioner: csi.example.com
                        volumeBindingMode: WaitForFirstConsumer
                        """),
                storage("a", "10Gi"),
                storage("b", "100Gi"),
                read("""
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata: {name: data, namespace: default}
                        spec:
                          accessModes: [ReadWriteOnce]
                          storageClassName: local
                          resources: {requests: {storage: 5Gi}}
                        """),
                pod("volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]"));
        return cluster.pod("default", "p").orElseThrow().spec().nodeName();
    }

    private static KubernetesObject zoned(String name) {
        return read("""
                apiVersion: v1
                kind: Node
                metadata: {name: %s, labels: {topology.kubernetes.io/zone: %s}}
                status: {allocatable: {cpu: "8", memory: 8Gi, pods: "110"}}
                """.formatted(name, name));
    }

    private static KubernetesObject storage(String zone, String capacity) {
        return read("""
                apiVersion: storage.k8s.io/v1
                kind: CSIStorageCapacity
                metadata: {name: in-%s, namespace: default}
                storageClassName: local
                nodeTopology: {matchLabels: {topology.kubernetes.io/zone: %s}}
                capacity: %s
                """.formatted(zone, zone, capacity));
    }

    private static String defaultClasses(Semantics semantics) {
        List<JsonObject> classes =
                Stream.of("new", "old").map(ReleaseRowsTest::defaultClass).toList();
        Table table =
                Tables.of(StorageClass.KIND, classes, Instant.parse("2026-03-01T12:00:00Z"), Breadth.PLAIN, semantics);
        return table.rows().stream().map(row -> row.get(0)).toList().toString();
    }

    private static JsonObject defaultClass(String name) {
        return Objects.write(read("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata:
                  name: %s
                  creationTimestamp: "2026-0%d-01T00:00:00Z"
                  annotations: {storageclass.kubernetes.io/is-default-class: "true"}
                provisioner: csi.example.com
                """.formatted(name, name.equals("new") ? 2 : 1)));
    }

    private static String statusOfHalfFailed(Semantics semantics) {
        JsonObject pod = Objects.write(read("""
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: default}
                spec: {containers: [{name: a, image: x}, {name: b, image: x}]}
                status:
                  phase: Failed
                  containerStatuses:
                  - {name: a, image: x, imageID: x, ready: false, restartCount: 0, state: {terminated: {exitCode: 0, reason: Completed}}}
                  - {name: b, image: x, imageID: x, ready: false, restartCount: 0, state: {terminated: {exitCode: 1, reason: Error}}}
                """));
        Table table = Tables.of(Pod.KIND, List.of(pod), Instant.EPOCH, Breadth.PLAIN, semantics);
        return table.rows().get(0).get(table.headings().indexOf("STATUS"));
    }
}
