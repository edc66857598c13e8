package io.mooring.admission;

import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.storage.PersistentVolume;
import io.mooring.storage.VolumeNodeAffinity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * A volume's node affinity may be set once; after that, only the old names of labels may be replaced by the stable ones.
 * Models {@code validatePvNodeAffinity} of {@code core/validation}.
 */
final class NodeAffinityChange {
    private static final Map<String, String> STABLE_LABELS = Map.of(
            "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
            "beta.kubernetes.io/os", "kubernetes.io/os",
            "beta.kubernetes.io/arch", "kubernetes.io/arch",
            "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type");

    private NodeAffinityChange() {}

    static void onlyToStableLabels(Change<PersistentVolume> change, Place at) {
        Optional<VolumeNodeAffinity> stored = change.stored().spec().nodeAffinity();
        Optional<VolumeNodeAffinity> updated = change.updated().spec().nodeAffinity();
        if (stored.isPresent() && !(updated.isPresent() && isKept(stored.get(), updated.get()))) {
            at.child("nodeAffinity")
                    .advising(PersistentVolumeRules.CREATE_ANEW)
                    .invalid(
                            BadValue.ofStructure(updated),
                            Changes.IMMUTABLE + ", except for updating from beta label to GA");
        }
    }

    private static boolean isKept(VolumeNodeAffinity stored, VolumeNodeAffinity updated) {
        return areKept(terms(stored), terms(updated), NodeAffinityChange::isKept)
                && stored.required().isPresent() == updated.required().isPresent();
    }

    private static List<NodeSelectorTerm> terms(VolumeNodeAffinity affinity) {
        return affinity.required().map(NodeSelector::nodeSelectorTerms).orElse(List.of());
    }

    private static boolean isKept(NodeSelectorTerm stored, NodeSelectorTerm updated) {
        return areKept(stored.matchExpressions(), updated.matchExpressions(), NodeAffinityChange::isKept)
                && areKept(stored.matchFields(), updated.matchFields(), NodeAffinityChange::isKept);
    }

    private static boolean isKept(NodeSelectorRequirement stored, NodeSelectorRequirement updated) {
        boolean renamed = updated.key().equals(STABLE_LABELS.get(stored.key()));
        return (renamed ? stored.withKey(updated.key()) : stored).equals(updated);
    }

    private static <T> boolean areKept(List<T> stored, List<T> updated, BiPredicate<T, T> isKept) {
        if (stored.size() != updated.size()) {
            return false;
        }
        for (int i = 0; i < stored.size(); i++) {
            if (!isKept.test(stored.get(i), updated.get(i))) {
                return false;
            }
        }
        return true;
    }
}
