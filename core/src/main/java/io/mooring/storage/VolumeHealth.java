package io.mooring.storage;

import io.mooring.schema.Type;
import io.mooring.schema.TypeTable;
import io.mooring.tree.JsonObject;

/** What a driver says of its volume's health, carried along as a tree. Kubernetes: {@code VolumeHealthStatus}. */
final class VolumeHealth {
    static final Type<JsonObject> STATUS = TypeTable.parse("""
            VolumeHealthStatus
                [VolumeHealthCondition]: healthConditions
                time!: lastTransitionTime
            VolumeHealthCondition
                string!: status reason
                string: message
            """).objects("VolumeHealthStatus");

    private VolumeHealth() {}
}
