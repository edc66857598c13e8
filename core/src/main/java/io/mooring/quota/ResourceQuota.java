package io.mooring.quota;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What all objects of a namespace together may ask for. Kubernetes: {@code core/v1 ResourceQuota}. */
@Value.Immutable
@MooringStyle
public sealed interface ResourceQuota extends WithResourceQuota, KubernetesObject permits ImmutableResourceQuota {
    /** What Kubernetes calls it. */
    ObjectKind<ResourceQuota> KIND = ObjectKind.of(KnownKind.RESOURCE_QUOTA, ResourceQuota.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** The bounds. */
    @Value.Default
    default ResourceQuotaSpec spec() {
        return ResourceQuotaSpec.builder().build();
    }

    /** What is in use. */
    @Value.Default
    default ResourceQuotaStatus status() {
        return ResourceQuotaStatus.builder().build();
    }

    @Override
    default ObjectKind<ResourceQuota> kind() {
        return KIND;
    }

    @Override
    default ResourceQuota withStatusOf(KubernetesObject other) {
        return withStatus(((ResourceQuota) other).status());
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<ResourceQuota> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<ResourceQuota> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableResourceQuota.Builder {
        Builder() {}
    }
}
