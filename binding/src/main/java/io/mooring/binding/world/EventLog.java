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

/** The events so far. */
final class EventLog {
    static final EventLog EMPTY = new EventLog(ConsPStack.empty(), HashTrie.empty(), HashTrie.empty());

    /** As they were first recorded, the last first. */
    private final PStack<Entry> order;

    /** Under each, as it was first recorded, how it stands now. */
    private final HashTrie<Entry, Entry> entries;

    /** The texts of warnings, each once: many objects have the same. */
    private final HashTrie<String, String> warnings;

    private EventLog(PStack<Entry> order, HashTrie<Entry, Entry> entries, HashTrie<String, String> warnings) {
        this.order = order;
        this.entries = entries;
        this.warnings = warnings;
    }

    /**
     * An event. Two are equal if it is one that was recorded again, as upstream's event correlator sees it: if uid, type, reason, message
     * and source are the same.
     *
     * @param older how many newer ones that are equal but for this a dump had: only the newest is counted again
     * @param stored as it is in the API, if it came from there
     */
    private record Entry(Event event, int older, Optional<StoredEvent> stored) {
        static Entry recorded(Event event) {
            return new Entry(event, 0, Optional.empty());
        }

        Entry again(Instant now) {
            Event later = event.again(now);
            return new Entry(later, older, stored.map(each -> each.again(later)));
        }

        StoredEvent stored(int place) {
            return stored.orElseGet(() -> StoredEvent.recorded(event, place));
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry entry
                    && older == entry.older
                    && event.uid().equals(entry.event.uid())
                    && event.type() == entry.event.type()
                    && event.reason().equals(entry.event.reason())
                    && event.message().equals(entry.event.message())
                    && event.source().equals(entry.event.source());
        }

        /** Near that of the object's other events, which are recorded at the same time: the text counts in the bits that come last. */
        @Override
        public int hashCode() {
            return event.uid().hashCode() ^ (event.message().hashCode() & 0xFF0000FF) ^ older;
        }
    }

    /** The events of a dump, in the order in which they were first recorded. */
    static EventLog of(List<StoredEvent> events) {
        Entry[] entries = new Entry[events.size()];
        Map<Entry, Integer> seen = new HashMap<>();
        for (int place : placesBy(events, Comparator.comparing(Event::last).reversed())) {
            StoredEvent stored = events.get(place);
            int older = seen.merge(Entry.recorded(stored.event()), 1, Integer::sum) - 1;
            entries[place] = new Entry(stored.event(), older, Optional.of(stored));
        }
        EventLog log = EMPTY;
        for (int place : placesBy(events, Comparator.comparing(Event::first))) {
            log = log.with(entries[place]);
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

    private EventLog with(Entry entry) {
        return new EventLog(order.plus(entry), entries.plus(entry, entry), warnings);
    }

    /** With an event: a new one, or one that was recorded before and is counted once more. */
    EventLog with(Write.Emit emit, String source, Instant now) {
        String uid = emit.regarding().metadata().uid();
        Event event =
                new Event(emit.regarding().ref(), uid, emit.type(), emit.reason(), emit.message(), source, 1, now, now);
        Entry recorded = Entry.recorded(event);
        Entry before = entries.get(recorded);
        return before == null
                ? withNew(recorded)
                : new EventLog(order, entries.plus(recorded, before.again(now)), warnings);
    }

    private EventLog withNew(Entry recorded) {
        Event event = recorded.event();
        if (event.type() != Event.Type.WARNING) {
            return with(recorded);
        }
        String known = warnings.get(event.message());
        return known != null
                ? with(Entry.recorded(event.withMessage(known)))
                : new EventLog(order, entries, warnings.plus(event.message(), event.message())).with(recorded);
    }

    /** In the order in which they were first recorded, without the first {@code count}. */
    List<Event> since(int count) {
        if (count < 0 || count > order.size()) {
            throw new IllegalArgumentException(
                    "there are " + order.size() + " events, and so none after the first " + count);
        }
        Event[] latest = new Event[order.size() - count];
        int rest = latest.length;
        for (Entry recorded : order) {
            if (rest == 0) {
                break;
            }
            rest--;
            latest[rest] = now(recorded).event();
        }
        return List.copyOf(Arrays.asList(latest));
    }

    private Entry now(Entry recorded) {
        return Objects.requireNonNull(entries.get(recorded));
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
        for (Entry recorded : order) {
            number--;
            Entry entry = now(recorded);
            if (entry != earlier.entries.get(recorded)) {
                changed.addFirst(entry.stored(number));
            }
        }
        return List.copyOf(changed);
    }
}
