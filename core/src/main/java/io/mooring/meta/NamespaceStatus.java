package io.mooring.meta;

import io.mooring.style.MooringStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** How far a namespace is. Kubernetes: {@code core/v1 NamespaceStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface NamespaceStatus extends WithNamespaceStatus permits ImmutableNamespaceStatus {
    /** Where it is in its life. */
    Optional<NamespacePhase> phase();

    /** How far its deletion is. */
    List<NamespaceCondition> conditions();

    /** The condition of this type. */
    default Optional<NamespaceCondition> condition(String type) {
        return conditions().stream()
                .filter(condition -> condition.type().equals(type))
                .findFirst();
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableNamespaceStatus.Builder {
        Builder() {}
    }
}
