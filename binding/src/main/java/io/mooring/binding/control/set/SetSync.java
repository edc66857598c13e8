package io.mooring.binding.control.set;

import io.mooring.binding.finding.ScaleDownFinding;
import io.mooring.binding.finding.SetFinding;
import io.mooring.binding.finding.UpdateFinding;
import java.util.List;

/** One sync of a set: what it finds of the replicas, then of the pods that are too many, then of the update. */
record SetSync(SetView view, List<Replica> replicas, List<ScaleDownFinding> scaleDown, UpdateFinding update) {

    /** Models {@code updateStatefulSet}. Under OrderedReady the pods that are too many hold up the update. */
    static SetSync at(SetView view) {
        RollingUpdates updates = new RollingUpdates(view);
        if (view.set().metadata().isBeingDeleted()) {
            return new SetSync(view, List.of(), List.of(), updates.findHeldUp());
        }
        if (updates.comesFirst()) {
            return new SetSync(view, List.of(), List.of(), updates.find());
        }
        Replicas replicas = Replicas.of(view);
        List<ScaleDownFinding> scaleDown = replicas.letGoOn() ? new Condemned(view).find() : List.of();
        boolean reachesUpdate = replicas.letGoOn() && (scaleDown.isEmpty() || !view.isInOrder());
        return new SetSync(view, replicas.found(), scaleDown, reachesUpdate ? updates.find() : updates.findHeldUp());
    }

    SetFinding finding() {
        if (view.set().metadata().isBeingDeleted()) {
            return new SetFinding.BeingDeleted(view.set().ref());
        }
        return replicas.isEmpty() && scaleDown.isEmpty() && update.isAtRest()
                ? new SetFinding.Settled(view.set().ref(), update)
                : new SetFinding.Unsettled(
                        view.set().ref(),
                        replicas.stream().map(Replica::finding).toList(),
                        scaleDown,
                        update);
    }

    /** What the controller does about it. */
    void act(SetWrites writes) {
        replicas.forEach(replica -> replica.finding().accept(new ReplicaActions(replica, writes)));
        if (!scaleDown.isEmpty()) {
            new Condemned(view).giveOwners(writes);
        }
        PodDeletions deletions = new PodDeletions(view, writes);
        scaleDown.forEach(each -> each.accept(deletions));
        update.accept(deletions);
    }
}
