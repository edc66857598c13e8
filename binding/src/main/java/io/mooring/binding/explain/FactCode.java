package io.mooring.binding.explain;

/**
 * What kind of fact it is. Codes are stable: other tools may key on them; the words of a {@link Fact} may change.
 *
 * <p>A code is the kind of the object and what of it matters: {@code volume.capacity}.
 */
public enum FactCode {
    VOLUME_CAPACITY("volume.capacity", "The volume holds less than the claim requests."),
    VOLUME_TAKEN("volume.taken", "Another claim has the volume, or it is kept for another."),
    VOLUME_HELD("volume.held", "The volume serves this claim."),
    VOLUME_WASTE("volume.waste", "The volume holds more than its claim asks for."),
    VOLUME_FREE("volume.free", "The volume's claimRef is empty: any claim that it fits may take it."),
    VOLUME_RESERVED("volume.reserved", "The volume's claimRef keeps it for a claim of this name."),
    VOLUME_RELEASED(
            "volume.released",
            "The claim that had the volume is gone; nobody else gets it as long as its claimRef names that claim."),
    VOLUME_RECLAIM_POLICY("volume.reclaim-policy", "What becomes of the volume once its claim is gone."),
    VOLUME_STORAGE("volume.storage", "Whether somebody deletes or scrubs the volume's storage, and what came of it."),
    VOLUME_WANTED_BY("volume.wanted-by", "A claim that waits could take the volume."),
    VOLUME_CLASS("volume.class", "The volume is of another class than the claim."),
    VOLUME_ACCESS_MODES("volume.access-modes", "The volume does not offer an access mode that the claim asks for."),
    VOLUME_MODE("volume.volume-mode", "One is a file system, the other a block device."),
    VOLUME_ATTRIBUTES_CLASS("volume.attributes-class", "The volume has another attributes class than the claim."),
    VOLUME_LABELS("volume.labels", "The volume's labels do not meet the claim's selector."),
    VOLUME_DELETION("volume.deletion", "The volume is being deleted."),
    VOLUME_PHASE("volume.phase", "The volume is not Available."),
    VOLUME_REACH("volume.reach", "Nodes cannot reach the volume."),
    VOLUME_DELAYED("volume.delayed", "The volume is left to the scheduler until a pod uses the claim."),
    VOLUME_FITS("volume.fits", "The volume fits the claim."),
    VOLUME_MISSING("volume.missing", "There is no such volume."),

    CLAIM_FREE_VOLUME("claim.free-volume", "The claim needs a volume that is free."),
    CLAIM_CLASS("claim.class", "Of which class the claim's volume is to be."),
    CLAIM_CAPACITY("claim.capacity", "How much the claim requests."),
    CLAIM_ACCESS_MODES("claim.access-modes", "An access mode that the claim asks for."),
    CLAIM_VOLUME_MODE("claim.volume-mode", "Whether the claim asks for a file system or for a block device."),
    CLAIM_ATTRIBUTES_CLASS("claim.attributes-class", "The attributes class that the claim asks for."),
    CLAIM_SELECTOR("claim.selector", "Labels that the claim asks for."),
    CLAIM_REACH("claim.reach", "The claim needs a volume that a node can reach."),
    CLAIM_LOST("claim.lost", "The claim was bound and has no volume any more."),
    CLAIM_BOUND_BY(
            "claim.bound-by",
            "How the claim came to its volume: it named the volume, the volume was reserved for it, it was searched, or it was made."),
    CLAIM_DATA_SOURCE("claim.data-source", "What the claim's volume is to be filled with."),
    CLAIM_REFUSED("claim.refused", "The API server refuses to create the claim."),
    CLAIM_CONSUMER("claim.consumer", "Whether a pod uses the claim."),
    CLAIM_MENTIONED("claim.mentioned", "An object speaks of the claim and makes no pod here."),

    CLASS_MISSING("class.missing", "There is no class of this name."),
    CLASS_NONE("class.none", "The claim has no class, so that no volume is made for it."),
    CLASS_DEFAULT("class.default", "Which class claims get that name none."),
    CLASS_ANNOTATED("class.annotated", "The claim has its class from the annotation of old."),
    CLASS_OTHER_READING(
            "class.other-reading",
            "What would have come of storageClassName \"\" in place of none, or the other way round."),
    CLASS_PROVISIONER("class.provisioner", "Who makes volumes of the class, or that nobody does."),

    POD_USES("pod.uses", "The pod uses the claim."),
    POD_PLACEMENT("pod.placement", "Whether the pod has a node, and what keeps it from one."),

    DELETION_FINALIZER(
            "deletion.finalizer", "A finalizer holds the object, and whoever put it there has to take it off."),
    DELETION_USED_BY_POD(
            "deletion.used-by-pod", "A pod that has a node uses the claim; the claim goes when the pod is gone."),
    DELETION_POD_MADE_AGAIN("deletion.pod-made-again", "The pod would be made again by its controller."),
    DELETION_BOUND("deletion.bound", "The volume is Bound; it goes when its claim is gone."),
    DELETION_STORAGE("deletion.storage", "The volume goes when its storage has been deleted."),
    DELETION_ATTACHED("deletion.attached", "The volume goes when it is attached to no node."),
    DELETION_DEPENDENTS(
            "deletion.dependents",
            "The object was deleted in the foreground, and goes when what belongs to it is gone."),
    DELETION_BEHIND(
            "deletion.behind", "What the object waits for is being deleted too, and stays until something changes."),
    DELETION_NAMED("deletion.named", "Claims or volumes name the class; it goes when none does."),
    DELETION_CONTENT("deletion.content", "The namespace goes when nothing is left in it."),
    DELETION_STOPPING("deletion.stopping", "The pod goes when its node has stopped it."),
    DELETION_NODE_SILENT(
            "deletion.node-silent", "The pod's node does not answer, and nobody can say that the pod has stopped."),
    DELETION_UNHELD("deletion.unheld", "Nothing holds the object any more."),

    RESIZE_REQUESTED("resize.requested", "The claim asks for more than it has."),
    RESIZE_WAITS_FOR("resize.waits-for", "Who has to do the next step of the resize."),
    RESIZE_ERROR("resize.error", "What the driver answered to the resize."),
    RESIZE_ALLOWED("resize.allowed", "Which sizes the API server takes next."),
    MODIFICATION_WAITS_FOR("modification.waits-for", "Who has to do the next step of the change of attributes."),
    MODIFICATION_CLASS_MISSING("modification.class-missing", "The VolumeAttributesClass does not exist."),
    MODIFICATION_ERROR("modification.error", "What the driver answered to the change of attributes."),

    FIX_NONE("fix.none", "No change that was tried helps without loss."),
    FIX_NOT_TRIED(
            "fix.not-tried", "What helps was not looked for: there were others first, and more than enough of them."),
    OBJECT_STANDING("object.standing", "How the object stands apart from its being deleted."),
    NAMESPACE_DELETION("namespace.deletion", "The object's namespace is being deleted."),
    KIND_UNKNOWN("kind.unknown", "Nothing is known of objects of this kind: they were not in the dump."),

    VOLUME_MODES("volume.modes", "Which access modes the volume offers."),
    DRIVER_NODES("driver.nodes", "On which nodes a driver runs."),
    VOLUME_AFFINITY("volume.affinity", "Which nodes the volume's node affinity takes."),
    VOLUME_SOURCE("volume.source", "Where the volume's bytes are."),
    CLAIM_VOLUME("claim.volume", "Which volume the claim names."),
    CLASS_BINDING("class.binding", "When claims of the class get their volumes."),
    CLASS_RECLAIM("class.reclaim", "What becomes of the class's volumes when their claims are gone."),
    CLASS_EXPANSION("class.expansion", "Whether claims of the class may grow."),
    CLASS_TOPOLOGY("class.topology", "Where volumes of the class may be made."),
    WORKLOAD_REPLICAS("workload.replicas", "How many pods there are to be at once."),
    WORKLOAD_STRATEGY("workload.strategy", "How pods are replaced."),
    SET_RETENTION("set.retention", "What becomes of the claims of a set."),
    SET_TEMPLATE("set.template", "What a set makes its claims from."),
    POD_NODE("pod.node", "Which node the pod names."),
    POD_CLAIM("pod.claim", "Which claim the pod uses."),
    POD_MOUNT("pod.mount", "How a container mounts a volume."),
    POD_ENVIRONMENT("pod.environment", "Which variables a container has."),
    OBJECT_ABSENT("object.absent", "There is no object of this name."),

    VOLUME_ZONE("volume.zone", "The volume's labels name zones or regions, and nodes are in others."),
    CLAIM_IN_USE("claim.in-use", "Another pod uses the ReadWriteOncePod claim."),
    CLAIM_NO_VOLUME_THERE(
            "claim.no-volume-there", "No volume suits the claim that nodes reach, and its class makes none."),
    CLAIM_SELECTED_NODE("claim.selected-node", "A volume for the claim is being made on a certain node."),
    CLAIM_MISSING("claim.missing", "There is no such claim."),
    CLAIM_OF_ANOTHER(
            "claim.of-another", "The claim has the name of the pod's own claim, and was not made for the pod."),
    CLAIM_DELETION("claim.deletion", "The claim is being deleted."),
    CLAIM_WAITS("claim.waits", "The claim has no volume, and does not wait for a pod."),
    DRIVER_CAPACITY("driver.capacity", "The driver has too little left where nodes are."),
    NODE_CORDONED("node.cordoned", "Nodes are cordoned: no new pods go there."),
    NODE_TAINT("node.taint", "Nodes have a taint that the pod does not tolerate."),
    NODE_PODS("node.pods", "Nodes take no more pods."),
    NODE_RESOURCE("node.resource", "Nodes have too little of a resource left."),
    NODE_PORT("node.port", "Other pods have a port of nodes that the pod wants."),
    NODE_DRIVER("node.driver", "Nodes lack a driver of the pod's volumes."),
    NODE_VOLUME_LIMIT("node.volume-limit", "No more volumes of a driver can be attached to nodes."),
    NODE_SILENT("node.silent", "The node does not answer."),
    NODE_NOT_READY("node.not-ready", "The node says that it is not ready."),
    POD_NODE_SELECTOR("pod.node-selector", "The pod selects nodes by a label that nodes lack."),
    POD_NODE_AFFINITY("pod.node-affinity", "Nodes do not meet the node affinity that the pod requires."),
    POD_SPREAD("pod.spread", "The pod and its like would be spread too unevenly."),
    POD_AFFINITY("pod.pod-affinity", "The pod must be near to certain pods, and none is near."),
    POD_ANTI_AFFINITY("pod.pod-anti-affinity", "The pod must be apart from certain pods."),
    POD_UNWANTED("pod.unwanted", "Other pods must be apart from pods such as this one."),
    ATTACHMENT_UNDER_WAY("attachment.under-way", "A volume is being attached or detached."),
    ATTACHMENT_ELSEWHERE("attachment.elsewhere", "The volume can be on one node alone, and is attached to another."),
    ATTACHMENT_REFUSED("attachment.refused", "The attacher could not attach the volume."),
    ATTACHMENT_HELD("attachment.held", "The attacher could not detach the volume."),
    ATTACHMENT_USERS("attachment.users", "Which pods use the volume on the node."),
    ATTACHMENT_UNANSWERED("attachment.unanswered", "The attacher of the volume's driver does not answer."),
    NODE_MISSING("node.missing", "The node does not exist."),
    POD_GATED("pod.gated", "The pod has scheduling gates."),
    POD_SCHEDULER("pod.scheduler", "The pod is left to another scheduler."),
    POD_PREEMPTION("pod.preemption", "Kubernetes would evict less important pods for the pod."),
    POD_AWAITS("pod.awaits", "The pods that the pod must be near to have no node either."),
    POD_READINESS("pod.readiness", "The pod has all that it needs, and does not run or is not ready."),
    POD_CONTAINER("pod.container", "A container of the pod does not start."),
    POD_CIRCLE("pod.circle", "The pod is one of several that wait for each other in a circle."),
    SET_REPLICA("set.replica", "Which replica of which revision a pod is."),
    SET_CHAIN("set.chain", "A replica from its ordinal to its node."),
    SET_POD_MISSING("set.pod-missing", "A pod is not there."),
    SET_POD_REFUSED("set.pod-refused", "The API server refuses a pod."),
    SET_TOO_MANY("set.too-many", "More pods are asked for than a cluster can have."),
    SET_CLAIM_REFUSED("set.claim-refused", "The API server refuses a claim of a replica."),
    SET_STALE_CLAIM("set.stale-claim", "A claim is still that of the pod that had the replica's name before."),
    SET_NAME_TAKEN("set.name-taken", "A pod of somebody else has the name of a replica."),
    SET_NAMESPACE("set.namespace", "The namespace is being deleted, and nothing is made in it."),
    SET_MIN_READY("set.min-ready-seconds", "Pods count as available after they have been ready for a while."),
    SET_SURPLUS("set.surplus", "There are more pods than are wanted."),
    SET_UPDATE("set.update", "Pods are of an earlier template, and are to be replaced."),
    SET_ON_DELETE("set.on-delete", "Pods of an earlier template stay until somebody deletes them."),
    SET_PARTITION("set.partition", "Pods below the partition stay as they are."),
    SET_MAX_UNAVAILABLE("set.max-unavailable", "No more pods may be away."),
    SET_BROKEN_ROLLOUT(
            "set.broken-rollout", "A pod of an earlier template is not ready, and is not replaced before it is."),
    SET_SCALE_DOWN("set.scale-down", "What becomes of claims and their data when the set is scaled down."),
    SET_DELETION("set.deletion", "What becomes of claims and their data when the set is deleted."),
    JOB_SUSPENDED("job.suspended", "The Job is suspended."),
    JOB_FAILED("job.failed", "The Job has failed."),
    JOB_RUNS("job.runs", "The Job's pods run."),
    CLASS_USERS("class.users", "Which claims name the class, and which of them wait."),
    NODE_REFUSES("node.refuses", "Why waiting pods cannot go to the node."),
    NAMESPACE_CLAIMS("namespace.claims", "How many claims are in the namespace."),
    QUOTA_REFUSES("quota.refuses", "Which claims the quota, or the limit, keeps from being made."),
    QUOTA_USED("quota.used", "How much of a resource the quota allows, and how much of that is used."),
    CRON_JOB_SCHEDULE("cron-job.schedule", "When the CronJob is due."),
    CRON_JOB_ACTIVE("cron-job.active", "Which Jobs of the CronJob run."),
    OBJECT_DELETION("object.deletion", "The object is being deleted.");

    private final String code;
    private final String meaning;

    FactCode(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The stable code: {@code volume.capacity}. */
    public String code() {
        return code;
    }

    /** One sentence. */
    public String meaning() {
        return meaning;
    }

    @Override
    public String toString() {
        return code;
    }
}
