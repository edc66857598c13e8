package io.mooring.binding.world;

import io.mooring.binding.world.Settling.Turn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.BiPredicate;

/**
 * The steps that upstream's controllers may take where Mooring takes one. What makes a difference is who takes what others
 * want too: a volume that nobody has, or room on a node ({@link Controller#isContested}). An item for which that happens may
 * come after any other item of the same controller, and after whatever the controllers behind it do; where a controller has
 * a choice it may choose anything. All other items come in the one order that {@link Settling} has.
 */
final class Successors {
    private final Cluster cluster;
    private final BiPredicate<Turn<?>, Cluster> isWorthWaiting;
    private final List<Cluster> found = new ArrayList<>();

    private Successors(Cluster cluster, BiPredicate<Turn<?>, Cluster> isWorthWaiting) {
        this.cluster = cluster;
        this.isWorthWaiting = isWorthWaiting;
    }

    /** The step that Mooring takes is the first. */
    static List<Cluster> of(Cluster cluster) {
        return of(cluster, (turn, later) -> true);
    }

    /** Without those that differ from others by the order of steps that commute. */
    static List<Cluster> ofOrdersThatMatter(Cluster cluster) {
        return of(cluster, Waiting::makesDifference);
    }

    private static List<Cluster> of(Cluster cluster, BiPredicate<Turn<?>, Cluster> isWorthWaiting) {
        Successors successors = new Successors(cluster, isWorthWaiting);
        successors.addReady();
        if (successors.found.isEmpty()) {
            successors.addResync();
        }
        return successors.found;
    }

    private void addReady() {
        OptionalInt ready = cluster.queues().firstReady();
        if (ready.isEmpty()) {
            return;
        }
        Turn<?> turn = Turn.of(cluster, ready.getAsInt());
        if (turn.queue().pending().isPresent()) {
            found.add(turn.step());
        } else if (addNow(turn)) {
            addLater(turn);
        }
    }

    /**
     * The others go first: until they put something more into this controller's queue, or want to take something
     * themselves, or have nothing to do. What happens in between makes no difference.
     */
    private void addLater(Turn<?> turn) {
        Cluster later = cluster;
        OptionalInt other = later.queues().readyBut(turn.index()).findFirst();
        while (other.isPresent() && hasSameItems(turn, later)) {
            Successors ofOther = new Successors(later, isWorthWaiting);
            Turn<?> next = Turn.of(later, other.getAsInt());
            if (next.isTakingNext()) {
                ofOther.addNow(next);
                found.addAll(ofOther.found);
                return;
            }
            later = next.step();
            other = later.queues().readyBut(turn.index()).findFirst();
        }
        if (later != cluster && isWorthWaiting.test(turn, later)) {
            found.add(later);
        }
    }

    private static boolean hasSameItems(Turn<?> turn, Cluster later) {
        return later.queues().queue(turn.index()).hasSameQueuedAs(turn.queue());
    }

    /** The first controller that has items for the resync reconciles the first, or any if that one takes something. */
    private void addResync() {
        cluster.queues().firstForResync().ifPresent(first -> addResync(Turn.of(cluster, first)));
    }

    private <I extends Comparable<? super I>> void addResync(Turn<I> turn) {
        addLooks(turn, turn.queue().resync().first(), turn.queue().resync());
    }

    private <I extends Comparable<? super I>> boolean addNow(Turn<I> turn) {
        return addLooks(turn, turn.queue().firstNow(), turn.queue().queued());
    }

    /** @return whether the controllers behind this one may come before it */
    private <I extends Comparable<? super I>> boolean addLooks(Turn<I> turn, I first, Collection<I> items) {
        List<List<Write>> choices = turn.choices(first);
        add(turn, first, choices);
        if (!turn.isTaking(choices)) {
            return false;
        }
        for (I item : items) {
            if (!item.equals(first)) {
                add(turn, item, turn.choices(item));
            }
        }
        return true;
    }

    private <I extends Comparable<? super I>> void add(Turn<I> turn, I item, List<List<Write>> choices) {
        choices.forEach(writes -> found.add(turn.begin(item, writes)));
    }
}
