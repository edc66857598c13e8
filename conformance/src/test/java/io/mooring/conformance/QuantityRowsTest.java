package io.mooring.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.admission.Admission;
import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.Verdict;
import io.mooring.admission.object.Objects;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.quantity.Quantity;
import io.mooring.release.Behaviour;
import io.mooring.release.Semantics;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonArray;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.tree.JsonValue;
import io.mooring.yaml.Manifests;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What v1.38 makes of amounts, wherever they are read, stored, added up, compared and told. The texts and numbers are those of
 * upstream's own tests, {@code quantity_overflow_test.go} and {@code quantity_golden_test.go}.
 */
class QuantityRowsTest {
    /** 2^64 and one: its low 64 bits are 1. */
    private static final String HUGE = "18446744073709551617";

    /** 2^63: its low 64 bits are negative. */
    private static final String NEGATIVE = "9223372036854775808";

    private static final String CLASS = """
            apiVersion: storage.k8s.io/v1
            kind: StorageClass
            metadata: {name: fast}
            provisioner: csi.example.com
            """;
    private static final String NODE = """
            apiVersion: v1
            kind: Node
            metadata: {name: a}
            status: {allocatable: {cpu: "8", memory: 8Gi, pods: "110"}}
            """;
    private static final String VOLUME = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: pv}
            spec:
              capacity: {storage: "%s"}
              accessModes: [ReadWriteOnce]
              csi: {driver: csi.example.com, volumeHandle: h}
            """;
    private static final String CLAIM = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: %s, namespace: default}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: ""
              volumeName: "%s"
              resources: {requests: {storage: "%s"}}
            """;
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: %s, namespace: default}
            spec:
              nodeName: "%s"
              containers: [{name: c, image: x, resources: {requests: {memory: "%s"}}}]
            """;
    private static final String QUOTA = """
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: quota, namespace: default}
            spec: {hard: {requests.storage: "%s"}}
            """;
    private static final String AT_MOST_10GI = """
            apiVersion: v1
            kind: LimitRange
            metadata: {name: limits, namespace: default}
            spec: {limits: [{type: PersistentVolumeClaim, max: {storage: 10Gi}}]}
            """;
    private static final String SET = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: web, namespace: default}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: c, image: x}]}
              volumeClaimTemplates:
              - metadata: {name: data}
                spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: "%s"}}}
            """;

    static final List<RowSide> SIDES =
            Stream.of(texts(), values(), comparisons()).flatMap(List::stream).toList();

    @TestFactory
    Stream<DynamicTest> aRowIsSeenWithItAndWithoutItWhereverItActs() {
        return RowSide.tests(SIDES);
    }

    private static List<RowSide> texts() {
        return List.of(
                text("of a volume", of(VOLUME.formatted("1000E"), "spec.capacity.storage"), "1e21", "1"),
                text("of a negative amount", refused(CLAIM.formatted("data", "", "-1000E")), """
                        spec.resources[storage]: Invalid value: "-1e21": must be greater than zero""", """
                        spec.resources[storage]: Invalid value: "-1": must be greater than zero"""),
                text(
                        "of a claim",
                        of(CLAIM.formatted("data", "", "5000E"), "spec.resources.requests.storage"),
                        "5e21",
                        "5"),
                text("of a set's claim", QuantityRowsTest::claimOfSet, "1e21", "1"),
                text(
                        "of a pod",
                        of(POD.formatted("p", "", "1000E"), "spec.containers.0.resources.requests.memory"),
                        "1e21",
                        "1"),
                text("of an emptyDir", of("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: p, namespace: default}
                        spec:
                          volumes: [{name: v, emptyDir: {sizeLimit: 1000E}}]
                          containers: [{name: c, image: x}]
                        """, "spec.volumes.0.emptyDir.sizeLimit"), "1e21", "1"),
                text("of a node", of("""
                        apiVersion: v1
                        kind: Node
                        metadata: {name: a}
                        status: {capacity: {memory: 1000E}}
                        """, "status.capacity.memory"), "1e21", "1"),
                text("of a CSIStorageCapacity", of("""
                        apiVersion: storage.k8s.io/v1
                        kind: CSIStorageCapacity
                        metadata: {name: c, namespace: default}
                        storageClassName: fast
                        capacity: 1000E
                        """, "capacity"), "1e21", "1"),
                text("of a LimitRange", of("""
                        apiVersion: v1
                        kind: LimitRange
                        metadata: {name: limits, namespace: default}
                        spec: {limits: [{type: PersistentVolumeClaim, max: {storage: 1000E}}]}
                        """, "spec.limits.0.max.storage"), "1e21", "1"),
                text("of a quota's bound", of(QUOTA.formatted("1000E"), "spec.hard.requests\\.storage"), "1e21", "1"),
                text("of a sum", QuantityRowsTest::used, "1e21", "1"),
                text(
                        "of a binary sum",
                        semantics -> semantics.text(exbi(256).plus(exbi(768)))
                                + " "
                                + semantics.text(exbi(512_000).plus(exbi(512_000))),
                        "1180591620717411303424 1180591620717411303424e3",
                        "1 1000"),
                text(
                        "of what a quota refuses",
                        refused(CLAIM.formatted("data", "", "1000E"), QUOTA.formatted("900E")),
                        "exceeded quota: quota, requested: requests.storage=1e21, used: requests.storage=0, limited:"
                                + " requests.storage=900E",
                        "exceeded quota: quota, requested: requests.storage=1, used: requests.storage=0, limited:"
                                + " requests.storage=900E"),
                text(
                        "of what a LimitRange refuses",
                        refused(CLAIM.formatted("data", "", "1000E"), AT_MOST_10GI.replace("max", "min")),
                        "minimum storage usage per PersistentVolumeClaim is 10Gi, but request is 1e21",
                        "minimum storage usage per PersistentVolumeClaim is 10Gi, but request is 1"),
                text("of a request beyond its limit", refused("""
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: p, namespace: default}
                        spec:
                          containers:
                          - name: c
                            image: x
                            resources: {requests: {memory: 1000E}, limits: {memory: 1Gi}}
                        """), """
                        spec.containers[0].resources.requests: Invalid value: "1e21": must be less than or equal to memory limit of 1Gi""", """
                        spec.containers[0].resources.requests: Invalid value: "1": must be less than or equal to memory limit of 1Gi"""),
                text("of a warning", warned(CLAIM.formatted("data", "", "123456789012345678901000E")), """
                        spec.resources.requests[storage]: fractional byte value "123456789012345678901e21" is invalid, must be an integer""", """
                        spec.resources.requests[storage]: fractional byte value "123456789012345678901" is invalid, must be an integer"""),
                text("of a status", QuantityRowsTest::patchedStatus, "1e21", "1"),
                text("of an object that was made and not read", QuantityRowsTest::madeAndWrittenAgain, "1e21", "1"),
                text("counts", QuantityRowsTest::boundToLargest, "Bound", "Pending"));
    }

    private static List<RowSide> values() {
        return List.of(
                value("of a volume", refused(VOLUME.formatted(NEGATIVE)), "", """
                        spec.capacity[storage]: Invalid value: -9223372036854775808: must be a valid resource quantity"""),
                value("of the volume that a claim names", named("10Gi", HUGE), "Pending", "Bound"),
                value(
                        "held against a LimitRange",
                        refused(CLAIM.formatted("data", "", HUGE), AT_MOST_10GI),
                        "maximum storage usage per PersistentVolumeClaim is 10Gi, but request is " + HUGE,
                        ""),
                value("held against published capacity", QuantityRowsTest::nodeWithCapacity, "", "a"),
                value("in thousandths", warned(CLAIM.formatted("data", "", "18446744073709551616000")), """
                        spec.resources.requests[storage]: fractional byte value "18446744073709551616k" is invalid, must be an integer""", ""),
                new RowSide(
                        Behaviour.QUANTITY_VALUE_ROUNDS_AWAY_FROM_ZERO,
                        refused(VOLUME.formatted("-0.0005Ki")),
                        "[spec.capacity[storage]: Invalid value: -1: must be a valid resource quantity,"
                                + " spec.capacity[storage]: Invalid value: \"-512m\": must be greater than zero]",
                        "spec.capacity[storage]: Invalid value: \"-512m\": must be greater than zero"),
                new RowSide(
                        Behaviour.QUANTITY_VALUE_ROUNDS_AWAY_FROM_ZERO,
                        "in thousandths",
                        semantics -> semantics.milliValue(Quantity.parse("-1.1n")) + "",
                        "-1",
                        "1"));
    }

    private static List<RowSide> comparisons() {
        return List.of(
                new RowSide(Behaviour.CAPACITY_SIGN_IS_EXACT, refused(VOLUME.formatted(NEGATIVE)), "", """
                        spec.capacity[storage]: Invalid value: -9223372036854775808: must be a valid resource quantity"""),
                new RowSide(
                        Behaviour.NAMED_VOLUME_SIZE_IS_EXACT,
                        named("36893488147419103233", "18446744073709551621"),
                        "Bound",
                        "Pending"),
                new RowSide(
                        Behaviour.LIMIT_RANGE_IS_EXACT,
                        refused(CLAIM.formatted("data", "", NEGATIVE), AT_MOST_10GI),
                        "maximum storage usage per PersistentVolumeClaim is 10Gi, but request is " + NEGATIVE,
                        ""),
                fraction(
                        "of a claim",
                        CLAIM.formatted("data", "", "10000000000000000000"),
                        "spec.resources.requests[storage]"),
                fraction(
                        "of a set's claims",
                        SET.formatted("10000000000000000000"),
                        "spec.volumeClaimTemplates[0].resources.requests[storage]"),
                fraction(
                        "of a pod",
                        POD.formatted("p", "", "10000000000000000000"),
                        "spec.containers[0].resources.requests[memory]"));
    }

    private static RowSide text(String where, Function<Semantics, String> seen, String with, String without) {
        return new RowSide(Behaviour.QUANTITY_TEXT_KEEPS_MAGNITUDE, where, seen, with, without);
    }

    private static RowSide value(String where, Function<Semantics, String> seen, String with, String without) {
        return new RowSide(Behaviour.QUANTITY_VALUE_SATURATES, where, seen, with, without);
    }

    private static RowSide fraction(String where, String manifest, String path) {
        return new RowSide(
                Behaviour.FRACTION_WARNING_IS_EXACT,
                where,
                warned(manifest),
                "",
                path + ": fractional byte value \"10E\" is invalid, must be an integer");
    }

    /** What the stored object has at this place. */
    private static Function<Semantics, String> of(String manifest, String path) {
        return semantics -> at(
                empty(semantics)
                        .create(tree(manifest))
                        .orThrow()
                        .all()
                        .findFirst()
                        .orElseThrow(),
                path);
    }

    private static String at(KubernetesObject object, String path) {
        JsonValue value = Objects.write(object);
        for (String name : path.split("(?<!\\\\)\\.", -1)) {
            value = value instanceof JsonArray array
                    ? array.items().get(Integer.parseInt(name))
                    : ((JsonObject) value).get(name.replace("\\", "")).orElseThrow();
        }
        return ((JsonString) value).value();
    }

    /** What is refused of the first, where the others are there; empty if nothing is. */
    private static Function<Semantics, String> refused(String manifest, String... before) {
        return semantics -> {
            Outcome outcome = with(semantics, before).create(tree(manifest));
            return outcome.answer()
                    .refused()
                    .map(refused -> refused.message().replaceFirst("^.*? is (invalid|forbidden): ", ""))
                    .orElse("");
        };
    }

    private static Function<Semantics, String> warned(String manifest) {
        return semantics -> {
            Verdict verdict = Admission.create(tree(manifest), AdmissionWorld.of(List.of(), semantics));
            return String.join("\n", ((Verdict.Admitted) verdict).warnings());
        };
    }

    private static String nodeOf(String pod, Cluster start, String... manifests) {
        Cluster cluster = start;
        for (String manifest : manifests) {
            cluster = cluster.create(tree(manifest)).orThrow().settle();
        }
        return cluster.pod("default", pod).orElseThrow().spec().nodeName();
    }

    /** The one node has published 1Gi. */
    private static String nodeWithCapacity(Semantics semantics) {
        return nodeOf(
                "p",
                with(semantics, NODE),
                """
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: local}
                provisioner: csi.example.com
                volumeBindingMode: WaitForFirstConsumer
                """,
                """
                apiVersion: storage.k8s.io/v1
                kind: CSIDriver
                metadata: {name: csi.example.com}
                spec: {storageCapacity: true}
                """,
                """
                apiVersion: storage.k8s.io/v1
                kind: CSIStorageCapacity
                metadata: {name: c, namespace: default}
                storageClassName: local
                nodeTopology: {}
                capacity: 1Gi
                """,
                CLAIM.formatted("data", "", HUGE).replace("storageClassName: \"\"", "storageClassName: local"),
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: default}
                spec:
                  volumes: [{name: v, persistentVolumeClaim: {claimName: data}}]
                  containers: [{name: c, image: x}]
                """);
    }

    private static Function<Semantics, String> named(String volume, String claim) {
        return semantics -> phase(with(
                semantics.with(Behaviour.CAPACITY_SIGN_IS_EXACT, true),
                VOLUME.formatted(volume),
                CLAIM.formatted("data", "pv", claim)));
    }

    private static String boundToLargest(Semantics semantics) {
        return phase(with(semantics, VOLUME.formatted("1000E"), CLAIM.formatted("data", "", "1Gi")));
    }

    private static String phase(Cluster cluster) {
        return cluster.get(PersistentVolumeClaim.ref("default", "data"))
                .flatMap(claim -> claim.status().phase())
                .orElseThrow()
                .toString();
    }

    private static String claimOfSet(Semantics semantics) {
        Cluster cluster = with(semantics, CLASS, SET.formatted("1000E"));
        return at(
                cluster.list(PersistentVolumeClaim.KIND).findFirst().orElseThrow(), "spec.resources.requests.storage");
    }

    /** Two claims in one quota. */
    private static String used(Semantics semantics) {
        Cluster cluster = with(
                semantics,
                QUOTA.formatted("9001E"),
                CLAIM.formatted("data", "", "600E"),
                CLAIM.formatted("more", "", "400E"));
        assertThat(cluster.isSettled()).isTrue();
        return at(
                cluster.all()
                        .filter(object -> object.kind().name().equals("ResourceQuota"))
                        .findFirst()
                        .orElseThrow(),
                "status.used.requests\\.storage");
    }

    private static Quantity exbi(int amount) {
        Quantity one = Quantity.parse("1Ei");
        Quantity sum = Quantity.ZERO;
        for (int i = 0; i < amount; i++) {
            sum = sum.plus(one);
        }
        return sum;
    }

    private static String patchedStatus(Semantics semantics) {
        Cluster cluster = with(semantics, CLAIM.formatted("data", "", "1Gi"));
        JsonObject capacity = JsonObject.of("capacity", JsonObject.of("storage", new JsonString("1000E")));
        Cluster patched = cluster.patchStatus(
                        PersistentVolumeClaim.ref("default", "data"), JsonObject.of("status", capacity))
                .orThrow();
        return at(patched.all().findFirst().orElseThrow(), "status.capacity.storage");
    }

    /** A Java object of an amount, created, changed and written as such. */
    private static String madeAndWrittenAgain(Semantics semantics) {
        PersistentVolume volume = (PersistentVolume)
                Manifests.read(VOLUME.formatted("1Gi")).objects().get(0);
        PersistentVolume made = volume.withSpec(volume.spec().withCapacity(Map.of("storage", Quantity.parse("1000E"))));
        assertThat(at(made, "spec.capacity.storage")).isEqualTo("1000E");
        Cluster cluster = empty(semantics).create(made).orThrow();
        PersistentVolume stored = cluster.get(made.ref()).orElseThrow();
        Cluster again = cluster.update(stored.withMetadata(stored.metadata().withLabels(Map.of("again", "yes"))))
                .orThrow()
                .settle();
        return at(again.get(made.ref()).orElseThrow(), "spec.capacity.storage");
    }

    private static Cluster empty(Semantics semantics) {
        return Cluster.empty(ControlPlane.DEFAULT
                .withSemantics(semantics)
                .withProvisioners(Provisioner.instant("csi.example.com"))
                .controllers());
    }

    private static Cluster with(Semantics semantics, String... manifests) {
        Cluster cluster = empty(semantics);
        for (String manifest : manifests) {
            cluster = cluster.create(tree(manifest)).orThrow().settle();
        }
        return cluster;
    }

    /** As it was sent. */
    private static JsonObject tree(String manifest) {
        return Manifests.read(manifest).manifests().get(0).tree();
    }
}
