package io.mooring.binding.world;

import io.mooring.binding.persistent.HashTrie;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pcollections.ConsPStack;
import org.pcollections.PStack;

/**
 * The events so far.
 *
 * @param order the events, the last first
 * @param entries each as it stands now
 * @param warnings the texts of warnings, each once: many objects have the same
 */
record EventLog(PStack<Identity> order, HashTrie<Identity, Entry> entries, HashTrie<String, String> warnings) {
    static final EventLog EMPTY = new EventLog(ConsPStack.empty(), HashTrie.empty(), HashTrie.empty());

    /**
     * What makes an event one that was recorded before, as upstream's event correlator sees it.
     *
     * @param event as it was first recorded; uid, type, reason, message and source count
     * @param older how many newer ones of this identity a dump had: only the newest is counted again
     */
    record Identity(Event event, int older) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity identity
                    && older == identity.older
                    && event.uid().equals(identity.event.uid())
                    && event.type() == identity.event.type()
                    && event.reason().equals(identity.event.reason())
                    && event.message().equals(identity.event.message())
                    && event.source().equals(identity.event.source());
        }

        /** Near that of the object's other events, which are recorded at the same time: the text counts in the bits that come last. */
        @Override
        public int hashCode() {
            return event.uid().hashCode() ^ (event.message().hashCode() & 0xFF0000FF) ^ older;
        }
    }

    /**
     * An event.
     *
     * @param stored as it is in the API, if it came from there
     */
    record Entry(Event event, Optional<StoredEvent> stored) {
        Entry again(Instant now) {
            Event later = event.again(now);
            return new Entry(later, stored.map(each -> each.again(later)));
        }
    }

    /** The events of a dump, in the order in which they were first recorded. */
    static EventLog of(List<StoredEvent> events) {
        Identity[] identities = new Identity[events.size()];
        Map<Identity, Integer> seen = new HashMap<>();
        for (int place : placesBy(events, Comparator.comparing(Event::last).reversed())) {
            Event event = events.get(place).event();
            int older = seen.merge(new Identity(event, 0), 1, Integer::sum) - 1;
            identities[place] = new Identity(event, older);
        }
        EventLog log = EMPTY;
        for (int place : placesBy(events, Comparator.comparing(Event::first))) {
            StoredEvent stored = events.get(place);
            log = log.with(identities[place], new Entry(stored.event(), Optional.of(stored)));
        }
        return log;
    }

    /** The places in the list, in the order of the events that are there. */
    private static List<Integer> placesBy(List<StoredEvent> events, Comparator<Event> order) {
        return IntStream.range(0, events.size())
                .boxed()
                .sorted(Comparator.comparing(place -> events.get(place).event(), order))
                .toList();
    }

    private EventLog with(Identity identity, Entry entry) {
        return new EventLog(order.plus(identity), entries.plus(identity, entry), warnings);
    }

    /** With an event: a new one, or one that was recorded before and is counted once more. */
    EventLog with(Write.Emit emit, String source, Instant now) {
        String uid = emit.regarding().metadata().uid();
        Event event =
                new Event(emit.regarding().ref(), uid, emit.type(), emit.reason(), emit.message(), source, 1, now, now);
        Identity identity = new Identity(event, 0);
        Entry before = entries.get(identity);
        return before == null
                ? withNew(event)
                : new EventLog(order, entries.plus(identity, before.again(now)), warnings);
    }

    private EventLog withNew(Event event) {
        if (event.type() != Event.Type.WARNING) {
            return with(new Identity(event, 0), new Entry(event, Optional.empty()));
        }
        String known = warnings.get(event.message());
        EventLog log =
                known != null ? this : new EventLog(order, entries, warnings.plus(event.message(), event.message()));
        Event shared = known == null ? event : event.withMessage(known);
        return log.with(new Identity(shared, 0), new Entry(shared, Optional.empty()));
    }

    /** In the order in which they were first recorded, without the first {@code count}. */
    List<Event> since(int count) {
        if (count < 0 || count > order.size()) {
            throw new IllegalArgumentException(
                    "there are " + order.size() + " events, and so none after the first " + count);
        }
        Event[] latest = new Event[order.size() - count];
        int rest = latest.length;
        for (Identity identity : order) {
            if (rest == 0) {
                break;
            }
            rest--;
            latest[rest] = entry(identity).event();
        }
        return List.copyOf(Arrays.asList(latest));
    }

    private Entry entry(Identity identity) {
        return Objects.requireNonNull(entries.get(identity));
    }

    /** As objects of the API, in the order in which they were first recorded. */
    List<StoredEvent> stored() {
        return changedSince(EMPTY);
    }

    /** Those that are new or were counted again since, as objects of the API; in the same order. */
    List<StoredEvent> changedSince(EventLog earlier) {
        if (entries == earlier.entries) {
            return List.of();
        }
        Deque<StoredEvent> changed = new ArrayDeque<>();
        int number = order.size();
        for (Identity identity : order) {
            number--;
            Entry entry = entry(identity);
            if (entry != earlier.entries.get(identity)) {
                int place = number;
                changed.addFirst(entry.stored().orElseGet(() -> StoredEvent.recorded(entry.event(), place)));
            }
        }
        return List.copyOf(changed);
    }
}
