package io.mooring.workload;

import io.mooring.admission.source.Sources;
import io.mooring.schema.Field;
import io.mooring.schema.Shape;
import io.mooring.schema.TreeSchema;
import io.mooring.schema.TypeTable;

/** The fields of a pod that are carried along. */
final class PodShapes {
    private static final TypeTable TYPES =
            TypeTable.parse(PodFields.TABLE, ContainerFields.TABLE, PodStatusFields.TABLE);

    static final Shape POD_SPEC = TYPES.shape("PodSpec");
    static final Shape POD_STATUS = TYPES.shape("PodStatus");
    static final Shape CONTAINER = TYPES.shape("Container");
    static final Shape VOLUME = TreeSchema.of(Field.text("name").always(), Sources.fieldsOfPodVolumes());
    static final Shape VOLUME_MOUNT = TYPES.shape("VolumeMount");
    static final Shape RESOURCES = TYPES.shape("ResourceRequirements");
    static final Shape AFFINITY = TYPES.shape("Affinity");
    static final Shape NODE_AFFINITY = TYPES.shape("NodeAffinity");

    private PodShapes() {}
}
