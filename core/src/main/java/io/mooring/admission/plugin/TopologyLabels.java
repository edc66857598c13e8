package io.mooring.admission.plugin;

import io.mooring.admission.AdmissionWorld;
import io.mooring.admission.policy.Plugin;
import io.mooring.node.Node;
import io.mooring.release.Behaviour;
import io.mooring.workload.Pod;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Gives a pod that is made for a node the region and the zone of the node as labels, over what it has there. Models {@code admitPod} of
 * the plug-in PodTopologyLabels; a pod that is made for none gets them when it is bound.
 */
public final class TopologyLabels implements Plugin<Pod> {
    @Override
    public Pod change(Pod created, AdmissionWorld world) {
        if (!created.isPlaced() || !world.semantics().has(Behaviour.POD_HAS_TOPOLOGY_OF_ITS_NODE)) {
            return created;
        }
        Map<String, String> labels = new LinkedHashMap<>(created.metadata().labels());
        world.find(Node.KIND, "", created.spec().nodeName()).map(Node::topology).ifPresent(labels::putAll);
        return created.withMetadata(created.metadata().withLabels(labels));
    }
}
