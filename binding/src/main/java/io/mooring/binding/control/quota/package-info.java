/**
 * Keeps a quota's status: its bounds, and what the claims of its namespace use of them. Models {@code
 * pkg/controller/resourcequota}.
 *
 * <pre>
 * claim or quota changed --&gt; {@link io.mooring.binding.control.quota.QuotaUsages} (a view) --&gt; status of the quota
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.control.quota.QuotaController}. Admission asks the same view, so that creating a claim costs
 * nothing by the number of the others. Amounts are added up from the oldest claim on, whose format the sum has. Not covered: what
 * pods and other objects use.
 */
@NullMarked
package io.mooring.binding.control.quota;

import org.jspecify.annotations.NullMarked;
