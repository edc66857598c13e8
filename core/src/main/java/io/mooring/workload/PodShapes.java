package io.mooring.workload;

import io.mooring.tree.Shape;

/** The fields of a pod that are carried along. */
final class PodShapes {
    static final Shape POD_SPEC = Shape.ANYTHING;
    static final Shape CONTAINER = Shape.ANYTHING;
    static final Shape VOLUME = Shape.ANYTHING;
    static final Shape VOLUME_MOUNT = Shape.ANYTHING;
    static final Shape RESOURCES = Shape.ANYTHING;
    static final Shape AFFINITY = Shape.ANYTHING;
    static final Shape NODE_AFFINITY = Shape.ANYTHING;

    private PodShapes() {}
}
