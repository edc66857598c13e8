package io.mooring.binding.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change puts into the controllers' queues. */
final class Waking {
    private Waking() {}

    /** @param cluster after the change */
    static WorkQueues by(Change<?> change, Cluster cluster) {
        Controllers controllers = cluster.controllers();
        WorkQueues queues = cluster.queues();
        @Nullable List<ControllerQueue<?>> woken = null;
        for (int place : controllers.watching(change.kind())) {
            ControllerQueue<?> queue = woken(controllers.watcher(place), place, queues, change, cluster);
            if (queue != queues.queue(place)) {
                woken = woken == null ? new ArrayList<>(queues.queues()) : woken;
                woken.set(place, queue);
            }
        }
        return woken == null ? queues : new WorkQueues(woken);
    }

    /** What the cluster's controllers that were not there before want to look at: whatever is new to them is all there is. */
    static WorkQueues ofNew(Controllers before, Cluster cluster) {
        Controllers controllers = cluster.controllers();
        WorkQueues woken = cluster.queues();
        for (int place = 0; place < controllers.all().size(); place++) {
            Controller<?> controller = controllers.all().get(place);
            if (before.place(controller.name()) < 0 && !controllers.isStanding(controller)) {
                woken = byAll(controllers.watcher(place), place, woken, cluster);
            }
        }
        return woken;
    }

    /** The controller at this place has forgotten what it was about to do, and looks at everything, as one that starts. */
    static WorkQueues anew(int place, Cluster cluster) {
        WorkQueues without = cluster.queues().with(place, ControllerQueue.<String>empty());
        return byAll(cluster.controllers().watcher(place), place, without, cluster);
    }

    private static WorkQueues byAll(Controllers.Watcher<?> watcher, int place, WorkQueues queues, Cluster cluster) {
        List<Change<?>> creations = cluster.creations(watcher.watches().kinds()).toList();
        return queues.with(place, woken(watcher, place, queues, creations, cluster));
    }

    private static <I extends Comparable<? super I>> ControllerQueue<I> woken(
            Controllers.Watcher<I> watcher, int place, WorkQueues queues, List<Change<?>> changes, Cluster cluster) {
        ControllerQueue<I> queue = queues.queue(place, watcher.controller());
        for (Change<?> change : changes) {
            queue = woken(watcher, queue, change, cluster);
        }
        return queue;
    }

    private static <I extends Comparable<? super I>> ControllerQueue<I> woken(
            Controllers.Watcher<I> watcher, int place, WorkQueues queues, Change<?> change, Cluster cluster) {
        return woken(watcher, queues.queue(place, watcher.controller()), change, cluster);
    }

    private static <I extends Comparable<? super I>> ControllerQueue<I> woken(
            Controllers.Watcher<I> watcher, ControllerQueue<I> before, Change<?> change, Cluster cluster) {
        ControllerQueue<I> queue = before;
        for (Wake<I> wake : watcher.watches().wakes(change, cluster)) {
            queue = queue.wake(wake);
        }
        return queue;
    }
}
