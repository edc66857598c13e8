package io.mooring.binding.control.set;

import io.mooring.admission.Verdict;
import io.mooring.binding.control.set.SetEvents.Verb;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.world.Write;
import io.mooring.workload.Pod;

/** What the controller does about a replica: a case for each finding. */
record ReplicaActions(Replica replica, SetWrites writes) implements ReplicaFinding.Cases<SetWrites> {

    @Override
    public SetWrites ready(ReplicaFinding.Ready finding) {
        return writes;
    }

    @Override
    public SetWrites missing(ReplicaFinding.Missing finding) {
        replica.claims().create(writes);
        replica.claims().giveOwners(writes);
        writes.add(replica.verdict()
                .accept(Verdict.Cases.of(Write.CreateAdmitted::new, refused -> new Write.Create(replica.newPod()))));
        return emit(Verb.CREATE, finding);
    }

    /** The claims wake the set. */
    @Override
    public SetWrites claimsFirst(ReplicaFinding.ClaimsFirst finding) {
        replica.claims().create(writes);
        return writes;
    }

    @Override
    public SetWrites staleClaim(ReplicaFinding.StaleClaim finding) {
        return writes;
    }

    @Override
    public SetWrites nameTaken(ReplicaFinding.NameTaken finding) {
        return writes;
    }

    @Override
    public SetWrites claimsRefused(ReplicaFinding.ClaimsRefused finding) {
        replica.claims().create(writes);
        writes.add(writes.events().podFailed(finding));
        return writes;
    }

    @Override
    public SetWrites podRefused(ReplicaFinding.PodRefused finding) {
        replica.claims().create(writes);
        replica.claims().giveOwners(writes);
        writes.add(writes.events().podFailed(finding));
        writes.addRefused(new Write.Create(replica.newPod()));
        return writes;
    }

    /** It is looked at again when the set changes, or one of its pods. */
    @Override
    public SetWrites tooMany(ReplicaFinding.TooMany finding) {
        writes.add(writes.events().podFailed(finding));
        return writes;
    }

    @Override
    public SetWrites ended(ReplicaFinding.Ended finding) {
        writes.delete(pod());
        return writes;
    }

    @Override
    public SetWrites terminating(ReplicaFinding.Terminating finding) {
        return settleClaimsOfPending();
    }

    @Override
    public SetWrites pendingWithoutClaims(ReplicaFinding.PendingWithoutClaims finding) {
        replica.claims().create(writes);
        return writes;
    }

    /** Models {@code UpdateStatefulPod}, whose event speaks of an update of the pod whatever it was that it put right. */
    @Override
    public SetWrites outOfShape(ReplicaFinding.OutOfShape finding) {
        settleClaimsOfPending();
        if (!replica.isPending() && !replica.claims().haveOwners()) {
            replica.claims().giveOwners(writes);
        }
        writes.add(new Write.Update(replica.conforming(pod())));
        return emit(Verb.UPDATE, finding);
    }

    @Override
    public SetWrites notReady(ReplicaFinding.NotReady finding) {
        return settleClaimsOfPending();
    }

    @Override
    public SetWrites outdatedNotReady(ReplicaFinding.OutdatedNotReady finding) {
        return settleClaimsOfPending();
    }

    @Override
    public SetWrites notAvailable(ReplicaFinding.NotAvailable finding) {
        return settleClaimsOfPending();
    }

    private SetWrites settleClaimsOfPending() {
        if (replica.isPending()) {
            replica.claims().create(writes);
            replica.claims().giveOwners(writes);
        }
        return writes;
    }

    private Pod pod() {
        return replica.pod().orElseThrow();
    }

    private SetWrites emit(Verb verb, ReplicaFinding finding) {
        writes.add(writes.events().pod(verb, finding.pod().name()));
        return writes;
    }
}
