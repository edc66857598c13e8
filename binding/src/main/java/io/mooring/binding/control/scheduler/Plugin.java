package io.mooring.binding.control.scheduler;

/** The scheduler's plug-ins that can reject a pod, in the order in which they are asked. */
enum Plugin {
    NODE_UNSCHEDULABLE,
    NODE_NAME,
    TAINT_TOLERATION,
    NODE_AFFINITY,
    NODE_RESOURCES_FIT,
    VOLUME_RESTRICTIONS,
    VOLUME_BINDING,
    VOLUME_ZONE
}
