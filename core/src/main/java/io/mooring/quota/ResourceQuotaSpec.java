package io.mooring.quota;

import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The bounds of a quota, and which objects count. Kubernetes: {@code core/v1 ResourceQuotaSpec}. */
@Value.Immutable
@MooringStyle
public sealed interface ResourceQuotaSpec extends WithResourceQuotaSpec permits ImmutableResourceQuotaSpec {
    /** The most that may be in use, by resource: {@code requests.storage}, {@code persistentvolumeclaims}, ... */
    Map<String, Quantity> hard();

    /** Only objects of all these scopes count. */
    List<String> scopes();

    /** Only objects that this takes count. */
    Optional<ScopeSelector> scopeSelector();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableResourceQuotaSpec.Builder {
        Builder() {}
    }
}
