package io.mooring.binding.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The work queues of all controllers, in the controllers' order. */
final class WorkQueues {
    private final List<ControllerQueue<?>> queues;

    /** The place of the first that has something to do now; how many there are if none has. Asked at every step. */
    private final int firstReady;

    WorkQueues(List<ControllerQueue<?>> queues) {
        this(queues, firstReady(queues, 0));
    }

    private WorkQueues(List<ControllerQueue<?>> queues, int firstReady) {
        this.queues = queues;
        this.firstReady = firstReady;
    }

    private static int firstReady(List<ControllerQueue<?>> queues, int from) {
        int place = from;
        while (place < queues.size() && !queues.get(place).isReady()) {
            place++;
        }
        return place;
    }

    List<ControllerQueue<?>> queues() {
        return queues;
    }

    static WorkQueues of(int controllers) {
        List<ControllerQueue<?>> queues = new ArrayList<>();
        for (int i = 0; i < controllers; i++) {
            queues.add(ControllerQueue.<String>empty());
        }
        return new WorkQueues(queues);
    }

    /** The queues of other controllers: those of the same names, and empty ones. */
    WorkQueues moved(Controllers from, Controllers to) {
        WorkQueues moved = of(to.all().size());
        for (int i = 0; i < to.all().size(); i++) {
            int before = from.place(to.all().get(i).name());
            moved = before < 0 ? moved : moved.with(i, queues.get(before));
        }
        return moved;
    }

    ControllerQueue<?> queue(int controller) {
        return queues.get(controller);
    }

    /** The queue of this controller, which holds nothing but its items. */
    @SuppressWarnings("unchecked")
    <I extends Comparable<? super I>> ControllerQueue<I> queue(int index, Controller<I> controller) {
        return (ControllerQueue<I>) queues.get(index);
    }

    WorkQueues with(int controller, ControllerQueue<?> queue) {
        if (queues.get(controller) == queue) {
            return this;
        }
        List<ControllerQueue<?>> changed = new ArrayList<>(queues);
        changed.set(controller, queue);
        return new WorkQueues(changed, firstReadyAfter(controller, changed));
    }

    /** After a change of this controller's queue: only from there on may it be another. */
    private int firstReadyAfter(int controller, List<ControllerQueue<?>> changed) {
        if (controller > firstReady) {
            return firstReady;
        }
        return controller == firstReady || changed.get(controller).isReady()
                ? firstReady(changed, controller)
                : firstReady;
    }

    private WorkQueues each(UnaryOperator<ControllerQueue<?>> change) {
        WorkQueues result = this;
        for (int i = 0; i < queues.size(); i++) {
            result = result.with(i, change.apply(queues.get(i)));
        }
        return result;
    }

    WorkQueues unparked() {
        return each(queue -> queue.parked().isEmpty() ? queue : queue.unparked());
    }

    WorkQueues due(Instant time) {
        return each(queue -> queue.timers().isEmpty() ? queue : queue.due(time));
    }

    Optional<Instant> firstDue() {
        return queues.stream().flatMap(queue -> queue.firstDue().stream()).min(Instant::compareTo);
    }

    /** The first controller that has something to do now. */
    OptionalInt firstReady() {
        return firstReady < queues.size() ? OptionalInt.of(firstReady) : OptionalInt.empty();
    }

    /** The other controllers that have something to do now, in their order. */
    IntStream readyBut(int controller) {
        return IntStream.range(0, queues.size())
                .filter(each -> each != controller && queues.get(each).isReady());
    }

    /** Whether no controller has anything to do, not even at the resync. */
    boolean areIdle() {
        return queues.stream()
                .noneMatch(queue -> queue.isReady() || !queue.resync().isEmpty());
    }

    /** With the first item that waits for the resync made ready; empty if none waits. */
    Optional<WorkQueues> resynced() {
        OptionalInt first = firstForResync();
        return first.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        with(first.getAsInt(), queues.get(first.getAsInt()).resynced()));
    }

    /** The first controller that has something to do at the resync. */
    OptionalInt firstForResync() {
        return IntStream.range(0, queues.size())
                .filter(each -> !queues.get(each).resync().isEmpty())
                .findFirst();
    }
}
