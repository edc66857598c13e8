package io.mooring.testkit.story;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.testkit.sample.Classes;
import io.mooring.testkit.sample.Drivers;
import io.mooring.testkit.sample.Quotas;
import io.mooring.workload.CronJob;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.stream.Stream;

/** What there is to draw from, and how much each step weighs by it. */
record There(Cluster cluster) {
    static final List<String> NODES = List.of("node-1", "node-2", "node-3");

    private static final List<ObjectKind<? extends KubernetesObject>> SCALED =
            List.of(StatefulSet.KIND, Deployment.KIND, ReplicaSet.KIND, ReplicationController.KIND);
    private static final List<ObjectKind<? extends KubernetesObject>> UNSCALED =
            List.of(DaemonSet.KIND, Job.KIND, CronJob.KIND);
    private static final List<ObjectKind<?>> RULES = Stream.of(
                    Quotas.KINDS, Drivers.KINDS, List.of(VolumeAttributesClass.KIND))
            .<ObjectKind<?>>flatMap(List::stream)
            .toList();
    private static final List<Integer> RUNS = List.of(1, 2, 3);
    private static final int URGENT = 40;
    private static final int OFTEN = 16;
    private static final int SOMETIMES = 6;
    private static final int SELDOM = 2;
    private static final int MOST_CLAIMS = 5;
    private static final int MOST_PODS = 4;
    private static final int MOST_WORKLOADS = 3;

    <T extends KubernetesObject> List<T> all(ObjectKind<T> kind) {
        return cluster.list(kind).toList();
    }

    /** Those that nobody has begun to delete, if there are any. */
    <T extends KubernetesObject> List<T> staying(ObjectKind<T> kind) {
        List<T> all = all(kind);
        List<T> staying =
                all.stream().filter(each -> !each.metadata().isBeingDeleted()).toList();
        return staying.isEmpty() ? all : staying;
    }

    List<String> names(ObjectKind<?> kind) {
        return cluster.list(kind, Placed.NAMESPACE).stream()
                .map(object -> object.metadata().name())
                .toList();
    }

    /** Those of these names that no object of this kind has. */
    List<String> free(ObjectKind<?> kind, List<String> names) {
        String namespace = kind.isNamespaced() ? Placed.NAMESPACE : "";
        return names.stream()
                .filter(name -> cluster.get(kind.ref(namespace, name)).isEmpty())
                .toList();
    }

    /** The objects that keep pods and belong to nobody. */
    List<KubernetesObject> keepers() {
        return Stream.concat(SCALED.stream(), UNSCALED.stream())
                .<KubernetesObject>flatMap(this::unowned)
                .toList();
    }

    /** Those of them that can be scaled. */
    List<KubernetesObject> scaled() {
        return SCALED.stream().<KubernetesObject>flatMap(this::unowned).toList();
    }

    private Stream<? extends KubernetesObject> unowned(ObjectKind<? extends KubernetesObject> kind) {
        return cluster.list(kind)
                .filter(object -> object.metadata().ownerReferences().isEmpty());
    }

    List<PersistentVolumeClaim> bound() {
        return staying(PersistentVolumeClaim.KIND).stream()
                .filter(PersistentVolumeClaim::isBound)
                .toList();
    }

    List<PersistentVolume> held() {
        return staying(PersistentVolume.KIND).stream()
                .filter(volume -> volume.spec().claimRef().isPresent())
                .toList();
    }

    List<Pod> running() {
        return all(Pod.KIND).stream()
                .filter(pod ->
                        pod.isPlaced() && !pod.hasEnded() && !pod.metadata().isBeingDeleted())
                .toList();
    }

    /** What says how much there may be of something, and how. */
    List<KubernetesObject> ruling() {
        return RULES.stream().<KubernetesObject>flatMap(cluster::list).toList();
    }

    /** Those that have attributes, or could have them. */
    List<PersistentVolumeClaim> withAttributes() {
        return bound().stream()
                .filter(claim ->
                        Classes.NAMES.indexOf(claim.className().orElse("manual")) < Classes.NAMES.indexOf("local"))
                .toList();
    }

    /** Those by whose labels others choose. */
    List<KubernetesObject> labelled() {
        return Stream.<ObjectKind<? extends KubernetesObject>>of(Node.KIND, PersistentVolume.KIND, Pod.KIND)
                .<KubernetesObject>flatMap(cluster::list)
                .toList();
    }

    /** What this finalizer holds; if there is nothing, what it could hold. */
    List<KubernetesObject> holdable(String finalizer) {
        List<KubernetesObject> all = Stream.<ObjectKind<? extends KubernetesObject>>of(
                        PersistentVolumeClaim.KIND, PersistentVolume.KIND, Pod.KIND)
                .<KubernetesObject>flatMap(cluster::list)
                .toList();
        List<KubernetesObject> held = all.stream()
                .filter(object -> object.metadata().hasFinalizer(finalizer))
                .toList();
        return held.isEmpty() ? all : held;
    }

    /** The namespaces of {@link Creations#NAMESPACES} that are there. */
    List<Namespace> ownNamespacesThere() {
        return all(Namespace.KIND).stream()
                .filter(each -> Creations.NAMESPACES.contains(each.metadata().name()))
                .toList();
    }

    /** The numbers that none of the CronJob's Jobs has; all if none is left. */
    List<Integer> freeRuns(CronJob cronJob) {
        ObjectMeta metadata = cronJob.metadata();
        List<Integer> free = RUNS.stream()
                .filter(run -> cluster.get(Job.ref(metadata.namespace(), metadata.name() + "-" + run))
                        .isEmpty())
                .toList();
        return free.isEmpty() ? RUNS : free;
    }

    /** Those that something of this kind keeps. */
    List<Pod> running(ObjectKind<?> keeper) {
        return running().stream()
                .filter(pod -> pod.metadata()
                        .controller()
                        .filter(owner -> owner.isOf(keeper))
                        .isPresent())
                .toList();
    }

    private static int weight(int each, List<?> there) {
        return there.isEmpty() ? 0 : each;
    }

    private static int weight(int each, List<?> there, int most) {
        return there.size() < most ? each : 0;
    }

    int unsettled() {
        return cluster.isSettled() ? 0 : 2 * URGENT;
    }

    int missingClasses() {
        int there = all(StorageClass.KIND).size();
        return there == 0 ? URGENT : there < Classes.NAMES.size() ? SOMETIMES : 0;
    }

    int missingNodes() {
        int there = all(Node.KIND).size();
        return there == 0 ? URGENT : there < NODES.size() ? SOMETIMES : 0;
    }

    int roomForClaims() {
        return weight(2 * OFTEN, all(PersistentVolumeClaim.KIND), MOST_CLAIMS);
    }

    int roomForVolumes() {
        boolean isWanted = all(PersistentVolumeClaim.KIND).stream().anyMatch(claim -> !claim.isBound());
        return weight(isWanted ? 2 * OFTEN : OFTEN, all(PersistentVolume.KIND), MOST_CLAIMS);
    }

    int roomForSets() {
        return all(StatefulSet.KIND).isEmpty() ? OFTEN : weight(SELDOM, all(StatefulSet.KIND), 2);
    }

    int roomForPods() {
        boolean hasRoom =
                names(Pod.KIND).stream().filter(name -> name.startsWith("pod-")).count() < MOST_PODS;
        return hasRoom && !names(PersistentVolumeClaim.KIND).isEmpty() ? OFTEN : 0;
    }

    int roomForWorkloads() {
        return weight(SOMETIMES, keepers(), MOST_WORKLOADS);
    }

    /** Once there is something else. */
    int roomInNamespace() {
        int weight = ownNamespacesThere().isEmpty() ? SELDOM : SOMETIMES;
        return cluster.size() > MOST_CLAIMS ? weight : 0;
    }

    int some() {
        return cluster.size() > 0 ? SELDOM : 0;
    }

    int scalable() {
        return weight(OFTEN, scaled());
    }

    int boundClaims() {
        return weight(SOMETIMES, bound());
    }

    int fewBoundClaims() {
        return weight(SELDOM, bound());
    }

    int fewClaims() {
        return weight(SELDOM, all(PersistentVolumeClaim.KIND));
    }

    int heldVolumes() {
        return weight(SOMETIMES, held());
    }

    int fewHeldVolumes() {
        return weight(SELDOM, held());
    }

    int fewVolumes() {
        return weight(2 * SELDOM, all(PersistentVolume.KIND));
    }

    int fewSets() {
        return weight(2 * SELDOM, all(StatefulSet.KIND));
    }

    int fewTemplates() {
        return weight(2 * SELDOM, scaled());
    }

    int claims() {
        return weight(OFTEN, all(PersistentVolumeClaim.KIND));
    }

    int pods() {
        return weight(SOMETIMES, all(Pod.KIND));
    }

    int workloads() {
        return weight(SOMETIMES, keepers());
    }

    int spareNodes() {
        return all(Node.KIND).size() > 1 ? SELDOM : 0;
    }

    int spareClasses() {
        return all(StorageClass.KIND).size() > 1 ? SELDOM : 0;
    }

    int ownNamespaces() {
        return weight(2 * SELDOM, ownNamespacesThere());
    }

    int missingAttributes() {
        boolean isNamed = all(PersistentVolumeClaim.KIND).stream()
                .anyMatch(claim -> claim.spec().volumeAttributesClassName().isPresent());
        return weight(isNamed ? OFTEN : SELDOM, all(VolumeAttributesClass.KIND), Classes.ATTRIBUTES.size());
    }

    /** Few, since they stop much. */
    int roomForLimits() {
        return Quotas.KINDS.stream()
                        .anyMatch(kind -> cluster.list(kind, Placed.NAMESPACE).isEmpty())
                ? SELDOM
                : 0;
    }

    int roomForDrivers() {
        return all(Node.KIND).isEmpty() ? 0 : SELDOM;
    }

    int cronJobs() {
        return weight(OFTEN, all(CronJob.KIND));
    }

    int claimsOfAttributes() {
        return all(VolumeAttributesClass.KIND).isEmpty() ? 0 : weight(2 * SELDOM, withAttributes());
    }

    int rules() {
        return weight(SELDOM, ruling());
    }

    int fewLabelled() {
        return weight(SELDOM, labelled());
    }

    int fewHoldable() {
        return weight(SELDOM, holdable(""));
    }

    int fewNodes() {
        return weight(SELDOM, all(Node.KIND));
    }

    int runningPods() {
        return weight(running(Job.KIND).isEmpty() ? SOMETIMES : OFTEN, running());
    }

    int waiting() {
        return cluster.nextDue().isPresent() ? SOMETIMES : cluster.size() > 0 ? SELDOM : 0;
    }
}
