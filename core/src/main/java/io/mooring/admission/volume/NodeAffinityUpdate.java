package io.mooring.admission.volume;

import io.mooring.node.NodeSelector;
import io.mooring.node.NodeSelectorRequirement;
import io.mooring.node.NodeSelectorTerm;
import io.mooring.schema.BadValue;
import io.mooring.schema.ErrorsAt;
import io.mooring.schema.Update;
import io.mooring.schema.Updates;
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
final class NodeAffinityUpdate {
    private static final Map<String, String> STABLE_LABELS = Map.of(
            "failure-domain.beta.kubernetes.io/zone", "topology.kubernetes.io/zone",
            "failure-domain.beta.kubernetes.io/region", "topology.kubernetes.io/region",
            "beta.kubernetes.io/os", "kubernetes.io/os",
            "beta.kubernetes.io/arch", "kubernetes.io/arch",
            "beta.kubernetes.io/instance-type", "node.kubernetes.io/instance-type");

    private NodeAffinityUpdate() {}

    static void check(Update<PersistentVolume> update, ErrorsAt at) {
        Optional<VolumeNodeAffinity> stored = update.stored().spec().nodeAffinity();
        Optional<VolumeNodeAffinity> updated = update.updated().spec().nodeAffinity();
        if (stored.isPresent() && !(updated.isPresent() && isKept(stored.get(), updated.get()))) {
            at.child("nodeAffinity")
                    .advising(PersistentVolumeUpdate.CREATE_ANEW)
                    .invalid(
                            BadValue.ofStructure(updated),
                            Updates.IMMUTABLE + ", except for updating from beta label to GA");
        }
    }

    private static boolean isKept(VolumeNodeAffinity stored, VolumeNodeAffinity updated) {
        return areKept(terms(stored), terms(updated), NodeAffinityUpdate::isKept)
                && stored.required().isPresent() == updated.required().isPresent();
    }

    private static List<NodeSelectorTerm> terms(VolumeNodeAffinity affinity) {
        return affinity.required().map(NodeSelector::nodeSelectorTerms).orElse(List.of());
    }

    private static boolean isKept(NodeSelectorTerm stored, NodeSelectorTerm updated) {
        return areKept(stored.matchExpressions(), updated.matchExpressions(), NodeAffinityUpdate::isKept)
                && areKept(stored.matchFields(), updated.matchFields(), NodeAffinityUpdate::isKept);
    }

    /** A key that has no stable name may be taken out, as far as this goes: upstream looks its stable name up as empty. */
    private static boolean isKept(NodeSelectorRequirement stored, NodeSelectorRequirement updated) {
        boolean isRenamed = updated.key().equals(STABLE_LABELS.getOrDefault(stored.key(), ""));
        return (isRenamed ? stored.withKey(updated.key()) : stored).equals(updated);
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
