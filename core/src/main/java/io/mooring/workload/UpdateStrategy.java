package io.mooring.workload;

import io.mooring.schema.Schema;
import io.mooring.style.MooringStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** How a set replaces its pods when its template changes. Kubernetes: {@code apps/v1 StatefulSetUpdateStrategy}. */
@Value.Immutable
@MooringStyle
public sealed interface UpdateStrategy extends WithUpdateStrategy permits ImmutableUpdateStrategy {
    /** Reads and writes it as Kubernetes does. */
    Schema<UpdateStrategy> CODEC = Schema.of(UpdateStrategy::builder, UpdateStrategy.Builder::build)
            .zeroAsAbsent("type", UpdateStrategyType.CODEC, UpdateStrategy::type, UpdateStrategy.Builder::type)
            .optional(
                    "rollingUpdate",
                    RollingUpdate.CODEC,
                    UpdateStrategy::rollingUpdate,
                    UpdateStrategy.Builder::rollingUpdate)
            .schema();

    /** Which way; RollingUpdate by default. */
    Optional<UpdateStrategyType> type();

    /** How far and how fast. */
    Optional<RollingUpdate> rollingUpdate();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutableUpdateStrategy.Builder {
        Builder() {}
    }
}
