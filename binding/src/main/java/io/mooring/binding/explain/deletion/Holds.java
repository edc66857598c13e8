package io.mooring.binding.explain.deletion;

import io.mooring.binding.control.attach.AttachmentFindings;
import io.mooring.binding.control.attributesclass.AttributesClassUsers;
import io.mooring.binding.control.garbage.GarbageCollector;
import io.mooring.binding.control.namespace.ContentFinding;
import io.mooring.binding.control.protection.ClaimUseFindings;
import io.mooring.binding.control.protection.VolumeProtection;
import io.mooring.binding.control.provision.StorageFate;
import io.mooring.binding.control.volume.StorageFinalizers;
import io.mooring.binding.explain.Fact;
import io.mooring.binding.explain.FactCode;
import io.mooring.binding.explain.Outlook;
import io.mooring.binding.explain.words.KindText;
import io.mooring.binding.explain.words.Names;
import io.mooring.binding.finding.ClaimUseFinding;
import io.mooring.binding.finding.VolumeUseFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Namespace;
import io.mooring.meta.OwnerReference;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeAttributesClass;
import io.mooring.storage.VolumeError;
import io.mooring.storage.VolumePhase;
import io.mooring.tree.FieldPath;
import io.mooring.tree.JsonString;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What keeps an object that is being deleted, finalizer by finalizer. */
final class Holds {
    /** Of pods, dependents and the like as many are named as a person reads. */
    private static final int MOST_NAMED = 3;

    private static final FieldPath FINALIZERS = FieldPath.of("metadata", "finalizers");

    private final Cluster cluster;
    private final KubernetesObject object;
    private final List<Hold> holds = new ArrayList<>();

    Holds(Cluster cluster, KubernetesObject object) {
        this.cluster = cluster;
        this.object = object;
    }

    /** In the order of the finalizers; a pod's node comes last. */
    List<Hold> all() {
        object.metadata().finalizers().forEach(this::finalizer);
        if (object instanceof Namespace namespace) {
            content(namespace);
        }
        if (object instanceof Pod pod) {
            stopping(pod);
        }
        return List.copyOf(holds);
    }

    private void finalizer(String finalizer) {
        switch (finalizer) {
            case StorageFinalizers.CLAIM_PROTECTION -> claimProtection(finalizer);
            case StorageFinalizers.VOLUME_PROTECTION -> volumeProtection(finalizer);
            case StorageFinalizers.ATTRIBUTES_CLASS_PROTECTION -> attributesClassProtection(finalizer);
            case StorageFinalizers.EXTERNAL_PROVISIONER, StorageFinalizers.IN_TREE -> storage(finalizer);
            case Deletion.FOREGROUND_FINALIZER -> dependents(finalizer);
            case Deletion.ORPHAN_FINALIZER ->
                holds.add(Hold.forAWhile(fact(finalizer, "waits until what belongs to it has forgotten it")));
            case Job.TRACKING_FINALIZER -> holds.add(jobTracking(finalizer));
            default -> {
                if (finalizer.startsWith(StorageFinalizers.ATTACHER_PREFIX)) {
                    attached(finalizer);
                } else {
                    holds.add(stranger(finalizer));
                }
            }
        }
    }

    /** Whoever put it there must take it off; that is nobody whom Mooring knows. */
    private Hold stranger(String finalizer) {
        return Hold.untilChanged(
                fact(
                        finalizer,
                        "is held by the finalizer " + finalizer
                                + ", which the controller that put it there must take off; Mooring does not know that controller"));
    }

    private Fact fact(String finalizer, String text) {
        return Fact.of(FactCode.DELETION_FINALIZER, object.ref(), FINALIZERS, text)
                .having(finalizer);
    }

    private void claimProtection(String finalizer) {
        if (!(object instanceof PersistentVolumeClaim claim)) {
            holds.add(stranger(finalizer));
            return;
        }
        ClaimUseFinding finding = ClaimUseFindings.protection(cluster, claim);
        if (finding instanceof ClaimUseFinding.NotKnown) {
            holds.add(Hold.unknown(fact(
                    finalizer,
                    "is held by the finalizer " + finalizer + " while a pod uses it; "
                            + KindText.notInTheDump(List.of(Pod.KIND)) + ": whether one does is not known")));
            return;
        }
        List<Pod> pods = ClaimUseFindings.holders(cluster, claim).toList();
        if (pods.isEmpty()) {
            holds.add(Hold.forAWhile(
                    fact(finalizer, "is no longer used by a pod; the finalizer " + finalizer + " is about to fall")));
        }
        pods.stream().limit(MOST_NAMED).forEach(pod -> usedBy(pod, finalizer));
        if (pods.size() > MOST_NAMED) {
            String more = "is used by " + (pods.size() - MOST_NAMED) + " more pods";
            holds.add(Hold.untilGone(
                    Fact.of(FactCode.DELETION_USED_BY_POD, object.ref(), FINALIZERS, more),
                    pods.subList(MOST_NAMED, pods.size())));
        }
    }

    private void usedBy(Pod pod, String finalizer) {
        boolean isLeaving = pod.metadata().isBeingDeleted();
        String ended = pod.hasEnded() ? ", though it has ended" : "";
        String text = "has a node and uses it" + ended + "; the finalizer " + finalizer + " falls when the pod is gone"
                + (isLeaving ? ", which is being deleted" : "");
        holds.add(Hold.untilGone(
                Fact.of(FactCode.DELETION_USED_BY_POD, pod.ref(), FieldPath.of("spec", "volumes"), text),
                List.of(pod)));
        pod.metadata().controller().filter(owner -> !isLeaving).ifPresent(owner -> holds.add(madeAgain(pod, owner)));
    }

    private static Hold madeAgain(Pod pod, OwnerReference owner) {
        return Hold.untilChanged(Fact.of(
                FactCode.DELETION_POD_MADE_AGAIN,
                pod.ref(),
                FieldPath.of("metadata", "ownerReferences"),
                "belongs to " + owner.kind() + " " + owner.name()
                        + ", which makes another as long as it is to have one: scale it down, or delete it"));
    }

    private static Hold hold(Fact fact, boolean isLeaving) {
        return isLeaving ? Hold.forAWhile(fact) : Hold.untilChanged(fact);
    }

    private void volumeProtection(String finalizer) {
        if (!(object instanceof PersistentVolume volume)) {
            holds.add(stranger(finalizer));
            return;
        }
        if (!(VolumeProtection.finding(volume) instanceof VolumeUseFinding.HeldWhileBound)) {
            holds.add(Hold.forAWhile(
                    fact(finalizer, "is not Bound any more; the finalizer " + finalizer + " is about to fall")));
            return;
        }
        Optional<PersistentVolumeClaim> claim = volume.claim().flatMap(cluster::get);
        String name = volume.claim().map(Ref::qualifiedName).orElse("a claim");
        boolean isLeaving =
                claim.filter(found -> found.metadata().isBeingDeleted()).isPresent();
        Fact fact = Fact.of(
                FactCode.DELETION_BOUND,
                object.ref(),
                FieldPath.of("spec", "claimRef"),
                "is Bound to " + name + "; the finalizer " + finalizer + " falls when that claim is gone"
                        + (isLeaving ? ", which is being deleted" : ""));
        holds.add(untilClaimIsGone(volume, fact));
    }

    private void attributesClassProtection(String finalizer) {
        if (!(object instanceof VolumeAttributesClass attributesClass)) {
            holds.add(stranger(finalizer));
            return;
        }
        List<Ref<?>> users = AttributesClassUsers.of(cluster, attributesClass);
        holds.add(
                users.isEmpty()
                        ? Hold.forAWhile(
                                fact(finalizer, "is named by nobody; the finalizer " + finalizer + " is about to fall"))
                        : Hold.untilChanged(Fact.of(
                                FactCode.DELETION_NAMED,
                                object.ref(),
                                FINALIZERS,
                                "is named by " + Names.withKinds(users, MOST_NAMED) + "; the finalizer " + finalizer
                                        + " falls when nothing names it any more")));
    }

    /** Who deletes the storage takes it off then; of a volume that is neither Bound nor Released nobody does. */
    private void storage(String finalizer) {
        if (!(object instanceof PersistentVolume volume)) {
            holds.add(stranger(finalizer));
            return;
        }
        String who = volume.provisionedBy().filter(name -> !name.isEmpty()).orElse("its driver");
        holds.add(
                switch (StorageFate.of(volume)) {
                    case KEPT_WHILE_BOUND ->
                        untilClaimIsGone(
                                volume,
                                storageFact(
                                        finalizer,
                                        "keeps its storage while it is Bound; then " + who + " deletes the storage"));
                    case DELETED ->
                        Hold.forAWhile(storageFact(
                                finalizer,
                                "goes when " + who + " has deleted its storage and taken off the finalizer "
                                        + finalizer));
                    case LEFT ->
                        Hold.forAWhile(storageFact(
                                finalizer,
                                "is not to have its storage deleted; " + who + " takes off the finalizer "
                                        + finalizer));
                    case KEPT_UNTIL_RELEASED ->
                        Hold.untilChanged(storageFact(
                                finalizer,
                                "is " + phase(volume) + ", and " + who
                                        + " deletes the storage of Released volumes only: "
                                        + "delete the storage by hand if nobody needs it, then take off the finalizer "
                                        + finalizer));
                });
    }

    private static String phase(PersistentVolume volume) {
        return volume.status().phase().map(VolumePhase::toString).orElse("without a phase");
    }

    /** A Bound volume whose claim is not there any more is about to be Released. */
    private Hold untilClaimIsGone(PersistentVolume volume, Fact fact) {
        return Hold.untilGone(
                fact, volume.claim().flatMap(cluster::get).map(List::of).orElse(List.of()));
    }

    private Fact storageFact(String finalizer, String text) {
        return Fact.of(FactCode.DELETION_STORAGE, object.ref(), FINALIZERS, text)
                .having(finalizer);
    }

    private void attached(String finalizer) {
        if (object instanceof VolumeAttachment attachment) {
            holds.add(detached(attachment, finalizer));
            return;
        }
        List<Ref<Node>> nodes =
                object instanceof PersistentVolume volume ? AttachmentFindings.nodes(cluster, volume.ref()) : List.of();
        String where = nodes.isEmpty() ? "" : "is attached to " + Names.of(nodes, MOST_NAMED) + "; ";
        holds.add(hold(
                Fact.of(
                                FactCode.DELETION_ATTACHED,
                                object.ref(),
                                FINALIZERS,
                                where + "the attacher takes off the finalizer " + finalizer
                                        + " when it is attached to no node")
                        .having(finalizer),
                nodes.isEmpty()));
    }

    private Hold detached(VolumeAttachment attachment, String finalizer) {
        String falls = "the attacher takes off the finalizer " + finalizer + " when it has detached the volume";
        Optional<String> error = attachment.status().detachError().map(VolumeError::message);
        Fact fact = Fact.of(
                        FactCode.DELETION_ATTACHED,
                        object.ref(),
                        FINALIZERS,
                        error.map(why -> falls + ", and it could not: " + why).orElse(falls))
                .having(finalizer);
        return hold(fact, error.isEmpty());
    }

    private void dependents(String finalizer) {
        List<KubernetesObject> blocking = GarbageCollector.blocking(cluster, object);
        if (!cluster.isWhole()) {
            holds.add(
                    Hold.unknown(
                            fact(
                                    finalizer,
                                    "waits until all that belongs to it is gone; not every kind was in the dump: what is left is not known")));
            return;
        }
        String text = blocking.isEmpty()
                ? "has nothing left that belongs to it; the finalizer " + finalizer + " is about to fall"
                : "waits until what belongs to it is gone: "
                        + Names.withKinds(
                                blocking.stream()
                                        .<Ref<?>>map(KubernetesObject::ref)
                                        .toList(),
                                MOST_NAMED);
        holds.add(Hold.untilGone(Fact.of(FactCode.DELETION_DEPENDENTS, object.ref(), FINALIZERS, text), blocking));
    }

    private Hold jobTracking(String finalizer) {
        return Hold.forAWhile(
                fact(finalizer, "is held by the finalizer " + finalizer + " until its Job has counted it"));
    }

    private void content(Namespace namespace) {
        ContentFinding content = ContentFinding.of(cluster, namespace.metadata().name());
        List<String> strangers = namespace.spec().finalizers().stream()
                .filter(finalizer -> !finalizer.equals(Namespace.KUBERNETES_FINALIZER))
                .toList();
        FieldPath field = FieldPath.of("spec", "finalizers");
        if (!content.isNothing()) {
            String left = content.objects().entrySet().stream()
                    .map(each -> each.getValue() + " " + each.getKey().plural())
                    .collect(Collectors.joining(", "));
            String finalizers = content.finalizers().isEmpty()
                    ? ""
                    : "; finalizers hold some of it: "
                            + String.join(", ", content.finalizers().keySet());
            holds.add(hold(
                    Fact.of(FactCode.DELETION_CONTENT, object.ref(), field, "still has " + left + finalizers),
                    content.finalizers().isEmpty()));
        }
        cluster.allIn(namespace.metadata().name())
                .filter(left -> left.metadata().isBeingDeleted())
                .flatMap(left -> new Holds(cluster, left).all().stream())
                .filter(hold -> hold.outlook() == Outlook.BLOCKED)
                .limit(MOST_NAMED)
                .forEach(holds::add);
        if (!cluster.isWhole()) {
            holds.add(Hold.unknown(Fact.of(
                    FactCode.DELETION_CONTENT,
                    object.ref(),
                    field,
                    "may have more in it: not every kind was in the dump")));
        }
        strangers.forEach(finalizer -> holds.add(Hold.untilChanged(Fact.of(
                        FactCode.DELETION_FINALIZER,
                        object.ref(),
                        field,
                        "is held by the finalizer " + finalizer
                                + " of its spec, which whoever put it there must take off")
                .having(finalizer))));
    }

    /** A pod that has a node goes when the kubelet says that it has stopped; a grace period of 0 says that it did. */
    private void stopping(Pod pod) {
        boolean hasStopped = pod.metadata()
                .deletionGracePeriodSeconds()
                .filter(grace -> grace == 0)
                .isPresent();
        if (!pod.isPlaced() || hasStopped) {
            return;
        }
        String node = pod.spec().nodeName();
        Optional<Node> found = cluster.node(node);
        if (found.isEmpty() && cluster.isKnown(Node.KIND)) {
            holds.add(Hold.forAWhile(nodeFact(
                    pod, FactCode.DELETION_NODE_SILENT, "is on node " + node + ", which is gone; the pod goes too")));
        } else if (found.filter(known -> !known.answers()).isPresent()) {
            holds.add(Hold.untilChanged(nodeFact(
                    pod,
                    FactCode.DELETION_NODE_SILENT,
                    "is on node " + node
                            + ", which does not answer, so that nobody can say that it has stopped: the node has to "
                            + "come back, or to be taken out of the cluster (kubectl delete node), or to get the taint "
                            + "node.kubernetes.io/out-of-service once it is certainly off")));
        } else {
            holds.add(stoppedBy(pod, pod.metadata().deletionTimestamp().orElseThrow()));
        }
    }

    private Hold stoppedBy(Pod pod, Instant until) {
        String node = pod.spec().nodeName();
        return cluster.now().isAfter(until)
                ? Hold.untilChanged(nodeFact(
                        pod,
                        FactCode.DELETION_STOPPING,
                        "was to be stopped by the kubelet of node " + node + " by " + until
                                + ", and was not: look at the events of the pod and at the kubelet's log"))
                : Hold.forAWhile(nodeFact(
                        pod,
                        FactCode.DELETION_STOPPING,
                        "goes when the kubelet of node " + node + " has stopped it, by " + until + " at the latest"));
    }

    private Fact nodeFact(Pod pod, FactCode code, String text) {
        return Fact.of(code, pod.ref(), FieldPath.of("spec", "nodeName"), text)
                .having(new JsonString(pod.spec().nodeName()));
    }
}
