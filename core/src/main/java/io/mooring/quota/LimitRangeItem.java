package io.mooring.quota;

import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import java.util.Map;
import org.immutables.value.Value;

/** The bounds on one kind of object. Kubernetes: {@code core/v1 LimitRangeItem}. */
@Value.Immutable
@MooringStyle
public sealed interface LimitRangeItem extends WithLimitRangeItem permits ImmutableLimitRangeItem {
    /** Which objects: {@code PersistentVolumeClaim}, {@code Pod} or {@code Container}. */
    @Value.Default
    default String type() {
        return "";
    }

    /** The most one may ask for, by resource. */
    Map<String, Quantity> max();

    /** The least one may ask for, by resource. */
    Map<String, Quantity> min();

    /** A container's limits where it names none. */
    Map<String, Quantity> defaultLimit();

    /** A container's requests where it names none. */
    Map<String, Quantity> defaultRequest();

    /** How far limits may exceed requests. */
    Map<String, Quantity> maxLimitRequestRatio();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableLimitRangeItem.Builder {
        Builder() {}
    }
}
