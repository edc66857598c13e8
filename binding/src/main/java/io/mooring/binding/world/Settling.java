package io.mooring.binding.world;

import io.mooring.meta.KubernetesObject;
import io.mooring.meta.Ref;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The loop: the first controller that has something to do applies one write; when no controller has, the first key that
 * waits for the resync is looked at; when none waits, the world is settled.
 */
final class Settling {
    private Settling() {}

    /** From this many steps on, it is counted who looks at what. */
    private static final int MANY_STEPS = 5_000_000;

    /** More than any set of pods needs, less than a person waits for. */
    private static final int MOST_LOOKS = 100_000;

    /** A key as one controller looks at it. */
    private record Look(int controller, Ref<?> key) {}

    static Cluster settle(Cluster world) {
        Map<Look, Integer> looks = new HashMap<>();
        Cluster settled = world;
        Optional<Cluster> next = step(settled);
        for (int steps = 0; next.isPresent(); steps++) {
            settled = next.get();
            if (steps > MANY_STEPS) {
                count(settled, looks);
            }
            next = step(settled);
        }
        return settled;
    }

    private static void count(Cluster world, Map<Look, Integer> looks) {
        int controller = world.queue().firstReady().orElse(-1);
        if (controller < 0 || world.queue().lane(controller).flight().isPresent()) {
            return;
        }
        Ref<?> key = world.queue().lane(controller).firstNow();
        if (looks.merge(new Look(controller, key), 1, Integer::sum) > MOST_LOOKS) {
            String name = world.controllers().all().get(controller).name();
            throw new IllegalStateException(
                    "does not settle: " + name + " looked at " + key + " " + MOST_LOOKS + " times");
        }
    }

    /** One write or one look further; empty if the world is settled. */
    static Optional<Cluster> step(Cluster world) {
        OptionalInt ready = world.queue().firstReady();
        if (ready.isPresent()) {
            return Optional.of(step(world, ready.getAsInt()));
        }
        return world.queue().resynced().map(world::with);
    }

    static Cluster step(Cluster world, int controller) {
        Lane lane = world.queue().lane(controller);
        return lane.flight().isPresent()
                ? fly(world, controller, lane.flight().get())
                : look(world, controller, lane.firstNow());
    }

    private static Cluster look(Cluster world, int controller, Ref<?> key) {
        return takeOff(
                world,
                controller,
                key,
                world.controllers().all().get(controller).reconcile(world, key));
    }

    /** The controller's writes begin. */
    static Cluster takeOff(Cluster world, int controller, Ref<?> key, List<Write> writes) {
        Lane lane = world.queue().lane(controller).taken(key);
        Optional<Flight> flight = writes.isEmpty() ? Optional.empty() : Optional.of(Flight.of(key, writes));
        return world.with(world.queue().with(controller, lane.withFlight(flight)));
    }

    private static Cluster fly(Cluster world, int controller, Flight flight) {
        Write write = flight.rest().get(0);
        Flight rest = flight.afterFirst();
        if (write instanceof Write.Emit emit) {
            String source = world.controllers().all().get(controller).name();
            return withFlight(world.told(emit, source), controller, rest);
        }
        if (write instanceof Write.LookAgain again) {
            Lane lane = world.queue().lane(controller).at(world.now().plus(again.after()), again.key());
            return withFlight(world.with(world.queue().with(controller, lane)), controller, rest);
        }
        Outcome outcome = apply(world, write, flight);
        return outcome.answer() instanceof Answer.Accepted accepted
                ? withFlight(outcome.cluster(), controller, noted(rest, write, accepted.object()))
                : dropped(world, controller, flight.key(), write);
    }

    private static Outcome apply(Cluster world, Write write, Flight flight) {
        if (write instanceof Write.Create create) {
            return SystemWrites.create(world, create.object());
        }
        if (write instanceof Write.CreateAdmitted create) {
            return SystemWrites.create(world, create.verdict());
        }
        if (write instanceof Write.Update update) {
            return SystemWrites.update(world, update.object(), flight.version(update.object()));
        }
        if (write instanceof Write.UpdateStatus update) {
            return SystemWrites.updateStatus(world, update.object(), flight.version(update.object()));
        }
        if (write instanceof Write.Bind bind) {
            return SystemWrites.bind(world, bind.pod(), bind.node());
        }
        Write.Delete delete = (Write.Delete) write;
        return Deleting.delete(world, delete.key(), delete.options());
    }

    private static Flight noted(Flight rest, Write write, KubernetesObject written) {
        return write instanceof Write.Update || write instanceof Write.UpdateStatus
                ? rest.wrote(written.key(), written.metadata().resourceVersion())
                : rest;
    }

    private static Cluster withFlight(Cluster world, int controller, Flight flight) {
        Lane lane = world.queue().lane(controller);
        Optional<Flight> left = flight.rest().isEmpty() ? Optional.empty() : Optional.of(flight);
        return world.with(world.queue().with(controller, lane.withFlight(left)));
    }

    /**
     * The API refused: what a controller wanted to create has to wait for a step from outside, what somebody else
     * changed is looked at again.
     */
    private static Cluster dropped(Cluster world, int controller, Ref<?> key, Write write) {
        Lane lane = world.queue().lane(controller).withFlight(Optional.empty());
        Lane waiting = isCreation(write) ? lane.park(key) : lane.wake(Wake.now(key));
        return world.with(world.queue().with(controller, waiting));
    }

    private static boolean isCreation(Write write) {
        return write instanceof Write.Create || write instanceof Write.CreateAdmitted;
    }
}
