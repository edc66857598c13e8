package io.mooring.release;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How Kubernetes answers: the behaviours that it has. Equal by value, so that two releases that answer alike have equal
 * semantics.
 *
 * @param behaviours the rows that hold, in their order
 */
public record Semantics(Set<Behaviour> behaviours) {
    /** Those of {@link Release#DEFAULT}. */
    public static final Semantics DEFAULT = of(Release.DEFAULT);

    /** Exactly these behaviours. */
    public Semantics {
        EnumSet<Behaviour> copy = EnumSet.noneOf(Behaviour.class);
        copy.addAll(behaviours);
        behaviours = Collections.unmodifiableSet(copy);
    }

    /** As the release answers with the gates that it comes with. */
    public static Semantics of(Release release) {
        EnumSet<Behaviour> behaviours = EnumSet.allOf(Behaviour.class);
        behaviours.removeIf(behaviour -> !behaviour.isIn(release));
        return new Semantics(behaviours);
    }

    /**
     * The same with a feature gate switched on or off, by upstream's name; a behaviour without a gate by the name of its row.
     *
     * @throws IllegalArgumentException if there is none of that name; the message names those that are known
     */
    public Semantics withGate(String gate, boolean isOn) {
        return FeatureGates.NONE.with(gate, isOn).in(this);
    }

    /** Whether this is so. */
    public boolean has(Behaviour behaviour) {
        return behaviours.contains(behaviour);
    }

    /** The same with one behaviour switched on or off, as by a feature gate. */
    public Semantics with(Behaviour behaviour, boolean isOn) {
        EnumSet<Behaviour> changed = EnumSet.noneOf(Behaviour.class);
        changed.addAll(behaviours);
        if (isOn) {
            changed.add(behaviour);
        } else {
            changed.remove(behaviour);
        }
        return new Semantics(changed);
    }
}
