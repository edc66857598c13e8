package io.mooring.binding.check;

import io.mooring.binding.control.scheduler.CsiNode;
import io.mooring.meta.ObjectKind;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Deployment;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is looked for in a cluster, or in manifests before anything is applied: a row each. Codes are stable. */
public enum Check {
    /** A claim asks for more than every volume holds, by no more than a unit of 1024 differs from its neighbour of 1000. */
    SIZE_TOO_SHORT_BY_UNIT(
            "size.decimal",
            Severity.ERROR,
            "A claim asks for more than every volume holds, by no more than a unit of 1024 differs from its neighbour of 1000.",
            "1Gi is 1073741824 bytes and 1G is 1000000000: a volume of 1G does not do for a claim of 1Gi.",
            "write claims and volumes in the same unit",
            Subject.REQUESTS,
            Finder.ofRequests(SizeRules::tooShortByUnit),
            PersistentVolume.KIND,
            StorageClass.KIND),

    /** A claim and the volume that fits it best are in units of 1024 and of 1000. */
    SIZE_MIXED_UNITS(
            "size.mixed-units",
            Severity.INFO,
            "A claim and the volume that fits it best are in units of 1024 and of 1000.",
            "The claim gets the whole volume; the other way round, nothing would fit.",
            "write claims and volumes in the same unit",
            Subject.REQUESTS,
            Finder.ofRequests(SizeRules::mixedUnits),
            PersistentVolume.KIND),

    /** A size is no whole number of bytes. */
    SIZE_FRACTION(
            "size.fraction",
            Severity.WARNING,
            "A size is no whole number of bytes.",
            "The suffix m stands for a thousandth, and not for mega: 100m is a tenth of a byte, which counts as one byte.",
            "write M or Mi for megabytes",
            Subject.REQUESTS,
            SizeRules::fraction),

    /** A size is less than 1Mi. */
    SIZE_TINY(
            "size.tiny",
            Severity.WARNING,
            "A size is less than 1Mi.",
            "A number without a suffix is in bytes, and k stands for 1000 of them: 10 is ten bytes.",
            "write the unit that is meant, such as Gi",
            Subject.REQUESTS,
            SizeRules::tiny),

    /** A volume that nobody has is smaller than all that is asked for in its class. */
    SIZE_TOO_SMALL_FOR_ALL(
            "size.small-volume",
            Severity.INFO,
            "A volume that nobody has is smaller than all that is asked for in its class.",
            "A claim gets one volume that holds all that it asks for; several small ones do not add up.",
            "make the volume larger, or ask for less",
            Subject.VOLUMES,
            SizeRules::tooSmallForAll,
            PersistentVolumeClaim.KIND,
            StatefulSet.KIND),

    /** A claim names a class that does not exist, and no volume has this class's name. */
    CLASS_MISSING(
            "claim.class.missing",
            Severity.ERROR,
            "A claim names a class that does not exist, and no volume has this class's name.",
            "Nobody makes volumes for a class that does not exist, and a claim's class cannot be changed.",
            "name a class that there is",
            Subject.REQUESTS,
            Finder.ofRequests(ClassRules::missing),
            StorageClass.KIND,
            PersistentVolume.KIND),

    /** A claim has the class "", there is a default class, and no volume without a class fits. */
    CLASS_EMPTY(
            "claim.class.empty",
            Severity.ERROR,
            "A claim has the class \"\", there is a default class, and no volume without a class fits.",
            "The text \"\" is no absent class: it asks for volumes without a class, which nobody makes.",
            "leave storageClassName out, to get the default class",
            Subject.REQUESTS,
            Finder.ofRequests(ClassRules::emptyName),
            StorageClass.KIND,
            PersistentVolume.KIND),

    /** A claim names no class, no class is the default, and no volume without a class fits. */
    CLASS_NONE(
            "claim.class.none",
            Severity.ERROR,
            "A claim names no class, no class is the default, and no volume without a class fits.",
            "Without a class nobody makes a volume; the claim waits for a default class or for a volume.",
            "name a class, or mark one as the default",
            Subject.REQUESTS,
            Finder.ofRequests(ClassRules::none),
            StorageClass.KIND,
            PersistentVolume.KIND),

    /** A claim has the default class, and a volume without a class would have fitted. */
    CLASS_DEFAULT_PASSES_OVER(
            "claim.class.absent",
            Severity.WARNING,
            "A claim has the default class, and a volume without a class would have fitted.",
            "A claim that names no class gets the default class when it is created, and volumes without a class are then none of its.",
            "write storageClassName: \"\" if the volume without a class is meant",
            Subject.REQUESTS,
            Finder.ofRequests(ClassRules::defaultPassesOver),
            StorageClass.KIND,
            PersistentVolume.KIND),

    /** The selector of a claim cannot be met by any labels. */
    SELECTOR_CONTRADICTORY(
            "claim.selector.contradiction",
            Severity.ERROR,
            "The selector of a claim cannot be met by any labels.",
            "All demands of a selector must hold at once.",
            "take one of the demands away",
            Subject.REQUESTS,
            Finder.ofRequests(ClaimRules::contradiction)),

    /** A claim has a selector, no volume has the labels, and its class is one that makes volumes. */
    SELECTOR_STOPS_PROVISIONING(
            "claim.selector.provisioned",
            Severity.ERROR,
            "A claim has a selector, no volume has the labels, and its class is one that makes volumes.",
            "Provisioners refuse claims with a selector, since what they make has no labels.",
            "leave the selector out",
            Subject.REQUESTS,
            Finder.ofRequests(ClaimRules::selectorStopsProvisioning),
            StorageClass.KIND,
            PersistentVolume.KIND),

    /** A claim names a volume that does not exist. */
    VOLUME_NAME_MISSING(
            "claim.volume.missing",
            Severity.ERROR,
            "A claim names a volume that does not exist.",
            "A claim that names a volume gets that one or none.",
            "make the volume, or leave volumeName out",
            Subject.CLAIMS,
            Finder.ofRequests(ClaimRules::namedMissing),
            PersistentVolume.KIND),

    /** A claim names a volume that is kept for another claim. */
    VOLUME_NAME_TAKEN(
            "claim.volume.taken",
            Severity.ERROR,
            "A claim names a volume that is kept for another claim.",
            "A claim that names a volume gets that one or none, and a volume serves one claim.",
            "name another volume, or clear the volume's claimRef",
            Subject.CLAIMS,
            Finder.ofRequests(ClaimRules::namedTaken),
            PersistentVolume.KIND),

    /** A claim names a volume that does not do for it. */
    VOLUME_NAME_UNFIT(
            "claim.volume.unfit",
            Severity.ERROR,
            "A claim names a volume that does not do for it.",
            "Size, class, modes and volume mode count for a volume that is named, too.",
            "make claim and volume alike",
            Subject.CLAIMS,
            Finder.ofRequests(ClaimRules::namedUnfit),
            PersistentVolume.KIND),

    /** A claim asks for ReadWriteMany from a class of disks that one node mounts at a time. */
    CLAIM_SHARED_DISK(
            "claim.modes",
            Severity.WARNING,
            "A claim asks for ReadWriteMany from a class of disks that one node mounts at a time.",
            "The driver refuses it, or the second node does not mount it.",
            "ask for ReadWriteOnce, or use a class that shares a file system",
            Subject.REQUESTS,
            Finder.ofRequests(ClaimRules::sharedDisk),
            StorageClass.KIND),

    /** No volume fits a claim, and none can be made. */
    CLAIM_NEVER_BINDS(
            "claim.never-binds",
            Severity.ERROR,
            "No volume fits a claim, and none can be made.",
            "A claim gets a volume that is there, or one that the provisioner of its class makes; here it gets neither.",
            "make a volume that fits, or name a class that makes volumes",
            Subject.REQUESTS,
            Finder.ofRequests(ClaimRules::claimNeverBinds),
            StorageClass.KIND,
            PersistentVolume.KIND),

    /** A claim waits for its first consumer, and nothing uses it. */
    CLAIM_UNUSED(
            "claim.unused",
            Severity.INFO,
            "A claim waits for its first consumer, and nothing uses it.",
            "Under WaitForFirstConsumer a claim stays Pending until a pod that uses it is scheduled; that is no fault.",
            "use it in a pod, or delete it",
            Subject.CLAIMS,
            Finder.ofRequests(ClaimRules::noConsumer),
            StorageClass.KIND,
            Pod.KIND,
            StatefulSet.KIND,
            Deployment.KIND),

    /** No volume fits the claims of a template, and none can be made. */
    TEMPLATE_NEVER_BINDS(
            "template.never-binds",
            Severity.ERROR,
            "No volume fits the claims of a template, and none can be made.",
            "Each replica has claims of its own; the first without a volume waits for ever, and under OrderedReady none after it is made.",
            "make volumes that fit, or name a class that makes them",
            Subject.SETS,
            Finder.ofRequests(ClaimRules::templateNeverBinds),
            StorageClass.KIND,
            PersistentVolume.KIND,
            PersistentVolumeClaim.KIND),

    /** A set makes more claims than there are volumes that fit, and none can be made. */
    TEMPLATE_TOO_FEW_VOLUMES(
            "template.too-few-volumes",
            Severity.ERROR,
            "A set makes more claims than there are volumes that fit, and none can be made.",
            "A volume serves one claim, whatever its size and modes; the access mode does not change that.",
            "make as many volumes as there are replicas, or use a class that makes them",
            Subject.SETS,
            Finder.ofRequests(ClaimRules::tooFewVolumes),
            StorageClass.KIND,
            PersistentVolume.KIND,
            PersistentVolumeClaim.KIND),

    /** A template names a volume, and the set has several replicas. */
    TEMPLATE_ONE_VOLUME(
            "template.volume-name",
            Severity.ERROR,
            "A template names a volume, and the set has several replicas.",
            "Every replica's claim names the same volume, and it serves one of them.",
            "leave volumeName out of the template, and reserve volumes by their claimRef",
            Subject.SETS,
            Finder.ofRequests(ClaimRules::oneVolumeForAll)),

    /** Claims of a set are not as its template has them. */
    TEMPLATE_DIFFERS(
            "template.differs",
            Severity.WARNING,
            "Claims of a set are not as its template has them.",
            "A set uses the claims that are there as they are; a template cannot be changed, and a set made anew does not change its claims.",
            "change the claims one by one, as far as they can be changed, or make them anew",
            Subject.SETS,
            Finder.ofRequests(TemplateRules::differs),
            PersistentVolumeClaim.KIND),

    /** A template asks for more than its claims have, and their class lets no claim grow. */
    TEMPLATE_CANNOT_GROW(
            "template.cannot-grow",
            Severity.ERROR,
            "A template asks for more than its claims have, and their class lets no claim grow.",
            "A claim grows only if its class says allowVolumeExpansion: true, and never by itself when the template changes.",
            "set allowVolumeExpansion: true in the class, if the driver can enlarge volumes, and then enlarge each claim",
            Subject.SETS,
            Finder.ofRequests(TemplateRules::cannotGrow),
            PersistentVolumeClaim.KIND,
            StorageClass.KIND),

    /** No container mounts what a template makes claims for. */
    TEMPLATE_UNMOUNTED(
            "template.unmounted",
            Severity.INFO,
            "No container mounts what a template makes claims for.",
            "Each replica gets the claim all the same, and its volume is paid for.",
            "mount the volume under the template's name, or take the template away",
            Subject.SETS,
            PodRules::templateUnmounted),

    /** A set deletes its claims, and the data go with them. */
    SET_RETENTION(
            "set.retention",
            Severity.WARNING,
            "A set deletes its claims, and the data go with them.",
            "Under whenDeleted or whenScaled: Delete the claims go with set or replica, and a volume with the reclaim policy Delete goes with its claim.",
            "keep the claims (Retain), or the volumes (reclaim policy Retain)",
            Subject.SETS,
            Finder.ofRequests(ReclaimRules::retention),
            StorageClass.KIND,
            PersistentVolume.KIND),

    /** More than one class is marked as the default. */
    DEFAULT_SEVERAL(
            "class.default.several",
            Severity.WARNING,
            "More than one class is marked as the default.",
            "The newest of them counts, of several equally new the first by name: which that is depends on the order of creation.",
            "mark one class",
            Subject.CLASSES,
            ClassRules::severalDefaults,
            StorageClass.KIND),

    /** A class has a provisioner that has left Kubernetes. */
    PROVISIONER_GONE(
            "class.provisioner.gone",
            Severity.ERROR,
            "A class has a provisioner that has left Kubernetes.",
            "No volume is made for it any more.",
            "use the driver that took its place",
            Subject.CLASSES,
            ClassRules::provisionerGone),

    /** A class names an in-tree provisioner whose work a CSI driver does. */
    PROVISIONER_MIGRATED(
            "class.provisioner.migrated",
            Severity.INFO,
            "A class names an in-tree provisioner whose work a CSI driver does.",
            "Volumes are made only where the driver is installed.",
            "install the driver, and name it in new classes",
            Subject.CLASSES,
            ClassRules::provisionerMigrated),

    /** A class names an in-tree provisioner that makes no volumes. */
    PROVISIONER_IDLE(
            "class.provisioner.idle",
            Severity.ERROR,
            "A class names an in-tree provisioner that makes no volumes.",
            "Names that begin with kubernetes.io/ are Kubernetes' own; nobody else answers to them.",
            "name the provisioner that is installed, or kubernetes.io/no-provisioner if volumes are made by hand",
            Subject.CLASSES,
            ClassRules::provisionerIdle),

    /** A class allows volumes only where no node is. */
    TOPOLOGY_NOWHERE(
            "class.topology.nowhere",
            Severity.ERROR,
            "A class allows volumes only where no node is.",
            "A pod is placed only where its volumes may be made.",
            "name values that the nodes' labels have",
            Subject.CLASSES,
            ClassRules::topologyNowhere,
            Node.KIND),

    /** The plug-in for a volume's source has left Kubernetes. */
    SOURCE_GONE(
            "volume.source.gone",
            Severity.ERROR,
            "The plug-in for a volume's source has left Kubernetes.",
            "The volume can be created and bound, and no node mounts it.",
            "use what took its place",
            Subject.VOLUMES,
            SourceRules::gone),

    /** A CSI driver does the work of the plug-in for a volume's source. */
    SOURCE_MIGRATED(
            "volume.source.migrated",
            Severity.INFO,
            "A CSI driver does the work of the plug-in for a volume's source.",
            "The volume is mounted only where the driver is installed.",
            "install the driver, and write new volumes with a source csi",
            Subject.VOLUMES,
            SourceRules::migrated),

    /** The plug-in for a volume's source is deprecated. */
    SOURCE_DEPRECATED(
            "volume.source.deprecated",
            Severity.WARNING,
            "The plug-in for a volume's source is deprecated.",
            "It still works, and nothing is added to it.",
            "use a CSI driver",
            Subject.VOLUMES,
            SourceRules::deprecated),

    /** A volume's source needs a program on each node. */
    SOURCE_PROGRAM(
            "volume.source.program",
            Severity.INFO,
            "A volume's source needs a program on each node.",
            "Without it the pod stays in ContainerCreating, with the event FailedMount.",
            "install the program on each node that may run the pod",
            Subject.VOLUMES,
            SourceRules::program),

    /** The CSI driver of a volume runs on no node. */
    SOURCE_DRIVER(
            "volume.source.driver",
            Severity.ERROR,
            "The CSI driver of a volume runs on no node.",
            "A node mounts the volume only if the driver's node plug-in has registered there: its CSINode then lists the driver.",
            "install the driver on the nodes, or correct its name",
            Subject.VOLUMES,
            SourceRules::driver,
            CsiNode.KIND),

    /** A volume offers access modes that its source cannot serve. */
    VOLUME_MODES(
            "volume.modes",
            Severity.WARNING,
            "A volume offers access modes that its source cannot serve.",
            "Kubernetes matches claims by what the volume offers and does not ask the source; pods of two nodes then do not see the same data, or the second does not start.",
            "offer the modes that the source has",
            Subject.VOLUMES,
            SourceRules::modes),

    /** A volume is to be a raw block device, and its source has files only. */
    VOLUME_BLOCK(
            "volume.block",
            Severity.ERROR,
            "A volume is to be a raw block device, and its source has files only.",
            "The kubelet finds no plug-in that gives the device to the pod.",
            "take volumeMode: Block away, or use a source that is a device",
            Subject.VOLUMES,
            SourceRules::block),

    /** A volume has mount options, and its plug-in takes none. */
    VOLUME_MOUNT_OPTIONS(
            "volume.mount-options",
            Severity.ERROR,
            "A volume has mount options, and its plug-in takes none.",
            "The kubelet does not mount it, with the event UnsupportedMountOption.",
            "take mountOptions away",
            Subject.VOLUMES,
            SourceRules::mountOptions),

    /** A volume is a path of a node, and nothing says of which. */
    VOLUME_UNPINNED(
            "volume.host-path",
            Severity.WARNING,
            "A volume is a path of a node, and nothing says of which.",
            "Each node has a folder of its own at that path: a pod that comes to another node finds other data, or none.",
            "give the volume a nodeAffinity to the node that has the data, or use a local volume",
            Subject.VOLUMES,
            VolumeRules::unpinned,
            Node.KIND),

    /** No node can reach a volume. */
    VOLUME_NOWHERE(
            "volume.affinity.nowhere",
            Severity.ERROR,
            "No node can reach a volume.",
            "A pod is placed only on a node that the volume's node affinity takes; no node has such labels.",
            "correct the volume's node affinity, which means to make the volume anew, or label the node",
            Subject.VOLUMES,
            VolumeRules::nowhere,
            Node.KIND),

    /** A local volume is given to a claim before its pod has a node. */
    VOLUME_BOUND_TOO_EARLY(
            "volume.local.immediate",
            Severity.WARNING,
            "A local volume is given to a claim before its pod has a node.",
            "The volume may then be on a node where the pod cannot run, and a pod with two claims may get volumes of two nodes.",
            "use a class with volumeBindingMode: WaitForFirstConsumer",
            Subject.VOLUMES,
            VolumeRules::boundTooEarly,
            StorageClass.KIND,
            Node.KIND),

    /** Two volumes are the same storage. */
    VOLUME_SAME_STORAGE(
            "volume.same-storage",
            Severity.WARNING,
            "Two volumes are the same storage.",
            "Each may go to a claim of its own, and their pods then write over each other's data.",
            "give each volume storage of its own",
            Subject.VOLUMES,
            VolumeRules::sameStorage),

    /** A volume is kept for a claim that does not exist. */
    VOLUME_KEPT_FOR_NOBODY(
            "volume.reserved.nobody",
            Severity.INFO,
            "A volume is kept for a claim that does not exist.",
            "No other claim can get it.",
            "make the claim, in the namespace that the claimRef names, or clear the claimRef",
            Subject.VOLUMES,
            VolumeRules::keptForNobody,
            PersistentVolumeClaim.KIND,
            StatefulSet.KIND),

    /** A volume is kept for a claim that it will not do for. */
    VOLUME_KEPT_FOR_UNFIT(
            "volume.reserved.unfit",
            Severity.WARNING,
            "A volume is kept for a claim that it will not do for.",
            "Size, modes and volume mode count for a volume that is reserved, too; the claim goes on to another volume, or waits.",
            "make claim and volume alike",
            Subject.VOLUMES,
            VolumeRules::keptForUnfit,
            PersistentVolumeClaim.KIND),

    /** A volume that was made by hand has the reclaim policy Delete, and nobody deletes it. */
    VOLUME_NOBODY_DELETES(
            "volume.delete.nobody",
            Severity.WARNING,
            "A volume that was made by hand has the reclaim policy Delete, and nobody deletes it.",
            "Its storage is deleted by who made it, and nobody did: it is Failed or Released for ever once its claim is gone.",
            "use the reclaim policy Retain",
            Subject.VOLUMES,
            ReclaimRules::nobodyDeletes),

    /** A host path below /tmp has the reclaim policy Delete. */
    VOLUME_DELETES_HOST_PATH(
            "volume.delete.host-path",
            Severity.WARNING,
            "A host path below /tmp has the reclaim policy Delete.",
            "It is the one source that kube-controller-manager deletes itself, on its own machine: there a folder is lost, and on the node it stays.",
            "use the reclaim policy Retain",
            Subject.VOLUMES,
            ReclaimRules::deletesHostPath),

    /** A volume has the reclaim policy Recycle. */
    VOLUME_RECYCLE(
            "volume.recycle",
            Severity.WARNING,
            "A volume has the reclaim policy Recycle.",
            "It is deprecated; only host paths and NFS know it, and a pod deletes everything in them before the next claim gets the volume.",
            "use the reclaim policy Retain, or a class that makes volumes",
            Subject.VOLUMES,
            ReclaimRules::recycle),

    /** A volume has the reclaim policy Recycle, and its source cannot be recycled. */
    VOLUME_RECYCLE_IMPOSSIBLE(
            "volume.recycle.impossible",
            Severity.ERROR,
            "A volume has the reclaim policy Recycle, and its source cannot be recycled.",
            "The volume is Failed once its claim is gone, and nobody gets it any more.",
            "use the reclaim policy Retain",
            Subject.VOLUMES,
            ReclaimRules::recycleImpossible),

    /** A pod uses a claim that does not exist. */
    POD_CLAIM_MISSING(
            "pod.claim.missing",
            Severity.ERROR,
            "A pod uses a claim that does not exist.",
            "The pod is not placed until the claim is there, in the pod's own namespace.",
            "make the claim, or correct its name",
            Subject.PODS,
            PodRules::claimMissing,
            PersistentVolumeClaim.KIND),

    /** A pod names its node, and a claim of it waits for the scheduler. */
    POD_NODE_NAMED(
            "pod.node-name",
            Severity.ERROR,
            "A pod names its node, and a claim of it waits for the scheduler.",
            "Who names a node passes the scheduler by, and then nobody chooses the node for the claim: the pod waits for its volume for ever.",
            "use a nodeSelector with kubernetes.io/hostname in place of nodeName",
            Subject.PODS,
            PodRules::nodeNamed,
            PersistentVolumeClaim.KIND,
            StorageClass.KIND,
            PersistentVolume.KIND),

    /** A container mounts a raw block device, or uses a file system raw. */
    POD_VOLUME_MODE(
            "pod.volume-mode",
            Severity.ERROR,
            "A container mounts a raw block device, or uses a file system raw.",
            "The kubelet does not start the pod: volumeMounts are for Filesystem, volumeDevices for Block.",
            "use volumeDevices with devicePath for Block, and volumeMounts for Filesystem",
            Subject.PODS,
            PodRules::volumeMode,
            PersistentVolumeClaim.KIND),

    /** A pod has a volume with a claim, and no container mounts it. */
    POD_UNMOUNTED(
            "pod.unmounted",
            Severity.INFO,
            "A pod has a volume with a claim, and no container mounts it.",
            "The pod waits for the volume all the same.",
            "mount it, or take it away",
            Subject.PODS,
            PodRules::unmounted),

    /** Several pods use one ReadWriteOnce claim, and there are several nodes. */
    SHARED_BY_NODES(
            "pod.shared-claim",
            Severity.WARNING,
            "Several pods use one ReadWriteOnce claim, and there are several nodes.",
            "One node has the volume at a time: pods on another node stay in ContainerCreating, with the event Multi-Attach error, where a driver attaches volumes.",
            "use ReadWriteMany where the source has it, a StatefulSet with a claim for each pod, or one replica",
            Subject.PODS,
            PodRules::sharedByNodes,
            PersistentVolumeClaim.KIND,
            Node.KIND),

    /** Several pods use one ReadWriteOncePod claim. */
    SHARED_BY_PODS(
            "pod.shared-claim.single",
            Severity.ERROR,
            "Several pods use one ReadWriteOncePod claim.",
            "One pod has the volume at a time; the scheduler places no other.",
            "use one replica, a StatefulSet with a claim for each pod, or another access mode",
            Subject.PODS,
            PodRules::sharedByPods,
            PersistentVolumeClaim.KIND),

    /** A Deployment makes new pods before old ones go, on a ReadWriteOncePod claim. */
    ROLLOUT_DEADLOCK(
            "rollout.deadlock",
            Severity.ERROR,
            "A Deployment makes new pods before old ones go, on a ReadWriteOncePod claim.",
            "The new pod is not placed while the old one has the volume, and the old one stays until the new one is ready.",
            "use the strategy Recreate, or maxUnavailable: 1",
            Subject.DEPLOYMENTS,
            PodRules::rolloutDeadlock,
            PersistentVolumeClaim.KIND),

    /** A Deployment makes new pods before old ones go, on a ReadWriteOnce claim, and there are several nodes. */
    ROLLOUT_ELSEWHERE(
            "rollout.other-node",
            Severity.WARNING,
            "A Deployment makes new pods before old ones go, on a ReadWriteOnce claim, and there are several nodes.",
            "A new pod on another node cannot attach the volume while the old one has it, and the old one stays until the new one is ready.",
            "use the strategy Recreate",
            Subject.DEPLOYMENTS,
            PodRules::rolloutElsewhere,
            PersistentVolumeClaim.KIND,
            Node.KIND),

    /** A container mounts for all to see (Bidirectional), and another container of the pod does not look. */
    MOUNT_ONE_SIDED(
            "mount.propagation.one-sided",
            Severity.WARNING,
            "A container mounts for all to see (Bidirectional), and another container of the pod does not look.",
            "A container sees what is mounted after its start only with mountPropagation: HostToContainer.",
            "write mountPropagation: HostToContainer at the other container's mount",
            Subject.PODS,
            MountRules::oneSided),

    /** A container that can mount file systems shares a folder with another, without mount propagation. */
    MOUNT_NO_PROPAGATION(
            "mount.propagation.none",
            Severity.INFO,
            "A container that can mount file systems shares a folder with another, without mount propagation.",
            "What a container mounts stays its own unless its mount is Bidirectional and the other's is HostToContainer; a volume alone does not carry it over.",
            "if the container mounts something there: Bidirectional in it, HostToContainer in the other",
            Subject.PODS,
            MountRules::none),

    /** A container mounts a part of a ConfigMap, a Secret or the like by subPath. */
    MOUNT_FROZEN(
            "mount.subpath.frozen",
            Severity.INFO,
            "A container mounts a part of a ConfigMap, a Secret or the like by subPath.",
            "What is mounted by subPath is not brought up to date when the object changes.",
            "mount the whole volume, or restart the pods on a change",
            Subject.PODS,
            MountRules::frozen),

    /** A subPathExpr uses a variable that the container does not have. */
    MOUNT_UNKNOWN_VARIABLE(
            "mount.subpath.variable",
            Severity.ERROR,
            "A subPathExpr uses a variable that the container does not have.",
            "The container does not start, with the reason CreateContainerConfigError.",
            "declare the variable in env",
            Subject.PODS,
            MountRules::unknownVariable);

    private final String code;
    private final Severity severity;
    private final String what;
    private final String why;
    private final String fix;
    private final Subject subject;

    @SuppressWarnings("ImmutableEnumChecker") // A function without state.
    private final Finder finder;

    @SuppressWarnings("ImmutableEnumChecker") // A copy that nobody can change.
    private final List<ObjectKind<?>> needs;

    /** @param needs what must be known whole, or nothing is said */
    Check(
            String code,
            Severity severity,
            String what,
            String why,
            String fix,
            Subject subject,
            Finder finder,
            ObjectKind<?>... needs) {
        this.code = code;
        this.severity = severity;
        this.what = what;
        this.why = why;
        this.fix = fix;
        this.subject = subject;
        this.finder = finder;
        this.needs = List.of(needs);
    }

    /** The one of this code. */
    public static Optional<Check> ofCode(String code) {
        return Arrays.stream(values()).filter(check -> check.code.equals(code)).findFirst();
    }

    /** The stable code: {@code size.decimal}. */
    public String code() {
        return code;
    }

    /** How bad it is what it finds. */
    public Severity severity() {
        return severity;
    }

    /** What is wrong, one sentence. */
    public String what() {
        return what;
    }

    /** Why that is so, one sentence. */
    public String why() {
        return why;
    }

    /** What to do about it in general, a sentence without a full stop. */
    public String fix() {
        return fix;
    }

    Subject subject() {
        return subject;
    }

    List<ObjectKind<?>> needs() {
        return needs;
    }

    Stream<CheckResult> find(Inspection world) {
        return finder.find(world).map(sighting -> sighting.by(this));
    }

    @Override
    public String toString() {
        return code;
    }
}
