package io.mooring.release;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What one release of Kubernetes does and another does not: a row each, named by what a user sees. */
public enum Behaviour {
    /** A rolling update of a StatefulSet may take several pods at once, and says how many. */
    STATEFUL_SET_MAX_UNAVAILABLE(
            "MaxUnavailableStatefulSet",
            "spec.updateStrategy.rollingUpdate.maxUnavailable of a StatefulSet is 1 where it is not given, and a rolling"
                    + " update counts the pods that are unavailable; without it the field is dropped, and pods are"
                    + " replaced one at a time.",
            Evidence.RECORD,
            "kubernetes/kubernetes#133153 (v1.35.0 on), #137926 (v1.35.4 off), #139466 (v1.37.0 on)",
            on("1.35.0"),
            off("1.35.4"),
            on("1.37.0")),
    /** A CSIDriver can say that its pods may run on no node where it is not installed. */
    CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE(
            "VolumeLimitScaling",
            "spec.preventPodSchedulingIfMissing of a CSIDriver keeps pods with its volumes off nodes whose CSINode does not"
                    + " name it; without it such pods go to any node.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#135012 (v1.35.0 off), #140612 (v1.37.0 on)",
            knownFrom("1.35.0"),
            on("1.37.0")),
    /** A pod says in which zone and region it runs. */
    POD_HAS_TOPOLOGY_OF_ITS_NODE(
            "PodTopologyLabelsAdmission",
            "A pod that gets a node gets the node's labels topology.kubernetes.io/zone and region, unless it has its own; without"
                    + " it the pod's labels stay as they are.",
            Evidence.RECORD,
            "kubernetes/kubernetes plugin/pkg/admission/podtopologylabels (v1.33.0 off, v1.35.0 on); KEP-4742",
            on("1.35.0")),
    /** A bound claim tells whether a pod refers to it, and since when none does. */
    CLAIM_TELLS_WHETHER_IT_IS_USED(
            "PersistentVolumeClaimUnusedSinceTime",
            "A bound claim has the condition Unused: True with the time since when no pod refers to it, or False; without it"
                    + " there is no such condition.",
            Evidence.RECORD,
            "kubernetes/kubernetes#137862 (v1.36.0 off), #139620, #140833 (v1.37.0 on); KEP-5541",
            knownFrom("1.36.0"),
            on("1.37.0")),
    /** What upstream declares in the types themselves is refused in declared order, after what is checked by hand. */
    DECLARED_CHECKS_ANSWER(
            "DeclarativeValidationBeta",
            "What is wrong with the provisioner and the immutable fields of a StorageClass is told after everything else, and a changed"
                    + " field prints null; without it each is told in its place and prints the new value. So are a"
                    + " VolumeAttachment's attacher, a CronJob's schedule and a ReplicationController's numbers.",
            Evidence.RECORD,
            "kubernetes/enhancements KEP-5073 (v1.36.0 on); recorded of StorageClasses, and after upstream's sources alone of"
                    + " VolumeAttachments, CronJobs and ReplicationControllers",
            knownFrom("1.36.0"),
            on("1.36.0")),
    /** A claim, and a volume, can name a class of attributes that are changed while the volume is used. */
    VOLUME_ATTRIBUTES_CLASSES(
            "VolumeAttributesClass",
            "spec.volumeAttributesClassName of claims and volumes is kept, quotas of that scope count claims by it, and a"
                    + " VolumeAttributesClass in use stays; without it the field is dropped from what had none, an update"
                    + " may not change it, and no quota of that scope counts a claim.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#131549 (v1.34.0 on); KEP-3751",
            on("1.34.0"),
            lockedFrom("1.36.0")),
    /** A pod goes where most storage is left. */
    STORAGE_CAPACITY_SCORES_NODES(
            "StorageCapacityScoring",
            "A pod whose volume is yet to be made goes to the node with the most storage left, as its driver publishes it"
                    + " (CSIStorageCapacity), weighed with room; without it the node with the most room.",
            Evidence.SOURCE,
            "kubernetes/kubernetes pkg/scheduler/framework/plugins/volumebinding Score (v1.33.0 alpha, v1.37.0 on); KEP-4049",
            on("1.37.0")),
    /** A pod can have the files of a container image as a volume. */
    IMAGE_VOLUMES(
            "ImageVolume",
            "A pod's volume of type image is kept; without it the volume is dropped with its mounts, unless the stored pod has"
                    + " one.",
            Evidence.SOURCE,
            "kubernetes/kubernetes pkg/api/pod dropImageVolumes (v1.33.0 beta and off, v1.35.0 on); KEP-4639",
            on("1.35.0"),
            lockedFrom("1.36.0")),
    /** A CSIDriver can say how often nodes ask it how many volumes they can have. */
    CSI_DRIVER_COUNTS_ANEW(
            "MutableCSINodeAllocatableCount",
            "spec.nodeAllocatableUpdatePeriodSeconds of a CSIDriver is kept and checked; without it the field is dropped.",
            Evidence.SOURCE,
            "kubernetes/kubernetes pkg/registry/storage/csidriver (v1.34.0 beta and off, v1.35.0 on); KEP-4876",
            on("1.35.0"),
            lockedFrom("1.36.0")),
    /** A CSIDriver can get its pods' tokens among the secrets. */
    CSI_DRIVER_TOKENS_IN_SECRETS(
            "CSIServiceAccountTokenSecrets",
            "spec.serviceAccountTokenInSecrets of a CSIDriver is kept, refused without tokenRequests, and recommended by a"
                    + " warning where tokenRequests stand without it; without this row the field is dropped.",
            Evidence.SOURCE,
            "kubernetes/kubernetes pkg/registry/storage/csidriver (v1.35.0 on); KEP-5538",
            knownFrom("1.35.0"),
            on("1.35.0"),
            lockedFrom("1.36.0")),
    /** What may not change in a StatefulSet is told field by field. */
    STATEFUL_SET_REFUSAL_NAMES_THE_FIELD(
            "",
            "An update of a StatefulSet that may not be is refused at each field, such as \"spec.serviceName: Invalid value:"
                    + " ...: field is immutable\"; without it the refusal is \"spec: Forbidden: updates to statefulset"
                    + " spec for fields other than 'replicas', ... are forbidden\".",
            Evidence.SOURCE,
            "kubernetes/kubernetes pkg/apis/apps/validation ValidateStatefulSetUpdate of v1.36.0 and v1.37.2",
            on("1.37.0")),
    /** What may not change in a StorageClass is told as of other kinds. */
    STORAGE_CLASS_REFUSAL_SAYS_IMMUTABLE(
            "",
            "A changed provisioner, parameters or reclaimPolicy of a StorageClass is refused with \"Invalid value: ...: field is"
                    + " immutable\"; without it with \"Forbidden: updates to provisioner are forbidden.\".",
            Evidence.SOURCE,
            "kubernetes/kubernetes pkg/apis/storage/validation ValidateStorageClassUpdate of v1.35.0 and v1.36.0",
            on("1.36.0")),
    /** A StatefulSet that leaves replacing to the user comes to its new revision. */
    ON_DELETE_ROLLOUT_COMPLETES(
            "",
            "status.currentRevision of a StatefulSet with updateStrategy OnDelete becomes the update revision once all pods are"
                    + " of it, and currentReplicas counts them; without it both stay at the revision with which the set"
                    + " began.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#136833 (v1.37.0)",
            on("1.37.0")),
    /** A rollout of a Parallel StatefulSet is not held up by pods that it is to replace. */
    PARALLEL_ROLLOUT_REPLACES_UNAVAILABLE_PODS(
            "",
            "A rolling update of a Parallel StatefulSet replaces pods that are unavailable whatever maxUnavailable says; without"
                    + " it they count, and as many of them as maxUnavailable keep the rollout from ever going on.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#137904, #139466 (v1.37.0)",
            on("1.37.0")),
    /** A volume can be moved to other nodes. */
    VOLUME_NODE_AFFINITY_MAY_CHANGE(
            "MutablePVNodeAffinity",
            "spec.nodeAffinity of a PersistentVolume may change; without it an update is refused with \"nodeAffinity: Invalid"
                    + " value: ...: field is immutable, except for updating from beta label to GA\".",
            Evidence.SOURCE,
            "kubernetes/kubernetes#134339 (v1.35.0 alpha); KEP-5381",
            knownFrom("1.35.0"),
            alpha()),
    /** A StatefulSet can replace all its pods at once. */
    STATEFUL_SET_RECREATE(
            "StatefulSetRecreateStrategy",
            "updateStrategy Recreate of a StatefulSet deletes all pods of an old revision, waits until they are gone and makes"
                    + " new ones, and the condition Progressing tells of it; without it the type is refused.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#137187 (v1.37.0 alpha); KEP-3541",
            knownFrom("1.37.0"),
            alpha()),
    /** An emptyDir can say who may do what in it. */
    EMPTY_DIR_MODE(
            "EmptyDirVolumeMode",
            "mode of a pod's emptyDir is kept and checked; without it the field is dropped, unless the stored pod has it.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#140244 (v1.37.0 alpha)",
            knownFrom("1.37.0"),
            alpha()),
    /** A mount can have options of its own. */
    BIND_MOUNT_OPTIONS(
            "VolumeBindMountOptions",
            "bindMountOptions of a container's volumeMounts is kept and checked; without it the field is dropped, unless the"
                    + " stored pod has it.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#140013 (v1.37.0 alpha)",
            knownFrom("1.37.0"),
            alpha()),
    /** A pod can tolerate taints by comparing numbers. */
    TOLERATIONS_COMPARE_NUMBERS(
            "TaintTolerationComparisonOperators",
            "operator Gt or Lt of a pod's toleration compares its value with the taint's; without it the operator is refused.",
            Evidence.SOURCE,
            "kubernetes/kubernetes pkg/apis/core/validation ValidateTolerations (v1.35.0 alpha); KEP-5471",
            knownFrom("1.35.0"),
            alpha()),
    /** A refusal of a toleration's operator tells of those that compare. */
    TOLERATION_REFUSAL_LISTS_COMPARISONS(
            "",
            "operator Gt or Lt of a toleration is refused with supported values \"Equal\", \"Exists\", \"Lt\", \"Gt\"; without"
                    + " it with \"Equal\", \"Exists\".",
            Evidence.SOURCE,
            "kubernetes/kubernetes pkg/apis/core/validation ValidateTolerations of v1.34.0 and v1.35.0",
            on("1.35.0")),
    /** Of several default classes a list shows the one that claims get. */
    ONLY_EFFECTIVE_DEFAULT_CLASS_SHOWS_IT(
            "",
            "kubectl get storageclass prints (default) behind the newest of the classes that say they are; without it behind"
                    + " all of them.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#135964 (v1.37.0), pkg/printers/internalversion printStorageClass",
            on("1.37.0")),
    /** A pod of which one container failed and others completed shows the failure. */
    POD_STATUS_SHOWS_THE_FAILED_CONTAINER(
            "",
            "STATUS of kubectl get pods is the reason of a container that failed where another one completed and the pod is not"
                    + " ready; without it Completed, or NotReady.",
            Evidence.SOURCE,
            "kubernetes/kubernetes pkg/printers/internalversion printPod of v1.34.0 and v1.35.0",
            on("1.35.0")),
    /** An amount that no suffix is large enough for is written with its exponent. */
    QUANTITY_TEXT_KEEPS_MAGNITUDE(
            "",
            "An amount that no suffix is large enough for is stored and told in full wherever it stands: 1000E as 1e21, a sum of 1024Ei"
                    + " as 1180591620717411303424; without it both as 1, and what is stored is 1 from then on.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#140459 (v1.38.0-alpha.1); apimachinery pkg/api/resource CanonicalizeBytes at 13ab804c6d76, whose tests"
                    + " give these texts",
            alpha()),
    /** A whole number of units that fits no int64 is the nearest that does. */
    QUANTITY_VALUE_SATURATES(
            "",
            "An amount of more than 2^63-1 counts as 2^63-1 where Kubernetes counts in an int64: published storage, the volume that a"
                    + " claim names, LimitRanges, a recycler's time; without it as what its low 64 bits are, or as 0.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#141305 (v1.38.0-alpha.1); apimachinery pkg/api/resource AsScaledInt64 at 13ab804c6d76, whose tests give"
                    + " these numbers",
            alpha()),
    /** A negative fraction of a unit is rounded to the next whole number below. */
    QUANTITY_VALUE_ROUNDS_AWAY_FROM_ZERO(
            "",
            "A volume of -0.0005Ki bytes is refused as -1 too, \"must be a valid resource quantity\"; without it only as not greater"
                    + " than zero, as it counts as 1.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#138510 (v1.38.0-alpha.1); apimachinery pkg/api/resource AsScaledInt64 at 13ab804c6d76, whose tests give"
                    + " these numbers",
            alpha()),
    /** Whether a capacity is negative is asked of the amount itself. */
    CAPACITY_SIGN_IS_EXACT(
            "",
            "A volume of 9223372036854775808 bytes is accepted; without it refused as -9223372036854775808, \"must be a valid resource"
                    + " quantity\".",
            Evidence.SOURCE,
            "kubernetes/kubernetes#141169 (v1.38.0-alpha.1), its description and release note",
            alpha()),
    /** A claim's and its named volume's sizes are compared as they are. */
    NAMED_VOLUME_SIZE_IS_EXACT(
            "",
            "A claim that names a volume gets it if the volume is large enough, whatever the sizes; without it sizes beyond 2^63-1"
                    + " bytes are compared by their low 64 bits.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#141618 (v1.38.0-alpha.1), its release note",
            alpha()),
    /** A LimitRange does not look at what an update leaves as it was. */
    LIMIT_RANGE_SPARES_UNCHANGED_CLAIMS(
            "",
            "A claim whose request a LimitRange would refuse today can be updated as long as its request stays; without it every"
                    + " update of it is refused.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#142170 (v1.38.0-alpha.1), its release note",
            alpha()),
    /** A claim's request and a LimitRange's bounds are compared as they are. */
    LIMIT_RANGE_IS_EXACT(
            "",
            "A claim of more than 2^63-1 bytes is held to a LimitRange's maximum, whatever its size; without it by its low 64 bits,"
                    + " and one of 2^63 bytes passes.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#141348 (v1.38.0-alpha.1), its description and release note",
            alpha()),
    /** Only fractions are warned of as fractions. */
    FRACTION_WARNING_IS_EXACT(
            "",
            "A claim or a pod that asks for a whole number of bytes beyond an int64 comes without \"fractional byte value ... is"
                    + " invalid, must be an integer\"; without it with that warning.",
            Evidence.SOURCE,
            "kubernetes/kubernetes#142131 (v1.38.0-alpha.1), its release note",
            alpha());

    /** What can be said of a row over time. */
    sealed interface Milestone permits Switch, KnownFrom, LockedFrom, Alpha {}

    /** What a row rests on. */
    public enum Evidence {
        /** Answers of a control plane that tell both sides apart. */
        RECORD,
        /** Upstream's sources and notes alone. */
        SOURCE
    }

    /**
     * From a release on it is so, until the next switch.
     *
     * @param release the first one
     * @param isOn whether it has the behaviour
     */
    public record Switch(Release release, boolean isOn) implements Milestone {}

    record KnownFrom(Release release) implements Milestone {}

    record LockedFrom(Release release) implements Milestone {}

    record Alpha() implements Milestone {}

    private final String gate;
    private final String sees;
    private final Evidence evidence;
    private final String source;

    @SuppressWarnings("ImmutableEnumChecker") // A copy that nobody can change.
    private final List<Switch> switches;

    @SuppressWarnings("ImmutableEnumChecker") // Neither changes.
    private final Optional<Release> knownFrom;

    @SuppressWarnings("ImmutableEnumChecker") // Neither changes.
    private final Optional<Release> lockedFrom;

    private final boolean isAlpha;

    Behaviour(String gate, String sees, Evidence evidence, String source, Milestone... milestones) {
        this.gate = gate;
        this.sees = sees;
        this.evidence = evidence;
        this.source = source;
        this.switches = only(Switch.class, milestones).toList();
        this.knownFrom =
                only(KnownFrom.class, milestones).map(KnownFrom::release).findFirst();
        this.lockedFrom =
                only(LockedFrom.class, milestones).map(LockedFrom::release).findFirst();
        this.isAlpha = only(Alpha.class, milestones).findFirst().isPresent();
    }

    private static <T> Stream<T> only(Class<T> type, Milestone... milestones) {
        return Stream.of(milestones).filter(type::isInstance).map(type::cast);
    }

    /** The first that has the gate; without this it is in all that are known. */
    private static Milestone knownFrom(String release) {
        return new KnownFrom(Release.parse(release));
    }

    private static Milestone lockedFrom(String release) {
        return new LockedFrom(Release.parse(release));
    }

    private static Milestone alpha() {
        return new Alpha();
    }

    private static Switch on(String release) {
        return new Switch(Release.parse(release), true);
    }

    private static Switch off(String release) {
        return new Switch(Release.parse(release), false);
    }

    /** Upstream's feature gate; empty if it cannot be switched there. */
    public Optional<String> gate() {
        return gate.isEmpty() ? Optional.empty() : Optional.of(gate);
    }

    /** What a user sees of it, in a sentence. */
    public String sees() {
        return sees;
    }

    /** What the row rests on. */
    public Evidence evidence() {
        return evidence;
    }

    /** Where upstream made the difference. */
    public String source() {
        return source;
    }

    /** When it came and went, in order; before the first it was the other way round, and without any it is off. */
    public List<Switch> switches() {
        return switches;
    }

    /** The first release that knows upstream's gate; empty if all that Mooring knows do, or there is none. */
    public Optional<Release> knownFrom() {
        return knownFrom;
    }

    /** The release from which on upstream's gate is locked, so that nobody can switch it there any more. */
    public Optional<Release> lockedFrom() {
        return lockedFrom;
    }

    /** Whether the release knows the gate; a row without one is switched by its name in all. */
    public boolean isKnownIn(Release release) {
        return knownFrom.map(release::isAtLeast).orElse(true);
    }

    /** Whether the release has locked the gate as it comes. */
    public boolean isLockedIn(Release release) {
        return lockedFrom.map(release::isAtLeast).orElse(false);
    }

    /** Whether it is not decided yet: no release that is known has it, unless somebody switches it on. */
    public boolean isAlpha() {
        return isAlpha;
    }

    /** Whether the release has it, unless somebody switched the gate. */
    public boolean isIn(Release release) {
        boolean isIn = !switches.isEmpty() && !switches.get(0).isOn();
        for (Switch each : switches) {
            if (release.isAtLeast(each.release())) {
                isIn = each.isOn();
            }
        }
        return isIn;
    }
}
