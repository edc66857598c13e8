package io.mooring.binding.plan;

import io.mooring.meta.ObjectKind;
import io.mooring.node.Node;
import io.mooring.release.Behaviour;
import io.mooring.storage.CsiDriver;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.workload.Pod;
import io.mooring.workload.StatefulSet;
import java.util.List;
import java.util.Set;

/**
 * Whom a row of {@link Behaviour} concerns, and what changes for them in the words of who plans an upgrade. A row that has no line
 * here does not compile.
 *
 * @param kinds those that it may touch; where there is no object of them, it changes nothing
 * @param on what changes when it turns on
 * @param off what changes when it turns off
 * @param fields what is dropped of such an object where it is off, from the object on
 */
record Concern(Set<ObjectKind<?>> kinds, String on, String off, List<String> fields) {
    Concern {
        kinds = Set.copyOf(kinds);
        fields = List.copyOf(fields);
    }

    private static Concern of(String on, String off, ObjectKind<?>... kinds) {
        return new Concern(Set.of(kinds), on, off, List.of());
    }

    private Concern withField(String field) {
        return new Concern(kinds, on, off, List.of(field));
    }

    String words(boolean isOn) {
        return isOn ? on : off;
    }

    static Concern of(Behaviour row) {
        return switch (row) {
            case STATEFUL_SET_MAX_UNAVAILABLE ->
                of(
                                "A rolling update may take as many pods at once as maxUnavailable says, and counts those that are"
                                        + " unavailable already; where it is not given it is 1, and stands in the object.",
                                "Pods are replaced one at a time; maxUnavailable is dropped unless it is stored already.",
                                StatefulSet.KIND)
                        .withField("spec.updateStrategy.rollingUpdate.maxUnavailable");
            case CSI_DRIVER_MAY_BE_REQUIRED_ON_NODE ->
                of(
                                "Pods with volumes of the driver stay off nodes whose CSINode does not name it.",
                                "Pods with volumes of the driver may go to any node, one without the driver too.",
                                CsiDriver.KIND)
                        .withField("spec.preventPodSchedulingIfMissing");
            case POD_HAS_TOPOLOGY_OF_ITS_NODE ->
                of(
                        "A pod that gets a node gets the node's labels topology.kubernetes.io/zone and region.",
                        "A pod that gets a node does not get the node's zone and region as labels.",
                        Pod.KIND,
                        Node.KIND);
            case CLAIM_TELLS_WHETHER_IT_IS_USED ->
                of(
                        "A bound claim gets the condition Unused: True with the time since when no pod refers to it, or False.",
                        "A bound claim gets no condition Unused; one that it has stays as it is.",
                        PersistentVolumeClaim.KIND);
            case DECLARED_CHECKS_ANSWER ->
                of(
                        "What is wrong with it is told in another order, and of a field that cannot be changed null is printed.",
                        "What is wrong with it is told in another order, and of a field that cannot be changed the new value is"
                                + " printed.",
                        StorageClass.KIND);
        };
    }
}
