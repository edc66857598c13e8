package io.mooring.binding.lifecycle;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A row for every event in every state. */
final class TransitionTable<S extends Enum<S>, E extends Enum<E>, A> {
    private final Map<E, Map<S, Row<S, E, A>>> rows;

    private TransitionTable(Map<E, Map<S, Row<S, E, A>>> rows) {
        this.rows = rows;
    }

    Row<S, E, A> row(S state, E event) {
        return Objects.requireNonNull(Objects.requireNonNull(rows.get(event)).get(state));
    }

    List<Row<S, E, A>> rows() {
        return rows.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    /** Fills a table, rule by rule. Two rules for one row, or none, are an error that shows when the table is built. */
    static final class Builder<S extends Enum<S>, E extends Enum<E>, A> {
        private final Class<S> states;
        private final Class<E> events;
        private final S terminating;
        private final S gone;
        private final List<S> live;
        private final Map<E, Map<S, Row<S, E, A>>> rows;

        /**
         * The states in which an object is not live are these two.
         *
         * @param terminating its deletion was asked for; it stays in this state until it is gone
         * @param gone nothing happens to it any more
         */
        Builder(Class<S> states, Class<E> events, S terminating, S gone) {
            this.states = states;
            this.events = events;
            this.terminating = terminating;
            this.gone = gone;
            this.live = List.of(states.getEnumConstants()).stream()
                    .filter(state -> state != terminating && state != gone)
                    .toList();
            this.rows = new EnumMap<>(events);
        }

        /** In every live state, this event leads there. An object whose deletion was asked for stays, with the same actions. */
        void lead(E event, S to, List<A> actions) {
            live.forEach(state -> step(state, event, to, actions));
            step(terminating, event, terminating, actions);
        }

        /** In these states, this event leads there. */
        void lead(E event, List<S> from, S to, List<A> actions) {
            from.forEach(state -> step(state, event, to, actions));
        }

        /** In every state, this event leads nowhere else. */
        void stay(E event, List<A> actions) {
            live.forEach(state -> step(state, event, state, actions));
            step(terminating, event, terminating, actions);
        }

        /** In these states, this event leads nowhere else. */
        void stay(E event, List<S> in, List<A> actions) {
            in.forEach(state -> step(state, event, state, actions));
        }

        private void step(S from, E event, S to, List<A> actions) {
            put(new Row.Step<>(from, event, new Transition<>(to, actions)));
        }

        /** In these states, this event cannot happen. */
        void never(E event, List<S> in, String why) {
            in.forEach(state -> put(new Row.CannotHappen<>(state, event, why)));
        }

        List<S> live() {
            return live;
        }

        TransitionTable<S, E, A> build() {
            for (E event : events.getEnumConstants()) {
                never(event, List.of(gone), "what is gone is not observed");
                for (S state : states.getEnumConstants()) {
                    if (!rows.getOrDefault(event, Map.of()).containsKey(state)) {
                        throw new IllegalStateException("no rule for " + event + " in state " + state);
                    }
                }
            }
            return new TransitionTable<>(rows);
        }

        private void put(Row<S, E, A> row) {
            Row<S, E, A> other = rows.computeIfAbsent(row.event(), ignored -> new EnumMap<>(states))
                    .put(row.state(), row);
            if (other != null) {
                throw new IllegalStateException("two rules for " + row.event() + " in state " + row.state());
            }
        }
    }
}
