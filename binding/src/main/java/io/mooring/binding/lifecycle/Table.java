package io.mooring.binding.lifecycle;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A complete table of rows. Rules fill it event by event; what no rule covers is an error, found when it is made. */
final class Table<S extends Enum<S>, E extends Enum<E>, A> {
    private final Map<E, Map<S, Row<S, E, A>>> rows;

    private Table(Map<E, Map<S, Row<S, E, A>>> rows) {
        this.rows = rows;
    }

    Transition<S, A> next(S state, E event) {
        Row<S, E, A> row = Objects.requireNonNull(rows.get(event)).get(state);
        if (row instanceof Row.Step<S, E, A> step) {
            return step.transition();
        }
        throw new IllegalArgumentException(event + " cannot happen in state " + state + ": "
                + ((Row.CannotHappen<S, E, A>) Objects.requireNonNull(row)).why());
    }

    List<Row<S, E, A>> rows() {
        return rows.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    static final class Rules<S extends Enum<S>, E extends Enum<E>, A> {
        private final Class<S> states;
        private final Class<E> events;
        private final Map<E, Map<S, Row<S, E, A>>> rows;

        Rules(Class<S> states, Class<E> events) {
            this.states = states;
            this.events = events;
            this.rows = new EnumMap<>(events);
        }

        /** In these states, this event leads there. */
        Rules<S, E, A> lead(E event, List<S> from, S to, List<A> actions) {
            from.forEach(state -> put(new Row.Step<>(state, event, new Transition<>(to, actions))));
            return this;
        }

        /** In these states, this event leads nowhere else. */
        Rules<S, E, A> stay(E event, List<S> in, List<A> actions) {
            in.forEach(state -> lead(event, List.of(state), state, actions));
            return this;
        }

        /** In these states, this event cannot be. */
        Rules<S, E, A> never(E event, List<S> in, String why) {
            in.forEach(state -> put(new Row.CannotHappen<>(state, event, why)));
            return this;
        }

        Table<S, E, A> complete() {
            Stream.of(events.getEnumConstants())
                    .forEach(event -> Stream.of(states.getEnumConstants())
                            .filter(state -> !rows.getOrDefault(event, Map.of()).containsKey(state))
                            .forEach(state -> {
                                throw new IllegalStateException("no rule for " + event + " in state " + state);
                            }));
            return new Table<>(rows);
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
