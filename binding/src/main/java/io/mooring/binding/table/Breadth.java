package io.mooring.binding.table;

/** How much of each object a table shows. */
public enum Breadth {
    /** As {@code kubectl get} does. */
    PLAIN,

    /** As {@code kubectl get -o wide} does. */
    WIDE
}
