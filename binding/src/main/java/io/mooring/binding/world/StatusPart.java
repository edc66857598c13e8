package io.mooring.binding.world;

import io.mooring.kind.OtherObject;
import io.mooring.meta.KubernetesObject;
import io.mooring.node.Node;
import io.mooring.quota.ResourceQuota;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.tree.JsonObject;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;

/** The status of an object, which is written apart from the rest. */
final class StatusPart {
    private static final String STATUS = "status";

    private StatusPart() {}

    /** {@code object} with the status of {@code from}, an object of the same kind; the same where there is no status. */
    static KubernetesObject copied(KubernetesObject from, KubernetesObject object) {
        if (object instanceof PersistentVolume volume) {
            return volume.withStatus(((PersistentVolume) from).status());
        }
        if (object instanceof PersistentVolumeClaim claim) {
            return claim.withStatus(((PersistentVolumeClaim) from).status());
        }
        if (object instanceof Pod pod) {
            return pod.withStatus(((Pod) from).status());
        }
        if (object instanceof StatefulSet set) {
            return set.withStatus(((StatefulSet) from).status());
        }
        if (object instanceof ResourceQuota quota) {
            return quota.withStatus(((ResourceQuota) from).status());
        }
        if (object instanceof Node node) {
            return node.withStatus(((Node) from).status());
        }
        return object instanceof OtherObject other ? copied((OtherObject) from, other) : object;
    }

    private static OtherObject copied(OtherObject from, OtherObject object) {
        JsonObject content = from.content()
                .get(STATUS)
                .map(status -> object.content().with(STATUS, status))
                .orElseGet(() -> object.content().without(STATUS));
        return new OtherObject(object.metadata(), content);
    }
}
