package io.mooring.binding.explain.evidence;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.meta.KubernetesObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the explanations of one cluster rest on, gathered once for however many there are. */
public final class Evidence {
    private final Cluster cluster;
    private final Map<String, List<Event>> eventsByUid;

    private Evidence(Cluster cluster, Map<String, List<Event>> eventsByUid) {
        this.cluster = cluster;
        this.eventsByUid = eventsByUid;
    }

    public static Evidence of(Cluster cluster) {
        return new Evidence(cluster, cluster.events().stream().collect(Collectors.groupingBy(Event::uid)));
    }

    /** What is explained. */
    public Cluster cluster() {
        return cluster;
    }

    /** What was recorded about this very object, in the order in which it was recorded first. */
    public List<Event> eventsOf(KubernetesObject object) {
        return eventsByUid.getOrDefault(object.metadata().uid(), List.of());
    }
}
