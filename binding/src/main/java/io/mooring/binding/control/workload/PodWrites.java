package io.mooring.binding.control.workload;

import io.mooring.admission.CauseKind;
import io.mooring.admission.Verdict;
import io.mooring.binding.control.part.PodLimit;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pods that an owner makes and deletes, with the events about them. Models {@code RealPodControl}. */
public final class PodWrites {
    /** How many pods are made or deleted in one sync. Upstream: {@code BurstReplicas}. */
    public static final int BURST = 500;

    private final Cluster cluster;
    private final KubernetesObject owner;
    private final List<Write> writes = new ArrayList<>();
    private final List<Write> refused = new ArrayList<>();
    private Optional<String> failure = Optional.empty();

    /** No writes yet. */
    public PodWrites(Cluster cluster, KubernetesObject owner) {
        this.cluster = cluster;
        this.owner = owner;
    }

    /**
     * Whether the cluster can have so many more pods; if not, that is told, and counts as a failure.
     *
     * @param more all that are missing, not only those that are made now
     */
    public boolean haveRoom(int more) {
        Optional<String> refusal = PodLimit.refusal(cluster, more);
        refusal.ifPresent(this::failed);
        return refusal.isEmpty();
    }

    private void failed(String message) {
        failure = Optional.of(message);
        writes.add(Write.warning(owner, "FailedCreate", "Error creating: " + message));
    }

    /** So many pods alike, up to the burst; what the API refuses is told, and tried again when it may agree. */
    public void create(Pod pod, int count) {
        List<String> names = cluster.nextNames(pod, Math.min(count, BURST));
        for (String name : names) {
            create(pod.withMetadata(pod.metadata().withName(name)));
            if (!refused.isEmpty()) {
                return;
            }
        }
    }

    /** This pod, which has its name. */
    public void create(Pod pod) {
        cluster.verdictOn(pod)
                .accept(Verdict.Cases.of(admitted -> created(pod, admitted), refusal -> refused(pod, refusal)));
    }

    private PodWrites created(Pod pod, Verdict.Admitted admitted) {
        writes.add(new Write.CreateAdmitted(admitted));
        writes.add(Write.normal(
                owner, "SuccessfulCreate", "Created pod: " + pod.metadata().name()));
        return this;
    }

    /** That a namespace takes nothing because it is being deleted is no failure, and is not told. */
    private PodWrites refused(Pod pod, Verdict.Refused refusal) {
        if (!refusal.hasCause(CauseKind.NAMESPACE_TERMINATING)) {
            failed(refusal.message());
        }
        refused.add(new Write.Create(pod));
        return this;
    }

    /** Deletes the pod. */
    public void delete(Pod pod) {
        writes.add(new Write.Delete(
                pod.ref(), Deletion.DEFAULT.ofUid(pod.metadata().uid())));
        writes.add(Write.normal(
                owner, "SuccessfulDelete", "Deleted pod: " + pod.metadata().name()));
    }

    /** Another write. */
    public void add(Write write) {
        writes.add(write);
    }

    /** The API's message, if it refuses a pod for another reason than that its namespace is being deleted. */
    public Optional<String> failure() {
        return failure;
    }

    /** Whether pods are as they should be, as far as the API lets them. */
    public boolean isIdle() {
        return writes.stream().allMatch(write -> write instanceof Write.Emit || write instanceof Write.Note);
    }

    /** In order; what the API is known to refuse goes last. */
    public List<Write> all() {
        List<Write> all = new ArrayList<>(writes);
        all.addAll(refused);
        return all;
    }
}
