package io.mooring.binding.world;

import io.mooring.meta.Ref;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** What all controllers have before them, a lane for each, in the controllers' order. */
record WorkQueue(List<Lane> lanes) {

    static WorkQueue of(int controllers) {
        return new WorkQueue(Collections.nCopies(controllers, Lane.EMPTY));
    }

    Lane lane(int controller) {
        return lanes.get(controller);
    }

    WorkQueue with(int controller, Lane lane) {
        if (lanes.get(controller) == lane) {
            return this;
        }
        List<Lane> changed = new ArrayList<>(lanes);
        changed.set(controller, lane);
        return new WorkQueue(changed);
    }

    private WorkQueue each(UnaryOperator<Lane> change) {
        WorkQueue queue = this;
        for (int i = 0; i < lanes.size(); i++) {
            queue = queue.with(i, change.apply(lanes.get(i)));
        }
        return queue;
    }

    WorkQueue unparked() {
        return each(lane -> lane.parked().isEmpty() ? lane : lane.unparked());
    }

    WorkQueue due(Instant time) {
        return each(lane -> lane.timers().isEmpty() ? lane : lane.due(time));
    }

    Optional<Instant> firstDue() {
        return lanes.stream().flatMap(lane -> lane.firstDue().stream()).min(Instant::compareTo);
    }

    /** The first controller with something to do now. */
    OptionalInt firstReady() {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).isReady()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** With the first key that waits for the resync made ready; empty if none waits. */
    Optional<WorkQueue> resynced() {
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            if (!lane.resync().isEmpty()) {
                Ref<?> key = lane.resync().first();
                return Optional.of(with(i, lane.wake(Wake.now(key))));
            }
        }
        return Optional.empty();
    }
}
