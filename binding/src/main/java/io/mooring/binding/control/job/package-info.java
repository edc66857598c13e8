/**
 * Makes the pods of Jobs, counts how they end, and deletes Jobs that are long finished. Models {@code pkg/controller/job} and
 * {@code pkg/controller/ttlafterfinished}.
 *
 * <pre>
 * sync of a Job, {@link io.mooring.binding.control.job.JobSync}:
 *   whose pods  adopt and release
 *   ending      {@link io.mooring.binding.control.job.Ending}: too many failures, too much time: the pods that run go
 *   pods        {@link io.mooring.binding.control.job.NewPods}: what is missing, unless it has to wait after a failure
 *   counting    {@link io.mooring.binding.control.job.JobTracking}: each pod that has ended, once
 *   status      {@link io.mooring.binding.control.job.JobProgress}
 * sync of a pod, {@link io.mooring.binding.control.job.JobItem.OfPod}: let go what no Job counts
 * </pre>
 *
 * <p>Front doors: {@link io.mooring.binding.control.job.JobController} and {@link io.mooring.binding.control.job.FinishedJobs}.
 * Not covered: policies of failure and success, limits of single numbers; a Job is treated as if it did not speak of them.
 */
@NullMarked
package io.mooring.binding.control.job;

import org.jspecify.annotations.NullMarked;
