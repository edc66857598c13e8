package io.mooring.quota;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** The bounds of a limit range. Kubernetes: {@code core/v1 LimitRangeSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface LimitRangeSpec extends WithLimitRangeSpec permits ImmutableLimitRangeSpec {
    /** One entry a kind of object; every one of them holds. */
    List<LimitRangeItem> limits();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableLimitRangeSpec.Builder {
        Builder() {}
    }
}
