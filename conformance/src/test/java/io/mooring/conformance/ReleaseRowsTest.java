package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import io.mooring.workload.StatefulSetStatus;
import io.mooring.yaml.Manifests;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a user sees of each row that no record tells apart: with it, and without it. */
class ReleaseRowsTest {
    private static final List<RowSide> SIDES = new ArrayList<>();

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
    private static final KubernetesObject GOLD = read("""
            apiVersion: storage.k8s.io/v1
            kind: VolumeAttributesClass
            metadata: {name: gold}
            driverName: csi.example.com
            parameters: {iops: "1"}
            """);
    private static final KubernetesObject NO_CLAIM_OF_GOLD = read("""
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: gold, namespace: default}
            spec:
              hard: {persistentvolumeclaims: "0"}
              scopeSelector: {matchExpressions: [{scopeName: VolumeAttributesClass, operator: In, values: [gold]}]}
            """);
    private static final KubernetesObject EMPTY_CRON_JOB = read("""
            apiVersion: batch/v1
            kind: CronJob
            metadata: {name: job, namespace: default}
            spec:
              schedule: ""
              concurrencyPolicy: x
              jobTemplate: {spec: {template: {spec: {restartPolicy: Never, containers: [{name: c, image: x}]}}}}
            """);
    private static final KubernetesObject EMPTY_ATTACHMENT = read("""
            apiVersion: storage.k8s.io/v1
            kind: VolumeAttachment
            metadata: {name: attachment}
            spec: {attacher: "", nodeName: a, source: {}}
            """);
    private static final KubernetesObject NEGATIVE_CONTROLLER = read("""
            apiVersion: v1
            kind: ReplicationController
            metadata: {name: web, namespace: default}
            spec:
              replicas: -1
              selector: {app: web}
              template: {metadata: {labels: {app: other}}, spec: {containers: [{name: c, image: x}]}}
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
        SIDES.add(new RowSide(
                Behaviour.VOLUME_ATTRIBUTES_CLASSES,
                semantics -> kept("volumeAttributesClassName", empty(semantics).create(CLAIM_OF_GOLD)),
                "volumeAttributesClassName",
                ""));
        SIDES.add(new RowSide(Behaviour.STORAGE_CAPACITY_SCORES_NODES, ReleaseRowsTest::nodeOfConsumer, "b", "a"));
        SIDES.add(new RowSide(
                Behaviour.IMAGE_VOLUMES,
                semantics -> kept("pullPolicy", empty(semantics).create(POD_WITH_IMAGE)),
                "pullPolicy",
                ""));
        SIDES.add(new RowSide(
                Behaviour.CSI_DRIVER_COUNTS_ANEW,
                semantics -> kept(
                        "nodeAllocatableUpdatePeriodSeconds",
                        empty(semantics).create(driver("nodeAllocatableUpdatePeriodSeconds: 60"))),
                "nodeAllocatableUpdatePeriodSeconds",
                ""));
        SIDES.add(new RowSide(
                Behaviour.CSI_DRIVER_TOKENS_IN_SECRETS,
                semantics -> refusal(empty(semantics).create(driver("serviceAccountTokenInSecrets: true"))),
                "spec.serviceAccountTokenInSecrets: Invalid value: true: serviceAccountTokenInSecrets is set but"
                        + " no tokenRequests are specified",
                ""));
        SIDES.add(new RowSide(
                Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE,
                semantics -> kept(
                        "preventPodSchedulingIfMissing",
                        empty(semantics).create(driver("preventPodSchedulingIfMissing: true"))),
                "preventPodSchedulingIfMissing",
                ""));
        SIDES.add(new RowSide(
                Behaviour.CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE, "of a pod", ReleaseRowsTest::nodeWithoutDriver, "", "a"));
        SIDES.add(new RowSide(
                Behaviour.VOLUME_ATTRIBUTES_CLASSES,
                "of a class in use",
                semantics -> kept("finalizers", with(semantics, GOLD, CLAIM_OF_GOLD), "gold"),
                "finalizers",
                ""));
        SIDES.add(new RowSide(
                Behaviour.VOLUME_ATTRIBUTES_CLASSES,
                "of a quota of that scope",
                semantics -> refusal(with(semantics, GOLD, NO_CLAIM_OF_GOLD).create(CLAIM_OF_GOLD)),
                "persistentvolumeclaims \"data\" is forbidden: exceeded quota: gold, requested: persistentvolumeclaims=1,"
                        + " used: persistentvolumeclaims=0, limited: persistentvolumeclaims=0",
                ""));
        SIDES.add(new RowSide(
                Behaviour.DECLARED_CHECKS_ANSWER,
                "of a CronJob",
                semantics -> refusal(empty(semantics).create(EMPTY_CRON_JOB)),
                "[spec.concurrencyPolicy: Unsupported value: \"x\": supported values: \"Allow\", \"Forbid\", \"Replace\","
                        + " spec.schedule: Required value]",
                "[spec.schedule: Required value, spec.concurrencyPolicy: Unsupported value: \"x\": supported values:"
                        + " \"Allow\", \"Forbid\", \"Replace\"]"));
        SIDES.add(new RowSide(
                Behaviour.DECLARED_CHECKS_ANSWER,
                "of a VolumeAttachment",
                semantics -> refusal(empty(semantics).create(EMPTY_ATTACHMENT)),
                "[spec.source: Required value: must specify exactly one of inlineVolumeSpec and persistentVolumeName,"
                        + " spec.attacher: Required value]",
                "[spec.attacher: Required value, spec.source: Required value: must specify exactly one of"
                        + " inlineVolumeSpec and persistentVolumeName]"));
        SIDES.add(new RowSide(
                Behaviour.DECLARED_CHECKS_ANSWER,
                "of a ReplicationController",
                semantics -> refusal(empty(semantics).create(NEGATIVE_CONTROLLER)),
                "[spec.template.metadata.labels: Invalid value: {...}: `selector` does not match template `labels`,"
                        + " spec.replicas: Invalid value: -1: must be greater than or equal to 0]",
                "[spec.replicas: Invalid value: -1: must be greater than or equal to 0, spec.template.metadata.labels:"
                        + " Invalid value: {...}: `selector` does not match template `labels`]"));
        SIDES.add(new RowSide(
                Behaviour.STATEFUL_SET_REFUSAL_NAMES_THE_FIELD,
                semantics -> refusal(with(semantics, set("")).patch(WEB, spec("serviceName", "other"))),
                "spec.serviceName: Invalid value: \"other\": field is immutable",
                "spec: Forbidden: updates to statefulset spec for fields other than 'replicas', 'ordinals',"
                        + " 'template', 'updateStrategy', 'revisionHistoryLimit',"
                        + " 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden"));
        SIDES.add(new RowSide(
                Behaviour.STORAGE_CLASS_REFUSAL_SAYS_IMMUTABLE,
                semantics -> refusal(with(semantics, CLASS)
                        .patch(
                                StorageClass.ref("fast"),
                                JsonObject.of("provisioner", new JsonString("other.example.com")))),
                "provisioner: Invalid value: null: field is immutable",
                "provisioner: Forbidden: updates to provisioner are forbidden."));
        SIDES.add(new RowSide(
                Behaviour.ON_DELETE_ROLLOUT_COMPLETES,
                ReleaseRowsTest::revisionsAfterDeletion,
                "one revision",
                "two revisions"));
        SIDES.add(new RowSide(
                Behaviour.PARALLEL_ROLLOUT_REPLACES_UNAVAILABLE_PODS,
                ReleaseRowsTest::replacedOfBroken,
                "[2, 2]",
                "[, ]"));
        SIDES.add(new RowSide(
                Behaviour.VOLUME_NODE_AFFINITY_MAY_CHANGE,
                semantics -> refusal(with(semantics, volumeOn("a")).update(volumeOn("b"))),
                "",
                "nodeAffinity: Invalid value: {...}: field is immutable, except for updating from beta label to"
                        + " GA"));
        SIDES.add(new RowSide(
                Behaviour.STATEFUL_SET_RECREATE,
                semantics -> refusal(empty(semantics).create(set("updateStrategy: {type: Recreate}"))),
                "",
                "spec.updateStrategy: Invalid value: {...}: must be 'RollingUpdate' or 'OnDelete'"));
        SIDES.add(new RowSide(
                Behaviour.EMPTY_DIR_MODE,
                semantics -> kept("mode", empty(semantics).create(pod("volumes: [{name: v, emptyDir: {mode: 448}}]"))),
                "mode",
                ""));
        SIDES.add(new RowSide(
                Behaviour.BIND_MOUNT_OPTIONS,
                semantics -> kept("bindMountOptions", empty(semantics).create(POD_WITH_MOUNT_OPTIONS)),
                "bindMountOptions",
                ""));
        SIDES.add(new RowSide(
                Behaviour.TOLERATIONS_COMPARE_NUMBERS,
                ReleaseRowsTest::placed,
                "a",
                "spec.tolerations[0].operator: Unsupported value: \"Lt\": supported"
                        + " values: \"Equal\", \"Exists\", \"Lt\", \"Gt\""));
        SIDES.add(new RowSide(
                Behaviour.TOLERATION_REFUSAL_LISTS_COMPARISONS,
                ReleaseRowsTest::placed,
                "spec.tolerations[0].operator: Unsupported value: \"Lt\": supported values: \"Equal\", \"Exists\","
                        + " \"Lt\", \"Gt\"",
                "spec.tolerations[0].operator: Unsupported value: \"Lt\": supported values: \"Equal\","
                        + " \"Exists\""));
        SIDES.add(new RowSide(
                Behaviour.ONLY_EFFECTIVE_DEFAULT_CLASS_SHOWS_IT,
                ReleaseRowsTest::defaultClasses,
                "[new (default), old]",
                "[new (default), old (default)]"));
        SIDES.add(new RowSide(
                Behaviour.POD_STATUS_SHOWS_THE_FAILED_CONTAINER,
                ReleaseRowsTest::statusOfHalfFailed,
                "Error",
                "Completed"));
        SIDES.add(new RowSide(
                Behaviour.LIMIT_RANGE_SPARES_UNCHANGED_CLAIMS,
                semantics -> refusal(with(semantics, CLAIM_OF_GOLD, LIMITS)
                                .patch(DATA, JsonObject.of("metadata", JsonObject.of("labels", label("v", "2")))))
                        .replaceFirst("^.*forbidden: ", ""),
                "",
                "minimum storage usage per PersistentVolumeClaim is 2Gi, but request is 1Gi"));
    }

    @TestFactory
    Stream<DynamicTest> aRowIsSeenWithItAndWithoutIt() {
        return RowSide.tests(SIDES);
    }

    /** Those of evidence record are told apart by records, {@link RecordsTest}. */
    @Test
    void noRowOfTheSourceAloneIsLeftOut() {
        Set<Behaviour> rows = EnumSet.allOf(Behaviour.class);
        rows.removeIf(row -> row.evidence() == Behaviour.Evidence.RECORD);
        assertThat(Stream.concat(SIDES.stream(), QuantityRowsTest.SIDES.stream())
                        .map(RowSide::row))
                .containsAll(rows);
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
        return read("apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: default}\n"
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

    /** The field's name, if the metadata of the object of this name has it. */
    private static String kept(String field, Cluster cluster, String name) {
        return cluster.all()
                        .filter(object -> object.metadata().name().equals(name))
                        .anyMatch(object ->
                                Objects.write(object).at("metadata", field).isPresent())
                ? field
                : "";
    }

    /** A node without any CSINode. */
    private static String nodeWithoutDriver(Semantics semantics) {
        Cluster cluster = with(
                semantics,
                NODE,
                CLASS,
                driver("attachRequired: false, preventPodSchedulingIfMissing: true"),
                read("""
                        apiVersion: v1
                        kind: PersistentVolumeClaim
                        metadata: {name: data, namespace: default}
                        spec:
                          accessModes: [ReadWriteOnce]
                          storageClassName: fast
                          resources: {requests: {storage: 5Gi}}
                        """),
                pod("volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]"));
        return cluster.pod("default", "p").orElseThrow().spec().nodeName();
    }

    /** What is refused, without whose it is; empty if nothing is. */
    private static String refusal(Outcome outcome) {
        return outcome.answer()
                .refused()
                .map(refused -> refused.message().replaceFirst("^.*? is invalid: ", ""))
                .orElse("");
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
