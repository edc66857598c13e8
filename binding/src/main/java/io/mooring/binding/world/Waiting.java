package io.mooring.binding.world;

import io.mooring.binding.world.Settling.Turn;
import java.util.List;
import java.util.OptionalInt;

/**
 * Whether it makes a difference that a controller which may take something waits until those behind it have nothing to do.
 *
 * <p>It makes none if their steps and its own commute: in between no object came, went or began to go, and for each of its
 * items the controller would write the same as without waiting. Then what it takes at once and what they do after that leads
 * to the same ends as the other way round. Controllers look at what is, and not at how it came about, so that whatever it
 * writes makes them do what they would have done in the end; only what is made or deleted meanwhile cannot be taken back.
 * That is partial-order reduction by a persistent set; a law compares the ends with those of every order.
 */
final class Waiting {
    private Waiting() {}

    /**
     * @param later the cluster of the turn when the others have gone, or have put something into the queue of its controller.
     *     It is followed from there until they have nothing to do: who is pruned here waits no longer either.
     */
    static boolean makesDifference(Turn<?> turn, Cluster later) {
        LivelockDetector livelock = new LivelockDetector(later);
        Cluster others = later;
        while (true) {
            livelock.see(others);
            OptionalInt next = others.queues().readyBut(turn.index()).findFirst();
            if (next.isEmpty()) {
                return isAnythingElse(turn, others);
            }
            if (Turn.of(others, next.getAsInt()).isTakingNext() || isAnythingElse(turn, others)) {
                return true;
            }
            others = Settling.step(others, next.getAsInt());
        }
    }

    private static boolean isAnythingElse(Turn<?> turn, Cluster later) {
        return changesAnyWrite(turn, later)
                || later.changesSince(turn.cluster()).stream().anyMatch(Waiting::isForGood);
    }

    private static boolean isForGood(Change<?> change) {
        return !change.isUpdate()
                || change.before().orElseThrow().metadata().isBeingDeleted()
                        != change.object().metadata().isBeingDeleted();
    }

    private static <I extends Comparable<? super I>> boolean changesAnyWrite(Turn<I> turn, Cluster later) {
        return turn.queue().queuedInOrder().stream()
                .anyMatch(item -> !writes(turn, turn.cluster(), item).equals(writes(turn, later, item)));
    }

    private static <I extends Comparable<? super I>> List<String> writes(Turn<I> turn, Cluster cluster, I item) {
        return turn.controller().choices(cluster, item).stream().map(Work::text).toList();
    }
}
