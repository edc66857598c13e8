package io.mooring.storage;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.style.MooringStyle;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * That a volume is to be attached to a node, and whether it is. Kubernetes: {@code storage/v1 VolumeAttachment}.
 */
@Value.Immutable
@MooringStyle
public sealed interface VolumeAttachment extends WithVolumeAttachment, KubernetesObject
        permits ImmutableVolumeAttachment {
    /** What Kubernetes calls it. */
    ObjectKind<VolumeAttachment> KIND = ObjectKind.of(KnownKind.VOLUME_ATTACHMENT, VolumeAttachment.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What is to be attached where. */
    @Value.Default
    default VolumeAttachmentSpec spec() {
        return VolumeAttachmentSpec.builder().build();
    }

    /** What the attacher says of it. */
    @Value.Default
    default VolumeAttachmentStatus status() {
        return VolumeAttachmentStatus.builder().build();
    }

    @Override
    default ObjectKind<VolumeAttachment> kind() {
        return KIND;
    }

    @Override
    default VolumeAttachment withStatusOf(KubernetesObject other) {
        return withStatus(((VolumeAttachment) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<VolumeAttachment> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<VolumeAttachment> ref(String name) {
        return KIND.ref("", name);
    }

    /**
     * The one of a driver's volume on a node, whether it exists or not. Its name is a hash of the three; models {@code
     * getAttachmentName} of {@code volume/csi}.
     *
     * @param handle what the driver calls the volume
     */
    static Ref<VolumeAttachment> ref(String driver, String handle, Ref<Node> node) {
        byte[] text = (handle + driver + node.name()).getBytes(StandardCharsets.UTF_8);
        try {
            return ref("csi-"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The volume; empty for one that a pod describes itself. */
    default Optional<Ref<PersistentVolume>> volume() {
        return spec().source().persistentVolumeName().map(PersistentVolume::ref);
    }

    /** The node. */
    default Ref<Node> node() {
        return Node.ref(spec().nodeName());
    }

    /** Whether the attacher says that the volume is attached. */
    default boolean isAttached() {
        return status().attached();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableVolumeAttachment.Builder {
        Builder() {}
    }
}
