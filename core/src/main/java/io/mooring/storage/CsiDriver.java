package io.mooring.storage;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What a cluster knows of a CSI driver; its name is the driver's. Kubernetes: {@code storage/v1 CSIDriver}. */
@Value.Immutable
@MooringStyle
public sealed interface CsiDriver extends WithCsiDriver, KubernetesObject permits ImmutableCsiDriver {
    /** What Kubernetes calls it. */
    ObjectKind<CsiDriver> KIND = ObjectKind.of(KnownKind.CSI_DRIVER, CsiDriver.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** What the driver does and wants. */
    @Value.Default
    default CsiDriverSpec spec() {
        return CsiDriverSpec.builder().build();
    }

    @Override
    default ObjectKind<CsiDriver> kind() {
        return KIND;
    }

    @Override
    default CsiDriver withStatusOf(KubernetesObject other) {
        return this;
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<CsiDriver> ref() {
        return KIND.refTo(metadata());
    }

    /** The driver of this name, whether the cluster knows it or not. */
    static Ref<CsiDriver> ref(String name) {
        return KIND.ref("", name);
    }

    /** Whether its volumes are attached to a node before they are mounted there; a driver that does not say needs it. */
    default boolean requiresAttach() {
        return spec().attachRequired().orElse(true);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableCsiDriver.Builder {
        Builder() {}
    }
}
