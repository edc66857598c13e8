package io.mooring.binding.cluster;

import io.mooring.meta.ObjectKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps that upstream's controllers may take where Mooring takes one: a controller whose keys compete may look at any
 * of them, may choose anything that is open to it, and may come later than the others.
 */
final class Branching {
    private final Cluster world;

    private Branching(Cluster world) {
        this.world = world;
    }

    static List<Cluster> successors(Cluster world) {
        return new Branching(world).successors();
    }

    private List<Cluster> successors() {
        List<Cluster> successors = new ArrayList<>();
        for (int i = 0; i < world.queue().lanes().size(); i++) {
            Lane lane = world.queue().lane(i);
            if (!lane.isReady()) {
                continue;
            }
            if (lane.flight().isPresent()) {
                successors.add(Settling.step(world, i));
                return successors;
            }
            if (!competes(i)) {
                addChoices(world, i, lane.firstNow(), successors);
                return successors;
            }
            addLooks(i, lane, successors);
        }
        if (successors.isEmpty()) {
            addResyncs(successors);
        }
        return successors;
    }

    private boolean competes(int controller) {
        return world.controllers().all().get(controller).keysCompete();
    }

    private void addLooks(int controller, Lane lane, List<Cluster> successors) {
        for (ObjectKey key : lane.now().values()) {
            addChoices(world, controller, key, successors);
        }
    }

    /** The first controller that has keys for the resync looks at the first of them, or at any if they compete. */
    private void addResyncs(List<Cluster> successors) {
        for (int i = 0; i < world.queue().lanes().size(); i++) {
            Lane lane = world.queue().lane(i);
            if (lane.resync().isEmpty()) {
                continue;
            }
            for (ObjectKey key : lane.resync()) {
                addChoices(world, i, key, successors);
                if (!competes(i)) {
                    break;
                }
            }
            return;
        }
    }

    private static void addChoices(Cluster world, int controller, ObjectKey key, List<Cluster> successors) {
        for (List<Write> writes : world.controllers().all().get(controller).choices(world, key)) {
            successors.add(Settling.takeOff(world, controller, key, writes));
        }
    }

    /** What a controller has before it, by its name, for those that have anything. */
    static Map<String, Lane> lanes(Cluster world) {
        Map<String, Lane> lanes = new LinkedHashMap<>();
        for (int i = 0; i < world.queue().lanes().size(); i++) {
            Lane lane = world.queue().lane(i);
            if (lane.isReady() || !lane.resync().isEmpty() || !lane.parked().isEmpty()) {
                lanes.put(world.controllers().all().get(i).name(), lane);
            }
        }
        return lanes;
    }
}
