package io.mooring.binding.control.job;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.control.part.PodLimit;
import io.mooring.binding.control.volume.Dependents;
import io.mooring.binding.control.workload.Keeping;
import io.mooring.binding.control.workload.OwnedPods;
import io.mooring.binding.control.workload.PodState;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.View;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.KubernetesObject;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the pods of Jobs and counts how they end. Models {@code pkg/controller/job}. */
public final class JobController implements PlaneController<JobItem> {
    private static final Watches<JobItem> WATCHES =
            Watches.of(Job.KIND, JobController::ofJob).and(Pod.KIND, JobController::ofPod);

    public JobController() {}

    @Override
    public String name() {
        return "job-controller";
    }

    @Override
    public List<View<?>> views() {
        return OwnedPods.VIEWS;
    }

    @Override
    public long budget(Cluster start, Cluster now) {
        return PodLimit.budget(
                start,
                now.list(Job.KIND)
                        .mapToLong(job -> Math.max(
                                job.parallelism(), job.spec().completions().orElse(0))));
    }

    @Override
    public Watches<JobItem> watches() {
        return WATCHES;
    }

    private static List<Wake<JobItem>> ofJob(Change<Job> change, Cluster cluster) {
        Job job = change.object();
        boolean isOver = change.isRemoval() || job.isFinished();
        if (isOver) {
            return Dependents.BY_OWNER
                    .find(cluster, job.metadata().uid())
                    .filter(Pod.class::isInstance)
                    .map(JobController::wakeOfPod)
                    .toList();
        }
        boolean matters = change.before()
                .map(before -> !before.spec().equals(job.spec())
                        || before.metadata().isBeingDeleted() != job.metadata().isBeingDeleted())
                .orElse(true);
        return matters ? List.of(wake(job)) : List.of();
    }

    private static Wake<JobItem> wake(Job job) {
        return Wake.now(new JobItem.OfJob(job.ref()));
    }

    private static Wake<JobItem> wakeOfPod(KubernetesObject pod) {
        return Wake.now(new JobItem.OfPod(Pod.KIND.refTo(pod.metadata())));
    }

    private static List<Wake<JobItem>> ofPod(Change<Pod> change, Cluster cluster) {
        List<Wake<JobItem>> wakes = new ArrayList<>();
        Pod pod = change.object();
        if (!change.isRemoval() && JobItem.OfPod.isOrphan(cluster, pod)) {
            wakes.add(wakeOfPod(pod));
        }
        if (matters(change)) {
            change.before().flatMap(each -> keeper(each, cluster)).ifPresent(wakes::add);
            change.after().flatMap(each -> keeper(each, cluster)).ifPresent(wakes::add);
        }
        if (PodState.isOfOthers(change) && pod.metadata().controller().isEmpty()) {
            cluster.list(Job.KIND, pod.metadata().namespace()).stream()
                    .filter(job -> Keeping.isAdopted(pod, JobSync.matcher(job)))
                    .forEach(job -> wakes.add(wake(job)));
        }
        return wakes;
    }

    /** How its containers end and how often they are started again matters too. */
    private static boolean matters(Change<Pod> change) {
        return PodState.matters(change)
                || !change.before()
                        .orElseThrow()
                        .status()
                        .equals(change.object().status());
    }

    private static Optional<Wake<JobItem>> keeper(Pod pod, Cluster cluster) {
        return pod.metadata()
                .controller()
                .filter(owner -> owner.isOf(Job.KIND))
                .flatMap(owner -> cluster.get(Job.ref(pod.metadata().namespace(), owner.name())))
                .map(JobController::wake);
    }

    @Override
    public List<Write> reconcile(Cluster cluster, JobItem item) {
        return item.reconcile(cluster);
    }
}
