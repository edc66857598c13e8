package io.mooring;

import io.mooring.binding.check.CheckResult;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.yaml.Location;
import io.mooring.yaml.Manifest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * From which text the objects are, and what stands in for what no text says.
 *
 * @param standIn the node that nobody wrote
 */
record ReadManifests(Map<Ref<?>, Manifest> manifests, Optional<Ref<Node>> standIn) {
    static final ReadManifests NONE = new ReadManifests(Map.of(), Optional.empty());

    ReadManifests {
        manifests = Map.copyOf(manifests);
    }

    /** With these, too; of two of one object the later one counts. */
    ReadManifests and(Map<Ref<?>, Manifest> more) {
        Map<Ref<?>, Manifest> all = new HashMap<>(manifests);
        all.putAll(more);
        return new ReadManifests(all, standIn);
    }

    ReadManifests withStandIn(Ref<Node> node) {
        return new ReadManifests(manifests, Optional.of(node));
    }

    /** Where what a check has found stands. */
    Optional<Location> locate(CheckResult result) {
        return Optional.ofNullable(manifests.get(result.object())).map(manifest -> manifest.locate(result.field()));
    }

    /** The cluster without what nobody wrote. */
    Cluster asWritten(Cluster cluster) {
        return standIn.filter(node -> cluster.get(node).isPresent())
                .map(node -> cluster.delete(node).orThrow())
                .orElse(cluster);
    }
}
