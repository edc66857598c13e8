package io.mooring.binding.plan;

import io.mooring.meta.Ref;
import io.mooring.release.Behaviour;
import java.util.List;

/**
 * A row that turns between the two releases and changes something here.
 *
 * @param isOn whether it is on after
 * @param objects those that it touches, by kind, namespace and name
 * @param dropped what somebody wrote and the release without it does not keep
 */
public record TurnedRow(Behaviour row, boolean isOn, List<Ref<?>> objects, List<Dropped> dropped) {
    /**
     * A field that is not kept.
     *
     * @param field from the object on: {@code spec.updateStrategy.rollingUpdate.maxUnavailable}
     * @param value as it was written
     */
    public record Dropped(Ref<?> object, String field, String value) {}

    public TurnedRow {
        objects = List.copyOf(objects);
        dropped = List.copyOf(dropped);
    }

    /** What changes for the objects, for a person. */
    public String words() {
        return Concern.of(row).words(isOn);
    }

    /** By what it can be switched: upstream's gate, or the name of the row. */
    public String gate() {
        return row.gate().orElse(row.name());
    }
}
