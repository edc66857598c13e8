/**
 * How does that stand which claims and pods live among: classes, nodes, namespaces, quotas, attachments, CronJobs?
 *
 * <pre>
 * object --explainer of its kind--&gt; Explanation: FINE unless somebody has to act about the object itself
 * </pre>
 *
 * <p>Front doors: one explainer a kind. What holds one that is being deleted is for {@code explain.deletion}. Not covered: whom a
 * quota refused, which Kubernetes tells of those who were refused; when a CronJob is due next, since nothing here keeps schedules.
 */
@NullMarked
package io.mooring.binding.explain.surroundings;

import org.jspecify.annotations.NullMarked;
