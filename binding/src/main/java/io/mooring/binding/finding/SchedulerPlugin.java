package io.mooring.binding.finding;

/** The scheduler's plug-ins that can reject a pod, in the order in which they are asked. */
public enum SchedulerPlugin {
    NODE_UNSCHEDULABLE("NodeUnschedulable"),
    TAINT_TOLERATION("TaintToleration"),
    NODE_AFFINITY("NodeAffinity"),
    NODE_PORTS("NodePorts"),
    NODE_RESOURCES_FIT("NodeResourcesFit"),
    VOLUME_RESTRICTIONS("VolumeRestrictions"),
    NODE_VOLUME_LIMITS("NodeVolumeLimits"),
    VOLUME_BINDING("VolumeBinding"),
    VOLUME_ZONE("VolumeZone"),
    POD_TOPOLOGY_SPREAD("PodTopologySpread"),
    INTER_POD_AFFINITY("InterPodAffinity");

    private final String kubernetesName;

    SchedulerPlugin(String kubernetesName) {
        this.kubernetesName = kubernetesName;
    }

    /** What Kubernetes calls it: {@code NodeAffinity}. */
    public String kubernetesName() {
        return kubernetesName;
    }
}
