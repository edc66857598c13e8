package io.mooring.storage;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.ObjectReference;
import io.mooring.meta.Ref;
import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A piece of storage in the cluster. Kubernetes: {@code core/v1 PersistentVolume}.
 *
 * <pre>{@code
 * volume.storageCapacity(); // 10Gi
 * volume.isReservedFor(claim); // false
 * }</pre>
 */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolume extends WithPersistentVolume, KubernetesObject
        permits ImmutablePersistentVolume {
    /** What Kubernetes calls it. */
    ObjectKind<PersistentVolume> KIND = ObjectKind.of(KnownKind.PERSISTENT_VOLUME, PersistentVolume.class);

    /** A controller tied it to its claim, not its maker; only the presence counts. */
    String BOUND_BY_CONTROLLER_ANNOTATION = "pv.kubernetes.io/bound-by-controller";

    /** Who provisioned it. */
    String PROVISIONED_BY_ANNOTATION = "pv.kubernetes.io/provisioned-by";

    /** How large its file system still is, while a resize is under way. */
    String PRE_RESIZE_CAPACITY_ANNOTATION = "volume.alpha.kubernetes.io/pre-resize-capacity";

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What it is. */
    @Value.Default
    default PersistentVolumeSpec spec() {
        return PersistentVolumeSpec.builder().build();
    }

    /** What the controller says of it. */
    @Value.Default
    default PersistentVolumeStatus status() {
        return Builder.NO_STATUS;
    }

    @Override
    default ObjectKind<PersistentVolume> kind() {
        return KIND;
    }

    @Override
    default PersistentVolume withStatusOf(KubernetesObject other) {
        return withStatus(((PersistentVolume) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<PersistentVolume> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<PersistentVolume> ref(String name) {
        return KIND.ref("", name);
    }

    /**
     * Its class: what the beta annotation says, if it is there, else the spec; empty for none. Models
     * {@code GetPersistentVolumeClass}.
     */
    default String className() {
        String annotated = metadata().annotations().get(StorageClass.BETA_ANNOTATION);
        return annotated != null ? annotated : spec().storageClassName();
    }

    /** How much it holds, in bytes; nothing if it does not say. */
    default Quantity storageCapacity() {
        return spec().capacity().getOrDefault("storage", Quantity.ZERO);
    }

    /**
     * Whether it is meant for this claim: it names the claim, by its uid or without one. Models {@code
     * IsVolumeBoundToClaim} of component-helpers.
     */
    default boolean isReservedFor(PersistentVolumeClaim claim) {
        Optional<ObjectReference> reference = claimRefTo(claim);
        return reference.isPresent()
                && (reference.get().uid().isEmpty()
                        || reference.get().uid().equals(claim.metadata().uid()));
    }

    /** Whether it names this very claim, by its uid. Unlike a reservation, this is no claim's that comes later. */
    default boolean isHeldBy(PersistentVolumeClaim claim) {
        Optional<ObjectReference> reference = claimRefTo(claim);
        return reference.isPresent()
                && reference.get().uid().equals(claim.metadata().uid());
    }

    private Optional<ObjectReference> claimRefTo(PersistentVolumeClaim claim) {
        return spec().claimRef().filter(reference -> reference.isNamesakeOf(claim.metadata()));
    }

    /** Whether its {@code claimRef} names a claim by its uid: it serves that claim and no other, even after the claim is gone. */
    default boolean isHeld() {
        return spec().claimRef().filter(reference -> !reference.uid().isEmpty()).isPresent();
    }

    /** The claim that its {@code claimRef} names, with whatever uid. */
    default Optional<Ref<PersistentVolumeClaim>> claim() {
        return spec().claimRef().map(PersistentVolumeClaim::ref);
    }

    /**
     * The volume tied to this claim: it names the claim by its uid, and is marked as bound by a controller unless it named the
     * claim before. Models {@code GetBindVolumeToClaim} of component-helpers.
     */
    default PersistentVolume boundTo(PersistentVolumeClaim claim) {
        PersistentVolume named = isHeldBy(claim) ? this : withSpec(spec().withClaimRef(claim.reference()));
        return isReservedFor(claim)
                ? named
                : named.withMetadata(metadata().withAnnotationIfAbsent(BOUND_BY_CONTROLLER_ANNOTATION, "yes"));
    }

    /** Whether any claim that it satisfies may have it: it is Available, nobody's, and not being deleted. */
    default boolean isFree() {
        return spec().claimRef().isEmpty()
                && isIn(VolumePhase.AVAILABLE)
                && !metadata().isBeingDeleted();
    }

    /** Whether its phase is this one. */
    default boolean isIn(VolumePhase phase) {
        return status().phase().equals(Optional.of(phase));
    }

    /** Whether its phase is Bound. */
    default boolean isBound() {
        return isIn(VolumePhase.BOUND);
    }

    /** Whether this is what becomes of it when its claim is gone. */
    default boolean hasReclaimPolicy(ReclaimPolicy policy) {
        return spec().persistentVolumeReclaimPolicy().equals(Optional.of(policy));
    }

    /** Whether it is a file system, which is the default, or a block device. */
    default VolumeMode volumeMode() {
        return spec().volumeMode().orElse(VolumeMode.FILESYSTEM);
    }

    /** Its attributes class; empty for none. */
    default String attributesClassName() {
        return spec().volumeAttributesClassName().orElse("");
    }

    /** Whether it is a volume of this CSI driver. */
    default boolean isOfDriver(String driver) {
        return spec().source()
                .flatMap(VolumeSource::csiDriver)
                .filter(driver::equals)
                .isPresent();
    }

    /**
     * Whether several nodes may have it at once: a mode of it says so, or it has none. Which mode the claim asks for does not
     * matter. Models {@code IsMultiAttachAllowed} of {@code volume/util}.
     */
    default boolean allowsSeveralNodes() {
        List<AccessMode> modes = spec().accessModes();
        return modes.isEmpty()
                || modes.contains(AccessMode.READ_WRITE_MANY)
                || modes.contains(AccessMode.READ_ONLY_MANY);
    }

    /** Who provisioned it: what the annotation says; empty for a volume that somebody made by hand. */
    default Optional<String> provisionedBy() {
        return metadata().annotation(PROVISIONED_BY_ANNOTATION);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePersistentVolume.Builder {
        private static final PersistentVolumeStatus NO_STATUS =
                PersistentVolumeStatus.builder().build();

        Builder() {}
    }
}
