/**
 * How much storage a namespace may ask for: LimitRange bounds each object, ResourceQuota all of them together.
 *
 * <p>Front door: {@link io.mooring.quota.LimitRange}, {@link io.mooring.quota.ResourceQuota}.
 */
@NullMarked
package io.mooring.quota;

import org.jspecify.annotations.NullMarked;
