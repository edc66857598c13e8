package io.mooring.binding.control.scheduler;

import io.mooring.binding.world.Cluster;
import io.mooring.meta.LabelMatcher;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.OtherObject;
import io.mooring.node.Node;
import io.mooring.quantity.Quantity;
import io.mooring.storage.CsiStorageCapacity;
import io.mooring.storage.PersistentVolumeClaim;
import io.mooring.storage.StorageClass;
import io.mooring.storage.TopologySelectorTerm;
import io.mooring.tree.JsonBool;
import io.mooring.tree.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a volume can be made for a claim where a node reaches it. Models {@code checkVolumeProvisions}. */
final class Provisioning {
    static final ObjectKind<OtherObject> CSI_DRIVER = OtherObject.kindOf("storage.k8s.io/v1", "CSIDriver");

    private Provisioning() {}

    static Optional<Reason> problem(Cluster world, Node node, PersistentVolumeClaim claim) {
        Map<String, String> labels = node.metadata().labels();
        Optional<StorageClass> storageClass = claim.className().flatMap(world::storageClass);
        Optional<StorageClass> fitting = storageClass
                .filter(each -> !each.provisioner().isEmpty())
                .filter(each -> !each.provisioner().equals(StorageClass.NO_PROVISIONER))
                .filter(each -> allows(each.allowedTopologies(), labels));
        if (fitting.isEmpty()) {
            return Optional.of(Reason.NO_VOLUME_TO_BIND);
        }
        return hasRoom(world, fitting.get(), claim, labels) ? Optional.empty() : Optional.of(Reason.NOT_ENOUGH_STORAGE);
    }

    /** Models {@code MatchTopologySelectorTerms}: no terms allow all, a term without demands allows nothing. */
    private static boolean allows(List<TopologySelectorTerm> terms, Map<String, String> labels) {
        return terms.isEmpty()
                || terms.stream()
                        .filter(term -> !term.matchLabelExpressions().isEmpty())
                        .anyMatch(term -> term.matchLabelExpressions().stream()
                                .allMatch(demand -> labels.containsKey(demand.key())
                                        && demand.values().contains(labels.get(demand.key()))));
    }

    /** Models {@code hasEnoughCapacity}: asked only of drivers that publish how much they have. */
    private static boolean hasRoom(
            Cluster world, StorageClass storageClass, PersistentVolumeClaim claim, Map<String, String> labels) {
        Optional<Quantity> request = VolumeFit.request(claim);
        if (request.isEmpty() || !publishesCapacity(world, storageClass.provisioner())) {
            return true;
        }
        return world.list(CsiStorageCapacity.KIND)
                .filter(capacity -> capacity.storageClassName()
                        .equals(storageClass.metadata().name()))
                .filter(capacity -> holds(capacity, request.get()))
                .anyMatch(capacity -> isReachable(capacity, labels));
    }

    private static boolean publishesCapacity(Cluster world, String driver) {
        return world.get(CSI_DRIVER.ref("", driver))
                .flatMap(object -> object.content().at("spec", "storageCapacity"))
                .filter(value -> isTrue(value))
                .isPresent();
    }

    private static boolean isTrue(JsonValue value) {
        return value instanceof JsonBool bool && bool.value();
    }

    /** The size of the largest volume says more than the sum that is left. Models {@code capacitySufficient}. */
    private static boolean holds(CsiStorageCapacity capacity, Quantity request) {
        return capacity.maximumVolumeSize()
                .or(capacity::capacity)
                .filter(limit -> limit.upstreamValue() >= request.upstreamValue())
                .isPresent();
    }

    private static boolean isReachable(CsiStorageCapacity capacity, Map<String, String> labels) {
        return capacity.nodeTopology()
                .filter(topology -> LabelMatcher.of(topology).matches(labels))
                .isPresent();
    }
}
