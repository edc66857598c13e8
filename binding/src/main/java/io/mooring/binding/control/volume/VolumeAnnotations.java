package io.mooring.binding.control.volume;

import io.mooring.meta.ObjectMeta;
import java.util.LinkedHashMap;
import java.util.Map;

/** The annotations by which the controllers of volumes talk to each other. */
public final class VolumeAnnotations {
    /** On a claim: it was bound once; from then on it is judged as a bound one. */
    public static final String BIND_COMPLETED = "pv.kubernetes.io/bind-completed";

    /** On a volume or claim: the controller tied it to the other, not its maker. */
    public static final String BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";

    /** On a volume: who provisioned it. */
    public static final String PROVISIONED_BY = "pv.kubernetes.io/provisioned-by";

    /** On a volume or claim of an in-tree plugin: the CSI driver that took over. */
    public static final String MIGRATED_TO = "pv.kubernetes.io/migrated-to";

    /** On a claim: who is to provision its volume. */
    public static final String PROVISIONER = "volume.kubernetes.io/storage-provisioner";

    /** The same under its old name; upstream still writes both. */
    public static final String PROVISIONER_BETA = "volume.beta.kubernetes.io/storage-provisioner";

    /** On a claim: the node that the scheduler chose for the pod that waits for it. */
    public static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";

    /** On a claim: who is to resize its volume. */
    public static final String RESIZER = "volume.kubernetes.io/storage-resizer";

    /** On a volume: how large the file system still is. */
    public static final String PRE_RESIZE_CAPACITY = "volume.alpha.kubernetes.io/pre-resize-capacity";

    /** The value where only the presence counts. */
    public static final String YES = "yes";

    private VolumeAnnotations() {}

    public static ObjectMeta with(ObjectMeta metadata, String annotation, String value) {
        Map<String, String> annotations = new LinkedHashMap<>(metadata.annotations());
        annotations.put(annotation, value);
        return metadata.withAnnotations(annotations);
    }

    public static ObjectMeta without(ObjectMeta metadata, String annotation) {
        if (!metadata.annotations().containsKey(annotation)) {
            return metadata;
        }
        Map<String, String> annotations = new LinkedHashMap<>(metadata.annotations());
        annotations.remove(annotation);
        return metadata.withAnnotations(annotations);
    }

    /** With the annotation, unless it is there already with some value. */
    public static ObjectMeta marked(ObjectMeta metadata, String annotation) {
        return metadata.annotations().containsKey(annotation) ? metadata : with(metadata, annotation, YES);
    }
}
