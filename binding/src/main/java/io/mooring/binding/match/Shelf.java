package io.mooring.binding.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The free volumes of one class, volume mode and attributes class, in a drawer for each set of access modes. */
record Shelf(List<Drawer> drawers) {
    static final Shelf EMPTY = new Shelf(Collections.nCopies(AccessModeSet.COUNT, Drawer.EMPTY));

    /** What every volume of a shelf has. */
    record Key(String className, String volumeMode, String attributesClassName) {
        static Key of(Candidate candidate) {
            return new Key(candidate.className(), candidate.volumeMode().value(), candidate.attributesClassName());
        }

        static Key of(Search search) {
            return new Key(search.className(), search.volumeMode().value(), search.attributesClassName());
        }
    }

    Shelf with(Candidate candidate) {
        return replaced(candidate.modes(), drawer(candidate.modes()).with(candidate));
    }

    Shelf without(Candidate candidate) {
        return replaced(candidate.modes(), drawer(candidate.modes()).without(candidate));
    }

    private Shelf replaced(AccessModeSet modes, Drawer drawer) {
        List<Drawer> changed = new ArrayList<>(drawers);
        changed.set(modes.bits(), drawer);
        return new Shelf(Collections.unmodifiableList(changed));
    }

    Drawer drawer(AccessModeSet modes) {
        return drawers.get(modes.bits());
    }

    boolean isEmpty() {
        return drawers.stream().allMatch(Drawer::isEmpty);
    }
}
