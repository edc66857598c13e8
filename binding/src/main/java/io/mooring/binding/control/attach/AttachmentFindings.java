package io.mooring.binding.control.attach;

import io.mooring.binding.control.volume.AttachableVolume;
import io.mooring.binding.finding.AttachmentFinding;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttachment;
import io.mooring.storage.VolumeError;
import io.mooring.workload.Pod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How things stand with volumes on nodes: what the attach-detach controller decides on. Models {@code reconcile}. */
public final class AttachmentFindings {
    /** How long an attacher is waited for. Upstream: {@code csiTimeout}. */
    static final Duration TIMEOUT = Duration.ofMinutes(2);

    /** How long a node that is not ready is waited for. Upstream: {@code ReconcilerMaxWaitForUnmountDuration}. */
    public static final Duration MAX_WAIT_FOR_UNMOUNT = Duration.ofMinutes(6);

    private static final String OUT_OF_SERVICE = "node.kubernetes.io/out-of-service";

    private final VolumeOnNodes state;
    private final Ref<PersistentVolume> volume;
    private final List<AttachmentFinding> found = new ArrayList<>();

    private AttachmentFindings(Cluster cluster, Ref<PersistentVolume> volume) {
        this.state = VolumeOnNodes.of(cluster, volume);
        this.volume = volume;
    }

    /**
     * Of a volume, on each node that has it or whose pods use it: what it leaves first, then where it is, then where it is
     * wanted, in the order in which the pods were made. Nodes that the controller does not manage are left out. In a cluster that
     * was opened without VolumeAttachments nothing is known, and nothing found.
     */
    public static List<AttachmentFinding> of(Cluster cluster, Ref<PersistentVolume> volume) {
        return cluster.isKnown(VolumeAttachment.KIND) ? new AttachmentFindings(cluster, volume).all(0) : List.of();
    }

    /** The nodes for which the volume has a VolumeAttachment, whether it is attached yet or still, by name. */
    public static List<Ref<Node>> nodes(Cluster cluster, Ref<PersistentVolume> volume) {
        return AttachmentIndexes.BY_VOLUME
                .find(cluster, volume)
                .map(VolumeAttachment::node)
                .distinct()
                .sorted()
                .toList();
    }

    /** Of the volumes of a pod that has its node, there, in the order of the pod's volumes. */
    public static List<AttachmentFinding> of(Cluster cluster, Pod pod) {
        Ref<Node> node = Node.ref(pod.spec().nodeName());
        return AttachableVolume.of(cluster, pod)
                .map(attachable -> attachable.volume().ref())
                .distinct()
                .flatMap(each -> of(cluster, each).stream())
                .filter(finding -> finding.node().equals(node))
                .toList();
    }

    /** The same, for each node that might get the volume first where nobody has it; what {@link #of} gives comes first. */
    static List<List<AttachmentFinding>> choices(Cluster cluster, Ref<PersistentVolume> volume) {
        int waiting = VolumeOnNodes.of(cluster, volume).waiting().size();
        List<List<AttachmentFinding>> choices = new ArrayList<>();
        for (int first = 0; first < Math.max(1, waiting); first++) {
            choices.add(new AttachmentFindings(cluster, volume).all(first));
        }
        return choices.stream().distinct().toList();
    }

    private List<AttachmentFinding> all(int first) {
        for (Ref<Node> node : state.nodes()) {
            if (state.attachments().containsKey(node) && !isUsed(node)) {
                found.add(leaving(node, state.attachments().get(node)));
            }
        }
        for (Ref<Node> node : state.nodes()) {
            if (state.attachments().containsKey(node) && isUsed(node)) {
                found.add(staying(node, state.attachments().get(node)));
            }
        }
        List<Ref<Node>> waiting = state.waiting();
        for (int i = 0; i < waiting.size(); i++) {
            Ref<Node> node = waiting.get((first + i) % waiting.size());
            state.volume().ifPresent(attachable -> found.add(coming(node, attachable)));
        }
        return List.copyOf(found);
    }

    private boolean isUsed(Ref<Node> node) {
        return state.users().containsKey(node);
    }

    private AttachmentFinding leaving(Ref<Node> node, VolumeAttachment attachment) {
        if (attachment.metadata().isBeingDeleted()) {
            return new AttachmentFinding.Detaching(attachment.ref(), volume, node);
        }
        Instant since = noted(attachment).orElse(state.cluster().now());
        return mayBeDetached(node, since)
                ? new AttachmentFinding.Unused(attachment.ref(), volume, node)
                : new AttachmentFinding.AwaitingUnmount(attachment.ref(), volume, node, since);
    }

    private Optional<Instant> noted(VolumeAttachment attachment) {
        return state.cluster()
                .finding(attachment.ref())
                .filter(AttachmentFinding.AwaitingUnmount.class::isInstance)
                .map(finding -> ((AttachmentFinding.AwaitingUnmount) finding).since());
    }

    private boolean mayBeDetached(Ref<Node> node, Instant since) {
        Optional<Node> found = state.cluster().get(node);
        boolean isReady = found.filter(Node::isReady).isPresent();
        boolean isOver = !state.cluster().now().isBefore(since.plus(MAX_WAIT_FOR_UNMOUNT));
        return !state.isMountedOn(node)
                || (isOver && !isReady)
                || found.filter(each -> each.hasTaint(OUT_OF_SERVICE)).isPresent();
    }

    private AttachmentFinding staying(Ref<Node> node, VolumeAttachment attachment) {
        Ref<VolumeAttachment> ref = attachment.ref();
        if (attachment.metadata().isBeingDeleted()) {
            return new AttachmentFinding.Detaching(ref, volume, node);
        }
        if (attachment.isAttached()) {
            return new AttachmentFinding.Attached(ref, volume, node, state.podsOn(node));
        }
        Optional<String> refusal = attachment.status().attachError().map(VolumeError::message);
        return refusal.isPresent()
                ? new AttachmentFinding.Refused(ref, volume, node, state.podsOn(node), refusal.get())
                : pending(node, attachment);
    }

    private AttachmentFinding pending(Ref<Node> node, VolumeAttachment attachment) {
        Instant now = state.cluster().now();
        Instant begin = attachment.metadata().creationTimestamp().orElse(now);
        long periods = Duration.between(begin, now).dividedBy(TIMEOUT);
        Instant until = begin.plus(TIMEOUT.multipliedBy(periods + 1));
        return periods == 0 || state.volume().isEmpty()
                ? new AttachmentFinding.Unanswered(attachment.ref(), volume, node, until)
                : new AttachmentFinding.TimedOut(
                        attachment.ref(),
                        volume,
                        node,
                        state.podsOn(node),
                        state.volume().get().driver(),
                        state.volume().get().handle(),
                        until);
    }

    private AttachmentFinding coming(Ref<Node> node, AttachableVolume attachable) {
        Ref<VolumeAttachment> ref = attachable.attachment(node);
        if (state.allowsSeveralNodes()) {
            return new AttachmentFinding.Wanted(ref, volume, node);
        }
        Optional<Ref<Node>> moving = found.stream()
                .filter(finding -> finding.accept(UNDER_WAY))
                .map(AttachmentFinding::node)
                .findFirst();
        if (moving.isPresent()) {
            return new AttachmentFinding.AwaitingOther(ref, volume, node, moving.get());
        }
        List<Ref<Node>> holders = state.holdersBut(node);
        return holders.isEmpty()
                ? new AttachmentFinding.Wanted(ref, volume, node)
                : new AttachmentFinding.AttachedElsewhere(
                        ref, volume, node, state.podsOn(node), holders, usersOn(holders));
    }

    private List<Ref<Pod>> usersOn(List<Ref<Node>> holders) {
        return state.nodes().stream()
                .filter(holders::contains)
                .flatMap(holder -> state.podsOn(holder).stream())
                .sorted()
                .toList();
    }

    /** Whether the volume is on its way to the node or away from it. Upstream: {@code IsOperationPending}. */
    private static final AttachmentFinding.Cases<Boolean> UNDER_WAY = new AttachmentFinding.Cases<>() {
        @Override
        public Boolean attached(AttachmentFinding.Attached finding) {
            return false;
        }

        @Override
        public Boolean wanted(AttachmentFinding.Wanted finding) {
            return true;
        }

        @Override
        public Boolean unanswered(AttachmentFinding.Unanswered finding) {
            return true;
        }

        @Override
        public Boolean refused(AttachmentFinding.Refused finding) {
            return false;
        }

        @Override
        public Boolean timedOut(AttachmentFinding.TimedOut finding) {
            return false;
        }

        @Override
        public Boolean attachedElsewhere(AttachmentFinding.AttachedElsewhere finding) {
            return false;
        }

        @Override
        public Boolean awaitingOther(AttachmentFinding.AwaitingOther finding) {
            return false;
        }

        @Override
        public Boolean awaitingUnmount(AttachmentFinding.AwaitingUnmount finding) {
            return false;
        }

        @Override
        public Boolean unused(AttachmentFinding.Unused finding) {
            return true;
        }

        @Override
        public Boolean detaching(AttachmentFinding.Detaching finding) {
            return true;
        }
    };
}
