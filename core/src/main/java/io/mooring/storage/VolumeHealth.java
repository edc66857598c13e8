package io.mooring.storage;

import io.mooring.tree.Codec;
import io.mooring.tree.JsonObject;
import io.mooring.tree.TypeTable;

/** What a driver says of its volume's health, carried along as a tree. Kubernetes: {@code VolumeHealthStatus}. */
final class VolumeHealth {
    static final Codec<JsonObject> STATUS = TypeTable.parse("""
            VolumeHealthStatus
                [VolumeHealthCondition]: healthConditions
                time!: lastTransitionTime
            VolumeHealthCondition
                string!: status reason
                string: message
            """).objects("VolumeHealthStatus");

    private VolumeHealth() {}
}
