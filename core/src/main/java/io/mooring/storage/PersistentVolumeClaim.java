package io.mooring.storage;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A request for storage, and the right to use what serves it. Kubernetes: {@code core/v1 PersistentVolumeClaim}.
 *
 * <pre>{@code
 * claim.requestedStorage(); // 5Gi
 * volume.boundTo(claim).isReservedFor(claim); // true
 * }</pre>
 */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolumeClaim extends WithPersistentVolumeClaim, KubernetesObject
        permits ImmutablePersistentVolumeClaim {
    /** What Kubernetes calls it. */
    ObjectKind<PersistentVolumeClaim> KIND =
            ObjectKind.of(KnownKind.PERSISTENT_VOLUME_CLAIM, PersistentVolumeClaim.class);

    /** It was bound once; from then on it is judged as bound, whatever its phase. Only the presence counts. */
    String BIND_COMPLETED_ANNOTATION = "pv.kubernetes.io/bind-completed";

    /** A controller chose its volume, not its maker; only the presence counts. */
    String BOUND_BY_CONTROLLER_ANNOTATION = "pv.kubernetes.io/bound-by-controller";

    /** Who is to provision its volume. */
    String PROVISIONER_ANNOTATION = "volume.kubernetes.io/storage-provisioner";

    /** The same under its old name; upstream still writes both. */
    String PROVISIONER_BETA_ANNOTATION = "volume.beta.kubernetes.io/storage-provisioner";

    /** The node that the scheduler chose for the pod that waits for it. */
    String SELECTED_NODE_ANNOTATION = "volume.kubernetes.io/selected-node";

    /** Who is to resize its volume. */
    String RESIZER_ANNOTATION = "volume.kubernetes.io/storage-resizer";

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What it asks for. */
    @Value.Default
    default PersistentVolumeClaimSpec spec() {
        return PersistentVolumeClaimSpec.builder().build();
    }

    /** What the controllers say of it. */
    @Value.Default
    default PersistentVolumeClaimStatus status() {
        return Builder.NO_STATUS;
    }

    @Override
    default ObjectKind<PersistentVolumeClaim> kind() {
        return KIND;
    }

    @Override
    default PersistentVolumeClaim withStatusOf(KubernetesObject other) {
        return withStatus(((PersistentVolumeClaim) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<PersistentVolumeClaim> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<PersistentVolumeClaim> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    /** The one that this refers to, with whatever uid. */
    static Ref<PersistentVolumeClaim> ref(ObjectReference reference) {
        return ref(reference.namespace(), reference.name());
    }

    /** What a {@code claimRef} to it says: all that is known of it. Models {@code GetReference} of client-go. */
    default ObjectReference reference() {
        return ObjectReference.builder()
                .kind(KIND.name())
                .apiVersion(KIND.apiVersion())
                .namespace(metadata().namespace())
                .name(metadata().name())
                .uid(metadata().uid())
                .resourceVersion(metadata().resourceVersion())
                .build();
    }

    /**
     * Its class: what the beta annotation says, if it is there, else the spec. Absent asks for the default class, and for
     * volumes without a class while there is none; the empty text asks for volumes without a class. Models
     * {@code GetPersistentVolumeClaimClass}, which does not tell the two apart.
     */
    default Optional<String> className() {
        String annotated = metadata().annotations().get(StorageClass.BETA_ANNOTATION);
        return annotated != null ? Optional.of(annotated) : spec().storageClassName();
    }

    /** How much it asks for, in bytes; nothing if it does not say. */
    default Quantity requestedStorage() {
        return spec().resources().requests().getOrDefault("storage", Quantity.ZERO);
    }

    /** How much it has, in bytes, as its status says; nothing while it has no volume. */
    default Quantity actualStorage() {
        return status().capacity().getOrDefault("storage", Quantity.ZERO);
    }

    /** Whether it asks for more than it has. */
    default boolean wantsResize() {
        return requestedStorage().compareTo(actualStorage()) > 0;
    }

    /** The volume that it names, whether that exists or not; empty while it has none and asks for none by name. */
    default Optional<Ref<PersistentVolume>> volume() {
        String name = spec().volumeName();
        return name.isEmpty() ? Optional.empty() : Optional.of(PersistentVolume.ref(name));
    }

    /** The volume that an external provisioner makes for it. Models {@code getProvisionedVolumeNameForClaim}. */
    default Ref<PersistentVolume> provisionedVolume() {
        return PersistentVolume.ref("pvc-" + metadata().uid());
    }

    /** Whether its phase is this one. */
    default boolean isIn(ClaimPhase phase) {
        return status().phase().equals(Optional.of(phase));
    }

    /** Whether its phase is Bound. */
    default boolean isBound() {
        return isIn(ClaimPhase.BOUND);
    }

    /** Whether it was bound once, as the annotation says; from then on it is judged as bound, whatever its phase. */
    default boolean wasBound() {
        return metadata().hasAnnotation(BIND_COMPLETED_ANNOTATION);
    }

    /** The node that the scheduler chose for the pod that waits for it, as the annotation says. */
    default Optional<Ref<Node>> selectedNode() {
        return metadata().annotation(SELECTED_NODE_ANNOTATION).map(Node::ref);
    }

    /** Who is to provision its volume, as the annotation says, under its new name or else its old one. */
    default Optional<String> provisioner() {
        return metadata()
                .annotation(PROVISIONER_ANNOTATION)
                .or(() -> metadata().annotation(PROVISIONER_BETA_ANNOTATION));
    }

    /** Whether it asks for a file system, which is the default, or for a block device. */
    default VolumeMode volumeMode() {
        return spec().volumeMode().orElse(VolumeMode.FILESYSTEM);
    }

    /** The attributes class that it asks for; empty for none. */
    default String attributesClassName() {
        return spec().volumeAttributesClassName().orElse("");
    }

    /** The condition of this type. */
    default Optional<PersistentVolumeClaimCondition> condition(String type) {
        return status().conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePersistentVolumeClaim.Builder {
        private static final PersistentVolumeClaimStatus NO_STATUS =
                PersistentVolumeClaimStatus.builder().build();

        Builder() {}
    }
}
