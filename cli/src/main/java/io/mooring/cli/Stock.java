package io.mooring.cli;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Dump;
import io.mooring.meta.KubernetesObject;
import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import io.mooring.tree.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All objects of a cluster as they are stored; events, which a cluster keeps apart, are objects here. */
final class Stock {
    private static final String EVENT = "Event";

    private final Cluster cluster;

    /** By reference, in their order; empty until somebody asks. */
    private Optional<Map<Ref<?>, JsonObject>> events = Optional.empty();

    Stock(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Those of a kind, in the order in which a cluster lists them; events by time. */
    List<Ref<?>> refs(ObjectKind<?> kind) {
        return isEvents(kind)
                ? List.copyOf(events().keySet())
                : cluster.list(kind).<Ref<?>>map(KubernetesObject::ref).toList();
    }

    Optional<JsonObject> tree(Ref<?> object) {
        return isEvents(object.kind()) ? Optional.ofNullable(events().get(object)) : cluster.tree(object);
    }

    private static boolean isEvents(ObjectKind<?> kind) {
        return kind.name().equals(EVENT) && kind.known().isEmpty();
    }

    private Map<Ref<?>, JsonObject> events() {
        if (events.isEmpty()) {
            events = Optional.of(read(cluster));
        }
        return events.get();
    }

    private static Map<Ref<?>, JsonObject> read(Cluster cluster) {
        return cluster.dump().objects().stream()
                .filter(stored -> isEvents(stored.object().kind()))
                .collect(Collectors.toMap(
                        stored -> stored.object().ref(),
                        Dump.Stored::tree,
                        (first, second) -> second,
                        LinkedHashMap::new));
    }
}
