package io.mooring.storage;

import static io.mooring.schema.Field.objects;
import static io.mooring.schema.Field.text;
import static io.mooring.schema.Field.time;

import io.mooring.schema.TreeSchema;

/** What a driver says of its volume's health, carried along as a tree. Kubernetes: {@code VolumeHealthStatus}. */
final class VolumeHealth {
    private static final TreeSchema CONDITION =
            TreeSchema.of(text("status").always(), text("reason").always(), text("message"));

    static final TreeSchema STATUS = TreeSchema.of(
            objects("healthConditions", CONDITION), time("lastTransitionTime").always());

    private VolumeHealth() {}
}
