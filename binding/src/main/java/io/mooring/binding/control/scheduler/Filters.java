package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.node.Node;
import java.util.List;
import java.util.Optional;

/**
 * All filters asked about one node; the first plug-in that rejects it has the last word. Models {@code
 * RunFilterPlugins}.
 */
record Filters(CycleState state, Node node) {

    /** With Mooring's choice of volumes. */
    FilterResult result() {
        return beforeVolumes().orElseGet(() -> inZone(volumes().found()));
    }

    /** With every choice of volumes that upstream may make, Mooring's first. */
    List<FilterResult> results() {
        return beforeVolumes()
                .map(List::of)
                .orElseGet(() -> volumes().allFound().stream().map(this::inZone).toList());
    }

    private Optional<FilterResult> beforeVolumes() {
        for (NodeFilter filter : NodeFilter.values()) {
            List<NodeRejection> rejections = filter.rejections(state, node);
            if (!rejections.isEmpty()) {
                return Optional.of(FilterResult.rejected(node, rejections));
            }
        }
        return Optional.empty();
    }

    private PodVolumeFinder volumes() {
        return new PodVolumeFinder(state.cluster(), node, state.claims());
    }

    private FilterResult inZone(FilterResult found) {
        if (!found.isFeasible()) {
            return found;
        }
        return VolumeZoneFilter.rejection(state.cluster(), node, state.claims().bound())
                .map(rejection -> FilterResult.rejected(node, rejection))
                .orElse(found);
    }
}
