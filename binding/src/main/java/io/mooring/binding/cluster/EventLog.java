package io.mooring.binding.cluster;

import java.time.Instant;
import java.util.List;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/** The events so far, in the order they were first told. */
record EventLog(PVector<Event> events, HashPMap<Identity, Integer> places) {
    static final EventLog EMPTY = new EventLog(TreePVector.empty(), HashTreePMap.empty());

    /** What makes two tellings one event, as upstream's event correlator sees it. */
    record Identity(String uid, Event.Type type, String reason, String message, String source) {}

    EventLog tell(Write.Emit emit, String source, Instant now) {
        String uid = emit.regarding().metadata().uid();
        Identity identity = new Identity(uid, emit.type(), emit.reason(), emit.message(), source);
        Integer place = places.get(identity);
        if (place != null) {
            return new EventLog(events.with(place, events.get(place).toldAgain(now)), places);
        }
        Event event =
                new Event(emit.regarding().key(), uid, emit.type(), emit.reason(), emit.message(), source, 1, now, now);
        return new EventLog(events.plus(event), places.plus(identity, events.size()));
    }

    List<Event> since(int count) {
        return events.subList(count, events.size());
    }
}
