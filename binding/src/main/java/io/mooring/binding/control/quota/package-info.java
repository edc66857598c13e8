/**
 * Keeps a quota's status. Models {@code pkg/controller/resourcequota}.
 *
 * <p>Front door: {@link io.mooring.binding.control.quota.QuotaController}. What claims use of each quota is a view that
 * admission asks too.
 */
@NullMarked
package io.mooring.binding.control.quota;

import org.jspecify.annotations.NullMarked;
