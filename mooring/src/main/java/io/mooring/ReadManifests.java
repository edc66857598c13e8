package io.mooring;

import io.mooring.binding.check.CheckResult;
import io.mooring.binding.world.Cluster;
import io.mooring.meta.Ref;
import io.mooring.node.Node;
import io.mooring.yaml.Location;
import io.mooring.yaml.Manifest;
import io.mooring.yaml.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From which text the objects are, and what stands in for what no text says.
 *
 * @param readings the texts from which everything was created, in order; empty if something else was done than creating and
 *     settling
 * @param standIn the node that nobody wrote
 */
record ReadManifests(Map<Ref<?>, Manifest> manifests, Optional<List<Reading>> readings, Optional<Ref<Node>> standIn) {
    /** Nothing yet. */
    static final ReadManifests NONE = new ReadManifests(Map.of(), Optional.of(List.of()), Optional.empty());

    /** A cluster that was opened. */
    static final ReadManifests OF_DUMP = new ReadManifests(Map.of(), Optional.empty(), Optional.empty());

    ReadManifests {
        manifests = Map.copyOf(manifests);
        readings = readings.map(List::copyOf);
    }

    /**
     * With these, too; of two of one object the later one counts.
     *
     * @param reading the whole text
     * @param created what of it became objects
     */
    ReadManifests and(Reading reading, Map<Ref<?>, Manifest> created) {
        Map<Ref<?>, Manifest> all = new HashMap<>(manifests);
        all.putAll(created);
        Optional<List<Reading>> more = readings.map(
                before -> Stream.concat(before.stream(), Stream.of(reading)).toList());
        return new ReadManifests(all, more, standIn);
    }

    ReadManifests withStandIn(Ref<Node> node) {
        return new ReadManifests(manifests, readings, Optional.of(node));
    }

    /** Something was done that no text says. */
    ReadManifests andMore() {
        return new ReadManifests(manifests, Optional.empty(), standIn);
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
