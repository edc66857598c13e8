package io.mooring.quota;

import io.mooring.style.MooringStyle;
import java.util.List;
import org.immutables.value.Value;

/** Demands on the scopes of an object, all of which must hold. Kubernetes: {@code core/v1 ScopeSelector}. */
@Value.Immutable
@MooringStyle
public sealed interface ScopeSelector extends WithScopeSelector permits ImmutableScopeSelector {
    /** The demands. */
    List<ScopedResourceSelectorRequirement> matchExpressions();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableScopeSelector.Builder {
        Builder() {}
    }
}
