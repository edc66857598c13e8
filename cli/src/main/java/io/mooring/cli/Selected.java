package io.mooring.cli;

import io.mooring.meta.ObjectKind;
import io.mooring.meta.Ref;
import java.util.List;

/**
 * What was asked about.
 *
 * @param objects in the order in which they were asked for
 * @param names how many of the words were names of objects, and not of kinds
 * @param unknown kinds of which all were asked for, and that were not in the dump
 */
record Selected(List<Ref<?>> objects, int names, List<ObjectKind<?>> unknown) {
    Selected {
        objects = List.copyOf(objects);
        unknown = List.copyOf(unknown);
    }

    /** One object was asked for, and only one is called so. */
    boolean isOneByName() {
        return names == 1 && objects.size() == 1;
    }
}
