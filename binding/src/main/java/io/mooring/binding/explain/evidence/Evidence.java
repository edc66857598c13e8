package io.mooring.binding.explain.evidence;

import io.mooring.binding.explain.Quote;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Event;
import io.mooring.meta.KubernetesObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What the explanations of one cluster rest on, gathered once for however many there are. For one thread. */
public final class Evidence {
    private final Cluster cluster;

    /** What was worked out, by the question. */
    private final Map<Object, Object> answers = new HashMap<>();

    private Evidence(Cluster cluster) {
        this.cluster = cluster;
    }

    public static Evidence of(Cluster cluster) {
        return new Evidence(cluster);
    }

    /** What is explained. */
    public Cluster cluster() {
        return cluster;
    }

    /** What was recorded about this very object, in the order in which it was recorded first. */
    public List<Event> eventsOf(KubernetesObject object) {
        return cluster.eventsOf(object);
    }

    /** What was warned of last about this very object, of the events that are wanted. */
    public Optional<Quote> lastWarning(KubernetesObject object, Predicate<Event> wanted) {
        return last(object, wanted.and(event -> event.type() == Event.Type.WARNING));
    }

    /** What was told last about this very object, for one of these reasons. */
    public Optional<Quote> lastTold(KubernetesObject object, Set<String> reasons) {
        return last(object, event -> reasons.contains(event.reason()));
    }

    /** Of events of one moment the one that was recorded first last. */
    private Optional<Quote> last(KubernetesObject object, Predicate<Event> wanted) {
        return eventsOf(object).stream()
                .filter(wanted)
                .reduce((before, after) -> before.last().isAfter(after.last()) ? before : after)
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
