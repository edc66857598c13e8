package io.mooring.binding.match;

import io.mooring.meta.LabelRequirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The free volumes of one class, volume mode and attributes class, indexed by what else narrows a search down. An index
 * leaves out only volumes that fail a rule; the volumes that it gives are still to be held against every rule.
 *
 * @param all of them
 * @param notByNode the volumes that {@code byNodeLabel} does not have; the same tree as {@code all} if it has none
 * @param byNodeLabel the volumes by the node labels that their affinity names; see {@link AffinityLabels}
 * @param byLabel the volumes by their labels
 * @param byLabelKey the volumes by the keys of their labels
 */
record FreeVolumeIndex(
        VolumeTree all, VolumeTree notByNode, LabelIndex byNodeLabel, LabelIndex byLabel, LabelKeyIndex byLabelKey) {
    static final FreeVolumeIndex EMPTY = new FreeVolumeIndex(
            VolumeTree.EMPTY, VolumeTree.EMPTY, LabelIndex.EMPTY, LabelIndex.EMPTY, LabelKeyIndex.EMPTY);

    /** How many trees may be gone through together in place of one larger tree. */
    private static final int MAX_OTHER_VALUES = 8;

    /** Of fewer volumes it is not worth knowing which label keys most of them have. */
    private static final int MIN_TO_REBALANCE = 16;

    /** What all volumes of one {@link FreeVolumeIndex} have in common, and what a search asks of all volumes that it may find. */
    record Key(String className, String volumeMode, String attributesClassName) {
        static Key of(IndexedVolume volume) {
            return new Key(volume.className(), volume.volumeMode().value(), volume.attributesClassName());
        }

        static Key of(Search search) {
            return new Key(search.className(), search.volumeMode().value(), search.attributesClassName());
        }
    }

    FreeVolumeIndex with(IndexedVolume volume) {
        VolumeTree newAll = all.with(volume);
        LabelIndex newByLabel = byLabel.with(volume.labels().entrySet(), volume);
        LabelKeyIndex newByLabelKey = byLabelKey.with(volume);
        if (isTimeToRebalance(newAll.size())) {
            newByLabelKey = newByLabelKey.rebalanced(newAll, volume);
        }
        Optional<Set<Map.Entry<String, String>>> nodeLabels = AffinityLabels.of(volume);
        if (nodeLabels.isPresent()) {
            LabelIndex newByNodeLabel = byNodeLabel.with(nodeLabels.get(), volume);
            return new FreeVolumeIndex(newAll, notByNode, newByNodeLabel, newByLabel, newByLabelKey);
        }
        VolumeTree newNotByNode = all == notByNode ? newAll : notByNode.with(volume);
        return new FreeVolumeIndex(newAll, newNotByNode, byNodeLabel, newByLabel, newByLabelKey);
    }

    /** At each doubling: visiting all volumes then costs less than one visit for each volume that was added. */
    private static boolean isTimeToRebalance(int size) {
        return size >= MIN_TO_REBALANCE && Integer.bitCount(size) == 1;
    }

    FreeVolumeIndex without(IndexedVolume volume) {
        VolumeTree newAll = all.without(volume);
        if (newAll.isEmpty()) {
            return EMPTY;
        }
        LabelIndex newByLabel = byLabel.without(volume.labels().entrySet(), volume);
        LabelKeyIndex newByLabelKey = byLabelKey.without(volume);
        Optional<Set<Map.Entry<String, String>>> nodeLabels = AffinityLabels.of(volume);
        if (nodeLabels.isPresent()) {
            LabelIndex newByNodeLabel = byNodeLabel.without(nodeLabels.get(), volume);
            return new FreeVolumeIndex(newAll, notByNode, newByNodeLabel, newByLabel, newByLabelKey);
        }
        VolumeTree newNotByNode = all == notByNode ? newAll : notByNode.without(volume);
        return new FreeVolumeIndex(newAll, newNotByNode, byNodeLabel, newByLabel, newByLabelKey);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The trees to look into, as few volumes as the indexes allow: together they have every volume that fits, some perhaps twice. */
    List<VolumeTree> treesFor(Search search) {
        if (isEmpty()) {
            return List.of();
        }
        List<VolumeTree> fewest = List.of(all);
        if (!search.isController() && all != notByNode) {
            fewest = within(search.nodeLabels());
        }
        for (LabelRequirement requirement : search.selector().requirements()) {
            List<VolumeTree> meeting = meeting(requirement);
            fewest = count(meeting) < count(fewest) ? meeting : fewest;
        }
        return fewest;
    }

    /** Trees with every volume that a node with these labels can reach. */
    private List<VolumeTree> within(Map<String, String> nodeLabels) {
        List<VolumeTree> trees = new ArrayList<>();
        trees.add(notByNode);
        for (String key : byNodeLabel.keys()) {
            String value = nodeLabels.get(key);
            if (value != null) {
                trees.add(byNodeLabel.having(key, value));
            }
        }
        return trees;
    }

    /** Trees with every volume that meets the requirement; with all volumes, if no index knows better. */
    private List<VolumeTree> meeting(LabelRequirement requirement) {
        String key = requirement.key();
        List<String> values = requirement.values();
        return switch (requirement.operator()) {
            case IN, EQUALS -> byLabel.havingOneOf(key, values);
            case EXISTS ->
                byLabelKey.isCommon(key) ? havingOtherThan(key, values, List.of()) : List.of(byLabelKey.tree(key));
            case DOES_NOT_EXIST -> List.of(byLabelKey.isCommon(key) ? byLabelKey.tree(key) : all);
            case NOT_IN ->
                byLabelKey.isCommon(key) ? havingOtherThan(key, values, List.of(byLabelKey.tree(key))) : List.of(all);
            case GREATER_THAN, LESS_THAN -> List.of(all);
        };
    }

    /** The volumes with other values of the key, and these trees; all volumes, if the values are too many. */
    private List<VolumeTree> havingOtherThan(String key, List<String> values, List<VolumeTree> more) {
        if (byLabel.valueCount(key) > values.size() + MAX_OTHER_VALUES) {
            return List.of(all);
        }
        List<VolumeTree> trees = byLabel.havingOtherThan(key, values);
        trees.addAll(more);
        return trees;
    }

    /** Trees with exactly the volumes that fail the requirement, no volume in two; no tree, if no index knows them. */
    List<VolumeTree> failing(LabelRequirement requirement) {
        String key = requirement.key();
        return switch (requirement.operator()) {
            case NOT_IN -> byLabel.havingOneOf(key, requirement.values());
            case EXISTS -> byLabelKey.isCommon(key) ? List.of(byLabelKey.tree(key)) : List.of();
            case DOES_NOT_EXIST -> byLabelKey.isCommon(key) ? List.of() : List.of(byLabelKey.tree(key));
            case IN, EQUALS, GREATER_THAN, LESS_THAN -> List.of();
        };
    }

    private static int count(List<VolumeTree> trees) {
        int count = 0;
        for (VolumeTree tree : trees) {
            count += tree.size();
        }
        return count;
    }
}
