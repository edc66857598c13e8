/**
 * How much storage a namespace may ask for.
 *
 * <pre>
 *   LimitRange      bounds each object: its requests lie between min and max
 *   ResourceQuota   bounds all of them together: what they use stays below hard
 * </pre>
 *
 * <p>Front door: {@link io.mooring.quota.LimitRange}, {@link io.mooring.quota.ResourceQuota}. Amounts are in bytes where they are
 * of storage, and counts elsewhere. Absent lists and maps are empty.
 *
 * <p>Not covered: what either means for other objects than claims; it is read and kept.
 */
@NullMarked
package io.mooring.quota;

import org.jspecify.annotations.NullMarked;
