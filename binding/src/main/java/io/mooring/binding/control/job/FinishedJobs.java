package io.mooring.binding.control.job;

import io.mooring.binding.control.part.PlaneController;
import io.mooring.binding.world.Change;
import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Deletion;
import io.mooring.binding.world.Deletion.Propagation;
import io.mooring.binding.world.Wake;
import io.mooring.binding.world.Watches;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.workload.Job;
import io.mooring.workload.JobCondition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Deletes Jobs some time after they finished, if they say when. Models {@code pkg/controller/ttlafterfinished}. */
public final class FinishedJobs implements PlaneController<Ref<Job>> {
    private static final Watches<Ref<Job>> WATCHES = Watches.of(Job.KIND, FinishedJobs::wakes);

    public FinishedJobs() {}

    @Override
    public String name() {
        return "ttl-after-finished-controller";
    }

    @Override
    public Watches<Ref<Job>> watches() {
        return WATCHES;
    }

    private static List<Wake<Ref<Job>>> wakes(Change<Job> change, Cluster cluster) {
        return change.after().filter(job -> expiry(job).isPresent()).stream()
                .map(job -> Wake.now(job.ref()))
                .toList();
    }

    private static Optional<Instant> expiry(Job job) {
        Optional<Instant> finished = Stream.of(Ending.COMPLETE, Ending.FAILED)
                .flatMap(type -> job.condition(type).stream())
                .filter(condition -> condition.status().equals("True"))
                .flatMap(condition -> end(condition).stream())
                .findFirst();
        return job.metadata().isBeingDeleted()
                ? Optional.empty()
                : job.spec()
                        .ttlSecondsAfterFinished()
                        .flatMap(seconds -> finished.map(end -> end.plusSeconds(seconds)));
    }

    private static Optional<Instant> end(JobCondition condition) {
        return condition.lastTransitionTime();
    }

    @Override
    public List<Write> reconcile(Cluster cluster, Ref<Job> item) {
        return cluster.get(item)
                .flatMap(job -> expiry(job).map(expiry -> write(cluster, job, expiry)))
                .map(List::of)
                .orElse(List.of());
    }

    /** Its pods go with it. */
    private static Write write(Cluster cluster, Job job, Instant expiry) {
        Duration left = Duration.between(cluster.now(), expiry);
        return left.isNegative() || left.isZero()
                ? new Write.Delete(
                        job.ref(),
                        Deletion.DEFAULT
                                .with(Propagation.FOREGROUND)
                                .ofUid(job.metadata().uid()))
                : new Write.LookAgain(left);
    }
}
