package io.mooring.binding.control.job;

import io.mooring.binding.world.Cluster;
import io.mooring.binding.world.Write;
import io.mooring.meta.Ref;
import io.mooring.workload.Job;
import io.mooring.workload.Pod;
import java.util.List;
import java.util.Optional;

/** What the Job controller reconciles: Jobs, and pods that no Job counts any more; each by name. */
public sealed interface JobItem extends Comparable<JobItem> {
    /** What the controller writes about it. */
    List<Write> reconcile(Cluster cluster);

    /** The object whose name it goes by. */
    Ref<?> object();

    @Override
    default int compareTo(JobItem other) {
        return object().compareTo(other.object());
    }

    /** A Job. */
    record OfJob(Ref<Job> object) implements JobItem {
        @Override
        public List<Write> reconcile(Cluster cluster) {
            return cluster.get(object)
                    .filter(job -> !job.isFinished() && !job.isManagedByOthers())
                    .map(job -> JobSync.writes(cluster, job))
                    .orElse(List.of());
        }

        @Override
        public String toString() {
            return object.toString();
        }
    }

    /** A pod that is held for a Job that is gone or finished. */
    record OfPod(Ref<Pod> object) implements JobItem {
        /** Models {@code syncOrphanPod}. */
        @Override
        public List<Write> reconcile(Cluster cluster) {
            return cluster.get(object)
                    .filter(pod -> isOrphan(cluster, pod))
                    .map(pod -> List.of(TrackedPods.released(pod)))
                    .orElse(List.of());
        }

        static boolean isOrphan(Cluster cluster, Pod pod) {
            return TrackedPods.isTracked(pod)
                    && job(cluster, pod).filter(job -> !job.isFinished()).isEmpty();
        }

        private static Optional<Job> job(Cluster cluster, Pod pod) {
            return pod.metadata()
                    .controller()
                    .filter(owner -> owner.isOf(Job.KIND))
                    .flatMap(owner -> cluster.get(Job.ref(pod.metadata().namespace(), owner.name()))
                            .filter(job -> owner.isTo(job.metadata())));
        }

        @Override
        public String toString() {
            return object.toString();
        }
    }
}
