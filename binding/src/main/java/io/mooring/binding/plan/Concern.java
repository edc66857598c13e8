package io.mooring.binding.plan;

import io.mooring.meta.ObjectKind;
import io.mooring.node.Node;
import io.mooring.quota.LimitRange;
import io.mooring.quota.ResourceQuota;
import io.mooring.release.Behaviour;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.workload.CronJob;
import io.mooring.workload.DaemonSet;
import io.mooring.workload.Deployment;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import io.mooring.workload.ReplicaSet;
import io.mooring.workload.ReplicationController;
import io.mooring.workload.StatefulSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a row of {@link Behaviour} concerns, and what changes for them in the words of who plans an upgrade. A row that has no line
 * here does not compile.
 *
 * @param kinds those that it is about; where there is no object of them, it changes nothing
 * @param others those that it may touch where there is one that it is about, beside it
 * @param on what changes when it turns on
 * @param off what changes when it turns off
 * @param fields what is dropped of such an object where it is off, from the object on
 * @param printed those of which kubectl prints something else, though the objects are the same
 */
record Concern(
        Set<ObjectKind<?>> kinds,
        Set<ObjectKind<?>> others,
        String on,
        String off,
        List<String> fields,
        Set<ObjectKind<?>> printed) {
    Concern {
        kinds = Set.copyOf(kinds);
        others = Set.copyOf(others);
        fields = List.copyOf(fields);
        printed = Set.copyOf(printed);
    }

    private static Concern of(String on, String off, ObjectKind<?>... kinds) {
        return new Concern(Set.of(kinds), Set.of(), on, off, List.of(), Set.of());
    }

    private Concern withField(String field) {
        return new Concern(kinds, others, on, off, List.of(field), printed);
    }

    private Concern alsoTouching(ObjectKind<?> kind) {
        return new Concern(kinds, Set.of(kind), on, off, fields, printed);
    }

    private static Concern ofPrinted(String on, String off, ObjectKind<?> kind) {
        return new Concern(Set.of(kind), Set.of(), on, off, List.of(), Set.of(kind));
    }

    boolean names(ObjectKind<?> kind) {
        return kinds.contains(kind) || others.contains(kind);
    }

    String words(boolean isOn) {
        return isOn ? on : off;
    }

    static Concern of(Behaviour row) {
        return switch (row) {
            case STATEFUL_SET_MAX_UNAVAILABLE ->
                of(
                                "A rolling update may take as many pods at once as maxUnavailable says, and counts those that are"
                                        + " unavailable already; where it is not given it is 1, and stands in the object.",
                                "Pods are replaced one at a time; maxUnavailable is dropped unless it is stored already.",
                                StatefulSet.KIND)
                        .withField("spec.updateStrategy.rollingUpdate.maxUnavailable");
            case CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE ->
                of(
                                "Pods with volumes of the driver stay off nodes whose CSINode does not name it.",
                                "Pods with volumes of the driver may go to any node, one without the driver too.",
                                CsiDriver.KIND)
                        .withField("spec.preventPodSchedulingIfMissing")
                        .alsoTouching(Pod.KIND);
            case POD_HAS_TOPOLOGY_OF_ITS_NODE ->
                of(
                        "A pod that gets a node gets the node's labels topology.kubernetes.io/zone and region.",
                        "A pod that gets a node does not get the node's zone and region as labels.",
                        Pod.KIND,
                        Node.KIND);
            case CLAIM_TELLS_WHETHER_IT_IS_USED ->
                of(
                        "A bound claim gets the condition Unused: True with the time since when no pod refers to it, or False.",
                        "A bound claim gets no condition Unused; one that it has stays as it is.",
                        PersistentVolumeClaim.KIND);
            case DECLARED_CHECKS_ANSWER ->
                of(
                        "What is wrong with it is told in another order, and of a field that cannot be changed null is printed.",
                        "What is wrong with it is told in another order, and of a field that cannot be changed the new value is"
                                + " printed.",
                        StorageClass.KIND,
                        VolumeAttachment.KIND,
                        CronJob.KIND,
                        ReplicationController.KIND);
            case VOLUME_ATTRIBUTES_CLASSES ->
                of(
                                "volumeAttributesClassName is kept, a class in use is held, and quotas of its scope count claims.",
                                "volumeAttributesClassName is dropped from what has none stored and cannot be changed; no class is held,"
                                        + " and quotas of its scope count nothing.",
                                PersistentVolumeClaim.KIND,
                                PersistentVolume.KIND,
                                VolumeAttributesClass.KIND,
                                ResourceQuota.KIND)
                        .withField("spec.volumeAttributesClassName");
            case STORAGE_CAPACITY_SCORES_NODES ->
                of(
                        "A pod whose volume is yet to be made goes where most storage is left, as its driver publishes it.",
                        "A pod goes to the node with the most room, whatever storage is left there.",
                        CsiStorageCapacity.KIND);
            case IMAGE_VOLUMES ->
                ofPods(
                        "A volume of type image is kept.",
                        "A volume of type image is dropped with its mounts, unless one is stored already.");
            case CSI_DRIVER_COUNTS_ANEW ->
                of(
                                "nodeAllocatableUpdatePeriodSeconds is kept and checked.",
                                "nodeAllocatableUpdatePeriodSeconds is dropped unless it is stored already.",
                                CsiDriver.KIND)
                        .withField("spec.nodeAllocatableUpdatePeriodSeconds");
            case CSI_DRIVER_TOKENS_IN_SECRETS ->
                of(
                                "serviceAccountTokenInSecrets is kept, and refused without tokenRequests.",
                                "serviceAccountTokenInSecrets is dropped unless it is stored already.",
                                CsiDriver.KIND)
                        .withField("spec.serviceAccountTokenInSecrets");
            case STATEFUL_SET_REFUSAL_NAMES_THE_FIELD ->
                of(
                        "What may not change in it is refused field by field: \"field is immutable\".",
                        "What may not change in it is refused as \"updates to statefulset spec for fields other than ...\".",
                        StatefulSet.KIND);
            case STORAGE_CLASS_REFUSAL_SAYS_IMMUTABLE ->
                of(
                        "What may not change in it is refused as \"field is immutable\".",
                        "What may not change in it is refused as \"updates to provisioner are forbidden.\" and the like.",
                        StorageClass.KIND);
            case ON_DELETE_ROLLOUT_COMPLETES ->
                of(
                        "With OnDelete its currentRevision becomes the update revision once all pods are of it.",
                        "With OnDelete its currentRevision stays the one with which it began.",
                        StatefulSet.KIND);
            case PARALLEL_ROLLOUT_REPLACES_UNAVAILABLE_PODS ->
                of(
                        "A Parallel rollout replaces pods that are unavailable whatever maxUnavailable says.",
                        "Pods that are unavailable can keep a Parallel rollout from ever going on.",
                        StatefulSet.KIND);
            case VOLUME_NODE_AFFINITY_MAY_CHANGE ->
                of("Its nodeAffinity may change.", "Its nodeAffinity cannot be changed.", PersistentVolume.KIND);
            case STATEFUL_SET_RECREATE ->
                of(
                        "updateStrategy Recreate is known: all pods go, then new ones come.",
                        "updateStrategy Recreate is refused, and a set that has it stands still.",
                        StatefulSet.KIND);
            case EMPTY_DIR_MODE ->
                ofPods("mode of an emptyDir is kept.", "mode of an emptyDir is dropped, unless one is stored already.");
            case BIND_MOUNT_OPTIONS ->
                ofPods(
                        "bindMountOptions of mounts are kept.",
                        "bindMountOptions of mounts are dropped, unless some are stored already.");
            case TOLERATIONS_COMPARE_NUMBERS ->
                ofPods(
                        "Tolerations with Gt and Lt compare numbers.",
                        "Tolerations with Gt and Lt are refused, and tolerate nothing.");
            case TOLERATION_REFUSAL_LISTS_COMPARISONS ->
                ofPods(
                        "A toleration with Gt or Lt is refused with four operators that are supported.",
                        "A toleration with Gt or Lt is refused with two operators that are supported.");
            case ONLY_EFFECTIVE_DEFAULT_CLASS_SHOWS_IT ->
                ofPrinted(
                        "Of several default classes kubectl shows only the newest as the default.",
                        "kubectl shows each class that is marked as the default.",
                        StorageClass.KIND);
            case POD_STATUS_SHOWS_THE_FAILED_CONTAINER ->
                ofPrinted(
                        "kubectl shows why a container failed beside one that completed.",
                        "kubectl shows Completed where a container failed beside one that completed.",
                        Pod.KIND);
            case QUANTITY_TEXT_KEEPS_MAGNITUDE ->
                ofAmounts(
                        "A size beyond all suffixes is written with its exponent.",
                        "A size beyond all suffixes is written without it.");
            case QUANTITY_VALUE_SATURATES ->
                ofAmounts(
                        "A size beyond an int64 counts as the largest one where room is compared.",
                        "A size beyond an int64 counts as its low 64 bits where room is compared.");
            case QUANTITY_VALUE_ROUNDS_AWAY_FROM_ZERO ->
                ofSizes(
                        "A negative fraction of a byte counts as one byte less than nothing.",
                        "A negative fraction of a byte may count as one byte.");
            case CAPACITY_SIGN_IS_EXACT ->
                ofSizes(
                        "A volume of 2^63 bytes or more is accepted.",
                        "A volume of 2^63 bytes or more may be refused as negative.");
            case NAMED_VOLUME_SIZE_IS_EXACT ->
                ofSizes(
                        "A claim that names a volume is compared with it by exact sizes.",
                        "A claim that names a volume is compared with it by the low 64 bits of the sizes.");
            case LIMIT_RANGE_SPARES_UNCHANGED_CLAIMS ->
                of(
                        "An update that leaves a claim's request as it was is not held to LimitRanges.",
                        "Every update of a claim is held to LimitRanges.",
                        LimitRange.KIND,
                        PersistentVolumeClaim.KIND);
            case LIMIT_RANGE_IS_EXACT ->
                of(
                        "A claim's request and a LimitRange's bounds are compared as they are.",
                        "A claim's request and a LimitRange's bounds are compared by the low 64 bits of what fits no int64.",
                        LimitRange.KIND,
                        PersistentVolumeClaim.KIND);
            case FRACTION_WARNING_IS_EXACT ->
                ofAmounts(
                        "Only fractions of a byte are warned of as fractions.",
                        "Sizes beyond an int64 may be warned of as fractions.");
        };
    }

    /** Pods, what makes them, and these beside them. */
    private static Concern ofPods(String on, String off, ObjectKind<?>... more) {
        Set<ObjectKind<?>> all = new HashSet<>(Set.of(
                Pod.KIND,
                StatefulSet.KIND,
                Deployment.KIND,
                ReplicaSet.KIND,
                ReplicationController.KIND,
                DaemonSet.KIND,
                Job.KIND,
                CronJob.KIND));
        all.addAll(List.of(more));
        return new Concern(all, Set.of(), on, off, List.of(), Set.of());
    }

    private static Concern ofSizes(String on, String off) {
        return of(on, off, PersistentVolume.KIND, PersistentVolumeClaim.KIND, CsiStorageCapacity.KIND);
    }

    /** Amounts are in all of these. */
    private static Concern ofAmounts(String on, String off) {
        return ofPods(
                on,
                off,
                PersistentVolume.KIND,
                PersistentVolumeClaim.KIND,
                CsiStorageCapacity.KIND,
                ResourceQuota.KIND,
                LimitRange.KIND,
                Node.KIND);
    }
}
