package io.mooring.binding.control;

import io.mooring.binding.control.resize.InstantResizer;
import io.mooring.quantity.Quantity;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeAttributesClass;

/**
 * What a storage system does when asked to enlarge a volume or to give it other attributes: a pure function. Around it the
 * cluster does what kubernetes-csi/external-resizer does: conditions, statuses, events, retries.
 *
 * <p>One that throws an exception, answers null or a smaller size than it was asked for has failed: the claim's event {@code
 * VolumeResizeFailed} or {@code VolumeModifyFailed} tells why, and it is asked again after a while. Errors are not caught. The name
 * is asked once, when the control plane is put together.
 */
public interface Resizer {

    /** The CSI driver whose volumes it resizes. */
    String name();

    /**
     * What comes of a request to enlarge a volume.
     *
     * @param size at least this much
     */
    Resizing resize(PersistentVolume volume, Quantity size);

    /** What comes of a request to give a volume the attributes of a class; by default it gets them. */
    default Modification modify(PersistentVolume volume, VolumeAttributesClass attributesClass) {
        return new Modification.Modified();
    }

    /** One that does everything at once, and leaves nothing for the node to do. */
    static Resizer instant(String name) {
        return new InstantResizer(name);
    }
}
