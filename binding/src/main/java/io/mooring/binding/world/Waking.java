package io.mooring.binding.world;

/** What a change puts into the controllers' queues. */
final class Waking {
    private Waking() {}

    /** @param cluster after the change */
    static WorkQueues by(Change<?> change, Cluster cluster) {
        Controllers controllers = cluster.controllers();
        WorkQueues woken = cluster.queues();
        for (int place : controllers.watching(change.kind())) {
            woken = woken(controllers.watcher(place), place, woken, change, cluster);
        }
        return woken;
    }

    /** What the cluster's controllers that were not there before want to look at: whatever is new to them is all there is. */
    static WorkQueues ofNew(Controllers before, Cluster cluster) {
        Controllers controllers = cluster.controllers();
        WorkQueues woken = cluster.queues();
        for (int place = 0; place < controllers.all().size(); place++) {
            if (before.place(controllers.all().get(place).name()) < 0) {
                woken = byAll(controllers.watcher(place), place, woken, cluster);
            }
        }
        return woken;
    }

    private static WorkQueues byAll(Controllers.Watcher<?> watcher, int place, WorkQueues queues, Cluster cluster) {
        WorkQueues woken = queues;
        for (Change<?> creation : (Iterable<Change<?>>) cluster.all().<Change<?>>map(Change::creation)::iterator) {
            woken = woken(watcher, place, woken, creation, cluster);
        }
        return woken;
    }

    private static <I extends Comparable<? super I>> WorkQueues woken(
            Controllers.Watcher<I> watcher, int place, WorkQueues queues, Change<?> change, Cluster cluster) {
        ControllerQueue<I> queue = queues.queue(place, watcher.controller());
        for (Wake<I> wake : watcher.watches().wakes(change, cluster)) {
            queue = queue.wake(wake);
        }
        return queues.with(place, queue);
    }
}
