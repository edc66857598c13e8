package io.mooring.workload;

import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.Map;
import org.immutables.value.Value;

/** What a container needs to run. Kubernetes: {@code core/v1 ResourceRequirements}. */
@Value.Immutable
@MooringStyle
public sealed interface ResourceRequirements extends WithResourceRequirements permits ImmutableResourceRequirements {
    /** What it may use at most. */
    Map<String, Quantity> limits();

    /** What must be free for it: {@code cpu} in cores, {@code memory} in bytes. */
    Map<String, Quantity> requests();

    /** The fields that Mooring does not interpret, carried along as they came. */
    @Value.Default
    default JsonObject rest() {
        return JsonObject.EMPTY;
    }

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableResourceRequirements.Builder {
        Builder() {}
    }
}
