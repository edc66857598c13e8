package io.mooring.binding.world;

import java.util.List;

/** What a change puts into the controllers' queues. */
final class Waking {
    private Waking() {}

    /** @param cluster after the change */
    static WorkQueues by(Change change, Cluster cluster) {
        WorkQueues woken = cluster.queues();
        List<Controller<?>> all = cluster.controllers().all();
        for (int i = 0; i < all.size(); i++) {
            woken = woken.with(i, woken(all.get(i), i, woken, change, cluster));
        }
        return woken;
    }

    /** What the cluster's controllers that were not there before want to look at: whatever is new to them is all there is. */
    static WorkQueues ofNew(Controllers before, Cluster cluster) {
        WorkQueues woken = cluster.queues();
        List<Controller<?>> all = cluster.controllers().all();
        for (int i = 0; i < all.size(); i++) {
            if (before.place(all.get(i).name()) < 0) {
                for (Change creation : (Iterable<Change>) cluster.all().map(Change::creation)::iterator) {
                    woken = woken.with(i, woken(all.get(i), i, woken, creation, cluster));
                }
            }
        }
        return woken;
    }

    private static <I extends Comparable<? super I>> ControllerQueue<I> woken(
            Controller<I> controller, int index, WorkQueues queues, Change change, Cluster cluster) {
        ControllerQueue<I> queue = queues.queue(index, controller);
        for (Wake<I> wake : controller.wakes(change, cluster)) {
            queue = queue.wake(wake);
        }
        return queue;
    }
}
