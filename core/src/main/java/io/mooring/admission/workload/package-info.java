/**
 * What keeps up pods that are all alike: Deployments, ReplicaSets and ReplicationControllers,
 * DaemonSets, Jobs, and CronJobs, which make Jobs.
 *
 * <pre>
 *   DeploymentSchema             fields, defaults and checks, in the API server's order
 *   DeploymentStrategySchema     how pods are replaced
 *   ReplicaSetSchema             the same of ReplicaSets, and the status that both ages of them have
 *   ReplicationControllerSchema  the same of ReplicationControllers
 *   DaemonSetSchema              the same of DaemonSets
 *   JobSchema                    the same of Jobs: what is filled in, the selector, the status
 *   JobSpecSchema                what is wanted of a Job, be it one that a CronJob makes
 *   FailurePolicySchema          what a Job makes of its pods' failures
 *   SuccessPolicySchema          which numbers of a Job are enough; IndexText reads them
 *   CronJobSchema                the same of CronJobs; CronSchedule and TimeZones say what is wrong with when they start
 *   NumberOrPercentage           how many pods of all
 *   TemplateChecks               what all ask of the template: the selector takes its pods
 *   NameWarnings                 what is said of a name that pods get
 * </pre>
 *
 * <p>Front doors: the policies. Not covered: what an update may keep of a stored template that would be refused by now.
 */
@NullMarked
package io.mooring.admission.workload;

import org.jspecify.annotations.NullMarked;
