package io.mooring.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.mooring.binding.control.Attacher;
import io.mooring.binding.control.ControlPlane;
import io.mooring.binding.control.Provisioner;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Outcome;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import io.mooring.storage.ClaimPhase;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.ReclaimPolicy;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.JsonNull;
import io.mooring.tree.JsonNumber;
import io.mooring.tree.JsonObject;
import io.mooring.tree.JsonString;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import io.mooring.yaml.Manifests;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A cluster to which something is done again and again, with the laws that hold whatever it is. */
final class Story {
    private static final List<String> SIZES = List.of("1Gi", "1G", "2Gi", "1500Mi", "0.5Gi", "1e9");
    private static final List<String> CLASSES = List.of("manual", "manual", "manual", "fast", "lazy", "local", "");
    private static final List<String> MODES =
            List.of("ReadWriteOnce", "ReadWriteOnce", "ReadWriteMany", "ReadWriteOncePod");
    private static final List<String> POLICIES = List.of("Retain", "Retain", "Delete", "Recycle");
    private static final int MOST_SECONDS = 1000;

    private final Map<String, Integer> seen;
    private final Set<String> boundBefore = new HashSet<>();
    private Cluster cluster;

    /** @param seen what came about, with how often: added to */
    Story(Map<String, Integer> seen) {
        this.seen = seen;
        cluster = Cluster.empty(ControlPlane.DEFAULT
                .withProvisioners(Provisioner.instant("csi.example.com"))
                .withAttachers(Attacher.instant("csi.example.com"))
                .controllers());
        create("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: fast}
                provisioner: csi.example.com
                allowVolumeExpansion: true
                """);
        create("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: lazy}
                provisioner: csi.example.com
                volumeBindingMode: WaitForFirstConsumer
                """);
        create("""
                apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: local}
                provisioner: kubernetes.io/no-provisioner
                volumeBindingMode: WaitForFirstConsumer
                """);
    }

    static Map<String, Integer> coverage() {
        return new TreeMap<>();
    }

    /** One step, and the laws. */
    void step(Choices choices) {
        Cluster before = cluster;
        Set<Ref<?>> about = new HashSet<>();
        boolean isAccepted = act(choices, about);
        count(isAccepted ? "accepted" : "refused");
        if (!isAccepted) {
            assertThat(cluster).isSameAs(before);
        }
        if (choices.below(4) == 0) {
            return;
        }
        cluster = cluster.settle();
        check(before, about);
    }

    private boolean act(Choices choices, Set<Ref<?>> about) {
        return switch (choices.below(12)) {
            case 0, 1 -> create(volume(choices));
            case 2, 3 -> create(claim(choices));
            case 4 -> create(pod(choices));
            case 5 -> create(workload(choices));
            case 6 -> create(node(choices));
            case 7, 8 -> delete(key(choices), choices, about);
            case 9, 10 -> patch(choices, about);
            default -> {
                cluster = cluster.advance(Duration.ofSeconds(choices.below(MOST_SECONDS)));
                yield true;
            }
        };
    }

    private boolean create(String manifest) {
        JsonObject tree = Manifests.read(manifest).orThrow().get(0).tree();
        return take(cluster.create(tree));
    }

    private boolean take(Outcome outcome) {
        cluster = outcome.cluster();
        return outcome.answer().isAccepted();
    }

    private boolean delete(Ref<?> key, Choices choices, Set<Ref<?>> about) {
        about.add(key);
        Deletion options = choices.below(2) == 0
                ? Deletion.DEFAULT
                : Deletion.DEFAULT.with(choices.of(List.of(Deletion.Propagation.values())));
        return take(cluster.delete(key, options));
    }

    private boolean patch(Choices choices, Set<Ref<?>> about) {
        Ref<PersistentVolume> volume = PersistentVolume.KIND.ref("", "v" + choices.below(4));
        Ref<PersistentVolumeClaim> claim = PersistentVolumeClaim.KIND.ref("default", "c" + choices.below(4));
        return switch (choices.below(6)) {
            case 0 -> patch(volume, about, spec("claimRef", JsonNull.NULL));
            case 1 -> patch(volume, about, spec("claimRef", JsonObject.of("uid", JsonNull.NULL)));
            case 2 -> patch(volume, about, spec("persistentVolumeReclaimPolicy", new JsonString(choices.of(POLICIES))));
            case 3 ->
                patch(
                        claim,
                        about,
                        spec(
                                "resources",
                                JsonObject.of(
                                        "requests", JsonObject.of("storage", new JsonString(choices.of(SIZES))))));
            case 4 ->
                patch(StatefulSet.KIND.ref("default", "web"), about, spec("replicas", JsonNumber.of(choices.below(4))));
            default ->
                patch(Deployment.KIND.ref("default", "app"), about, spec("replicas", JsonNumber.of(choices.below(3))));
        };
    }

    private static JsonObject spec(String field, io.mooring.tree.JsonValue value) {
        return JsonObject.of("spec", JsonObject.of(field, value));
    }

    private boolean patch(Ref<?> object, Set<Ref<?>> about, JsonObject patch) {
        about.add(object);
        return take(cluster.patch(object, patch));
    }

    private static Ref<?> key(Choices choices) {
        int number = choices.below(4);
        return switch (choices.below(10)) {
            case 0 -> PersistentVolume.KIND.ref("", "v" + number);
            case 1, 8, 9 -> PersistentVolumeClaim.KIND.ref("default", "c" + number);
            case 2 -> Pod.KIND.ref("default", "p" + number);
            case 3 -> Pod.KIND.ref("default", "web-" + number);
            case 4 -> PersistentVolumeClaim.KIND.ref("default", "data-web-" + number);
            case 5 -> StatefulSet.KIND.ref("default", "web");
            case 6 -> Deployment.KIND.ref("default", "app");
            default -> Job.KIND.ref("default", "load");
        };
    }

    private static String volume(Choices choices) {
        String reserved =
                choices.below(4) == 0 ? ", claimRef: {namespace: default, name: c" + choices.below(4) + "}" : "";
        return "{apiVersion: v1, kind: PersistentVolume, metadata: {name: v" + choices.below(4)
                + "}, spec: {capacity: {storage: " + choices.of(SIZES) + "}, accessModes: [" + choices.of(MODES)
                + "], storageClassName: \"" + choices.of(CLASSES) + "\", persistentVolumeReclaimPolicy: "
                + choices.of(POLICIES) + ", hostPath: {path: /data}" + reserved + "}}";
    }

    private static String claim(Choices choices) {
        return "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: c" + choices.below(4) + "}, spec: "
                + claimSpec(choices) + "}";
    }

    private static String claimSpec(Choices choices) {
        return "{accessModes: [" + choices.of(MODES) + "], storageClassName: \"" + choices.of(CLASSES)
                + "\", resources: {requests: {storage: " + choices.of(SIZES) + "}}}";
    }

    private static String pod(Choices choices) {
        return "{apiVersion: v1, kind: Pod, metadata: {name: p" + choices.below(4) + "}, spec: "
                + podSpec(choices, "Always") + "}";
    }

    private static String podSpec(Choices choices, String restart) {
        return "{restartPolicy: " + restart + ", containers: [{name: c, image: x}], volumes: [{name: d,"
                + " persistentVolumeClaim: {claimName: c" + choices.below(4) + "}}]}";
    }

    private static String workload(Choices choices) {
        String template = "{metadata: {labels: {app: x}}, spec: " + podSpec(choices, "Always") + "}";
        return switch (choices.below(3)) {
            case 0 ->
                "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: web}, spec: {serviceName: web, replicas: "
                        + choices.below(4) + ", podManagementPolicy: " + choices.of(List.of("OrderedReady", "Parallel"))
                        + ", selector: {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec: {containers:"
                        + " [{name: c, image: x}]}}, volumeClaimTemplates: [{metadata: {name: data}, spec: "
                        + claimSpec(choices) + "}]}}";
            case 1 ->
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: app}, spec: {replicas: " + choices.below(3)
                        + ", selector: {matchLabels: {app: x}}, template: " + template + "}}";
            default ->
                "{apiVersion: batch/v1, kind: Job, metadata: {name: load}, spec: {completions: 2, template: {spec: "
                        + podSpec(choices, "Never") + "}}}";
        };
    }

    private static String node(Choices choices) {
        String name = "n" + choices.below(2);
        return "{apiVersion: v1, kind: Node, metadata: {name: " + name + ", labels: {kubernetes.io/hostname: " + name
                + "}}, status: {allocatable: {cpu: 8, memory: 8Gi, pods: 10}}}";
    }

    private void check(Cluster before, Set<Ref<?>> about) {
        assertThat(cluster.isSettled()).isTrue();
        List<PersistentVolumeClaim> bound = cluster.list(PersistentVolumeClaim.KIND)
                .filter(claim -> claim.status().phase().equals(Optional.of(ClaimPhase.BOUND)))
                .toList();
        assertThat(bound.stream().map(claim -> claim.spec().volumeName()).toList())
                .doesNotHaveDuplicates();
        for (PersistentVolumeClaim claim : bound) {
            if (boundBefore.add(claim.metadata().uid())) {
                count("bound");
                PersistentVolume volume =
                        cluster.volume(claim.spec().volumeName()).orElseThrow();
                assertThat(volume.storageCapacity()).isGreaterThanOrEqualTo(claim.requestedStorage());
            }
        }
        Set<Ref<?>> kept = retained(before);
        kept.removeIf(volume -> before.get(volume).orElseThrow().metadata().isBeingDeleted());
        kept.removeAll(about);
        assertThat(cluster.all().map(KubernetesObject::ref).collect(Collectors.toSet()))
                .containsAll(kept);
        cluster.list(PersistentVolume.KIND)
                .filter(volume -> volume.status().phase().equals(Optional.of(VolumePhase.RELEASED)))
                .forEach(volume -> count("released"));
        cluster.list(Pod.KIND).filter(Pod::isReady).forEach(pod -> count("pods ready"));
        assertThat(cluster.all().map(KubernetesObject::metadata))
                .noneMatch(metadata -> metadata.isBeingDeleted()
                        && metadata.finalizers().isEmpty()
                        && metadata.deletionGracePeriodSeconds().orElse(0L) == 0);
        assertThat(Cluster.open(cluster.controllers(), cluster.dump()).all().toList())
                .isEqualTo(cluster.all().toList());
        count("settled");
    }

    private static Set<Ref<?>> retained(Cluster cluster) {
        return cluster.list(PersistentVolume.KIND)
                .filter(volume ->
                        volume.spec().persistentVolumeReclaimPolicy().equals(Optional.of(ReclaimPolicy.RETAIN)))
                .map(PersistentVolume::ref)
                .collect(Collectors.toSet());
    }

    private void count(String what) {
        seen.merge(what, 1, Integer::sum);
    }
}
