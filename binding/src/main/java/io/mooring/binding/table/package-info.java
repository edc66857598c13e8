/**
 * What {@code kubectl get} would print of volumes and claims. A table is a value; its text is {@code toString}.
 *
 * <pre>
 * volumes, claims --{@link io.mooring.binding.table.Tables}--&gt; {@link io.mooring.binding.table.Table} --toString--&gt; lines
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.table.Tables}. Rows come by namespace and name. Not covered: ages, since values have none,
 * and tables of other kinds.
 */
@NullMarked
package io.mooring.binding.table;

import org.jspecify.annotations.NullMarked;
