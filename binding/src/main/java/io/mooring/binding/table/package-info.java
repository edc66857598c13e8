/**
 * What {@code kubectl get} would print. A table is a value; its text is {@code toString}.
 *
 * <pre>
 * kind, objects as trees, time --{@link io.mooring.binding.table.Tables}--&gt; {@link io.mooring.binding.table.Table} --toString--&gt; lines
 * </pre>
 *
 * <p>Front door: {@link io.mooring.binding.table.Tables}. A kind's columns are a list ({@code StorageColumns}, {@code
 * WorkloadColumns}, {@code PodColumns}, {@code ClusterColumns}); a cell is a function of the object's tree, so that what
 * Mooring only carries along, such as a container's status, is shown too. Rows come in the order given. Not covered: the columns
 * of kinds that play no part here, such as Services.
 */
@NullMarked
package io.mooring.binding.table;

import org.jspecify.annotations.NullMarked;
