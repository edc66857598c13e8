/**
 * How much a namespace may ask for: LimitRanges and ResourceQuotas, and what claims count for in quotas.
 *
 * <pre>
 *   LimitRangeSchema, ResourceQuotaSchema   fields; nothing is filled in or checked
 *   ClaimScopes                             which claims a quota counts
 *   ClaimUsage                              what one claim counts for, by the names that quotas have for it
 *   QuotaUsage                              what one claim, or all claims of a namespace, use of one quota
 * </pre>
 *
 * <p>Front door: {@link io.mooring.admission.quota.QuotaUsage}. Amounts are in bytes; parts of a byte are rounded up to a
 * whole one. A sum has the format of the oldest claim's amount.
 *
 * <p>Not covered: resources of other objects than claims, and what a quota itself must be like.
 */
@NullMarked
package io.mooring.admission.quota;

import org.jspecify.annotations.NullMarked;
