package io.mooring.binding.table;

import java.util.function.Function;

/**
 * One column of a kind's table.
 *
 * @param from the least breadth at which it is shown
 */
record Column(String heading, Breadth from, Function<Printed, String> cell) {
    static Column plain(String heading, Function<Printed, String> cell) {
        return new Column(heading, Breadth.PLAIN, cell);
    }

    static Column wide(String heading, Function<Printed, String> cell) {
        return new Column(heading, Breadth.WIDE, cell);
    }

    /** What is at the end of these names, as it is written; empty if nothing is there. */
    static Column at(String heading, String... path) {
        return plain(heading, object -> object.text(path));
    }

    /** A whole number, 0 if it is not there. */
    static Column count(String heading, String... path) {
        return plain(heading, object -> Long.toString(object.number(path)));
    }

    static Column name() {
        return plain("NAME", object -> object.text("metadata", "name"));
    }

    static Column age() {
        return plain(
                "AGE", object -> object.since("metadata", "creationTimestamp").orElse("<unknown>"));
    }
}
