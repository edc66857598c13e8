package io.mooring.binding.world;

import java.util.List;

/** Who wants to look at what after a change. */
final class Waking {
    private Waking() {}

    /** @param world after the change */
    static WorkQueue by(Change change, Cluster world) {
        WorkQueue woken = world.queue();
        List<Controller> all = world.controllers().all();
        for (int i = 0; i < all.size(); i++) {
            for (Wake wake : all.get(i).wakes(change, world)) {
                woken = woken.with(i, woken.lane(i).wake(wake));
            }
        }
        return woken;
    }
}
