package io.mooring.quota;

import io.mooring.meta.KnownKind;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.ObjectMeta;
import io.mooring.meta.Ref;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Bounds on what one object of a namespace may ask for. Kubernetes: {@code core/v1 LimitRange}. */
@Value.Immutable
@MooringStyle
public sealed interface LimitRange extends WithLimitRange, KubernetesObject permits ImmutableLimitRange {
    /** What Kubernetes calls it. */
    ObjectKind<LimitRange> KIND = ObjectKind.of(KnownKind.LIMIT_RANGE, LimitRange.class);

    /** Who it is. */
    @Override
    @Value.Default
    default ObjectMeta metadata() {
        return ObjectMeta.builder().build();
    }

    /** The bounds. */
    @Value.Default
    default LimitRangeSpec spec() {
        return LimitRangeSpec.builder().build();
    }

    @Override
    default ObjectKind<LimitRange> kind() {
        return KIND;
    }

    @Override
    default LimitRange withStatusOf(KubernetesObject other) {
        return this;
    }

    @Override
    default Optional<Object> countedSpec() {
        return Optional.empty();
    }

    /** The object itself. */
    @Override
    default Ref<LimitRange> ref() {
        return KIND.refTo(metadata());
    }

    /** The one of this name, whether it exists or not. */
    static Ref<LimitRange> ref(String namespace, String name) {
        return KIND.ref(namespace, name);
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableLimitRange.Builder {
        Builder() {}
    }
}
