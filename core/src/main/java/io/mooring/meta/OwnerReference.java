package io.mooring.meta;

import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** The object that an object belongs to and goes with. Kubernetes: {@code meta/v1 OwnerReference}. */
@Value.Immutable
@MooringStyle
public sealed interface OwnerReference extends WithOwnerReference permits ImmutableOwnerReference {
    /** The owner's API version. */
    @Value.Default
    default String apiVersion() {
        return "";
    }

    /** The owner's kind. */
    @Value.Default
    default String kind() {
        return "";
    }

    /** The owner's name; it is in the same namespace or has none. */
    @Value.Default
    default String name() {
        return "";
    }

    /** The owner's uid. */
    @Value.Default
    default String uid() {
        return "";
    }

    /** Whether the owner manages the object; one owner at most does. */
    Optional<Boolean> controller();

    /** Whether the owner, deleted in the foreground, waits for the object. */
    Optional<Boolean> blockOwnerDeletion();

    /** Whether the owner manages the object. */
    default boolean isController() {
        return controller().orElse(false);
    }

    /** Whether the owner is of this kind, in whatever version of its API. */
    default boolean isOf(ObjectKind<?> kind) {
        return kind.isNamed(apiVersion(), kind());
    }

    /** Whether the owner is this object: its uid is. */
    default boolean isTo(ObjectMeta owner) {
        return uid().equals(owner.uid());
    }

    /** To an owner that manages the object and, deleted in the foreground, waits for it. Models {@code NewControllerRef}. */
    static OwnerReference toController(ObjectKind<?> kind, ObjectMeta owner) {
        return builder()
                .apiVersion(kind.apiVersion())
                .kind(kind.name())
                .name(owner.name())
                .uid(owner.uid())
                .controller(true)
                .blockOwnerDeletion(true)
                .build();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableOwnerReference.Builder {
        Builder() {}
    }
}
