package io.mooring.binding.control.set;

import io.mooring.admission.Verdict;
import io.mooring.binding.control.set.SetEvents.Verb;
import io.mooring.binding.finding.ReplicaFinding;
import io.mooring.binding.world.Write;
import io.mooring.workload.Pod;

/** What the controller does about a replica: a case for each finding. */
record ReplicaActions(Replica replica, Work work) implements ReplicaFinding.Cases<Work> {

    @Override
    public Work ready(ReplicaFinding.Ready finding) {
        return work;
    }

    @Override
    public Work missing(ReplicaFinding.Missing finding) {
        replica.claims().make(work);
        replica.claims().giveOwners(work);
        work.add(new Write.CreateAdmitted((Verdict.Admitted) replica.verdict()));
        return tell(Verb.CREATE, finding);
    }

    /** The claims wake the set. */
    @Override
    public Work claimsFirst(ReplicaFinding.ClaimsFirst finding) {
        replica.claims().make(work);
        return work;
    }

    @Override
    public Work staleClaim(ReplicaFinding.StaleClaim finding) {
        return work;
    }

    @Override
    public Work nameTaken(ReplicaFinding.NameTaken finding) {
        return work;
    }

    @Override
    public Work claimsRefused(ReplicaFinding.ClaimsRefused finding) {
        replica.claims().make(work);
        work.add(work.events().podFailed(finding));
        return work;
    }

    @Override
    public Work podRefused(ReplicaFinding.PodRefused finding) {
        replica.claims().make(work);
        replica.claims().giveOwners(work);
        work.add(work.events().podFailed(finding));
        work.addHopeless(new Write.Create(replica.newPod()));
        return work;
    }

    @Override
    public Work ended(ReplicaFinding.Ended finding) {
        work.delete(pod());
        return work;
    }

    @Override
    public Work terminating(ReplicaFinding.Terminating finding) {
        return settleClaimsOfPending();
    }

    @Override
    public Work pendingWithoutClaims(ReplicaFinding.PendingWithoutClaims finding) {
        replica.claims().make(work);
        return work;
    }

    /** Models {@code UpdateStatefulPod}, which tells of an update whatever it was that it put right. */
    @Override
    public Work outOfShape(ReplicaFinding.OutOfShape finding) {
        settleClaimsOfPending();
        if (!replica.isPending() && !replica.claims().haveOwners()) {
            replica.claims().giveOwners(work);
        }
        work.add(new Write.Update(replica.conforming(pod())));
        return tell(Verb.UPDATE, finding);
    }

    @Override
    public Work notReady(ReplicaFinding.NotReady finding) {
        return settleClaimsOfPending();
    }

    @Override
    public Work outdatedNotReady(ReplicaFinding.OutdatedNotReady finding) {
        return settleClaimsOfPending();
    }

    @Override
    public Work notAvailable(ReplicaFinding.NotAvailable finding) {
        return settleClaimsOfPending();
    }

    private Work settleClaimsOfPending() {
        if (replica.isPending()) {
            replica.claims().make(work);
            replica.claims().giveOwners(work);
        }
        return work;
    }

    private Pod pod() {
        return replica.pod().orElseThrow();
    }

    private Work tell(Verb verb, ReplicaFinding finding) {
        work.add(work.events().pod(verb, finding.pod().name()));
        return work;
    }
}
