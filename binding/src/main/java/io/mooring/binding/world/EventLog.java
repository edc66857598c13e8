package io.mooring.binding.world;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.pcollections.ConsPStack;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.PStack;

/**
 * The events so far.
 *
 * @param order the events, the last first
 * @param events each as it stands now
 */
record EventLog(PStack<Identity> order, HashPMap<Identity, Event> events) {
    static final EventLog EMPTY = new EventLog(ConsPStack.empty(), HashTreePMap.empty());

    /** What makes an event one that was recorded before, as upstream's event correlator sees it. */
    record Identity(String uid, Event.Type type, String reason, String message, String source) {}

    /** With an event: a new one, or one that was recorded before and is counted once more. */
    EventLog with(Write.Emit emit, String source, Instant now) {
        String uid = emit.regarding().metadata().uid();
        Identity identity = new Identity(uid, emit.type(), emit.reason(), emit.message(), source);
        Event before = events.get(identity);
        if (before != null) {
            return new EventLog(order, events.plus(identity, before.again(now)));
        }
        Event event =
                new Event(emit.regarding().ref(), uid, emit.type(), emit.reason(), emit.message(), source, 1, now, now);
        return new EventLog(order.plus(identity), events.plus(identity, event));
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
            latest[rest] = Objects.requireNonNull(events.get(identity));
        }
        return List.copyOf(Arrays.asList(latest));
    }
}
