package io.mooring.binding.explain.evidence;

import io.mooring.binding.explain.Quote;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.meta.KubernetesObject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the explanations of one cluster rest on, gathered once for however many there are. For one thread. */
public final class Evidence {
    private final Cluster cluster;
    private final Map<String, List<Event>> eventsByUid;

    /** What was worked out, by the question. */
    private final Map<Object, Object> answers = new HashMap<>();

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

    /** What was warned of last about this very object, of the events that are wanted. */
    public Optional<Quote> lastWarning(KubernetesObject object, Predicate<Event> wanted) {
        return eventsOf(object).stream()
                .filter(event -> event.type() == Event.Type.WARNING)
                .filter(wanted)
                .max(Comparator.comparing(Event::last))
                .map(event -> new Quote(event.reason(), event.message()));
    }

    /**
     * The answer to a question that many objects ask, worked out when it is asked first.
     *
     * @param question equal for those who get the same answer
     */
    public <T> T answer(Object question, Class<T> type, Supplier<T> work) {
        Object known = answers.get(question);
        if (known != null) {
            return type.cast(known);
        }
        T found = work.get();
        answers.put(question, found);
        return found;
    }
}
