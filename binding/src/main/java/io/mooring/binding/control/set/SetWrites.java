package io.mooring.binding.control.set;

import io.mooring.binding.control.set.SetEvents.Verb;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Write;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;

/** The writes of one sync of a set as they add up. */
final class SetWrites {
    private final SetEvents events;
    private final List<Write> writes = new ArrayList<>();
    private final List<Write> refused = new ArrayList<>();

    SetWrites(SetEvents events) {
        this.events = events;
    }

    SetEvents events() {
        return events;
    }

    void add(Write write) {
        writes.add(write);
    }

    void addAll(List<Write> more) {
        writes.addAll(more);
    }

    /** What the API is known to refuse goes last: the rest is done, and the set is looked at when the API may agree. */
    void addRefused(Write.Create create) {
        refused.add(create);
    }

    void delete(Pod pod) {
        writes.add(new Write.Delete(
                pod.ref(), Deletion.DEFAULT.ofUid(pod.metadata().uid())));
        writes.add(events.pod(Verb.DELETE, pod.metadata().name()));
    }

    /** Whether nothing will be written but events. */
    boolean isIdle() {
        return writes.stream().allMatch(Write.Emit.class::isInstance);
    }

    List<Write> all() {
        List<Write> all = new ArrayList<>(writes);
        all.addAll(refused);
        return all;
    }
}
