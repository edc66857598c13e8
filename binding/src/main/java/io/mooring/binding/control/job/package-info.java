/**
 * Makes the pods of Jobs, counts how they end, and deletes Jobs that are long finished. Models {@code pkg/controller/job} and
 * {@code pkg/controller/ttlafterfinished}.
 *
 * <pre>
 * sync of a Job, {@link io.mooring.binding.control.job.JobSync}:
 *   whose pods  adopt and release
 *   ending      {@link io.mooring.binding.control.job.Ending}: too many failures, one that must not be, too much time, enough
 *               numbers: the pods that run go
 *   pods        {@link io.mooring.binding.control.job.NewPods}: what is missing, unless it has to wait after a failure
 *   counting    {@link io.mooring.binding.control.job.JobTracking}: each pod that has ended, once
 *   status      {@link io.mooring.binding.control.job.JobProgress}
 * sync of a pod, {@link io.mooring.binding.control.job.JobItem.OfPod}: let go what no Job counts
 * </pre>
 *
 * <p>Front doors: {@link io.mooring.binding.control.job.JobController} and {@link io.mooring.binding.control.job.FinishedJobs}.
 * What a failure is worth: {@link io.mooring.binding.control.job.FailureVerdict}; how numbers fail by themselves: {@link
 * io.mooring.binding.control.job.IndexFailures}; which numbers are enough: {@link io.mooring.binding.control.job.EarlySuccess}.
 * Not covered: {@code spec.scheduling}, which is behind a gate.
 */
@NullMarked
package io.mooring.binding.control.job;

import org.jspecify.annotations.NullMarked;
