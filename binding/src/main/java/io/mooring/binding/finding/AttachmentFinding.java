package io.mooring.binding.finding;

import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttachment;
import io.mooring.workload.Pod;
import java.time.Instant;
import java.util.List;

/**
 * How things stand with a volume on a node that has pods with it, or that it is attached to, as the attach-detach controller
 * sees it. It is about the attachment, whether that exists or not.
 */
public sealed interface AttachmentFinding extends Finding {

    @Override
    Ref<VolumeAttachment> about();

    /** The volume. */
    Ref<PersistentVolume> volume();

    /** The node. */
    Ref<Node> node();

    /** Answers by the case for this finding. */
    <R> R accept(Cases<R> cases);

    /** One case for each kind of finding. */
    interface Cases<R> {
        R attached(Attached finding);

        R wanted(Wanted finding);

        R unanswered(Unanswered finding);

        R refused(Refused finding);

        R timedOut(TimedOut finding);

        R attachedElsewhere(AttachedElsewhere finding);

        R awaitingOther(AwaitingOther finding);

        R awaitingUnmount(AwaitingUnmount finding);

        R unused(Unused finding);

        R detaching(Detaching finding);
    }

    /**
     * It is attached, and pods on the node use it.
     *
     * @param pods one or more, by namespace and name
     */
    record Attached(Ref<VolumeAttachment> about, Ref<PersistentVolume> volume, Ref<Node> node, List<Ref<Pod>> pods)
            implements AttachmentFinding {
        public Attached {
            pods = List.copyOf(pods);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.attached(this);
        }
    }

    /** Pods on the node use it, and nothing speaks against attaching it. */
    record Wanted(Ref<VolumeAttachment> about, Ref<PersistentVolume> volume, Ref<Node> node)
            implements AttachmentFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.wanted(this);
        }
    }

    /**
     * It is to be attached, and the attacher has not answered yet.
     *
     * @param until when it is given up for the first time
     */
    record Unanswered(Ref<VolumeAttachment> about, Ref<PersistentVolume> volume, Ref<Node> node, Instant until)
            implements AttachmentFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unanswered(this);
        }
    }

    /**
     * The attacher could not attach it when it tried last.
     *
     * @param pods that use it on the node, by namespace and name
     * @param answer why, in the attacher's words
     */
    record Refused(
            Ref<VolumeAttachment> about,
            Ref<PersistentVolume> volume,
            Ref<Node> node,
            List<Ref<Pod>> pods,
            String answer)
            implements AttachmentFinding {
        public Refused {
            pods = List.copyOf(pods);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /**
     * The attacher has not answered for so long that it was given up, and is waited for again.
     *
     * @param pods that use it on the node, by namespace and name
     * @param driver whose attacher it is
     * @param handle what the driver calls the volume
     * @param until when it is given up the next time
     */
    record TimedOut(
            Ref<VolumeAttachment> about,
            Ref<PersistentVolume> volume,
            Ref<Node> node,
            List<Ref<Pod>> pods,
            String driver,
            String handle,
            Instant until)
            implements AttachmentFinding {
        public TimedOut {
            pods = List.copyOf(pods);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.timedOut(this);
        }
    }

    /**
     * It can be on one node alone, and is attached to another one.
     *
     * @param pods that wait for it on this node, by namespace and name
     * @param holders the nodes that have it, one as a rule, by name
     * @param users the pods that use it there, by namespace and name; none if they are gone and it was not detached yet
     */
    record AttachedElsewhere(
            Ref<VolumeAttachment> about,
            Ref<PersistentVolume> volume,
            Ref<Node> node,
            List<Ref<Pod>> pods,
            List<Ref<Node>> holders,
            List<Ref<Pod>> users)
            implements AttachmentFinding {
        public AttachedElsewhere {
            pods = List.copyOf(pods);
            holders = List.copyOf(holders);
            users = List.copyOf(users);
        }

        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.attachedElsewhere(this);
        }
    }

    /**
     * It can be on one node alone, and is on its way to another one or away from it.
     *
     * @param other the node
     */
    record AwaitingOther(Ref<VolumeAttachment> about, Ref<PersistentVolume> volume, Ref<Node> node, Ref<Node> other)
            implements AttachmentFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.awaitingOther(this);
        }
    }

    /**
     * No pod on the node uses it any more, and the node has not said that it is unmounted.
     *
     * @param since since when no pod uses it
     */
    record AwaitingUnmount(Ref<VolumeAttachment> about, Ref<PersistentVolume> volume, Ref<Node> node, Instant since)
            implements AttachmentFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.awaitingUnmount(this);
        }
    }

    /** No pod on the node uses it any more, and nothing speaks against detaching it. */
    record Unused(Ref<VolumeAttachment> about, Ref<PersistentVolume> volume, Ref<Node> node)
            implements AttachmentFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.unused(this);
        }
    }

    /** It is being detached. */
    record Detaching(Ref<VolumeAttachment> about, Ref<PersistentVolume> volume, Ref<Node> node)
            implements AttachmentFinding {
        @Override
        public <R> R accept(Cases<R> cases) {
            return cases.detaching(this);
        }
    }
}
