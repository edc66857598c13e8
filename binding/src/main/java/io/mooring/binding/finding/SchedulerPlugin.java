package io.mooring.binding.finding;

/** The scheduler's plug-ins that can reject a pod, in the order in which they are asked. */
public enum SchedulerPlugin {
    NODE_UNSCHEDULABLE("NodeUnschedulable"),
    TAINT_TOLERATION("TaintToleration"),
    NODE_AFFINITY("NodeAffinity"),
    NODE_RESOURCES_FIT("NodeResourcesFit"),
    VOLUME_RESTRICTIONS("VolumeRestrictions"),
    VOLUME_BINDING("VolumeBinding"),
    VOLUME_ZONE("VolumeZone");

    private final String kubernetesName;

    SchedulerPlugin(String kubernetesName) {
        this.kubernetesName = kubernetesName;
    }

    /** What Kubernetes calls it: {@code NodeAffinity}. */
    public String kubernetesName() {
        return kubernetesName;
    }
}
