package io.mooring.binding.explore;

import io.mooring.binding.explain.Edit;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Digest;
import io.mooring.binding.world.LaggingWorld;
import io.mooring.binding.world.LaggingWorld.Bounds;
import io.mooring.binding.world.LaggingWorld.Way;
import io.mooring.binding.world.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows every way of a world, the most usual first, until a property does not hold. */
final class Search {
    private final List<Edit> steps;
    private final Bounds bounds;
    private final List<Asked> asked;
    private final int limit;
    private final Set<Seen> seen = new HashSet<>();
    private final Queue<Place> ahead = new PriorityQueue<>(Comparator.comparingInt(Place::oddities)
            .thenComparingInt(Place::moves)
            .thenComparingInt(Place::number));
    private int numbers;

    private record Asked(Property property, Predicate<Cluster> holds) {}

    private record Seen(int done, Digest world) {}

    /** How one came to a place: the choice at the one before. */
    private record Came(@Nullable Came from, int way) {}

    /**
     * A world that is to be looked at.
     *
     * @param done how many of the steps were taken
     * @param oddities how often something else than the most usual happened
     * @param moves how many moves led here
     * @param number in the order in which places were found
     */
    private record Place(LaggingWorld world, Came came, int done, int oddities, int moves, int number) {}

    Search(Cluster start, List<Edit> steps, Bounds bounds, List<Property> properties, int limit) {
        this.steps = steps;
        this.bounds = bounds;
        this.limit = limit;
        this.asked = properties.stream()
                .map(property -> new Asked(property, property.from().apply(start)))
                .toList();
    }

    Checked run(Cluster start) {
        add(LaggingWorld.of(start, bounds), new Came(null, -1), 0, 0, 0);
        while (!ahead.isEmpty() && seen.size() <= limit) {
            Place place = ahead.remove();
            Optional<Property> broken = broken(place, Property.Moment.ALWAYS);
            if (broken.isEmpty() && !goOn(place)) {
                broken = broken(place, Property.Moment.IN_THE_END);
            }
            if (broken.isPresent()) {
                return new Checked(Optional.of(told(start, broken.get(), place)), seen.size(), true);
            }
        }
        return new Checked(Optional.empty(), seen.size(), ahead.isEmpty());
    }

    private Optional<Property> broken(Place place, Property.Moment moment) {
        return asked.stream()
                .filter(each -> each.property().moment() == moment)
                .filter(each -> !each.holds().test(place.world().cluster()))
                .map(Asked::property)
                .findFirst();
    }

    /** @return whether anything can happen that has not been seen */
    private boolean goOn(Place place) {
        List<Way> ways = place.world().ways();
        boolean isLeft = place.done() < steps.size();
        boolean isWaitingOnly = place.world().isQuiet() && isLeft;
        boolean goesOn = isLeft;
        for (int i = 0; i < ways.size(); i++) {
            int oddity = i > 0 ? 1 : 0;
            goesOn |= add(
                    ways.get(i).world(),
                    new Came(place.came(), i),
                    place.done(),
                    place.oddities() + (isWaitingOnly ? 1 : oddity),
                    place.moves() + 1);
        }
        if (isLeft) {
            add(
                    place.world().after(outcome(place.world(), place.done())),
                    new Came(place.came(), ways.size()),
                    place.done() + 1,
                    place.oddities(),
                    place.moves());
        }
        return goesOn || !place.world().isQuiet();
    }

    private Outcome outcome(LaggingWorld world, int step) {
        return steps.get(step).on(world.cluster());
    }

    private boolean add(LaggingWorld world, Came came, int done, int oddities, int moves) {
        boolean isNew = seen.add(new Seen(done, world.digest()));
        if (isNew) {
            ahead.add(new Place(world, came, done, oddities, moves, numbers++));
        }
        return isNew;
    }

    private Counterexample told(Cluster start, Property broken, Place place) {
        Deque<Integer> choices = new ArrayDeque<>();
        for (Came came = place.came(); came.from() != null; came = came.from()) {
            choices.addFirst(came.way());
        }
        Replay replay = new Replay(bounds, List.copyOf(choices));
        List<String> trace = new ArrayList<>();
        Cluster end = replay.run(start, steps, trace);
        return new Counterexample(broken, trace, replay.text(), end);
    }

    /** The changes that a controller had not seen, in words. */
    static String unseen(List<Change<?>> changes) {
        return changes.stream()
                .map(change -> change.ref()
                        + (change.isCreation() ? " was created" : change.isRemoval() ? " is gone" : " has changed"))
                .collect(Collectors.joining(" and that "));
    }
}
