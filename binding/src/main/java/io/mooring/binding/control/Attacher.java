package io.mooring.binding.control;

import io.mooring.binding.control.attach.InstantAttacher;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.storage.PersistentVolume;

/**
 * What a storage system does when asked to attach a volume to a node or to detach it: a pure function. Around it the cluster
 * does what kubernetes-csi/external-attacher does: finalizers, statuses, retries.
 *
 * <p>One that throws an exception or answers null has failed: the attachment's status tells why, for a pod that waits the event
 * {@code FailedAttachVolume} too, and it is asked again after a while. Errors are not caught. The name and {@link #holdsVolumes}
 * are asked once, when the control plane is put together.
 *
 * <pre>{@code
 * Attacher full = new Attacher() {
 *     public String name() { return "csi.example.com"; }
 *     public Attaching attach(PersistentVolume volume, Ref<Node> node) { return new Attaching.Failed("too many disks"); }
 * };
 * }</pre>
 */
public interface Attacher {

    /** The CSI driver whose volumes it attaches. */
    String name();

    /**
     * What comes of a request to attach a volume to a node. It is not asked for a volume that one node alone can have while
     * another node has it.
     */
    Attaching attach(PersistentVolume volume, Ref<Node> node);

    /** What comes of a request to detach a volume from a node; by default it is detached. */
    default Attaching detach(PersistentVolume volume, Ref<Node> node) {
        return new Attaching.Done();
    }

    /**
     * Whether it holds the volumes that it attaches with a finalizer of its own until they are detached, as external-attacher
     * does; by default it does.
     */
    default boolean holdsVolumes() {
        return true;
    }

    /** One that attaches and detaches everything at once. */
    static Attacher instant(String name) {
        return new InstantAttacher(name);
    }
}
