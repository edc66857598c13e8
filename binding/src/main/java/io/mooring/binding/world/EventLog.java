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
 * @param told what was told, the last first
 * @param events each as it stands now
 */
record EventLog(PStack<Identity> told, HashPMap<Identity, Event> events) {
    static final EventLog EMPTY = new EventLog(ConsPStack.empty(), HashTreePMap.empty());

    /** What makes two tellings one event, as upstream's event correlator sees it. */
    record Identity(String uid, Event.Type type, String reason, String message, String source) {}

    /** With an event: a new one, or one that was told before and is counted once more. */
    EventLog with(Write.Emit emit, String source, Instant now) {
        String uid = emit.regarding().metadata().uid();
        Identity identity = new Identity(uid, emit.type(), emit.reason(), emit.message(), source);
        Event before = events.get(identity);
        if (before != null) {
            return new EventLog(told, events.plus(identity, before.toldAgain(now)));
        }
        Event event =
                new Event(emit.regarding().ref(), uid, emit.type(), emit.reason(), emit.message(), source, 1, now, now);
        return new EventLog(told.plus(identity), events.plus(identity, event));
    }

    /** In the order they were first told, without the first {@code count}. */
    List<Event> since(int count) {
        if (count < 0 || count > told.size()) {
            throw new IllegalArgumentException(
                    "there are " + told.size() + " events, and so none after the first " + count);
        }
        Event[] latest = new Event[told.size() - count];
        int rest = latest.length;
        for (Identity identity : told) {
            if (rest == 0) {
                break;
            }
            rest--;
            latest[rest] = Objects.requireNonNull(events.get(identity));
        }
        return List.copyOf(Arrays.asList(latest));
    }
}
