package io.mooring.storage;

import io.mooring.quantity.Quantity;
import io.mooring.style.MooringStyle;
import io.mooring.tree.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What the controllers say of a claim. Kubernetes: {@code core/v1 PersistentVolumeClaimStatus}. */
@Value.Immutable
@MooringStyle
public sealed interface PersistentVolumeClaimStatus extends WithPersistentVolumeClaimStatus
        permits ImmutablePersistentVolumeClaimStatus {
    /** Where it is in its life. */
    Optional<ClaimPhase> phase();

    /** The modes that its volume offers. */
    List<AccessMode> accessModes();

    /** What its volume holds. */
    Map<String, Quantity> capacity();

    /** What else was observed. */
    List<PersistentVolumeClaimCondition> conditions();

    /** What an expansion under way has set aside. */
    Map<String, Quantity> allocatedResources();

    /** How far an expansion has come. */
    Map<String, String> allocatedResourceStatuses();

    /** The attributes class that holds now. */
    Optional<String> currentVolumeAttributesClassName();

    /** How far a change of attributes class has come. */
    Optional<ModifyVolumeStatus> modifyVolumeStatus();

    /** What the driver says of its volume's health; carried along. */
    Optional<JsonObject> healthStatus();

    static Builder builder() {
        return new Builder();
    }

    /** Every attribute has a default: what Kubernetes reads where the field is absent. */
    final class Builder extends ImmutablePersistentVolumeClaimStatus.Builder {
        Builder() {}
    }
}
