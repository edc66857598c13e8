package io.mooring.binding.world;

import io.mooring.meta.Ref;
import io.mooring.meta.ObjectReference;
import io.mooring.storage.PersistentVolume;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The steps that upstream's controllers may take where Mooring takes one. What makes a difference is who takes what others
 * want too: a volume that nobody has, or a place on a node. A look that takes such a thing may come after any other look
 * of the same controller, and after whatever the controllers behind it do; where a controller has a choice it may choose
 * anything. All other looks come in the one order that {@link Settling} has.
 */
final class Branching {
    private final Cluster world;
    private final List<Cluster> successors = new ArrayList<>();

    private Branching(Cluster world) {
        this.world = world;
    }

    /** The step that Mooring takes is the first. */
    static List<Cluster> successors(Cluster world) {
        Branching branching = new Branching(world);
        branching.addReady();
        if (branching.successors.isEmpty()) {
            branching.addResync();
        }
        return branching.successors;
    }

    private void addReady() {
        OptionalInt ready = world.queue().firstReady();
        if (ready.isEmpty()) {
            return;
        }
        int controller = ready.getAsInt();
        Lane lane = world.queue().lane(controller);
        if (lane.flight().isPresent()) {
            successors.add(Settling.step(world, controller));
        } else if (addLooks(controller, lane.firstNow(), lane.now().values())) {
            addLater(controller, lane);
        }
    }

    /**
     * The others go first: until they give this controller something more to look at, or want to take something
     * themselves, or have nothing to do. What happens in between makes no difference.
     */
    private void addLater(int controller, Lane lane) {
        Cluster later = world;
        OptionalInt other = readyBut(controller, later);
        while (other.isPresent() && later.queue().lane(controller).places().equals(lane.places())) {
            Branching branching = new Branching(later);
            Lane next = later.queue().lane(other.getAsInt());
            boolean isOpen = next.flight().isEmpty() && branching.isTaking(other.getAsInt(), next.firstNow());
            if (isOpen) {
                branching.addLooks(other.getAsInt(), next.firstNow(), next.now().values());
                successors.addAll(branching.successors);
                return;
            }
            later = Settling.step(later, other.getAsInt());
            other = readyBut(controller, later);
        }
        if (later != world) {
            successors.add(later);
        }
    }

    private static OptionalInt readyBut(int controller, Cluster world) {
        List<Lane> lanes = world.queue().lanes();
        return IntStream.range(0, lanes.size())
                .filter(each -> each != controller && lanes.get(each).isReady())
                .findFirst();
    }

    private boolean isTaking(int controller, Ref<?> key) {
        return choices(controller, key).stream().anyMatch(this::takesAnything);
    }

    /** The first controller that has keys for the resync looks at the first of them, or at any if that one takes something. */
    private void addResync() {
        for (int i = 0; i < world.queue().lanes().size(); i++) {
            Lane lane = world.queue().lane(i);
            if (!lane.resync().isEmpty()) {
                addLooks(i, lane.resync().first(), lane.resync());
                return;
            }
        }
    }

    /** @return whether the controllers behind this one may come before it */
    private boolean addLooks(int controller, Ref<?> first, Collection<Ref<?>> keys) {
        List<List<Write>> choices = choices(controller, first);
        add(controller, first, choices);
        if (choices.stream().noneMatch(this::takesAnything)) {
            return false;
        }
        for (Ref<?> key : keys) {
            if (!key.equals(first)) {
                add(controller, key, choices(controller, key));
            }
        }
        return true;
    }

    private List<List<Write>> choices(int controller, Ref<?> key) {
        return world.controllers().all().get(controller).choices(world, key);
    }

    private void add(int controller, Ref<?> key, List<List<Write>> choices) {
        choices.forEach(writes -> successors.add(Settling.takeOff(world, controller, key, writes)));
    }

    private boolean takesAnything(List<Write> writes) {
        return writes.stream().anyMatch(this::takes);
    }

    private boolean takes(Write write) {
        if (write instanceof Write.Update update && update.object() instanceof PersistentVolume volume) {
            return hasHolder(Optional.of(volume))
                    && !hasHolder(world.volume(volume.metadata().name()));
        }
        return write instanceof Write.Bind bind
                && world.pod(bind.pod().namespace(), bind.pod().name())
                        .filter(this::hasRival)
                        .isPresent();
    }

    /** Whether another pod waits for a node that uses the same claim, or that asks for resources as this one does. */
    private boolean hasRival(Pod pod) {
        boolean asks = asks(pod);
        return world.podsWithoutNode()
                .filter(other -> !other.ref().equals(pod.ref()))
                .anyMatch(other -> (asks && asks(other)) || shareClaim(pod, other));
    }

    private static boolean asks(Pod pod) {
        return !PodRequests.of(pod).amounts().isEmpty();
    }

    private static boolean shareClaim(Pod pod, Pod other) {
        return !Collections.disjoint(Index.PODS_BY_CLAIM.entries(pod), Index.PODS_BY_CLAIM.entries(other));
    }

    private static boolean hasHolder(Optional<PersistentVolume> volume) {
        return volume.flatMap(found -> found.spec().claimRef())
                .map(ObjectReference::uid)
                .filter(uid -> !uid.isEmpty())
                .isPresent();
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
