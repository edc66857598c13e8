package io.mooring.binding.control.scheduler;

import io.mooring.binding.finding.NodeRejection;
import io.mooring.node.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All filters asked about one node; the first plug-in that rejects it has the last word. Models {@code
 * RunFilterPlugins}.
 */
record Filters(CycleState state, Node node) {

    /** With Mooring's choice of volumes. */
    FilterResult result() {
        return beforeVolumes().orElseGet(() -> afterVolumes(volumes().found()));
    }

    /** With every choice of volumes that upstream may make, Mooring's first. */
    List<FilterResult> results() {
        return beforeVolumes()
                .map(List::of)
                .orElseGet(() ->
                        volumes().allFound().stream().map(this::afterVolumes).toList());
    }

    /** All that the filters have against the node, in the order in which they are asked; with Mooring's choice of volumes. */
    List<NodeRejection> unmet() {
        return Stream.of(
                        NodeFilter.all(NodeFilter.BEFORE_VOLUMES, state, node),
                        volumes().unmet(),
                        zones(),
                        NodeFilter.all(NodeFilter.AFTER_VOLUMES, state, node))
                .flatMap(each -> each)
                .toList();
    }

    private Stream<NodeRejection> zones() {
        return VolumeZoneFilter.rejections(state.cluster(), node, state.claims().bound());
    }

    private Optional<FilterResult> beforeVolumes() {
        List<NodeRejection> rejections = NodeFilter.first(NodeFilter.BEFORE_VOLUMES, state, node);
        return rejections.isEmpty() ? Optional.empty() : Optional.of(FilterResult.rejected(node, rejections));
    }

    private PodVolumeFinder volumes() {
        return new PodVolumeFinder(state.cluster(), node, state.claims());
    }

    private FilterResult afterVolumes(FilterResult found) {
        if (!found.isFeasible()) {
            return found;
        }
        List<NodeRejection> rejections = zones().findFirst()
                .map(List::of)
                .orElseGet(() -> NodeFilter.first(NodeFilter.AFTER_VOLUMES, state, node));
        return rejections.isEmpty() ? found : FilterResult.rejected(node, rejections);
    }
}
